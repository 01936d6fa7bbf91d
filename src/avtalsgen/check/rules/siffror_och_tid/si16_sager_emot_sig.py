"""Handlingen säger två olika saker om uppsägningstiden eller priset.

Varför: ingen vet vilket av dem som gäller.

**Fel**

    Uppsägningstiden är tolv månader. Parterna får säga upp uppdraget. Uppsägningstiden är sex
    månader.

**Rätt**

    Uppsägningstiden är tolv månader. Bryter utföraren mot uppdraget är uppsägningstiden tre
    månader.
"""

import re
from collections.abc import Iterator
from functools import cache

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch, TextPassage
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.swedish.numbers import read_letters

_NOTICE = re.compile(
    r"""
      uppsägningstiden\ är\ (?P<number>\w+)(?:\ \(\d+\))?\ (?P<unit>månad|veck|dag)\w*
    | med\ (?P<other>\w+)\ (?P<others>månad|veck|dag)\w*\ uppsägningstid
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BREACH = re.compile(r"(?i)bryt|brist|förtida|häv|i förväg|bekostnad")
_PRICE = re.compile(
    r"""
    (?P<number>\d{1,3}(?:\ \d{3})*(?:,\d+)?)\ (?:kronor|kr)\ per[ ]
    (?P<unit>timme|dygn|plats|besök|månad|år)\b
    """,
    re.VERBOSE,
)
_SPECIAL = re.compile(
    r"""
      \bom\ (?:utföraren|beställaren|leverantören|parten|någon)
    | bryt | brist | förtida | väsentlig | i\ stället | annars | ändra\ villkor | fast\ pris
    | grupp | högst | tidigare | i\ dag | höjs | räknas | rabatt
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TIME = re.compile(
    r"""
      \b(?:19|20)\d\d\b
    | \b
      (?:
            från | fram\ till | till\ och\ med | efter | före | innan | därefter | sedan
          | hittills | nuvarande | nya? | nytt | gamla | förra | nästa | första | andra | sista
          | under
      )\b
    | fr\.o\.m | index | prisnivå | uppräkn | förläng
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GENERAL = re.compile(
    r"""
      ersättning\w* | pris\w* | betal\w* | kost\w* | ekonomi\w* | utgår | uppgår | är | blir | ska
    | skall | får | kan | vara | utgå | uppgå | med | till | att | en | ett | den | det | ersätter
    | beställaren | parterna | part | båda | säga | sägas | upp | uppsäg\w* | uppdrag\w*
    | avtal\w* | överenskommelse\w* | skriftlig\w* | löptid\w* | villkor | och | av | samt | om
    """,
    re.VERBOSE,
)
_TAIL = re.compile(r"[,;:]| och (?!(?:år|dygn|månad|vecka|timme|plats)\b)| som | att ")
_WORD = re.compile(r"\w+")
_AMOUNT = re.compile(
    r"""
    (?P<number>\d{1,3}(?:\ \d{3})*)[ ]
    (?:(?P<money>kronor|kr)\ |(?:timmar|dygn|besök|samtal|platser)\ )?
    (?P<unit>per\ år|om\ året|per\ månad|i\ månaden)
    """,
    re.VERBOSE,
)
_TOGETHER = re.compile(
    r"""
    (?<![\d,])(?P<each>\d{1,3}(?:\ \d{3})*)\ (?:kronor|kr)\ per\ (?P<unit>år|månad)
    ,?\ (?:och\ )?(?:det\ vill\ säga|dvs\.?|totalt)[ ]
    (?P<told>(?P<sum>\d{1,3}(?:\ \d{3})*)\ (?:kronor|kr))
    \ (?:för|på|under|i)\ (?P<count>\w+)\ (?P=unit)(?:er)?\b
    """,
    re.VERBOSE,
)
_WITHIN = re.compile(
    r"""
    \b
    (?:
          (?:beställaren|kommunen|nämnden)\ betalar | faktur\w+\b[^.]{0,60}?\bbetalas?
        | betalning\ (?:sker|ska\ ske) | betalningsvillkor\w*\ är
    )\b
    [^.]*?\b(?P<term>(?:inom\ )?(?P<number>\w+)\ dagar)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WHEN = re.compile(
    r"""
    \b(?P<what>ersättning|dygnspris|pris|betal|faktur|hyra|avgift|bidrag)\w*\b
    [^.]*?\b(?P<when>i\ (?:förskott|efterskott))\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ONE_PRICE = frozenset({"ersättning", "dygnspris", "pris", "betal", "faktur"})
_PART = re.compile(
    r"""
      rörlig | \bfasta?\b | grund | prestation | tillägg | merkostnad | övrig | annan\b | extra
    | resterande | drift | lokal | statsbidrag
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""One of several sums, each of which may be paid in its own way."""
_THAT_IS = re.compile(r"(?:Det|Detta|Beloppet|Ersättningen) (?:motsvarar|är|blir|ger)\b")
_EXCEPTION = re.compile(r"(?i)påminn|dröjsmål|återbetal|vite|kredit|tvist|slutfaktur")
_MONTHS = 12


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if facts.kind == "uppdrag" or not (facts.kind or facts.is_whole):  # others tell what was too
        yield from _twice(facts, _NOTICE, "uppsägningstiden")
        yield from _twice(facts, _PRICE, "priset")
    yield from _terms_of_payment(facts)
    yield from _before_and_after(facts)
    yield from _month_and_year(facts)
    yield from _years_together(facts)


def _years_together(facts: CheckFacts) -> Iterator[Finding]:
    """Yield a sum of several years or months that is not as many as one of them says."""
    for stretch, match in facts.said(_TOGETHER, holding=("det vill säga", "dvs", "totalt")):
        single, told, count = (_number(match[name]) for name in ("each", "sum", "count"))
        if single and told and count and single * count != told:
            place = Stretch(stretch.passage, *match.span("told"))
            message = f"det blir {_written(single * count)} kronor"
            yield Finding(place, message, "rätta ett av talen")


def _before_and_after(facts: CheckFacts) -> Iterator[Finding]:
    """Yield where the same is paid in advance and in arrears."""
    first: dict[str, tuple[str, Stretch]] = {}
    for sentence in facts.sentences:
        match = _WHEN.search(sentence.words)
        if match and not _PART.search(sentence.words):
            start = sentence.start + match.start("when")
            stretch = Stretch(sentence.passage, start, start + len(match["when"]))
            what = match["what"].casefold()
            what = "ersättning" if what in _ONE_PRICE else what
            known = first.setdefault(what, (match["when"], stretch))
            if known[0].casefold() != match["when"].casefold():
                message = f"betalningen sker också {known[0]}"
                yield Finding(stretch, message, "behåll den ena", (known[1],))
                return


def _month_and_year(facts: CheckFacts) -> Iterator[Finding]:
    before: Stretch | None = None
    for single in facts.sentences:
        sentence = single
        if before and before.passage is single.passage and _THAT_IS.match(single.words):
            sentence = Stretch(single.passage, before.start, single.end)
        before = single
        amounts = list(_AMOUNT.finditer(sentence.words))
        year = [m for m in amounts if m["unit"] in ("per år", "om året")]
        month = [m for m in amounts if m["unit"] in ("per månad", "i månaden")]
        if len(year) == len(month) == 1:
            monthly, yearly = _number(month[0]["number"]), _number(year[0]["number"])
            same = _what(year[0]) == _what(month[0])
            if same and monthly and yearly and abs(monthly * _MONTHS - yearly) > _MONTHS:
                start = sentence.start + month[0].start()
                stretch = Stretch(sentence.passage, start, start + len(month[0].group()))
                yield Finding(
                    stretch,
                    f"tolv månader blir {_written(monthly * _MONTHS)}, inte {_written(yearly)}",
                    "rätta ett av talen",
                )


def _what(match: re.Match[str]) -> str:
    """Return what is counted; hours may be told once: `9 000 per år, 750 timmar per månad`."""
    return "kronor" if match["money"] else ""


def _terms_of_payment(facts: CheckFacts) -> Iterator[Finding]:
    """Yield where invoices are paid within another number of days than before."""
    first: tuple[float, Stretch] | None = None
    for sentence in facts.sentences:
        match = _WITHIN.search(sentence.words)
        number = _number(match["number"]) if match else None
        if not match or number is None or _EXCEPTION.search(sentence.words):
            continue
        start = sentence.start + match.start("term")
        stretch = Stretch(sentence.passage, start, start + len(match["term"]))
        if first is None:
            first = (number, stretch)
        elif first[0] != number:
            message = f"om betalningstiden sägs också ”{first[1].words}”"
            yield Finding(stretch, message, "behåll den ena", (first[1],))
            return


def _twice(facts: CheckFacts, pattern: re.Pattern[str], what: str) -> Iterator[Finding]:
    is_breach = cache(_is_breach)
    met: dict[tuple[str, ...], tuple[float, Stretch]] = {}
    for sentence in facts.sentences:
        matches = tuple(pattern.finditer(sentence.words))
        if not matches:
            continue
        passage = sentence.passage
        breach = is_breach(passage)
        if passage.kind == "cell" or breach or _SPECIAL.search(sentence.words):
            continue
        if _TIME.search(sentence.words) or _TIME.search(passage.heading):
            continue  # another time has another price
        for match in matches:
            told = match.groupdict()
            number = _number(told["number"] or told.get("other") or "")
            unit = (told["unit"] or told.get("others") or "").casefold()
            start = sentence.start + match.start()
            stretch = Stretch(sentence.passage, start, start + len(match.group()))
            bare = pattern is _PRICE and match.group() == sentence.words.rstrip(".")
            if number is None or bare:  # the list that an item stands in says what it costs
                continue
            known = met.setdefault((unit, *_subject(sentence, match)), (number, stretch))
            if known[0] != number:
                message = f"om {what} sägs också ”{known[1].words}”"
                yield Finding(stretch, message, "behåll det ena", (known[1],))
                return


def _is_breach(passage: TextPassage) -> bool:
    return bool(_BREACH.search(passage.text) or _BREACH.search(passage.heading))


def _subject(sentence: Stretch, match: re.Match[str]) -> tuple[str, ...]:
    before, after = sentence.words[: match.start()], sentence.words[match.end() :]
    parts = (sentence.passage.heading, before, _TAIL.split(after, maxsplit=1)[0])
    return tuple(
        " ".join(sorted({w for w in _WORD.findall(p.casefold()) if not _GENERAL.fullmatch(w)}))
        for p in parts
    )


def _written(number: float) -> str:
    return f"{number:,.0f}".replace(",", " ")


def _number(text: str) -> float | None:
    plain = text.replace(" ", "").replace(",", ".")
    if plain.replace(".", "", 1).isdecimal():
        return float(plain)
    worth = read_letters(text.casefold())
    return None if worth is None else float(worth)


RULE = CheckRule("SI16", "sager-emot-sig", Severity.ERROR, _find)
