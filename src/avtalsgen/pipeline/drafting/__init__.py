"""An edition while somebody works on it: its questions, its text as it becomes, and its saving."""
