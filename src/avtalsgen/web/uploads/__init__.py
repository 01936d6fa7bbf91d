"""Files that somebody drops on a page: bounded, told by what is in them, and read apart."""
