"""What was measured, as tables of Markdown, and whether it is what we aim at."""

from collections.abc import Iterator, Mapping
from typing import Final

from benchmarks.measure import Cost

_WRITER: Final = "warm pdf, the writer alone"

_LEAST: Final = (
    ("PDF, LibreOffice cold ÷ ours cold, CPU", "cold LibreOffice, DOCX to PDF", "cold pdf", 10),
    ("PDF, LibreOffice cold ÷ ours warm, CPU", "cold LibreOffice, DOCX to PDF", "warm pdf", 10),
    ("PDF, LibreOffice warm ÷ ours warm, CPU", "warm LibreOffice, DOCX to PDF", "warm pdf", 3),
    ("PDF, LibreOffice cold ÷ our writer, CPU", "cold LibreOffice, DOCX to PDF", _WRITER, 10),
    ("PDF, LibreOffice warm ÷ our writer, CPU", "warm LibreOffice, DOCX to PDF", _WRITER, 3),
)


def table(costs: Mapping[str, Cost], measure: str) -> Iterator[str]:
    """Yield a row for each of `costs`, with its ratio to the one called `measure`."""
    yield "| | wall s | CPU s | CPU ratio | peak MB |"
    yield "|---|---:|---:|---:|---:|"
    for what, cost in costs.items():
        ratio = cost.cpu / costs[measure].cpu
        numbers = f"{cost.wall:.3f} | {cost.cpu:.3f} | {ratio:.2f} | {cost.peak / 1e6:.0f}"
        yield f"| {what} | {numbers} |"


def table_of_counts(costs: Mapping[int, Cost]) -> Iterator[str]:
    """Yield a row for each number of documents, with what one of them costs."""
    yield "| uppdrag | wall s | uppdrag/s | CPU s | CPU s each | peak MB |"
    yield "|---:|---:|---:|---:|---:|---:|"
    for count, cost in costs.items():
        rate, each = count / cost.wall, cost.cpu / count
        numbers = f"{cost.wall:.2f} | {rate:.1f} | {cost.cpu:.2f} | {each:.3f}"
        yield f"| {count} | {numbers} | {cost.peak / 1e6:.0f} |"


def aims(costs: Mapping[str, Cost], rate: float) -> Iterator[str]:
    """Yield a row for each aim; `rate` is uppdrag a second of the largest batch.

    An aim that leans on a program that was not there has no row.
    """
    yield "| aim | at | measured | |"
    yield "|---|---:|---:|---|"
    for aim, theirs, own, least in _LEAST:
        if theirs in costs:
            yield _row(aim, f"≥ {least}", costs[theirs].cpu / costs[own].cpu, at_least=least)
    yield _row("DOCX warm, CPU s", "≤ 0.1", costs["warm docx"].cpu, at_most=0.1)
    yield _row("DOCX and PDF cold, wall s", "< 1", costs["cold docx,pdf"].wall, at_most=1)
    yield _row("DOCX and PDF, uppdrag a second", "≥ 5", rate, at_least=5)


def _row(
    aim: str,
    at: str,
    measured: float,
    *,
    at_least: float = float("-inf"),
    at_most: float = float("inf"),
) -> str:
    verdict = "reached" if at_least <= measured <= at_most else "not reached"
    return f"| {aim} | {at} | {measured:.2f} | {verdict} |"
