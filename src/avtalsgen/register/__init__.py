"""Who is called what and which statute is in force, on a time axis: `clauses/register/`."""
