"""Types of facts that are times."""
