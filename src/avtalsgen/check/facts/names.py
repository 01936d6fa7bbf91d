"""What a document calls plans, and how it numbers itself."""

import re
from collections.abc import Iterator
from typing import Final

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import PROSE, Stretch
from avtalsgen.records import dataclass

_PLAN: Final = re.compile(
    r"""
    \b(?:handlingsplan|handlingsprogram|strategi|riktlinje)(?:en|n|erna)?,?[ ]
    (?:
          (?:mot|för|om)\ (?P<bare>[\wåäö -]{8,90}?)
          (?=\ (?:som|är|ska|togs|föreskriver|finns|följs|gäller|från)\b|[.,;:(]|$)
        | ”(?P<quoted>[^”.]{6,90})
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORD: Final = re.compile(r"\w{3,}")
_OWN_NUMBER: Final = re.compile(
    r"(?:(?P<prefix>[A-ZÅÄÖ]{2,6})[ \u00a0-])?(?P<number>\d{4}[-/]\d{1,5})(?![-\d])"
)
_LABEL: Final = re.compile(r"(?i)\bdnr\b|diarienummer|diarienr")
_FIRST: Final = 4
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True, eq=False)
class PlanName:
    """A plan by the name that it is given at a place."""

    stretch: Stretch
    words: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class OwnNumber:
    """The diarienummer of a document: the letters of the nämnd, and the rest."""

    stretch: Stretch
    prefix: str
    number: str


def plans(facts: CheckFacts) -> Iterator[PlanName]:
    """Yield the plans that the prose names."""
    for passage in facts.of(*PROSE):
        for match in _PLAN.finditer(passage.text):
            group = "bare" if match["bare"] else "quoted"
            words = frozenset(_WORD.findall(match[group].casefold()))
            yield PlanName(Stretch(passage, *match.span(group)), words)


def same_plan(one_name: PlanName, other: PlanName) -> bool:
    """Return whether two names have so many words in common that one plan is meant."""
    common = one_name.words & other.words
    return len(common) * 2 > min(len(one_name.words), len(other.words))


def own_number(facts: CheckFacts) -> OwnNumber | None:
    """Return the number of a document, told on its first page."""
    for passage in (*facts.of("cover", "edge"), *facts.body[:_FIRST]):
        if len(passage.text) > _LONGEST:
            continue
        match = _OWN_NUMBER.search(passage.text)
        if match and (match["prefix"] or _LABEL.search(passage.text)):
            return OwnNumber(
                Stretch(passage, *match.span()), match["prefix"] or "", match["number"]
            )
    return None
