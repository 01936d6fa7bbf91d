"""A calendar as two tables of text."""

from datetime import date

from avtalsgen.model.calendar import Calendar, Obligation, Undated, free_because, occurrences
from avtalsgen.swedish.dates import iso, weekday
from avtalsgen.swedish.typography import NO_BREAK_SPACE
from avtalsgen.writers.terminal_table import table

_DATED = ("DATUM", "DAG", "VEM", "VAD", "AVSNITT", "UPPDRAG")
_UNDATED = ("NÄR", "VEM", "VAD", "AVSNITT", "UPPDRAG")


def to_terminal(calendar: Calendar, horizon: date) -> str:
    """Return the days up to `horizon`, and below them what has no day."""
    dated = [
        (iso(each.day), day_name(each.day), *_said(each.obligation))
        for each in occurrences(calendar, horizon)
    ]
    undated = [
        (each.words, *_said(each))
        for each in calendar.obligations
        if isinstance(each.when, Undated)
    ]
    lines = [f"Skyldigheter från och med {iso(calendar.start)} till och med {iso(horizon)}", ""]
    lines += table(_DATED, dated) if dated else ["(inga dagar)"]
    if undated:
        lines += ["", "Utan dag", "", *table(_UNDATED, undated)]
    return "\n".join(lines).replace(NO_BREAK_SPACE, " ") + "\n"


def day_name(day: date) -> str:
    """Return the day of the week, and why nobody may be at work: `söndag, påskdagen`."""
    free = free_because(day)
    return weekday(day) if free in ("", weekday(day)) else f"{weekday(day)}, {free}"


def _said(obligation: Obligation) -> tuple[str, ...]:
    deviates = " (avvikelse)" if obligation.deviates else ""
    return (
        obligation.who,
        obligation.what,
        f"{obligation.section or obligation.clause}{deviates}",
        obligation.uppdrag,
    )
