"""The three things that are next in turn: of what is most urgent in each uppdrag, the first."""

from collections.abc import Iterable
from datetime import date
from typing import Final, Literal

from avtalsgen.pipeline.overview.rows import OverviewRow
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import capitalise_first, enumerate_words
from avtalsgen.uppdrag.status import SIGNED, STATUSES

Urgency = Literal["late", "soon", ""]
Act = Literal["öppna", "förnya", "verifiera"]
MOST: Final = 3
_LATE, _SOON, _YEAR = 60, 150, 400
"""Days: the meetings of a nämnd are a month or two apart, and its papers go out weeks before."""
_RANK: Final = {"late": 0, "soon": 1, "": 2}


@dataclass(frozen=True, slots=True)
class NextCard:
    """What is next for an uppdrag, and what one does about it."""

    row: OverviewRow
    day: str
    days: int | None
    """Until then; none where there is no day."""
    urgency: Urgency
    headline: str
    text: str
    acts: tuple[Act, ...]


def cards(rows: Iterable[OverviewRow], today: date) -> tuple[NextCard, ...]:
    """Return what is next in turn, at most three."""
    every = [card for row in rows if (card := _card(row, today))]
    every.sort(key=lambda card: (_RANK[card.urgency], card.day or "9999", card.row.title))
    return tuple(every[:MOST])


def _card(row: OverviewRow, today: date) -> NextCard | None:
    left = f"{capitalise_first(enumerate_words(row.left))}." if row.left else ""
    renewed = row.newest != row.holds
    if row.ends_alone and (days := _days(row.until, today)) <= _YEAR:
        fate = f"Utgåva {row.newest} är {row.status}." if renewed else "Inget nytt är beslutat."
        text = f"Utgåva {row.holds} gäller till och med den dagen. {left if renewed else ''}"
        acts: tuple[Act, ...] = ("öppna",) if renewed else ("förnya",)
        return NextCard(
            row, row.until, days, _urgency(days), f"Löper ut. {fate}", text.strip(), acts
        )
    if row.errors:
        return NextCard(row, "", None, "soon", "Något är fel i uppdraget.", left, ("öppna",))
    if row.status == STATUSES[2]:
        until = _days(row.starts, today) if row.starts else None
        urgency = _urgency(until) if until is not None else "soon"
        headline = "Beslutat. Underskrifterna återstår."
        return NextCard(row, row.starts, until, urgency, headline, left, ("verifiera", "öppna"))
    if row.status != SIGNED and row.starts and (days := _days(row.starts, today)) <= _YEAR:
        headline = f"Utgåva {row.newest} ska börja gälla och är {row.status}."
        return NextCard(row, row.starts, days, _urgency(days), headline, left, ("öppna",))
    if row.next:
        days = _days(row.next.day, today)
        headline = f"{capitalise_first(row.next.what)}."
        return NextCard(row, row.next.day, days, "", headline, row.next.who, ("öppna",))
    return None


def _days(day: str, today: date) -> int:
    return (date.fromisoformat(day) - today).days


def _urgency(days: int) -> Urgency:
    return "late" if days <= _LATE else "soon" if days <= _SOON else ""
