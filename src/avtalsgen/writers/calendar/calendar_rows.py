"""A calendar as rows: a day each, then what has no day."""

from collections.abc import Iterator, Sequence
from datetime import date

from avtalsgen.model.calendar import Calendar, Obligation, Undated, free_because, occurrences
from avtalsgen.swedish.dates import iso, weekday

HEADER = (
    *("Datum", "Veckodag", "Helg", "Vem", "Part", "Vad", "När"),
    *("Avsnitt", "Rubrik", "Klausul", "Uppdrag", "Titel", "Diarienummer"),
)


def to_rows(calendar: Calendar, horizon: date) -> Iterator[Sequence[str]]:
    """Yield the header, a row for each day up to `horizon`, and a row for each without a day."""
    yield HEADER
    for occurrence in occurrences(calendar, horizon):
        day = occurrence.day
        yield (iso(day), weekday(day), free_because(day), *_obligation(occurrence.obligation))
    for obligation in calendar.obligations:
        if isinstance(obligation.when, Undated):
            yield ("", "", "", *_obligation(obligation))


def _obligation(obligation: Obligation) -> tuple[str, ...]:
    said = (
        obligation.who,
        obligation.party,
        obligation.what,
        obligation.words,
        obligation.number,
        obligation.heading,
        obligation.clause,
    )
    return (*said, obligation.uppdrag, obligation.title, obligation.dnr)
