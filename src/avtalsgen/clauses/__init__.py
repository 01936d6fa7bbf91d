"""What lawyers own: clauses with editions, document types, and the facts that they may name."""
