"""The facts that are printed in a file, and what somebody wrote in their place."""
