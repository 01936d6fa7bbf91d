"""An old document to an uppdrag: its facts, its outline and its texts, word for word."""
