"""What every command for many documents has in common on the command line."""
