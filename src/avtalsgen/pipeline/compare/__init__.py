"""Two documents, or two editions of a clause, to what differs between them, as files."""
