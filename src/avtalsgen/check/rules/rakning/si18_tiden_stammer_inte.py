"""Samma tid sägs två gånger, och de är inte lika långa.

Varför: två längder på samma tid ger två avtal.

**Fel**

    Stödet ges kl. 8–17, det vill säga åtta timmar om dagen.

**Rätt**

    Stödet ges kl. 8–17, det vill säga nio timmar om dagen.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.swedish.numbers import NUMERALS, read_letters

_NUMBER = rf"\d{{1,4}}|{'|'.join(NUMERALS[1:])}"
_UNIT = r"timm(?:e|ar)|dygn|dag(?:ar)?|veck(?:a|or)|månad(?:er)?|år"
_THAT_IS = r"(?:det\ vill\ säga|dvs\.?|alltså)"
_CLOCK = re.compile(
    rf"""
    \bkl(?:ockan|\.)?\ ?(?P<from>\d{{1,2}})(?:[.:](?P<past>\d\d))?\ ?(?:–|-|till|och)\ ?(?:kl\.\ ?)?
    (?P<to>\d{{1,2}})(?:[.:](?P<beyond>\d\d))?,?\ {_THAT_IS}\ (?:i\ )?
    (?P<told>(?P<hours>{_NUMBER})\ timmar)
    """,
    re.VERBOSE,
)
_TWICE = re.compile(
    rf"""
    (?<![\w,.])(?P<number>{_NUMBER})\ (?P<unit>{_UNIT})
    (?:,?\ {_THAT_IS}\ (?:i\ )?|\ \()(?P<told>(?P<other>{_NUMBER})\ (?P<others>{_UNIT}))(?!\w)
    """,
    re.VERBOSE,
)
_MINUTES, _DAY = 60, 24
_LENGTHS = {
    "timm": {"timm": 1, "dygn": 24},
    "dag": {"dygn": 1, "dag": 1, "veck": 7},
    "månad": {"månad": 1, "år": 12},
}
"""What can be counted over exactly: a month has no number of days."""


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for stretch, match in facts.said(_CLOCK, holding=("kl",)):
        begins = int(match["from"]) * _MINUTES + int(match["past"] or 0)
        ends = int(match["to"]) * _MINUTES + int(match["beyond"] or 0)
        minutes = (ends - begins) % (_DAY * _MINUTES) or _DAY * _MINUTES
        if minutes != _worth(match["hours"]) * _MINUTES and not minutes % _MINUTES:
            yield _told(stretch, match, f"tiden är {minutes // _MINUTES} timmar")
    for stretch, match in facts.said(_TWICE):
        for lengths in _LENGTHS.values():
            first, second = _length(lengths, match["unit"]), _length(lengths, match["others"])
            if first and second and first != second:
                if _worth(match["number"]) * first != _worth(match["other"]) * second:
                    yield _told(stretch, match, f"det är inte {match['number']} {match['unit']}")
                break


def _length(lengths: dict[str, int], unit: str) -> int:
    return next((length for stem, length in lengths.items() if unit.startswith(stem)), 0)


def _worth(number: str) -> int:
    return int(number) if number.isdecimal() else read_letters(number) or 0


def _told(stretch: Stretch, match: re.Match[str], message: str) -> Finding:
    return Finding(Stretch(stretch.passage, *match.span("told")), message, "rätta en av tiderna")


RULE = CheckRule("SI18", "tiden-stammer-inte", Severity.ERROR, _find)
