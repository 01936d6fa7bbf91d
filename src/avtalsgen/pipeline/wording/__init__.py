"""A clause as those who own its words work on it: editions, users, and a new wording."""
