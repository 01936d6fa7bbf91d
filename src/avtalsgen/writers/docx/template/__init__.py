"""The house template: its tags, the closed language between its braces, and what fills them."""
