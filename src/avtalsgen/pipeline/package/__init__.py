"""Everything that a nämnd is given to decide on, and the record of it for the diarium."""
