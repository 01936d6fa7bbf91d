"""Answers on their way to the file, beside those that somebody else has saved meanwhile."""
