"""The commands that one begins with: a workspace is made, and opened."""
