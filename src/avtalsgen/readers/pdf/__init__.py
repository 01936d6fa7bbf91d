"""PDF files to the words that a screen reader would read in them."""
