"""The days of a matter, in the order that they can come."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.clauses.parameters import BASE
from avtalsgen.problems import Problem, Severity
from avtalsgen.records import dataclass
from avtalsgen.swedish.dates import day_in
from avtalsgen.swedish.deadlines import after, next_working_day
from avtalsgen.swedish.durations import Duration
from avtalsgen.swedish.holidays import free_day
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Fact, Known


@dataclass(frozen=True, slots=True)
class _DayOrder:
    """Two days, and what is to be said when the first comes after the second."""

    first: str
    then: str
    message: str
    """With `{first}` and `{then}`, the days."""
    severity: Severity
    hint: str = ""
    """With `{first}` or `{then}`, what to write; empty: the day that meets the other."""
    when: str = ""
    """A fact of the documents that this holds for; empty for all."""
    unless: str = ""
    """A fact that says that it does not hold; empty for none."""
    apart: int = 0
    """How many days must be between them at least."""
    together: bool = False
    """Whether both must be said in this document: a tillägg may change the one alone."""


_ORDERS: Final = (
    _DayOrder(
        known.START, known.END, "tiden slutar {then}, innan den börjar {first}", Severity.ERROR
    ),
    _DayOrder(
        known.START,
        known.INDEXED_FROM,
        "ersättningen räknas upp {then}, innan uppdraget börjar {first}",
        Severity.ERROR,
        f"skriv {known.INDEXED_FROM}: {{first}}",
    ),
    _DayOrder(
        known.INDEXED_FROM,
        known.END,
        "ersättningen räknas upp först {first}, efter att uppdraget slutar {then}",
        Severity.WARNING,
    ),
    _DayOrder(
        known.START,
        known.FIXED_TO,
        "ersättningen är fast till {then}, innan uppdraget börjar {first}",
        Severity.ERROR,
    ),
    _DayOrder(
        known.FIXED_TO,
        known.END,
        "ersättningen är fast till {first}, efter att uppdraget slutar {then}",
        Severity.WARNING,
    ),
    _DayOrder(
        known.START,
        known.OPTION_END,
        "optionen får avropas till {then}, innan uppdraget börjar {first}",
        Severity.ERROR,
    ),
    _DayOrder(
        known.OPTION_END,
        known.END,
        "optionen får avropas till {first}, efter att uppdraget slutar {then}",
        Severity.WARNING,
    ),
    _DayOrder(
        known.FIXED_TO,
        known.INDEXED_FROM,
        "ersättningen är fast till {first}, men räknas upp redan {then}",
        Severity.ERROR,
        apart=1,
    ),
    _DayOrder(
        known.PRICE_LEVEL,
        known.INDEXED_FROM,
        "prisnivån är {first:%Y}, men ersättningen räknas upp redan {then}",
        Severity.WARNING,
        apart=1,
        together=True,
    ),
    _DayOrder(
        known.PRICE_LEVEL,
        known.START,
        "prisnivån är {first:%Y}, men uppdraget börjar {then}",
        Severity.WARNING,
        f"skriv {known.PRICE_LEVEL}: {{then:%Y}}, eller rätta den andra dagen",
        together=True,
    ),
    _DayOrder(
        known.DATED,
        known.DECIDED_ON,
        "handlingen är daterad {first}, efter beslutet om den {then}",
        Severity.STYLE,
    ),
    _DayOrder(
        known.DATED,
        known.SIGNED_ON,
        "handlingen är undertecknad {then}, innan den är daterad {first}",
        Severity.WARNING,
    ),
    _DayOrder(
        known.OFFERED_ON,
        known.DATED,
        "beslutet om insatser är daterat {first}, efter handlingen {then}",
        Severity.WARNING,
    ),
    _DayOrder(
        known.MET_ON,
        known.PROPOSED_START,
        "uppdraget börjar gälla {then}, före sammanträdet {first}",
        Severity.WARNING,
    ),
    _DayOrder(
        known.RISE_START,
        known.of(known.ABOUT, known.END),
        "ersättningen räknas upp {first}, efter att uppdraget slutar {then}",
        Severity.ERROR,
    ),
    _DayOrder(
        known.APPROVED_ON,
        known.ATTESTED_ON,
        "utdraget är bestyrkt {then}, innan protokollet justerades {first}",
        Severity.WARNING,
    ),
    _DayOrder(
        known.MET_ON,
        known.ANNOUNCED_ON,
        "anslaget är uppsatt {then}, före sammanträdet {first}",
        Severity.ERROR,
    ),
    _DayOrder(
        known.MATTER_OPENED,
        known.MATTER_CLOSED,
        "ärendet är avslutat {then}, innan det öppnades {first}",
        Severity.ERROR,
    ),
    _DayOrder(
        known.of(known.ABOUT, known.START),
        known.RISE_START,
        "ersättningen räknas upp {then}, innan uppdraget börjar {first}",
        Severity.ERROR,
        f"skriv {known.RISE_START}: {{first}}",
    ),
    _DayOrder(
        known.DATED,
        known.MET_ON,
        "skrivelsen är daterad {first}, efter sammanträdet {then}",
        Severity.ERROR,
        when=known.ABOUT,
    ),
    _DayOrder(
        known.MET_ON,
        known.DATED,
        "utdraget är daterat {then}, före sammanträdet {first}",
        Severity.ERROR,
        when=known.MEMO,
    ),
    _DayOrder(
        known.of(known.ABOUT, known.DATED),
        known.DATED,
        "uppdraget är daterat {first}, efter skrivelsen {then}",
        Severity.WARNING,
        when=known.ABOUT,
    ),
    _DayOrder(
        known.of(known.ABOUT, known.DECIDED_ON),
        known.DATED,
        "brevet är daterat {then}, före beslutet {first} om det som det säger",
        Severity.WARNING,
        when=known.RISE_STEPS,
    ),
    _DayOrder(
        known.MET_ON,
        known.of(known.ABOUT, known.START),
        "uppdraget börjar gälla {then}, före sammanträdet {first}",
        Severity.WARNING,
        "flytta första dagen, eller ta upp ärendet tidigare",
        when=known.ABOUT,
        unless=known.of(known.ABOUT, known.TILLAGG_START),
    ),
    _DayOrder(
        known.MET_ON,
        known.of(known.ABOUT, known.TILLAGG_START),
        "tillägget börjar gälla {then}, före sammanträdet {first}",
        Severity.WARNING,
        "flytta första dagen, eller ta upp ärendet tidigare",
        when=known.ABOUT,
    ),
    _DayOrder(
        known.NEGOTIATED_ON,
        known.MET_ON,
        "förhandlingen hålls {first}, efter sammanträdet {then}",
        Severity.WARNING,
        "förhandla innan nämnden beslutar",
    ),
    _DayOrder(
        known.MET_ON,
        known.APPROVED_ON,
        "protokollet är justerat {then}, före sammanträdet {first}",
        Severity.ERROR,
    ),
    _DayOrder(
        known.APPROVED_ON,
        known.APPROVED_BY,
        "protokollet är justerat {first}, men skulle ha justerats senast {then}",
        Severity.WARNING,
    ),
    _DayOrder(
        known.APPROVED_ON,
        known.ANNOUNCED_ON,
        "anslaget är uppsatt {then}, före justeringen {first}",
        Severity.ERROR,
    ),
    _DayOrder(
        known.ANNOUNCED_ON,
        known.ANNOUNCED_BY,
        "anslaget är uppsatt {first}, men skulle ha satts upp senast {then}",
        Severity.WARNING,
    ),
    _DayOrder(
        known.TAKEN_DOWN_FROM,
        known.TAKEN_DOWN_ON,
        "anslaget är nedtaget {then}, men tiden för överklagande löper till {first}",
        Severity.ERROR,
    ),
)


_WITHIN: Final = {
    known.NOTICE: "uppsägningstiden",
    known.TO_MEND: "tiden för rättelse",
    known.NOTICE_OF_FAULTS: "uppsägningstiden vid brist",
}
"""Times that are counted from a day within the uppdrag, and are to be over before it is."""


def day_order(lookup: Lookup) -> Iterator[Problem]:
    """Yield DA01 for two days that cannot come in that order, DA02 for two that should not.

    And DA05, a note, for a day at the office that is none.

    Only where both are known, and one of them is said in this document: what another document
    says twice is told there.
    """
    for order in _ORDERS:
        if order.when and lookup.uppdrag.facts.get(order.when) is None:
            continue
        if order.unless and lookup.fact(order.unless) is not None:
            continue
        first, then = lookup.fact(order.first), lookup.fact(order.then)
        early, late = _day(first), _day(then)
        if early is None or late is None or (late - early).days >= order.apart:
            continue
        place = _here(lookup, then, first)
        parted = order.together and None in (_here(lookup, first), _here(lookup, then))
        if place is None or parted:
            continue
        message = order.message.format(first=early, then=late)
        code = "DA01" if order.severity is Severity.ERROR else "DA02"
        meets: date | int
        if place is then:
            meets = early + timedelta(order.apart)
        elif place.path == known.PRICE_LEVEL:
            meets = late.year - 1
        else:
            meets = late - timedelta(order.apart)
        hint = order.hint.format(first=early, then=late)
        hint = hint or f"skriv {place.path}: {meets}, eller rätta den andra dagen"
        yield Problem(code, message, order.severity, place.origin, hint)
    yield from _longer_than_the_whole(lookup)
    yield from _said_twice(lookup)
    yield from _on_a_free_day(lookup)


def _longer_than_the_whole(lookup: Lookup) -> Iterator[Problem]:
    """Yield DA02 for a time within the uppdrag that is longer than the uppdrag."""
    start, end = _day(lookup.fact(known.START)), _day(lookup.fact(known.END))
    if start is None or end is None or end < start:
        return
    for path, what in _WITHIN.items():
        fact = lookup.fact(path)
        length = fact.value if isinstance(fact, Known) else None
        if not isinstance(length, Duration) or fact is None:
            continue
        try:
            over = after(start, length)
        except (ValueError, OverflowError):  # in working days, or beyond every year
            continue
        if over > end + timedelta(1) and fact.origin.file == lookup.uppdrag.file:
            message = f"{what} är {length}, längre än hela uppdraget, som gäller {start}–{end}"
            hint = f"skriv en kortare tid för {path}, eller skriv {known.END}: tills vidare"
            yield Problem("DA02", message, Severity.WARNING, fact.origin, hint)


_OF_A_TILLAGG: Final = (
    (known.TILLAGG_START, known.START, "börjar"),
    (known.TILLAGG_END, known.END, "slutar"),
)
"""The days of a tillägg, by their two names."""


def _said_twice(lookup: Lookup) -> Iterator[Problem]:
    """Yield DA02 for a day of a tillägg that its file says twice, in two ways.

    What it repeats of its uppdrag is the day of that.
    """
    for named, other, what in _OF_A_TILLAGG:
        day, fact = _here(lookup, lookup.fact(named)), _here(lookup, lookup.fact(other))
        if not isinstance(day, Known) or not isinstance(fact, Known):
            continue
        base = lookup.fact(known.of(BASE, other))
        repeated = isinstance(base, Known) and base.value == fact.value
        said = _day(fact) or fact.value
        if said != day.value and not repeated:
            message = f"tillägget {what} {day.value} enligt {named}, men {said} enligt {other}"
            hint = f"skriv {other}: {day.value}, eller rätta {named}"
            yield Problem("DA02", message, Severity.WARNING, fact.origin, hint)


_AT_THE_OFFICE: Final = {
    known.MET_ON: "nämnden sammanträder",
    known.ANNOUNCED_ON: "anslaget sätts upp",
}
"""Days that are set and can be misread; what was decided on a Sunday stands in the minutes."""


def _on_a_free_day(lookup: Lookup) -> Iterator[Problem]:
    """Yield DA05 for each of these days on a weekend, a holiday or an eve: it may be misread."""
    for path, what in _AT_THE_OFFICE.items():
        fact = lookup.fact(path)
        day = _day(fact)
        if fact and day and _here(lookup, fact) and (name := free_day(day)):
            hint = f"skriv {path}: {next_working_day(day)}, eller låt dagen stå om den är rätt"
            yield Problem("DA05", f"{what} {day}, som är {name}", Severity.STYLE, fact.origin, hint)


def _day(fact: Fact | None) -> date | None:
    """Return the day that a fact says; a text may name one, as the last day of an uppdrag.

    A price level is from the first day of its year.
    """
    value = fact.value if isinstance(fact, Known) else None
    if isinstance(value, str):
        return day_in(value)
    if isinstance(value, int) and fact and fact.path == known.PRICE_LEVEL:
        return date(value, 1, 1)
    return value if isinstance(value, date) else None


def _here(lookup: Lookup, *facts: Fact | None) -> Fact | None:
    """Return the first of `facts` that stands in the file of the document."""
    file = lookup.uppdrag.file
    return next((fact for fact in facts if fact and fact.origin.file == file), None)
