"""Many orders at once, each on its own."""
