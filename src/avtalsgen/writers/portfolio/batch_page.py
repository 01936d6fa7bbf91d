"""How a run over many documents went, as a web page: what failed first, and why."""

from collections import Counter
from collections.abc import Iterator, Sequence

from avtalsgen.model.profile import DEFAULT
from avtalsgen.problems import Problem, Severity
from avtalsgen.records import dataclass
from avtalsgen.writers.portfolio.table_page import PageCell, PageHead, TablePage, to_page

_NOTHING = PageCell(("–",))
_HEADS = (
    PageHead("Dokument"),
    PageHead("Hur det gick"),
    PageHead("Det som hittades", "fel, varningar och stil, med plats"),
    PageHead("Det som har ändrats", "filer i arbetsytan, sedan dokumentet byggdes senast"),
    PageHead("Filer"),
)


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A document, what became of it, and what is to be told of it."""

    name: str
    status: str
    failed: bool
    problems: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def batch_page(
    command: str, moment: str, total: int, rows: Sequence[BatchRow], *, interrupted: bool
) -> bytes:
    """Return the page of `command`, which was to do `total` documents and was done at `moment`."""
    failed = sorted((row for row in rows if row.failed), key=lambda row: row.name)
    done = sorted((row for row in rows if not row.failed), key=lambda row: row.name)
    told = [f"{command}, {moment}.", f"{len(done)} av {total} dokument är klara."]
    if failed:
        told.append(f"{len(failed)} gick inte. De står först, med skälet.")
    if interrupted:
        told.append(f"Körningen avbröts; {total - len(rows)} dokument hann inte börja.")
    page = TablePage(
        "Hur det gick",
        tuple(told),
        _HEADS,
        tuple(_cells(row) for row in (*failed, *done)),
        tuple(_totals(rows)),
    )
    return to_page(page, DEFAULT)


def _cells(row: BatchRow) -> tuple[PageCell, ...]:
    problems = tuple(_line(problem) for problem in row.problems)
    return (
        PageCell((row.name,)),
        PageCell((row.status,), "unknown" if row.failed else "words"),
        *(PageCell(lines) if lines else _NOTHING for lines in (problems, row.changed, row.files)),
    )


def _line(problem: Problem) -> str:
    grade = "" if problem.severity is Severity.ERROR else f"{problem.severity}: "
    where = f"{problem.origin}: " if problem.origin else ""
    return f"{where}{problem.code} {grade}{problem.message}"


def _totals(rows: Sequence[BatchRow]) -> Iterator[str]:
    """Yield how many documents each code is told of, the most first."""
    counts = Counter(code for row in rows for code in {problem.code for problem in row.problems})
    for code, count in sorted(counts.items(), key=lambda counted: (-counted[1], counted[0])):
        yield f"{code}: {count} dokument"
