"""A municipality and a region that agree: which of them is the buyer, and which pays."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from avtalsgen.importing.stated.lines import clauses
from avtalsgen.importing.stated.party.party_names import Party
from avtalsgen.importing.stated.roles import BUYER, PROVIDER
from avtalsgen.model.nodes import Document
from avtalsgen.register.stated_words import StatedWords

_KIND_OF_TOWN: Final = re.compile(r"(?i)\W*(?:till\s)?(kommun|region)en\b")
_TOWN: Final = re.compile(r"(?i)\b(kommun|region)\b")


def of_towns(called: Sequence[Party], payer: str) -> list[Party]:
    """Return parties; of a municipality and a region it is not the name that says who buys.

    It is the one that pays, if that is said; else neither has a role.
    """
    if not are_towns(called):
        return list(called)
    roles = {payer: BUYER, "": ""}
    return [replace(e, role=roles.get(_kind(e.name) if payer else "", PROVIDER)) for e in called]


def are_towns(called: Sequence[Party]) -> bool:
    """Return whether the parties are a municipality and a region, each once."""
    kinds = {each.name: _kind(each.name) for each in called}
    return sorted(kinds.values()) == ["kommun", "region"]


def _kind(name: str) -> str:
    """Return whether a name is of a municipality or a region: `Region Öst`, `Ekby kommun`."""
    of = _TOWN.search(name)
    return of[1].casefold() if of else ""


def who_pays(document: Document, words: StatedWords) -> str:
    """Return which of a municipality and a region pays the other: `Kommunen ersätter regionen`."""
    for _, text in clauses(document):
        first, _, behind = text.partition(" ")
        pays, bills = words.pays.match(behind), words.bills.match(behind)
        verb, of = pays or bills, _KIND_OF_TOWN.match(first)
        other = _KIND_OF_TOWN.match(behind[verb.end() :]) if verb else None
        if of and other:
            return (of if pays else other)[1].casefold()
    return ""
