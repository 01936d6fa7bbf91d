"""The text of a clause with its facts in it."""
