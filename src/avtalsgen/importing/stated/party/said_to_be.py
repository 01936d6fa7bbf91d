"""The parties of an old document where a sentence says who has which role.

Beställare är vård- och omsorgsnämnden i Ekby. Utförare är Resursenheten inom kommunens egen regi.
"""

import re
from collections.abc import Iterator
from typing import Final

from avtalsgen.importing.stated.lines import sentences
from avtalsgen.importing.stated.party.party_names import NAME, Party
from avtalsgen.importing.stated.roles import role_of_label
from avtalsgen.importing.stated.signing import is_called
from avtalsgen.model.nodes import Document
from avtalsgen.register.stated_words import StatedWords

_IS: Final = re.compile(
    rf"""
    (?: ^ | [.]\s | \d\s ) (?P<label> [A-ZÅÄÖ][a-zåäö]+ ) \s är \s
    (?P<name>
        (?![A-ZÅÄÖ]) (?:[\w-]+,?\s(?:och\s)?){{0,3}}? \w*(?:nämnden|styrelsen)\b
      | {NAME.pattern}
    )
    """,
    re.VERBOSE,
)


def said_to_be(document: Document, words: StatedWords) -> Iterator[Party]:
    """Yield the parties that sentences say by their roles."""
    for place, text in sentences(document):
        for said in _IS.finditer(text):
            role = role_of_label(said["label"], words)
            if role and not is_called(said["name"], words):
                yield Party(role, said["name"], place)
