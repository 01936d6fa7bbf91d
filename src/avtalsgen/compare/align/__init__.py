"""Which section, line and block of two documents answers to which."""
