"""What a command found last time, believed only while all that it was made of is alike."""
