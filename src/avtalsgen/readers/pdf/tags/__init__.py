"""The structure tree of a PDF, and what a screen reader reads by it."""
