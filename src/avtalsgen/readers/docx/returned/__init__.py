"""A Word file of ours that came back: every letter, who put it there and how it looks."""
