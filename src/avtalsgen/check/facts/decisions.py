"""The points that a memo proposes to decide, or that a protocol says were decided."""

import re
from typing import Final

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import PROSE, TextPassage

_HEAD: Final = re.compile(
    r"""
    ^(?:(?:förvaltningens|\w*(?:nämndens|styrelsens|fullmäktiges|utskottets))\ )?
    (?:förslag\ till\ beslut|beslut|beslutsförslag)(?:\ i\ ärendet)?:?$
    """,
    re.VERBOSE | re.IGNORECASE,
)


def decisions(facts: CheckFacts) -> tuple[TextPassage, ...]:
    """Return the points below the heading of what is decided, in their order."""
    points: list[TextPassage] = []
    below = False
    for passage in facts.body:
        if passage.kind == "heading":
            below = bool(_HEAD.match(passage.text))
        elif below and passage.kind in PROSE and not passage.text.rstrip().endswith(":"):
            points.append(passage)
    return tuple(points)
