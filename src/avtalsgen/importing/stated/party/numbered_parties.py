"""The parties of an old document by the numbers of their organisations.

Mellan
Ekby kommun, org.nr 212000-1111, genom socialnämnden
och
Ledsagarna ekonomisk förening (769600-2222)
"""

import re
from collections.abc import Iterator
from typing import Final

from avtalsgen.importing.stated.lines import sentences
from avtalsgen.importing.stated.party.party_names import MOST_WORDS
from avtalsgen.importing.stated.roles import BUYER, PROVIDER
from avtalsgen.model.nodes import Document

_NUMBERED: Final = re.compile(
    r"""
    (?: ^ | [\s,(] ) (?P<name> [A-ZÅÄÖ] [^,;:()\d\n]{0,80}? )
    [\s,(]* (?: (?i:org) (?:anisations)? \.? [\s-]? n(?:r|ummer) [\s.:]* )? \d{6}-\d{4} \b
    """,
    re.VERBOSE,
)
_BEFORE_NAME: Final = re.compile(r"^.*\b(?:[Mm]ellan|å (?:ena|andra) sidan,?)\s+")
_OF_TOWN: Final = re.compile(r"(?i)\b(?:kommun|stad|region)\b")


def numbered_parties(document: Document) -> Iterator[tuple[str, str, str]]:
    """Yield role, name and place of parties that stand with their numbers in one place.

    A municipality is the buyer if it is the only one there; a lone other one is the provider.
    """
    for place, names in _by_place(document).items():
        towns = [name for name in names if _OF_TOWN.search(name)]
        others = [name for name in names if name not in towns]
        if len(towns) == 1 and len(others) <= 1:
            yield BUYER, towns[0], place
            yield from ((PROVIDER, name, place) for name in others)
            return


def _by_place(document: Document) -> dict[str, list[str]]:
    """Return the names with a number of each place, each once, in their order."""
    names: dict[str, list[str]] = {}
    for place, text in sentences(document):
        for match in _NUMBERED.finditer(text):
            name = " ".join(_BEFORE_NAME.sub("", match["name"]).split())
            here = names.setdefault(place, [])
            if name and len(name.split()) <= MOST_WORDS and name not in here:
                here.append(name)
    return names
