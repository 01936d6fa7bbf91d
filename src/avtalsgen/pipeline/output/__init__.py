"""Writing to disk: all files or none, a record of what we wrote, and nobody's changes lost."""
