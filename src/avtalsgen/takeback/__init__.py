"""A Word file that came back, beside the document that was sent: what was done, by whom."""
