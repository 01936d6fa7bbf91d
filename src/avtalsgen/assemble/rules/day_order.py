"""The days of a matter, in the order that they can come."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.problems import Problem, Severity
from avtalsgen.records import dataclass
from avtalsgen.swedish.dates import day_in
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
    """With `{first}` where that day is what to write; empty: the day that meets the other."""
    when: str = ""
    """A fact of the documents that this holds for; empty for all."""


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
        known.MET_ON,
        known.of(known.ABOUT, known.START),
        "uppdraget börjar gälla {then}, före sammanträdet {first}",
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


def day_order(lookup: Lookup) -> Iterator[Problem]:
    """Yield DA01 for two days that cannot come in that order, DA02 for two that should not.

    Only where both are known, and one of them is said in this document: what another document
    says twice is told there.
    """
    for order in _ORDERS:
        if order.when and lookup.uppdrag.facts.get(order.when) is None:
            continue
        first, then = lookup.fact(order.first), lookup.fact(order.then)
        early, late = _day(first), _day(then)
        if early is None or late is None or early <= late:
            continue
        place = _here(lookup, then, first)
        if place is None:
            continue
        message = order.message.format(first=early, then=late)
        code = "DA01" if order.severity is Severity.ERROR else "DA02"
        meets = early if place is then else late
        hint = order.hint.format(first=early)
        hint = hint or f"skriv {place.path}: {meets}, eller rätta den andra dagen"
        yield Problem(code, message, order.severity, place.origin, hint)


def _day(fact: Fact | None) -> date | None:
    """Return the day that a fact says; a text may name one, as the last day of an uppdrag."""
    value = fact.value if isinstance(fact, Known) else None
    if isinstance(value, str):
        return day_in(value)
    return value if isinstance(value, date) else None


def _here(lookup: Lookup, *facts: Fact | None) -> Fact | None:
    """Return the first of `facts` that stands in the file of the document."""
    file = lookup.uppdrag.file
    return next((fact for fact in facts if fact and fact.origin.file == file), None)
