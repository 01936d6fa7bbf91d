"""What is known of an uppdrag: what is written, what is inherited, what is worked out of it."""
