"""What the program's own library has that a workspace lacks or has in an older form."""
