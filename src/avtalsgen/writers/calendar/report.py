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
    Inline,
    LineBreak,
    Paragraph,
    Running,
    Section,
    Table,
    Text,
)
from avtalsgen.swedish.dates import iso, long
from avtalsgen.swedish.phrases import capitalise_first
from avtalsgen.swedish.typography import NO_BREAK_SPACE
from avtalsgen.writers.calendar.terminal import day_name

_KICKER = "Skyldigheter"
_DATED = ("Dag", "Vem", "Vad", "Var det står")
_UNDATED = ("När", "Vem", "Vad", "Var det står")


def report(calendar: Calendar, name: str, horizon: date) -> Document:
    """Return what is to be done up to `horizon` in the uppdrag called `name`, as a document."""
    period = f"{iso(calendar.start)} – {iso(horizon)}"
    sections = (
        _section("dagar", "Dagar", _days(occurrences(calendar, horizon))),
        *_without_days(calendar.obligations),
    )
    row = CoverRow("Period", (Text(period),))
    return Document(
        Identity("skyldigheter", period, _KICKER, "", f"{_KICKER} – {name}"),
        Cover(_KICKER, (Text(name),), (), (row,), "letterhead"),
        sections,
        running=Running(_KICKER, period, name),
    )


def _days(occurrences: Iterable[Occurrence]) -> Block:
    rows = tuple(
        (
            _cell(long(occurrence.day).replace(" ", NO_BREAK_SPACE), day_name(occurrence.day)),
            _who(occurrence.obligation),
            _cell(occurrence.obligation.what),
            _cell(
                _where(occurrence.obligation),
                occurrence.obligation.title or occurrence.obligation.uppdrag,
            ),
        )
        for occurrence in occurrences
    )
    return Table(_header(_DATED), rows) if rows else Paragraph((Text("Inga dagar i perioden."),))


def _without_days(obligations: Iterable[Obligation]) -> Iterable[Section]:
    undated = [obligation for obligation in obligations if isinstance(obligation.when, Undated)]
    for uppdrag, group in groupby(undated, key=lambda obligation: obligation.uppdrag):
        members = list(group)
        rows = tuple(
            (
                _cell(obligation.words),
                _who(obligation),
                _cell(obligation.what),
                _cell(_where(obligation)),
            )
            for obligation in members
        )
        heading = f"Utan dag: {members[0].title or uppdrag} ({uppdrag})"
        anchor = f"utan-dag-{uppdrag.replace('@', '-')}"
        yield _section(anchor, heading, Table(_header(_UNDATED), rows))


def _who(obligation: Obligation) -> Cell:
    return _cell(capitalise_first(obligation.who), obligation.party)


def _where(obligation: Obligation) -> str:
    return (
        f"{obligation.section or obligation.clause}{' (avvikelse)' if obligation.deviates else ''}"
    )


def _section(anchor: str, heading: str, block: Block) -> Section:
    return Section(anchor, (Text(heading),), 1, "", (block,))


def _header(names: Iterable[str]) -> tuple[Cell, ...]:
    return tuple(map(_cell, names))


def _cell(*lines: str) -> Cell:
    """Return a cell with a line for each text that there is."""
    inlines: list[Inline] = []
    for line in filter(None, lines):
        inlines += [LineBreak(), Text(line)] if inlines else [Text(line)]
    return tuple(inlines)
