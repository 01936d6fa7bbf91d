"""How a Word file says that text looks and counts: styles, numbering, values, symbols."""
