"""The document, and nothing about any format."""
