"""Tillägg: what they do to their base, on which day, and the two documents that come of it."""
