"""A Word file as a redline sees it: opened and settled, its ids given meaning, its blocks forms."""
