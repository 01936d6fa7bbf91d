"""How far an uppdrag has come."""

from typing import Literal

SIGNED = "undertecknad"
STATUSES = ("utkast", "upprättad", "beslutad", SIGNED)
"""In the order that an uppdrag goes through them."""

Status = Literal["utkast", "upprättad", "beslutad", "undertecknad"]
