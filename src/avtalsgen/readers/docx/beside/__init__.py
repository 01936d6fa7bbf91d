"""What a Word file has beside its words, so that two with the same words can be held together."""
