"""Words that are signed, locked: what they were, what they would be now, and what brought it."""
