"""Types of facts that are words."""
