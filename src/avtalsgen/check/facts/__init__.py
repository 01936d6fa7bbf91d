"""What the rules ask about a document, worked out once."""
