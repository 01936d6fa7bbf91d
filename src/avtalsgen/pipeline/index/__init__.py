"""The sums of an uppdrag counted up by its index: a new edition, a tillägg, a letter."""
