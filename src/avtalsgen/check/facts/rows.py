"""Rows of a text as they were typed, for what a reader has put right."""

import re
from collections.abc import Iterator
from dataclasses import replace

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch, TextPassage, standing_at
from avtalsgen.source import Origin


def rows(facts: CheckFacts, pattern: re.Pattern[str]) -> Iterator[TextPassage]:
    """Yield the rows of the file that `pattern` is met in and no passage says."""
    said = "\n".join(passage.text for passage in facts.passages)
    for count, line in enumerate(facts.written.lines if facts.written else (), start=1):
        match = pattern.search(line)
        if match and match.group() not in said:
            origin = Origin(facts.file, count, 1)
            yield TextPassage("edge", line, facts.file, f"rad {count}", located=standing_at(origin))


def numbered(facts: CheckFacts, heading: TextPassage) -> Stretch:
    """Return a heading with the number that the file has before it; without, where it counts."""
    line = heading.spot().line
    if facts.written is not None and line is not None and heading.number:
        row = facts.written.lines[line - 1]
        start, end = row.find(heading.number), row.find(heading.text)
        if 0 <= start < end:
            origin = Origin(facts.file, line, 1)
            whole = replace(heading, text=row, located=standing_at(origin))
            return Stretch(whole, start, end + len(heading.text))
    return Stretch(heading, 0, len(heading.text))


def row_words(facts: CheckFacts, count: int, start: int, end: int) -> Stretch:
    """Return the words from `start` to `end` of a row, counted from 1."""
    assert facts.written is not None
    line = facts.written.lines[count - 1]
    origin = Origin(facts.file, count, 1)
    row = TextPassage("item", line, facts.file, f"rad {count}", located=standing_at(origin))
    return Stretch(row, start, end)
