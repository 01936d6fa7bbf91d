"""Facts and clauses to a `Document`: select, fill in, number, refer, sign."""
