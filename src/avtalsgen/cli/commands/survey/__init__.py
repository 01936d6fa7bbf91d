"""Commands that show what a workspace has, and change nothing."""
