"""Many pairs of documents compared, each on its own: `diff --pairs FIL`."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from avtalsgen.pipeline.batch.crew import Crew
from avtalsgen.pipeline.batch.job import Finished, Ground
from avtalsgen.pipeline.batch.jobs.opened import ground_round
from avtalsgen.pipeline.compare.diff import DiffOrder, drawn, put_drawn
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.encoded import text_of
from avtalsgen.records import dataclass
from avtalsgen.source import Origin


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """Two documents that were compared: how much differs, and the files that show it."""

    old: str
    new: str
    same: bool = False
    ranks: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    failed: bool = False
    contents: Mapping[str, bytes] = field(default_factory=dict)
    """Files that are not written yet: made away."""
    files: tuple[Path, ...] = ()


def read_pairs(path: Path) -> tuple[tuple[str, str], ...]:
    """Return the pairs in a file: on each line the old document and the new, with ; or tab between.

    Empty lines and those that begin with # are let be.

    Raises:
        AvtalsgenError: JF26 a line is no pair, JF27 the file cannot be read.
    """
    try:
        text, _ = text_of(path.read_bytes(), path.as_posix())
    except OSError:
        problem = Problem("JF27", f"filen {path} kan inte läsas", hint="rätta sökvägen")
        raise AvtalsgenError([replace(problem, exit=Exit.NOT_FOUND)]) from None
    pairs, problems = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        old, _, new = (name.strip() for name in line.replace("\t", ";").partition(";"))
        if old and new and ";" not in new:
            pairs.append((old, new))
        else:
            message, hint = "raden är inte två handlingar", "skriv: GAMMAL;NY"
            problems.append(Problem("JF26", message, origin=Origin(str(path), number), hint=hint))
    if problems:
        raise AvtalsgenError(problems)
    return tuple(dict.fromkeys(pairs))


def diff_many(
    orders: Sequence[DiffOrder],
    here: Path,
    crew: Crew,
    done: Callable[[ComparedPair], None] = lambda _: None,
) -> tuple[ComparedPair, ...]:
    """Return what differs in each pair, in their order, its files written.

    Raises:
        AvtalsgenError: as `Crew.outcomes`.
    """
    pairs: dict[int, ComparedPair] = {}
    named = dict.fromkeys(name for order in orders for name in (order.old, order.new))
    beside = [name for name in named if (here / name).is_file()]
    for number, outcome in crew.outcomes(DiffJob(), orders, ground_round(here), beside):
        order = orders[number]
        if isinstance(outcome, Finished):
            pairs[number] = outcome.made
        else:
            pairs[number] = ComparedPair(
                order.old, order.new, problems=outcome.problems, failed=True
            )
        done(pairs[number])
    return tuple(pairs[number] for number in range(len(orders)))


@dataclass(frozen=True, slots=True)
class DiffJob:
    """Compares a pair."""

    def run(self, order: DiffOrder, ground: Ground) -> ComparedPair:
        """Return what differs.

        Raises:
            AvtalsgenError: as `diff`.
        """
        made = drawn(order, ground.here)
        sections = made.comparison.sections
        ranks = Counter[str](change.rank for pair in sections for change in pair.changes)
        pair = ComparedPair(
            order.old, order.new, made.same, dict(ranks), made.problems, contents=made.files
        )
        return pair if ground.away else self.bring_home(order, pair, ground)

    def bring_home(self, order: DiffOrder, made: ComparedPair, ground: Ground) -> ComparedPair:
        """Return the same when its files are written.

        Raises:
            AvtalsgenError: JF20 a file is somebody else's; as `Delivery.put`.
        """
        return replace(made, contents={}, files=put_drawn(order, made.contents))
