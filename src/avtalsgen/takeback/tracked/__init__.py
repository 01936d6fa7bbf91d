"""What somebody changed with track changes on: each with its author."""
