"""Types of facts that are numbers."""
