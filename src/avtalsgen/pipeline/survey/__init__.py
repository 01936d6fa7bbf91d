"""What there is in a workspace: lists, a matrix, a calendar, where words come from."""
