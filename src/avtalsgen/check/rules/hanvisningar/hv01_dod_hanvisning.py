"""En hänvisning till ett avsnitt som inte finns.

Varför: läsaren hittar inte det som gäller.

**Fel**

    # 1 Uppdraget

    Betalning sker enligt avsnitt 7.2.

    # 2 Ersättning

    Ersättningen är fast.

    # 3 Tvist

    Parterna löser tvister.

**Rätt**

    # 1 Uppdraget

    Betalning sker enligt avsnitt 2.

    # 2 Ersättning

    Ersättningen är fast.

    # 3 Tvist

    Parterna löser tvister.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_POINTED = re.compile(
    r"""
      \b(?:avsnitt(?:en)?|kapitel|kapitlet)[ \u00a0](?P<number>\d+(?:\.\d+)*)(?![\d.]*\d|\ ?[§:])
    | \bpunkt(?:en)?[ \u00a0](?P<point>\d+\.\d+(?:\.\d+)*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"""
    ^[ \u00a0](?:i|av|till)[ \u00a0]
    (?:
          bilaga | lag | förordning | handbok | samverkans | riktlinje | \w+lagen | \w+avtalet
        | grunduppdraget | uppdraget
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OWN_SECTION = re.compile(
    r"""
    (?i:\b(?:enligt|se|även|också|jfr|i|av|till))\ (?P<section>§\ \d+)(?!\w|\ \w*lag|\ i\ )
    """,
    re.VERBOSE,
)
_OWN_CHAPTER = re.compile(
    r"""
    \b(?P<chapter>\d+)\ kap\.(?:\ \d+(?:\ [a-z])?\ §)?
    (?=\ i\ (?:detta|denna|den\ här|det\ här)\ )
    """,
    re.VERBOSE,
)
_SINGLE = re.compile(r"(?i)\bpunkt(?:en)?[ \u00a0](?P<number>\d+)(?![.\d]*\d|\ ?[§:–-])")
_FEWEST = 3


def _find(facts: CheckFacts) -> Iterator[Finding]:
    numbers = {_plain(h.number) for h in facts.headings if h.number}
    if not numbers or facts.kind in ("tillägg", "skrivelse", "protokoll"):
        return  # they speak of the sections of another document
    yield from _in_paragraphs(facts, numbers)
    yield from _in_chapters(facts, numbers)
    yield from _behind_the_last(facts, numbers)
    for passage in facts.prose:
        for match in _POINTED.finditer(passage.text):
            number = match["number"] or match["point"]
            if _plain(number) in numbers or _ELSEWHERE.match(passage.text[match.end() :]):
                continue
            stretch = Stretch(passage, match.start(), match.end())
            yield Finding(stretch, f"avsnitt {number} finns inte", "rätta numret")


def _in_paragraphs(facts: CheckFacts, numbers: set[str]) -> Iterator[Finding]:
    """Yield what is pointed at in a document whose sections are called `§ 3` and is not there."""
    if sum(number.startswith("§") for number in numbers) < _FEWEST:
        return
    for stretch, match in facts.said(_OWN_SECTION):
        if match["section"] not in numbers:
            place = Stretch(stretch.passage, *match.span("section"))
            yield Finding(place, f"{match['section']} finns inte", "rätta numret")


def _in_chapters(facts: CheckFacts, numbers: set[str]) -> Iterator[Finding]:
    """Yield a chapter of this very document that it does not have."""
    for stretch, match in facts.said(_OWN_CHAPTER, holding=(" kap. ",)):
        chapter = f"{match['chapter']} kap"
        if chapter not in numbers and any(number.endswith(" kap") for number in numbers):
            yield Finding(stretch, f"{chapter}. finns inte", "rätta numret")


def _behind_the_last(facts: CheckFacts, numbers: set[str]) -> Iterator[Finding]:
    """Yield a point behind the last section; one before it may be an item of some list."""
    sections = {int(number) for number in numbers if number.isdecimal()}
    items = {item.number.rstrip(".)") for item in facts.of("item")}
    if len(sections) < _FEWEST:
        return
    for stretch, match in facts.said(_SINGLE):
        number, behind = match["number"], stretch.passage.text[stretch.end :]
        elsewhere = number in items or behind.startswith((" i ", " av ", " till "))
        if int(number) > max(sections) and not elsewhere:
            yield Finding(stretch, f"avsnitt {number} finns inte", "rätta numret")


def _plain(number: str) -> str:
    return re.sub(r"\.0$", "", number.rstrip("."))


RULE = CheckRule("HV01", "dod-hanvisning", Severity.ERROR, _find)
