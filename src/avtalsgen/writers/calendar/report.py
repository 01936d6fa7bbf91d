"""A calendar as a document, which the ordinary writers print.

Dagar      every day in order, with the day of the week and a holiday told
Utan dag   for each uppdrag what is to be done when something happens, or all the time
"""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from avtalsgen.model.calendar import Calendar, Obligation, Occurrence, Undated, occurrences
from avtalsgen.model.nodes import (
    Block,
    Cell,
    Cover,
    CoverRow,
    Document,
    Identity,
    Paragraph,
    Running,
    Section,
    Table,
    Text,
)
from avtalsgen.swedish.dates import iso
from avtalsgen.swedish.names import capitalise_first
from avtalsgen.writers.calendar.terminal import day_name

_KICKER = "Skyldigheter"
_DATED = ("Datum", "Dag", "Vem", "Vad", "Avsnitt", "Uppdrag")
_UNDATED = ("När", "Vem", "Vad", "Avsnitt")


def report(calendar: Calendar, name: str, horizon: date) -> Document:
    """Return what is to be done up to `horizon` in the uppdrag called `name`, as a document."""
    period = f"{iso(calendar.start)} – {iso(horizon)}"
    sections = (
        _section("dagar", "Dagar", _days(occurrences(calendar, horizon))),
        *_without_days(calendar.obligations),
    )
    identity = Identity("skyldigheter", period, _KICKER, "", f"{_KICKER} – {name}")
    return Document(
        identity,
        Cover(_KICKER, (Text(name),), (), (CoverRow("Period", (Text(period),)),)),
        sections,
        running=Running(_KICKER, period, name),
    )


def _days(found: Iterable[Occurrence]) -> Block:
    rows = tuple(
        _row(
            iso(each.day),
            day_name(each.day),
            _who(each.obligation),
            each.obligation.what,
            _section_of(each.obligation),
            each.obligation.title or each.obligation.uppdrag,
        )
        for each in found
    )
    return Table(_row(*_DATED), rows) if rows else Paragraph((Text("Inga dagar i perioden."),))


def _without_days(obligations: Iterable[Obligation]) -> Iterable[Section]:
    undated = [each for each in obligations if isinstance(each.when, Undated)]
    for uppdrag, group in groupby(undated, key=lambda each: each.uppdrag):
        members = list(group)
        rows = tuple(_row(each.words, _who(each), each.what, _section_of(each)) for each in members)
        heading = f"Utan dag: {members[0].title or uppdrag} ({uppdrag})"
        yield _section(
            f"utan-dag-{uppdrag.replace('@', '-')}", heading, Table(_row(*_UNDATED), rows)
        )


def _who(each: Obligation) -> str:
    party = f" ({each.party})" if each.party else ""
    return f"{capitalise_first(each.who)}{party}"


def _section_of(each: Obligation) -> str:
    return f"{each.section or each.clause}{' (avvikelse)' if each.deviates else ''}"


def _section(anchor: str, heading: str, block: Block) -> Section:
    return Section(anchor, (Text(heading),), 1, "", (block,))


def _row(*texts: str) -> tuple[Cell, ...]:
    return tuple((Text(text),) if text else () for text in texts)
