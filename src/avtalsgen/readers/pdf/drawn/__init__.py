"""The letters of a page and where they stand, and what a person reads there."""
