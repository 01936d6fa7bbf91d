"""Uppdrag beside clauses: as a table in the terminal, a web page and a spreadsheet."""
