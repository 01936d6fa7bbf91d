"""Tal i löpande text som inte går ihop.

Varför: ett av talen är fel, och den som beslutar eller betalar vet inte vilket. Delar jämförs med
sin summa, andelar med hundra procent och en ökning med talen före och efter.

**Fel**

    Uppdraget omfattar tolv platser. Av dessa är sju för män och sex för kvinnor.

**Rätt**

    Uppdraget omfattar tolv platser. Av dessa är sju för män och fem för kvinnor.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.swedish.numbers import NUMERALS, read_letters

_NUMBER = rf"(?:\d{{1,3}}(?:[ \u00a0]\d{{3}})+|\d+(?:,\d+)?|{'|'.join(NUMERALS[2:])})"
_TOTAL = re.compile(rf"(?i)\b(?P<total>{_NUMBER}) (?P<what>[a-zåäö]{{4,}})(?:[^.\d]{{0,40}})\.$")
_PARTS = re.compile(
    rf"""
    ^Av\ (?:dessa|dem|de)\b[^.]*?\b(?P<first>{_NUMBER})\ [^.\d]{{3,40}}?
    \ och\ (?P<second>{_NUMBER})\b[^.\d]*\.?$
    """,
    re.VERBOSE,
)
_REST = re.compile(r"(?i)\b(?:övriga|resten|resterande|minst|högst|cirka|ungefär|varav|flera)\b")
_OF_WHICH = re.compile(
    rf"""
    (?<![\d,])(?P<total>{_NUMBER})\b[^.\d]{{0,40}}(?:,\ varav|(?P<all>,?\ (?:för)?delade?\ på))
    \ (?P<parts>[^.;:(]+)
    """,
    re.VERBOSE,
)
_PART = re.compile(rf"(?<![\w,])(?:{_NUMBER})(?![\w,]|\ ?%|\ procent)")
_IN_PARTS = re.compile(r" varav |delade? på ")
_EACH = re.compile(
    rf"""
    ^(?P<first>{_NUMBER})\b[^.,\d]{{2,40}},\ (?P<second>{_NUMBER})
    \ (?:i|på|vid|för)\ [^.,\d]{{2,30}}
    \ och\ (?P<third>{_NUMBER})\ (?:i|på|vid|för)\ [^.,\d]+\.?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COUNTED = re.compile(rf"(?i)\b(?P<total>{_NUMBER})\ [a-zåäö]{{4,}}(?:are|ar|er|or|n)\b")
_TWO_YEARS = re.compile(
    rf"""
    (?<!\d)(?P<before>{_NUMBER})\ [^.\d]{{3,40}}?\d{{4}}
    \ och\ (?P<after>{_NUMBER})\ [^.\d]{{3,40}}?\d{{4}}
    """,
    re.VERBOSE,
)
_TOLD = rf"(?P<share>(?:\d{{1,3}}(?:,\d+)?|{'|'.join(NUMERALS[2:])})\ ?(?:procent|%))"
_GREW = re.compile(
    rf"""
    ^(?:Det|Detta)\ (?:är|motsvarar|innebär)\ en\ (?P<way>ökning|höjning|minskning|sänkning)
    \ (?:på|med)\ {_TOLD}
    """,
    re.VERBOSE,
)
_TOGETHER = re.compile(r"\b(?:sammanlagt|totalt|tillsammans|det vill säga)\b")
_GROWS = re.compile(r"\ben (?:ökning|höjning|minskning|sänkning)\b")
"""Looked for first: most sentences have no such words."""
_SUM = re.compile(
    rf"""
    (?<!\d)(?P<first>{_NUMBER})\ [^.\d]{{3,50}}?\ och\ [^.\d]{{0,40}}?
    (?P<second>{_NUMBER})\ [^.\d]{{2,50}}?
    ,?\ (?P<told>(?:sammanlagt|totalt|tillsammans|det\ vill\ säga)\ (?:i\ )?(?P<sum>{_NUMBER}))
    """,
    re.VERBOSE,
)
_SHARE = re.compile(r"\b(?P<share>\d{1,3}(?:,\d+)?)[ \u00a0](?:procent|%)")
_SHARED = re.compile(
    r"""
    \b(?:bekostas|delas|fördelas|finansieras|betalas|bär|står\ för|svarar\ för|av\ kostnaden)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GROWTH = re.compile(
    rf"""
    \bfrån\ (?P<before>{_NUMBER})\b
    (?:\ (?!till)[^.,\d]{{1,30}}?(?:\ år\ \d{{4}}|\ \d{{4}})?|\ år\ \d{{4}})?
    \ till\ (?P<after>{_NUMBER})\b[^.%]{{0,50}}?,?\ en\ (?P<way>ökning|höjning|minskning|sänkning)
    \ (?:på|med)\ (?:cirka\ |ungefär\ )?{_TOLD}
    """,
    re.VERBOSE,
)
_ALL = 100
_ROUNDED, _ABOUT = Decimal("0.5"), Decimal(1)
"""How far a share that is told in whole per cent, or as about so many, is from what it is."""


def _find(facts: CheckFacts) -> Iterator[Finding]:
    before: Stretch | None = None
    for sentence in facts.sentences:
        if before and before.passage is sentence.passage:
            yield from _parts(before, sentence)
            yield from _each(before, sentence)
            yield from _grew(before, sentence)
        before = sentence
        yield from _of_which(sentence)
        yield from _sum(sentence)
        yield from _shares(sentence)
        yield from _growth(sentence)


def _parts(before: Stretch, sentence: Stretch) -> Iterator[Finding]:
    total, parts = _TOTAL.search(before.words), _PARTS.search(sentence.words)
    if not total or not parts or _REST.search(sentence.words) or _REST.search(total.group()):
        return
    told, made = _worth(total["total"]), _worth(parts["first"]) + _worth(parts["second"])
    if told != made:
        also = (_at(before, total, "total"),)
        message = f"delarna blir {_written(made)}, inte {_written(told)}"
        yield Finding(_at(sentence, parts, "second"), message, "rätta ett av talen", also)


def _each(before: Stretch, sentence: Stretch) -> Iterator[Finding]:
    parts = _EACH.match(sentence.words)
    total = _COUNTED.search(before.words) if parts else None
    if parts and total and not _REST.search(f"{total.group()} {sentence.words}"):
        told = _worth(total["total"])
        made = sum((_worth(parts[name]) for name in ("first", "second", "third")), Decimal(0))
        if told != made:
            message = f"delarna blir {_written(made)}, inte {_written(told)}"
            also = (_at(before, total, "total"),)
            yield Finding(_at(sentence, parts, "third"), message, "rätta ett av talen", also)


def _of_which(sentence: Stretch) -> Iterator[Finding]:
    match = _OF_WHICH.search(sentence.words) if _IN_PARTS.search(sentence.words) else None
    if not match:
        return
    parts, start = [], match.start("parts")
    for words in _split(match["parts"]):
        numbers = list(_PART.finditer(words.group()))
        if len(numbers) != 1:
            break
        place = sentence.start + start + words.start()
        spot = Stretch(sentence.passage, place + numbers[0].start(), place + numbers[0].end())
        parts.append((_worth(numbers[0].group()), spot))
    made, told = sum((worth for worth, _ in parts), Decimal(0)), _worth(match["total"])
    if len(parts) > 1 and (made > told or (match["all"] and made != told)):
        yield Finding(parts[-1][1], f"delarna blir {_written(made)}", "rätta ett av talen")


def _split(text: str) -> Iterator[re.Match[str]]:
    """Yield the parts of an enumeration."""
    return re.finditer(r"(?:(?!,? och |, ).)+", text)


def _grew(before: Stretch, sentence: Stretch) -> Iterator[Finding]:
    match = _GREW.match(sentence.words)
    years = _TWO_YEARS.search(before.words) if match else None
    if match and years:
        yield from _held_against(match, _worth(years["before"]), _worth(years["after"]), sentence)


def _sum(sentence: Stretch) -> Iterator[Finding]:
    match = _SUM.search(sentence.words) if _TOGETHER.search(sentence.words) else None
    if match and not _REST.search(match.group()):
        made = _worth(match["first"]) + _worth(match["second"])
        if made != _worth(match["sum"]):
            message = f"talen blir {_written(made)}"
            yield Finding(_at(sentence, match, "told"), message, "rätta ett av talen")


def _shares(sentence: Stretch) -> Iterator[Finding]:
    matches = list(_SHARE.finditer(sentence.words))
    if len(matches) < 2 or not _SHARED.search(sentence.words) or _REST.search(sentence.words):
        return
    made = sum((_worth(match["share"]) for match in matches), Decimal(0))
    if made > _ALL:
        message = f"andelarna blir {_written(made)} procent"
        yield Finding(_at(sentence, matches[-1], 0), message, "rätta en av andelarna")


def _growth(sentence: Stretch) -> Iterator[Finding]:
    match = _GROWTH.search(sentence.words) if _GROWS.search(sentence.words) else None
    if not match:
        return
    yield from _held_against(match, _worth(match["before"]), _worth(match["after"]), sentence)


def _held_against(
    match: re.Match[str], before: Decimal, after: Decimal, sentence: Stretch
) -> Iterator[Finding]:
    """Yield a share of growth that the numbers before and after do not make."""
    told = _worth(re.split(r" ?(?:procent|%)", match["share"])[0])
    sign = -1 if match["way"] in ("minskning", "sänkning") else 1
    near = _ABOUT if re.search("cirka|ungefär|knappt|drygt", match.group()) else _ROUNDED
    if before and abs(sign * (after - before) * _ALL / before - told) > near:
        made = round(sign * (after - before) * _ALL / before)
        yield Finding(_at(sentence, match, "share"), f"det är {made} procent", "rätta ett av talen")


def _at(sentence: Stretch, match: re.Match[str], group: str | int) -> Stretch:
    start, end = match.span(group)
    return Stretch(sentence.passage, sentence.start + start, sentence.start + end)


def _worth(text: str) -> Decimal:
    digits = text.replace(" ", "").replace("\u00a0", "").replace(",", ".")
    if digits.replace(".", "", 1).isdecimal():
        return Decimal(digits)
    return Decimal(read_letters(text.casefold()) or 0)


def _written(number: Decimal) -> str:
    return f"{number:,}".replace(",", " ").replace(".", ",")


RULE = CheckRule("SI17", "raknar-fel", Severity.ERROR, _find)
