"""What a check found: as a document that the ordinary writers print, and as SARIF."""
