"""En part skrivs på flera sätt.

Varför: två stavningar kan läsas som två parter, och sökningar missar den ena.

**Fel**

    Nämnden har överenskommit med Leanlink Råd och Stöd. Leanlink, Råd & Stöd ska bemanna.

**Rätt**

    Nämnden har överenskommit med Leanlink Råd och Stöd. Leanlink Råd och Stöd ska bemanna.
"""

import re
from collections import Counter
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch, TextPassage
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_NAME = re.compile(r"[A-ZÅÄÖ][\wåäö]+(?:,? (?:och |& )?[A-ZÅÄÖ][\wåäö]+)+")
_COMPANY = re.compile(
    r"""
      [A-ZÅÄÖ][\w&-]*(?:\ (?:[A-ZÅÄÖ][\w&-]*|i|och|&|för|av|på|med))*[ ]
      (?:AB|HB|KB|[Ii]deell\ förening|[Ee]konomisk\ förening|kommun)\b
    | Föreningen(?:\ [A-ZÅÄÖ][\w&-]*)+
    """,
    re.VERBOSE,
)
_LIMITED = re.compile(
    r"""
    [A-ZÅÄÖ][\w-]*(?:\ (?:[A-ZÅÄÖ][\w-]*|i|&))*\ (?:AB|HB|KB|[Ee]konomisk\ förening)\b
    """,
    re.VERBOSE,
)
_SMALL = frozenset({"i", "och", "för", "av", "på", "med"})
_BEFORE = _SMALL | {"till", "mellan", "hos", "från"}
"""What a sentence or a row may begin with before a name."""
_KINDS = frozenset({"ideell", "ekonomisk", "förening", "föreningen"})
_FEWEST = 2
_MOST_WORDS = 2
"""Words in which the names of two companies differ that are one: one put in, or one for another."""


def _find(facts: CheckFacts) -> Iterator[Finding]:
    yield from _varying(facts, sorted(_names(facts), key=len, reverse=True))
    yield from _companies(facts)
    if facts.kind:
        yield from _longer(facts)


def _companies(facts: CheckFacts) -> Iterator[Finding]:
    """Yield companies and municipalities whose names differ in their small words alone."""
    written: dict[tuple[str, ...], list[Stretch]] = {}
    for passage in facts.passages:
        for match in _COMPANY.finditer(passage.text):
            start = match.start()
            first = match.group().partition(" ")[0]
            if first.casefold() in _SMALL:  # the sentence begins: I Dals kommun
                start += len(first) + 1
            words = passage.text[start : match.end()].casefold().replace("&", "och").split()
            key = tuple(_bare(word) for word in words if word not in _SMALL | _KINDS)
            written.setdefault(key, []).append(Stretch(passage, start, match.end()))
    for places in written.values():
        name = Counter(place.words for place in places).most_common(1)[0][0]
        other = [p for p in places if p.words != name and not p.words.isupper()]
        if other:
            message = f"samma part skrivs också {name}"
            yield Finding(other[0], message, f"skriv {name} överallt", tuple(other[1:]))


def _longer(facts: CheckFacts) -> Iterator[Finding]:
    """Yield a company whose name is that of another with a word more: it may be one or two."""
    written: dict[str, list[Stretch]] = {}
    for passage in facts.passages:
        for match in _LIMITED.finditer(passage.text):
            start = match.start()
            first = match.group().partition(" ")[0]
            if first.casefold() in _BEFORE:  # För Bolaget AB
                start += len(first) + 1
            stretch = Stretch(passage, start, match.end())
            written.setdefault(stretch.words, []).append(stretch)
    first = next(iter(written), "")
    ours = {word.casefold() for word in first.split()}
    for name, places in written.items():
        theirs = {word.casefold() for word in name.split()}
        differ = {word for word in ours ^ theirs if word not in _SMALL | {"&"}}
        alike = len(ours & theirs) > 1 and _first(name) == _first(first)
        together = name.replace(" ", "").casefold() == first.replace(" ", "").casefold()
        if name != first and (together or (alike and 0 < len(differ) <= _MOST_WORDS)):
            message = f"parten heter {first}"
            yield Finding(places[0], message, f"skriv {first} överallt", tuple(places[1:]))


def _first(name: str) -> str:
    return name.partition(" ")[0].casefold()


def _bare(word: str) -> str:
    """Return a word without the s that a municipality has before `kommun`."""
    return word.removesuffix("s")


def _varying(facts: CheckFacts, names: list[str]) -> Iterator[Finding]:
    taken: list[tuple[TextPassage, int, int]] = []
    for name in names:
        written = [s for s in _written(facts, name) if not _inside(s, taken)]
        taken.extend((s.passage, s.start, s.end) for s in written)
        other = [s for s in written if s.words != name]
        if other and len(written) >= _FEWEST and len(other) < len(written):
            message = f"samma part skrivs också {name}"
            yield from gathered(other, message, f"skriv {name} överallt")
        elif other and facts.lore and _is_known(facts, name):
            yield from gathered(other, f"parten heter {name}", f"skriv {name}")


def _is_known(facts: CheckFacts, name: str) -> bool:
    return any(name == known.name for body in facts.lore.bodies.values() for known in body.names)


def _names(facts: CheckFacts) -> set[str]:
    bodies = [b for b in facts.lore.bodies.values() if b.type in ("enhet", "företag", "förening")]
    names = {known.name for body in bodies for known in body.names}
    names |= {body.short for body in bodies if " " in body.short}
    known = {_key(name) for name in names}
    for passage in (*facts.opening, *facts.of("signature")):
        told = (match.group() for match in _NAME.finditer(passage.text))
        names |= {name for name in told if _key(name) not in known and "," not in name}
    return {name for name in names if " " in name}


def _written(facts: CheckFacts, name: str) -> list[Stretch]:
    words = [re.escape(word) for word in name.replace(",", "").split()]
    joined = r",?[ \u00a0]".join(
        "(?:och|&|o)" if word in ("och", r"\&") else word for word in words
    )
    pattern = re.compile(rf"(?<![\w-]){joined}(?=s?(?![\w-]))", re.IGNORECASE)
    return [
        Stretch(passage, match.start(), match.end())
        for passage in facts.passages
        if passage.kind != "contents"
        for match in pattern.finditer(passage.text)
        if not match.group().isupper() and not match.group().islower()
    ]


def _inside(stretch: Stretch, taken: list[tuple[TextPassage, int, int]]) -> bool:
    return any(
        stretch.passage is passage and start <= stretch.start and stretch.end <= end
        for passage, start, end in taken
    )


def _key(name: str) -> str:
    return name.replace(",", "").replace("&", "och").casefold()


RULE = CheckRule("OG02", "stavas-olika", Severity.WARNING, _find)
