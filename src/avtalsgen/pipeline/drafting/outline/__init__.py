"""The outline of an edition changed: an entry moved, its text written, a newer clause taken."""
