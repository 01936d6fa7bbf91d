"""What an edition becomes, before anything is saved: text, outline, problems, answers."""
