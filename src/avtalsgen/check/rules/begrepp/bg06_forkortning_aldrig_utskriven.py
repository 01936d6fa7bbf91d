"""En förkortning som aldrig skrivs ut.

Varför: den som inte känner den kan inte veta vad den står för.

**Fel**

    Om IVO inleder tillsyn ska utföraren säga det.

**Rätt**

    Om Inspektionen för vård och omsorg (IVO) inleder tillsyn ska utföraren säga det.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.facts.words import is_shouted
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_SHORT = re.compile(r"(?<![\w§/.-])[A-ZÅÄÖ][a-zåäö]?[A-ZÅÄÖ]{1,4}(?![\w/-]| \d|:\d)")
_ROMAN = re.compile(r"[IVXL]+")
_LEFT = frozenset({"NN", "TBD", "TODO", "XX"})
"""What stands where something is to be filled in, which another rule tells."""


def _find(facts: CheckFacts) -> Iterator[Finding]:
    met: dict[str, list[Stretch]] = {}
    for stretch, match in facts.said(_SHORT):
        word = match.group()
        is_name = not _ROMAN.fullmatch(word) and word not in _LEFT
        if is_name and not is_shouted(stretch.passage.text):
            met.setdefault(word, []).append(stretch)
    laws = {law.short.casefold() for law in facts.lore.laws.values()}
    old = {name.casefold() for w in facts.lore.wordings.values() for name in w.phrases}
    known = facts.lore.language.known_abbreviations | laws | old
    prose = re.compile(r"\w+").findall("\n".join(p.text for p in facts.prose)) if met else ()
    words = frozenset(prose)
    for short, places in met.items():
        is_word = short.lower() in words
        if short.casefold() not in known and not is_word and not _is_told(facts, short):
            message = f"{short} skrivs aldrig ut"
            yield from gathered(places, message, f"skriv namnet och ({short}) första gången")


def _is_told(facts: CheckFacts, short: str) -> bool:
    told = re.compile(
        rf"\({short}\)|\b{short} \([a-zåäöA-ZÅÄÖ]|, {short}(?=[,.)]|$)|, förkortat {short}"
    )
    return any(told.search(passage.text) for passage in facts.passages)


RULE = CheckRule("BG06", "forkortning-aldrig-utskriven", Severity.WARNING, _find)
