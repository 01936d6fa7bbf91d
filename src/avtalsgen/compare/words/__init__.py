"""Two rows of words to what stays and what changes, as a person would mark it."""
