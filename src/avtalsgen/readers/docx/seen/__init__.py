"""How each word of a Word file looks on the page, whoever wrote the file and however it says so."""
