"""How a Word file looks and counts: styles by name, the looks of the house style, numbers."""
