"""What a text binds somebody to: amounts, days, statutes, duties, conditions."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from avtalsgen.compare.meaning.words import (
    BEFORE_OR_AFTER,
    CONDITION,
    DEADLINE,
    EACH,
    LAWS,
    MILLIONS,
    MODALITY,
    MONEY,
    NEGATION,
    REFERENCE,
    SCOPE,
)
from avtalsgen.model.comparison import Reason
from avtalsgen.swedish.dates import MONTHS
from avtalsgen.swedish.durations import Unit

Fact = tuple[Reason, str]

_NUMBER: Final = re.compile(r"[0-9][0-9 .,:/]*")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_DAY: Final = re.compile(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|[0-9]{{1,2}} (?:{'|'.join(MONTHS)}).*")
_STATUTE: Final = re.compile(
    r".*§.*|[a-zåäö-]{2,6} [0-9]{4}:[0-9]+|[0-9]{4}:[0-9]+"
    r"|.{3,}(?:lagens?|balkens?|förordningens?|konventionens?)"
)
_PARTY: Final = re.compile(
    r"(?:utförar|beställar|leverantör|uppdragsgivar|uppdragstagar|huvudman|huvudmän).*"
    r"|part(?:en|ens|er|erna|ernas)|.*kommun(?:en|ens|s)?|ivo"
    r"|.*(?:nämnd|förvaltning|styrelse)(?:en|ens|s|er|erna)?"
)
_UNITS: Final = frozenset(name for unit in Unit for name in (unit.singular, unit.plural))
_SUBJECT: Final = re.compile(
    r"(?!året|denna).{2,}(?:erna|aren|en|et|na)|det|de|den|någon|något|inte|behov|.*uppstår"
)
"""What stands after an `om` that begins a condition."""


def hard(tokens: Sequence[str]) -> Iterator[Fact]:
    """Yield amounts, days, percentages, lengths of time, references and other numbers."""
    for at, token in enumerate(tokens):
        before, after = tokens[max(0, at - 4) : at], tokens[at + 1 : at + 3]
        if _DAY.fullmatch(token):
            yield "datum", token
            yield from _deadline(token, before)
        elif token in _UNITS and EACH & set(before[-1:]):
            yield "omfattning", f"per {token}"
        elif _STATUTE.fullmatch(token) or token in LAWS:
            yield "rättskälla", token
        elif _NUMBER.fullmatch(token):
            yield from _number(token, before, after)


def _deadline(token: str, before: Sequence[str]) -> Iterator[Fact]:
    if words := DEADLINE & set(before):
        yield "frist", " ".join((*sorted(words), token))


def _number(token: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Fact]:
    unit = after[0] if after else ""
    if before[-1:] == ("-",) and not any(word[-1:].isdigit() for word in before[-2:-1]):
        token = f"-{token}"
    if unit in MONEY or (unit in MILLIONS and set(after) & MONEY):
        yield "belopp", f"{token} {unit}"
    elif unit.startswith("procent"):
        yield "procent", f"{token} {unit}"
    elif unit in _UNITS:
        yield "varaktighet", f"{token} {unit}"
        yield from _deadline(f"{token} {unit}", before)
    elif REFERENCE & set(before[-1:]):
        yield "hänvisning", token
    else:
        yield ("datum" if _YEAR.fullmatch(token) else "tal"), token


def soft(tokens: Sequence[str], parties: frozenset[str]) -> Iterator[Fact]:
    """Yield parties, duties and rights, negations, how much is meant, and conditions.

    Which words those are stands in `words`; `parties` are names that the documents sign with.
    """
    for at, token in enumerate(tokens):
        if _PARTY.fullmatch(token) or token in parties or token.removesuffix("s") in parties:
            yield "part", token
        if token in MODALITY:
            yield "modalitet", MODALITY[token]
        if token in NEGATION:
            yield "negation", token
        if token in SCOPE:
            yield "omfattning", token
        if token in BEFORE_OR_AFTER:
            yield "frist", token
        if token in CONDITION or _begins_condition(tokens[at : at + 2]):
            yield "villkor", token


def _begins_condition(words: Sequence[str]) -> bool:
    """Return whether the first of `words` is the `om` of a condition, not of a matter."""
    return words[0] == "om" and len(words) > 1 and bool(_SUBJECT.fullmatch(words[1]))
