"""What the program does, from files to files: the only room that opens any."""
