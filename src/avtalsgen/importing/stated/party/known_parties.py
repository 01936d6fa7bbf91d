"""The parties of an old document by the bodies of the register that a sentence names."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.stated.lines import Bodies, BodyPlace, KnownBody, bodies_in, sentences
from avtalsgen.importing.stated.roles import BUYER, PROVIDER, role_of
from avtalsgen.model.nodes import Document
from avtalsgen.register.stated_words import StatedWords
from avtalsgen.uppdrag import known

_AGREED: Final = (
    re.compile(r"överenskommi|överenskommelse|överens om|ger (?:ett )?uppdrag", re.IGNORECASE),
    re.compile(r"uppdrar åt|i uppdrag att|\bavtal\b|\bmellan\b", re.IGNORECASE),
)
_GIVES: Final = re.compile(r"(?i)ger (?:ett )?uppdrag|uppdrar åt|i uppdrag att")
"""Between who gives a task and who gets it."""
_MAY_BUY: Final = frozenset({"kommun", "nämnd"})
_BEHIND: Final = 40
_BEFORE: Final = 14


def known_parties(document: Document, bodies: Bodies, words: StatedWords) -> Iterator[OldFact]:
    """Yield the parties of the sentences that say who agrees with whom, the buyer first."""
    for place, text in sentences(document):
        named = bodies_in(text, bodies)
        if len({each.body.id for each in named}) < 2:
            continue
        said = _said(text, named, words)
        if not said and not any(pattern.search(text) for pattern in _AGREED):
            continue
        bodies_here = [each.body for each in named]
        first = next((body for body in bodies_here if body.type == "nämnd"), bodies_here[0])
        behind = bodies_here[bodies_here.index(first) + 1 :]
        other = next((body for body in behind if body.type != "kommun"), first)
        buyer, provider = said.get(BUYER, first), said.get(PROVIDER, other)
        alike = provider.type in _MAY_BUY  # and it may be the other way round
        sure = bool(said) or not alike or bool(_GIVES.search(text))
        if buyer != provider:
            yield OldFact(known.BUYER, buyer.id, place, sure)
            yield OldFact(known.PROVIDER, provider.id, place, sure)


def _said(text: str, named: Sequence[BodyPlace], words: StatedWords) -> dict[str, KnownBody]:
    """Return which body a line says is which party: `nedan kallad utföraren`, `(köparen)`."""
    said: dict[str, KnownBody] = {}
    for index, here in enumerate(named):
        ends = named[index + 1].start if index + 1 < len(named) else len(text)
        behind = text[here.end : min(ends, here.end + _BEHIND)]
        explicit = re.match(
            r"[\s,]*(?:\(|nedan |här |såsom |i egenskap av )[^).]*", behind, re.IGNORECASE
        )
        role = role_of(explicit[0], words) if explicit else ""
        before = re.findall(r"\w+", text[max(0, here.start - _BEFORE) : here.start])
        role = role or (role_of(before[-1], words) if before else "")
        if role:
            said.setdefault(role, _board(named, index))
    return said


def _board(named: Sequence[BodyPlace], place: int) -> KnownBody:
    """Return the board where a line names its municipality behind it: the board in the town."""
    here = named[place]
    if here.body.type == "kommun" and place:
        before = named[place - 1]
        if before.body.type == "nämnd" and here.start - before.end < _BEFORE:
            return before.body
    return here.body
