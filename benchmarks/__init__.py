"""How fast and how lean the program is, beside other programs that make the same files."""
