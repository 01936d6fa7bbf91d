"""What a memo to a nämnd says, held against what it is about."""
