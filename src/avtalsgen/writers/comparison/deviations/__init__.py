"""What deviates from the library's wording, for a screen and as a document."""
