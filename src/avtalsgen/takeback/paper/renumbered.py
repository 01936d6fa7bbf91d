"""The numbers that sections have in a file that came back, as an office program counts them."""

from collections.abc import Iterable, Iterator, Mapping

from avtalsgen.model.nodes import Section
from avtalsgen.readers.docx.returned.sheet import Sheet
from avtalsgen.takeback.paper.answering import Answers


def renumbered(
    answers: Answers, sheet: Sheet, sent: Mapping[str, Section]
) -> dict[str, frozenset[str]]:
    """Return the numbers of each of our sections in their file, where sections came, went, moved.

    A program that updates its fields writes one of them where the section is referred to: with
    tracked changes rejected, or as the file stands, by our levels or by those that it has there.
    """
    ours = {new: answers.olds[old].anchor for old, new in answers.pairs.items()}
    anchors: dict[int, str] = {}
    levels: dict[int, int] = {}
    for place, section in enumerate(answers.news):
        if section.part or section.heading is None:
            continue
        anchor = ours.get(place, "")
        node = sent.get(anchor)
        line = section.heading.sources[-1]  # one that was put in before it has its first
        levels[line] = node.level if node is not None else section.level
        anchors[line] = anchor
        if node is not None and not node.number:
            levels[line] = 0
    written = {
        place: line.level
        for place, line in enumerate(sheet.lines)
        if line.part == "body" and line.level
    }
    standing = {place: levels.get(place, level) for place, level in written.items()}
    counted = [dict(_counted(each.items())) for each in (levels, standing, written)]
    return {
        anchor: frozenset(numbers.get(line, "") for numbers in counted)
        for line, anchor in anchors.items()
        if anchor
    }


def _counted(levels: Iterable[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Yield the number of each heading by its line; one of level 0 is not counted."""
    counts: list[int] = []
    for line, level in sorted(levels):
        if level:
            counts = [*counts, *[0] * level][:level]
            counts[-1] += 1
            yield line, ".".join(map(str, counts))
