"""A Word file of ours that somebody edited: what was done to it, and back into the facts."""
