"""A count of the headings as Word will do it, before Word does."""

from avtalsgen.model.nodes import Document, Section
from avtalsgen.model.walk import sections
from avtalsgen.problems import AvtalsgenError, Exit, Problem


def check_numbers(document: Document) -> None:
    """See to it that Word counts every number as it stands in `document`.

    No number is typed in the file but those with a letter, which are outside the count. So one
    that does not follow from the place of its section would come out as another.

    Raises:
        AvtalsgenError: a number is not the next one by `document.numbering`.
    """
    counters: list[int] = []
    for section in sections(document):
        if not section.number or section.lettered:
            continue
        counters = [*counters, *[0] * section.level][: section.level]
        counters[-1] += 1
        if section.number != _written(document.numbering, section.level, counters):
            raise AvtalsgenError([_problem(section)])


def _written(patterns: tuple[str, ...], level: int, counters: list[int]) -> str:
    return patterns[level - 1].format("", *counters) if level <= len(patterns) else ""


def _problem(section: Section) -> Problem:
    return Problem(
        "WD02",
        f"Word räknar inte fram numret {section.number} där det står",
        origin=section.origin,
        exit=Exit.OURS,
    )
