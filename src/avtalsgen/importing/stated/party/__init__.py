"""The parties of an old document, in all the ways that a text names them."""
