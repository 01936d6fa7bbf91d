"""What a part of a Word file says: paragraphs, tables, fields and drawings."""
