"""The pages of `avtalsgen serve`: an address in, a page in Swedish out; pipeline does the work."""
