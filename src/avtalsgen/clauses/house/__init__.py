"""The house style as a lawyer writes it: `clauses/profil/profil.yaml`, with what it names."""
