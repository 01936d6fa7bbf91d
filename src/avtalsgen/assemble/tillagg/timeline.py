"""When the changes of tillägg hold: from which day, till which, and in what order.

base   ├──────────────────────────────────────────────
1      │   ├─ ersätter tid ───────────────────────────    open: holds till something else does
2      │   │       ├─ fakta ──┤                           for a time: then as before
       ▼   ▼       ▼          ▼
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations

from avtalsgen.clauses.outline import every
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.changes import Addition, NewFacts, Repeal, Replacement, TillaggChange
from avtalsgen.uppdrag.facts import Known
from avtalsgen.uppdrag.uppdrag import Uppdrag

_UNNUMBERED = 1_000_000
_SOME_DAY = "2026-01-01"


@dataclass(frozen=True, slots=True)
class ChangeStep:
    """A change of a tillägg with its days. `over` is an addition whose time is up."""

    tillagg: Uppdrag
    change: TillaggChange
    start: date
    end: date | None
    over: bool = False

    @property
    def order(self) -> tuple[date, int, str, int]:
        """By day; on the same day by the number of the tillägg, then as its file has them."""
        return (self.start, *_rank(self.tillagg), self.change.number)

    @property
    def targets(self) -> tuple[str, ...]:
        """What it changes: the anchors of sections, or the paths of facts."""
        match self.change.act:
            case Replacement(target) | Repeal(target):
                return (target,)
            case NewFacts(facts):
                return tuple(f"faktumet {path}" for path in (*facts.by_path, *facts.unknown))
            case Addition(entry):
                return tuple(each.name for each in every((entry,)))


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a base holds, as far as they are known, and where that stands."""

    first: tuple[date, Origin] | None
    last: tuple[date, Origin] | None

    def must_hold(self, day: date, asked_at: Origin) -> None:
        """Do nothing if the base holds on `day`, or may.

        Raises:
            AvtalsgenError: TI06 it does not.
        """
        if self.first and day < self.first[0]:
            message = f"uppdraget gäller inte {day}: det börjar {self.first[0]} ({self.first[1]})"
        elif self.last and day > self.last[0]:
            message = f"uppdraget gäller inte {day}: det slutar {self.last[0]} ({self.last[1]})"
        else:
            return
        hint = "välj en annan dag med --as-of, eller en annan utgåva"
        raise AvtalsgenError([_date(message, asked_at, hint)])


def steps(
    tillagg: Iterable[Uppdrag], period: Period, problems: list[Problem]
) -> tuple[ChangeStep, ...]:
    """Return the changes of every tillägg in the order that they come to hold.

    TI06 goes to `problems` for a change without a day, with days out of order, or outside the
    days of the base; TI04 and TI05 for two of the same section or fact (`_clash`).
    """
    ordered = sorted(
        (step for each in tillagg for step in _steps(each, problems)), key=lambda step: step.order
    )
    for step in ordered:
        problems.extend(_outside(step, period))
    problems.extend(
        problem
        for one, other in combinations(ordered, 2)
        if (problem := _clash(one, other)) is not None
    )
    return tuple(ordered)


def on(steps: Iterable[ChangeStep], day: date) -> tuple[ChangeStep, ...]:
    """Return the steps that make the text of `day`.

    What was for a time is as if it had never been, but for an addition: what came after it has
    its number from it, so that its heading stays. A tillägg that another has taken the place of
    is as if it had never been.
    """
    in_force = []
    every_step = tuple(steps)
    begun = (step for step in every_step if step.start <= day)
    gone = {step.tillagg.facts.text(known.TILLAGG_INSTEAD) for step in begun}
    for step in every_step:
        if step.tillagg.name in gone:
            continue
        up = step.end is not None and step.end < day
        if step.start <= day and not up:
            in_force.append(step)
        elif up and isinstance(step.change.act, Addition):
            in_force.append(ChangeStep(step.tillagg, step.change, step.start, step.end, over=True))
    return tuple(in_force)


def concerns(problem: Problem, tillagg: Uppdrag) -> bool:
    """Return whether a problem is of `tillagg`, or of another beside it."""
    at_home = problem.origin is not None and problem.origin.file == tillagg.file
    return at_home or f"{tillagg.file}:" in problem.message


