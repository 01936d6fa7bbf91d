"""What a Word file is made of and python-docx has no word for; knows no document model."""
