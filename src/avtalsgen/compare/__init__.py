"""Which words of two versions answer to each other, and what the difference means."""
