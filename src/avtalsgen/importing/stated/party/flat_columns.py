"""The parties of two columns that a text without tables has as lines, its tabs being spaces.

Beställare Leverantör                  Leverantör Omsorg Öst AB
Ekby kommun Omsorg Öst AB              Organisationsnummer 556677-8899
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from avtalsgen.importing.stated.lines import text_lines, with_headings
from avtalsgen.importing.stated.party.party_names import Party, whole_name
from avtalsgen.importing.stated.roles import BUYER, PROVIDER, role_of_label
from avtalsgen.importing.stated.signing import is_organisation
from avtalsgen.model.nodes import Document
from avtalsgen.register.stated_words import StatedWords

_ENDS_NAME: Final = re.compile(
    r"""
    \b (?: kommun | stad | AB | HB | KB | förening | [Aa]ktiebolag )
    \s (?=[A-ZÅÄÖ])
    """,
    re.VERBOSE,
)
"""Where one of two names that stand beside each other ends."""
_LABEL_AND_NAME: Final = re.compile(
    r"""
    (?P<label> [A-ZÅÄÖ][a-zåäö]+ (?:\s\([a-zåäö]+\))? )    # Leverantör, Avtalspart (köpare)
    \s (?P<name> [A-ZÅÄÖ].* )
    """,
    re.VERBOSE,
)
_OF_TWO: Final = 2


def in_flat_columns(document: Document, words: StatedWords) -> Iterator[Party]:
    """Yield the parties below or behind their roles, where the columns were but spaces."""
    lines = [(place, text.strip()) for place, text in with_headings(text_lines(document))]
    for (place, head), (_, below) in pairwise(lines):
        roles = [role_of_label(label, words) for label in head.replace(":", " ").split()]
        if len(roles) == _OF_TWO and {*roles} == {BUYER, PROVIDER}:
            ends = list(_ENDS_NAME.finditer(below))
            if len(ends) == 1:
                both = (below[: ends[0].end()].strip(), below[ends[0].end() :])
                named = zip(roles, map(whole_name, both), strict=True)
                yield from (Party(role, name, place) for role, name in named if name)
    for place, text in lines:
        said = _LABEL_AND_NAME.fullmatch(text)
        role = role_of_label(said["label"], words) if said and not text.endswith(".") else ""
        name = whole_name(said["name"]) if said else ""
        if role and is_organisation(name, {}, words):
            yield Party(role, name, place)