def _rank(tillagg: Uppdrag) -> tuple[int, str]:
    fact = tillagg.facts.get(known.TILLAGG_NUMBER)
    value = fact.value if isinstance(fact, Known) else None
    return (value if isinstance(value, int) else _UNNUMBERED), tillagg.name


def _steps(tillagg: Uppdrag, problems: list[Problem]) -> Iterator[ChangeStep]:
    first, last = tillagg.facts.day(known.TILLAGG_START), tillagg.facts.day(known.TILLAGG_END)
    for change in tillagg.changes:
        start, end = change.start or first, change.end or last
        if start is None:
            start_key = known.TILLAGG_START
            hint = (
                f"{tillagg.facts.act(start_key)} {start_key}: {_SOME_DAY}, "
                f"eller gäller_från: {_SOME_DAY}"
            )
            problems.append(_date("ändringen säger inte från vilken dag", change.origin, hint))
            continue
        if first and start < first:
            message = f"ändringen gäller från {start}, före tillägget ({first})"
            hint = f"skriv gäller_från: {first}, eller {known.TILLAGG_START}: {start}"
            problems.append(_date(message, change.origin, hint))
        if end and end < start:
            message = f"ändringen slutar {end}, innan den börjar {start}"
            hint = f"skriv {_end_of(change)}: {start}, eller {_start_of(change)}: {end}"
            problems.append(_date(message, change.origin, hint))
        yield ChangeStep(tillagg, change, start, end)


def _outside(step: ChangeStep, period: Period) -> Iterator[Problem]:
    starts, ends = _start_of(step.change), _end_of(step.change)
    if period.first and step.start < period.first[0]:
        day, origin = period.first
        message = f"ändringen gäller från {step.start}, innan uppdraget börjar {day} ({origin})"
        yield _date(message, step.change.origin, f"skriv {starts}: {day}")
    if period.last and step.start > period.last[0]:
        day, origin = period.last
        message = (
            f"ändringen gäller från {step.start}, efter att uppdraget upphört {day} ({origin})"
        )
        hint = f"skriv {starts}: {day}, eller förläng {known.END} i {origin.file}"
        yield _date(message, step.change.origin, hint)
    elif period.last and step.end and step.end > period.last[0]:
        day, origin = period.last
        message = f"ändringen gäller till {step.end}, efter att uppdraget upphört {day} ({origin})"
        yield _date(message, step.change.origin, f"skriv {ends}: {day}")


def _start_of(change: TillaggChange) -> str:
    """Return where the first day of a change stands: with it, or with the whole tillägg."""
    return "gäller_från" if change.start else known.TILLAGG_START


def _end_of(change: TillaggChange) -> str:
    return "gäller_till" if change.end else known.TILLAGG_END


def _date(message: str, origin: Origin, hint: str) -> Problem:
    return Problem("TI06", message, origin=origin, hint=hint)


def _clash(earlier: ChangeStep, later: ChangeStep) -> Problem | None:
    """Return what is unclear when both change the same; `earlier` comes first.

    Nothing when the first is over before the other begins, when the other takes over for good
    from one without end, or holds for a time within it. TI04 they begin the same day, TI05 the
    other begins in the days of the first and ends after them.
    """
    names = {earlier.tillagg.name, later.tillagg.name}
    if names & {each.tillagg.facts.text(known.TILLAGG_INSTEAD) for each in (earlier, later)}:
        return None
    both = [target for target in earlier.targets if target in later.targets]
    if not both:
        return None
    place = f"{earlier.change.origin} (gäller från {earlier.start})"
    if earlier.start == later.start:
        message = f"{_named(both[0])} ändras också av {place}, från samma dag"
        hint = "behåll den ena ändringen, eller ge dem olika gäller_från"
        return Problem("TI04", message, origin=later.change.origin, hint=hint)
    lasts = earlier.end is None or (later.end is not None and later.end <= earlier.end)
    if lasts or (earlier.end is not None and earlier.end < later.start):
        return None
    assert earlier.end is not None
    message = (
        f"{_named(both[0])} ändras också av {place}, "
        f"som gäller till {earlier.end}: tiderna går omlott"
    )
    hint = f"skriv gäller_från: {earlier.end + timedelta(days=1)}, eller gäller_till: {earlier.end}"
    return Problem("TI05", message, origin=later.change.origin, hint=hint)


def _named(target: str) -> str:
    return target if target.startswith("faktumet ") else f"avsnittet ”{target}”"
