"""The parties of an old document where a sentence says who has which role.

Beställare är vård- och omsorgsnämnden i Ekby. Utförare är Resursenheten inom kommunens egen regi.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from avtalsgen.importing.stated.lines import clauses, sentences, with_headings
from avtalsgen.importing.stated.party.party_names import NAME, Party, whole_name
from avtalsgen.importing.stated.roles import PROVIDER, role_of, role_of_label
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
_WHO: Final = re.compile(r"(?:[\d.]+ )?Vem (?P<does>\w+)(?: \w+)?\?")


def said_to_be(document: Document, words: StatedWords) -> Iterator[Party]:
    """Yield the parties that sentences say by their roles."""
    for place, text in sentences(document):
        for said in _IS.finditer(text):
            role = role_of_label(said["label"], words)
            if role and not is_called(said["name"], words):
                yield Party(role, said["name"], place)


def below_questions(document: Document, words: StatedWords) -> Iterator[Party]:
    """Yield the parties that answer a heading: `Vem utför?` `Stiftelsen Sol, org.nr …`."""
    said = list(with_headings(clauses(document)))
    for (_, question), (place, answer) in pairwise(said):
        asks = _WHO.fullmatch(question.strip())
        role = role_of(asks["does"], words) if asks else ""
        if role and (name := whole_name(answer.strip().removesuffix("."))):
            yield Party(role, name, place)


def who_does_it(document: Document, words: StatedWords) -> Iterator[Party]:
    """Yield who does what the document is about: `Verksamheten bedrivs av Stiftelsen Sol`."""
    for place, text in sentences(document):
        for done in words.done_by.finditer(text):
            by = NAME.match(text, done.end() + 1)
            if by and not is_called(by[0], words):
                yield Party(PROVIDER, by[0].strip(), place, asks=True)
