"""What each command does to many: a job for every verb."""
