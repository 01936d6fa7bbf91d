"""What the register and the house give to a check: laws, words, grades, and what is let be."""
