"""An uppdrag to its files: assembled, written in every format, with what its PDF holds besides."""
