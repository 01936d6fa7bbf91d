"""Word files that come back: their words, section by section, and their tracked changes."""
