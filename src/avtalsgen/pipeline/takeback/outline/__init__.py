"""The outline of an uppdrag, and the changes of a tillägg, as a file that came home has them."""
