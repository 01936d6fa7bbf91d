"""PDF files that this program has built, read back exactly."""
