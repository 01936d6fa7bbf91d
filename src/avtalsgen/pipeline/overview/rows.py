"""What is told of an uppdrag in the overview. Days are ISO 8601, so that all of it is plain data.

Overview ── OverviewRow ─┬─ AxisSpan     what is drawn on the axis of time
                         ├─ Coming   what is to be done, by whom, and on which day
                         └─ counts   what remains, by kind
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, Literal

from avtalsgen.problems import Problem
from avtalsgen.records import dataclass
from avtalsgen.uppdrag.status import SIGNED

SpanKind = Literal["undertecknad", "utkast", "ersatt", "tillägg", "uppsägning"]


_LEFT: Final = (
    ("fel", "rätta ett fel", "rätta {} fel"),
    ("okänt", "svara på en fråga", "svara på {} frågor"),
    ("beslut", "skriv in beslutet", "skriv in beslutet"),
    ("underskrift", "en underskrift", "{} underskrifter"),
    ("lås", "se över låset", "se över låset"),
    ("se över", "se över en sak", "se över {} saker"),
    ("ej granskad", "låt granska en klausul", "låt granska {} klausuler"),
    ("kontrollera", "avgör en anteckning", "avgör {} anteckningar"),
)
"""What remains, by kind, in the order of how urgent it is."""


@dataclass(frozen=True, slots=True)
class AxisSpan:
    """Something with a beginning on the axis of time; without an end it goes on."""

    kind: SpanKind
    label: str
    start: str
    end: str = ""


@dataclass(frozen=True, slots=True)
class Coming:
    """A day on which something is to be done, or happens."""

    day: str
    what: str
    who: str


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """An uppdrag."""

    slug: str
    title: str
    provider: str
    dnr: str
    newest: str
    """The newest edition, and its status."""
    status: str
    holds: str
    """The edition that holds; empty before the first has begun, or when nobody knows."""
    since: str
    until: str
    """Its last day; empty where it goes on, or that is not known."""
    goes_on: bool
    """It holds until somebody gives notice, of so long a time."""
    notice: str
    tillagg: tuple[str, ...]
    """Those that are worked in today."""
    starts: str
    """When the newest edition begins, if that is known."""
    successor: str
    """The edition that is signed to follow the one that holds."""
    coming: tuple[Coming, ...]
    remaining: Mapping[str, int]
    """What remains before the next step, by kind of thing."""
    step: str
    """The status that the newest edition takes next."""
    errors: int
    warnings: int
    spans: tuple[AxisSpan, ...]
    about: tuple[str, ...]
    """The other documents of its folder: tillägg, memos, letters."""

    @property
    def name(self) -> str:
        """The newest edition as it is named everywhere."""
        return f"{self.slug}@{self.newest}"

    @property
    def left(self) -> tuple[str, ...]:
        """What remains before the next step, as one says it, the most urgent first."""
        return tuple(
            (one if count == 1 else many).format(count)
            for kind, one, many in _LEFT
            if (count := self.remaining.get(kind, 0))
        )

    @property
    def needs(self) -> bool:
        """Whether somebody has to do something that is not only to wait for a day."""
        return bool(self.errors) or self.ends_alone or (self.status != SIGNED and bool(self.starts))

    @property
    def ends_alone(self) -> bool:
        """Whether it ends on a day, and nothing is signed to follow it."""
        return bool(self.until) and not self.successor

    @property
    def next(self) -> Coming | None:
        """What is to be done first."""
        return self.coming[0] if self.coming else None


@dataclass(frozen=True, slots=True)
class Overview:
    """Every uppdrag, the one with the nearest day first."""

    day: date
    rows: tuple[OverviewRow, ...]
    loose: tuple[str, ...] = ()
    """Documents in a folder that has no uppdrag."""
    problems: tuple[Problem, ...] = ()


def row_of(data: Any) -> OverviewRow | None:
    """Return the row that was kept as `asdict` gives it; none if it is no such thing."""
    try:
        return OverviewRow(
            **{
                **data,
                "tillagg": tuple(data["tillagg"]),
                "about": tuple(data["about"]),
                "coming": tuple(Coming(**each) for each in data["coming"]),
                "spans": tuple(AxisSpan(**each) for each in data["spans"]),
            }
        )
    except (TypeError, KeyError):
        return None
