"""A workspace that is sent to machines without the user's disk, by the hashes of what is in it."""
