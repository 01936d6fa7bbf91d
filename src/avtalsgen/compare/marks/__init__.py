"""Two documents to one in which every difference is marked, as nodes."""
