"""Verksamhetsuppdrag, tillägg and tjänsteskrivelser out of dated clauses and facts."""

__version__ = "0.1.0"
