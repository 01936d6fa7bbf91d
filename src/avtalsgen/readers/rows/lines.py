"""Rows to the lines that `recognise` makes a document of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from avtalsgen.model import plain
from avtalsgen.model.nodes import Paragraph, Text
from avtalsgen.readers.recognise.cutting import worded
from avtalsgen.readers.recognise.line import Line, Part
from avtalsgen.readers.recognise.numbers import typed
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.readers.rows import contents
from avtalsgen.readers.rows.bullets import hung
from avtalsgen.readers.rows.columns import ColumnRows, column_rows, with_whole_cells
from avtalsgen.readers.rows.joining import joined
from avtalsgen.readers.rows.markdown_marks import UnmarkedWords, looks
from avtalsgen.readers.rows.row import Row
from avtalsgen.readers.rows.ruled import table, without_underlines
from avtalsgen.source import Origin

_LONGEST_SUBTITLE = 100
_APART = 2.0
"""Signs, or points, that the entries of one level may begin apart."""
_LETTER_AS_BULLET = re.compile(r"^o\t")
_HASHES = re.compile(r"#{1,6} +(?P<words>\S.*?)(?: +#+)?")
_NOTHING = "\N{ZERO WIDTH SPACE}"
"""What a table says in a row: it is no entry of a contents."""


def lines(rows: Sequence[Row], source: str, words: PageWords) -> tuple[Line, ...]:
    """Return the paragraphs of `rows` in their order, those of the contents marked as such."""
    rows = with_whole_cells(rows, words)
    contents_rows = contents.find(rows, words)
    if contents_rows is None:
        return tuple(_with_facts(_joined(rows, frozenset(), source)))
    head = rows[contents_rows.start]
    return (
        *_with_facts(_joined(rows[: contents_rows.start], frozenset(), source)),
        _line(head.text, head, source, "contents-heading"),
        *_entries(contents_rows.entries, source),
        *_joined(rows[contents_rows.end :], contents_rows.headings, source),
    )


def _entries(entries: Sequence[contents.PrintedEntry], source: str) -> Iterator[Line]:
    """Yield the lines of a contents, with their levels where those of the numbers stand so far in.

    Then an entry without number, such as a list of annexes, is of the level that it stands at.
    """
    edges = sorted({round(entry.rows[0].left / _APART) for entry in entries})
    levels = [edges.index(round(entry.rows[0].left / _APART)) + 1 for entry in entries]
    numbers = (typed(entry.text) for entry in entries)
    told = len(edges) > 1 and all(
        number is None or len(number.path) == level
        for number, level in zip(numbers, levels, strict=True)
    )
    for entry, level in zip(entries, levels, strict=True):
        line = _line(entry.text, entry.rows[0], source, "contents")
        yield replace(line, level=level) if told else line


def with_contents(told: Sequence[Line], words: PageWords) -> tuple[Line, ...]:
    """Return `told` with the lines of a contents marked, where the file has not marked them."""
    if any(line.part == "contents" for line in told):
        return tuple(told)
    rows = [
        Row(line.text.strip() or _NOTHING, 0, 0, gap=True, page=1, line=at)
        for at, line in enumerate(told)
    ]
    contents_rows = contents.find(rows, words)
    if contents_rows is None:
        return tuple(told)
    entries = tuple(
        replace(told[entry.rows[0].line], text=entry.text, part="contents")
        for entry in contents_rows.entries
    )
    head = replace(told[contents_rows.start], part="contents-heading")
    return (*told[: contents_rows.start], head, *entries, *told[contents_rows.end :])


def _joined(rows: Sequence[Row], headings: frozenset[str], source: str) -> Iterator[Line]:
    """Yield the paragraphs and tables of `rows`."""
    start = place = 0
    while place < len(rows):
        made = _in_columns(rows, place)
        if made is None:
            place += 1
            continue
        yield from _paragraphs(rows[start:place], headings, source)
        origin = Origin(source, rows[place].line)
        end = place + made.count
        if made.table is not None:
            yield Line(replace(made.table, origin=origin), "")
        else:
            yield from (
                replace(_line(row.text, row, source, ""), in_row=True) for row in rows[place:end]
            )
        start = place = end
    yield from _paragraphs(rows[start:], headings, source)


def _in_columns(rows: Sequence[Row], place: int) -> ColumnRows | None:
    """Return the rows in columns that begin with row `place`, ruled below their head or not."""
    drawn = rows[place].table
    if drawn is not None:
        return ColumnRows(1, drawn)
    ruled = table(rows, place)
    return ColumnRows(ruled[1], ruled[0]) if ruled else column_rows(rows, place)


def _with_facts(told: Iterable[Line]) -> Iterator[Line]:
    """Yield `told`, what stands in two columns below the title marked as facts of the cover."""
    below = 0
    for line in told:
        if line.part == "title":
            below = 1
        elif below and line.text.count("\t") == 1:
            below = 2
            line = replace(line, part="row")
        elif below != 1 or len(line.text) > _LONGEST_SUBTITLE:
            below = 0
        yield line


def _paragraphs(rows: Sequence[Row], headings: frozenset[str], source: str) -> Iterator[Line]:
    for paragraph in hung(joined(tuple(without_underlines(rows)), headings)):
        row = paragraph.rows[0]
        yield _line(paragraph.text, row, source, "title" if row.is_title else "")


def _unhashed(text: str) -> str:
    """Return a heading of a text without the marks that Markdown has for it."""
    marked = _HASHES.fullmatch(text)
    return marked["words"] if marked else text


def _line(text: str, row: Row, source: str, part: Part = "") -> Line:
    text = _LETTER_AS_BULLET.sub("•\t", text)
    shown = UnmarkedWords((Text(text),), row.bold) if row.is_placed else looks(_unhashed(text))
    block = Paragraph(shown.content, Origin(source, row.line))
    words, size, indent = plain.text(shown.content), row.size or 1.0, round(row.left)
    line = Line(block, words, part=part, bold=shown.bold, size=size, indent=indent)
    if "\t" not in words:
        return line
    return replace(worded(line, lambda part: part.replace("\t", " ")), text=words)
