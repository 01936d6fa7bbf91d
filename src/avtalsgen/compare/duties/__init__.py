"""Who must do what, when and under which condition, and what became of it."""
