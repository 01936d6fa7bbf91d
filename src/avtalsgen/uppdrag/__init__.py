"""One uppdrag: its facts with their lines, and its outline."""
