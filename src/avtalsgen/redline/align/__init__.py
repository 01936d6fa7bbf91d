"""Which blocks of the newer file answer to which of the older."""
