"""New files to fill in: a workspace, an uppdrag, an edition, and the schema that editors use."""
