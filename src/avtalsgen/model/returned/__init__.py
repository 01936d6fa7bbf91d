"""What was done to a Word file of ours that came back."""
