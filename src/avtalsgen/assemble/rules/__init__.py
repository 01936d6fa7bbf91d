"""What holds for every uppdrag, whatever its clauses say."""
