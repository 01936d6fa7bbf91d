"""An alignment drawn in a Word file: what stays, comes, leaves and moves, marked."""
