"""What is taken in of a file from somebody else: within limits, harmless, in one form."""
