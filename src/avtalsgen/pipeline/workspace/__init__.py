"""A workspace read: its files as they are or were, its uppdrag, and which one a name means."""
