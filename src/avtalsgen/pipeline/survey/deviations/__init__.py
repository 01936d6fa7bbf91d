"""The uppdrag of a workspace beside the library's own wording: found, and shown."""
