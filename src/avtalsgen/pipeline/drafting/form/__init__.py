"""The questions of an edition as a form: what is asked, and what was answered."""
