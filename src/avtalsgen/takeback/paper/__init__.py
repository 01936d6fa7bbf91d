"""Both files as lines and sections, and which of them answer to each other."""
