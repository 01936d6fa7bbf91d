"""A whole file of Markdown: its document, and what it prints beside its words."""
