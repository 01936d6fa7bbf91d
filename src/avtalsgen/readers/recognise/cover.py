"""The first page: what the document is called, and facts with a label each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from itertools import groupby, takewhile
from typing import Literal

from avtalsgen.model import plain
from avtalsgen.model.nodes import Cover, CoverRow, Inline, List, Paragraph, Table, Text
from avtalsgen.model.walk import runs
from avtalsgen.readers.recognise.cutting import stripped, unweighted, without
from avtalsgen.readers.recognise.line import Line, content, revision
from avtalsgen.readers.recognise.line_words import PERSON
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.records import dataclass

_LABEL = re.compile(
    r"""
    (?P<label> [^\W\d_][\w\ /.&-]{0,40}? )
    (?P<gap> (?: :[ \t] | (?<!\d): ) [ \t]* | [ ]*\t[ \t]* | [ ]{4,} )   # 2023:412 has no label
    (?=\S)
    """,
    re.VERBOSE,
)
_LABEL_ALONE = re.compile(r"[^\W\d_][\w /.&-]{0,40}:")
"""What it says stands on the next row, as programs tag a page with two columns."""
_MOST_OF_TITLE = 3
"""Lines of a title that has no style."""
_LONGEST_LINE = 80
"""Letters of a line below the first one of a title."""
_MOST_OF_LABEL = 5
"""Words; what is longer is a title with a colon in it."""


PartOfCover = Literal["kicker", "title", "subtitle", "row"]


@dataclass(slots=True)
class _Page:
    kicker: list[str] = field(default_factory=list)
    title: list[tuple[Inline, ...]] = field(default_factory=list)
    subtitle: list[tuple[Inline, ...]] = field(default_factory=list)
    rows: list[CoverRow] = field(default_factory=list)
    order: list[tuple[PartOfCover, CoverRow]] = field(default_factory=list)
    """All of these as they stand in the file."""

    def add(self, part: PartOfCover, row: CoverRow) -> None:
        """Put a line on the page."""
        self.order.append((part, row))
        match part:
            case "kicker":
                self.kicker.append(plain.text(row.content))
            case "title":
                self.title.append(row.content)
            case "subtitle":
                self.subtitle.append(row.content)
            case "row":
                self.rows.append(row)


@dataclass(frozen=True, slots=True)
class FrontPage:
    """A cover, and the same words in the order of the file: `kicker` is all above the title."""

    cover: Cover
    as_written: Cover


def cover(lines: Sequence[Line], words: PageWords) -> FrontPage:
    """Return the cover that `lines` are.

    Styles tell its parts. Without any, the kind of document comes first, then its title, up to
    the first line with a label. What is none of these becomes a row without a label, so that
    no word of it is lost.
    """
    page = _Page()
    styled = any(line.part == "title" for line in lines)
    shown = [line for line in _with_labels(lines, words) if line.text.strip() or _is_rows(line)]
    above = 0 if styled else _above_title(shown, words)
    for place, line in enumerate(shown):
        for row in _rows(line):
            page.add("row", row)
        if place < above:
            page.add("kicker", CoverRow("", (Text(_line_text(line)),)))
        elif not _is_rows(line):
            _place(page, line, words, styled=styled)
    in_ours = Cover(
        " ".join(page.kicker), _joined(page.title), _joined(page.subtitle), tuple(page.rows)
    )
    return FrontPage(in_ours, _as_written(page.order))


def _is_rows(line: Line) -> bool:
    return not isinstance(line.block, Paragraph)


def _line_text(line: Line) -> str:
    return line.text.strip(" \t\n").replace("\t", " ")


def _above_title(lines: Sequence[Line], words: PageWords) -> int:
    """Return how many lines say who sends the document, or which annex it is, above its title.

    None of them if no title stands below: then who sends it is all that it is called.
    """
    loose = list(takewhile(lambda line: not _is_rows(line) and not line.part, lines))
    above = len(list(takewhile(lambda line: words.above_title.fullmatch(_line_text(line)), loose)))
    titled = above < len(loose) and _may_be_title(loose[above], words)
    return above if titled else 0


def _may_be_title(line: Line, words: PageWords) -> bool:
    """Return whether a line below who sends a document is no address, day, name or labelled row."""
    text = _line_text(line)
    other = (words.address, words.figure, words.label, PERSON)
    return not any(each.fullmatch(text) for each in other) and _labelled(line, words) is None


def _as_written(order: Sequence[tuple[PartOfCover, CoverRow]]) -> Cover:
    """Return the lines of a cover in their order.

    Up to the title all is kicker, up to the last line of the title all is title, and so with the
    subtitle; what stands below is rows.
    """
    parts = [part for part, _ in order]
    last = {part: place + 1 for place, part in enumerate(parts)}
    above = next((at for at, part in enumerate(parts) if part != "kicker"), len(parts))
    above = parts.index("title") if "title" in last else above
    titled = max(above, last.get("title", 0))
    told = max(titled, last.get("subtitle", 0))
    kicker, title, subtitle = (
        _joined([_in_words(row) for _, row in order[start:end]])
        for start, end in ((0, above), (above, titled), (titled, told))
    )
    return Cover(plain.text(kicker), title, subtitle, tuple(row for _, row in order[told:]))


def _in_words(row: CoverRow) -> tuple[Inline, ...]:
    return (Text(f"{row.label}: "), *row.content) if row.label else row.content


def _with_labels(lines: Sequence[Line], words: PageWords) -> Iterator[Line]:
    """Yield `lines`, a label by itself as one with the line after it, which says what it is of."""
    label: Line | None = None
    for line in (*lines, None):
        if label and line and _says_nothing_else(line, words):
            said = (Text(f"{label.text.strip()} "), *stripped(content(line)))
            text = f"{label.text.strip()} {line.text.strip()}"
            yield replace(label, block=Paragraph(said), text=text)
            label = None
            continue
        if label:
            yield label
        alone = line and isinstance(line.block, Paragraph) and not line.part
        label = line if alone and line and _LABEL_ALONE.fullmatch(line.text.strip()) else None
        if line and not label:
            yield line


def _says_nothing_else(line: Line, words: PageWords) -> bool:
    plain_one = isinstance(line.block, Paragraph) and not line.part
    return plain_one and bool(line.text.strip()) and _labelled(line, words) is None


def _place(page: _Page, line: Line, words: PageWords, *, styled: bool) -> None:
    said = unweighted(stripped(content(line)))
    text = _line_text(line)
    match line.part:
        case "kicker":
            page.add("kicker", CoverRow("", (Text(text),)))
        case "title":
            page.add("title", CoverRow("", said))
        case "subtitle":
            page.add("subtitle", CoverRow("", said))
        case _ if (row := _labelled(line, words)) is not None:
            page.add("row", row)
        case _ if not page.title and not page.kicker and (styled or words.kind.fullmatch(text)):
            page.add("kicker", CoverRow("", (Text(text),)))
        case _ if styled and page.title and not page.subtitle and not page.rows:
            page.add("subtitle", CoverRow("", said))
        case _ if not styled and not page.rows and _is_of_title(page, text, words):
            page.add("title", CoverRow("", said))
        case _:
            page.add("row", CoverRow("", said, revision(line)))


def _is_of_title(page: _Page, text: str, words: PageWords) -> bool:
    """Return whether a line may be one of the title; below the first it is no address."""
    of_others = words.address.fullmatch(text) or words.below_title.match(text)
    below = bool(of_others) or len(text) > _LONGEST_LINE
    return len(page.title) < _MOST_OF_TITLE and not (page.title and below)


def _labelled(line: Line, words: PageWords) -> CoverRow | None:
    label, tab, _ = line.text.partition("\t")
    if line.part == "row" and tab:
        return CoverRow(label.strip(" "), without(content(line), len(label) + 1), revision(line))
    labelled = _LABEL.match(line.text) or words.numbered.match(line.text)
    if not labelled or len(labelled["label"].split()) > _MOST_OF_LABEL:
        return None
    said = without(content(line), labelled.end())
    return CoverRow(labelled["label"].strip(), unweighted(said), revision(line))


def _rows(line: Line) -> Iterator[CoverRow]:
    """Yield the rows of a table, its first cell being the label, and the items of a list."""
    match line.block:
        case Table(header, rows):
            for row in (header, *rows):
                label, *said = [cell for cell in row if cell] or [()]
                words = _joined(said)
                if words:
                    yield CoverRow(_plain(label).rstrip(": "), words)
                elif label:
                    yield CoverRow("", label)
        case List():
            for run in runs(line.block):
                yield CoverRow("", run)
        case Paragraph():
            return


def _plain(words: tuple[Inline, ...]) -> str:
    return " ".join(plain.text(words).split())


_BETWEEN = Text(" ")


def title_lines(page: Cover) -> list[str]:
    """Return the lines that the title of a cover was joined of; of one with a style, its runs."""
    grouped = groupby(page.title, lambda part: part == _BETWEEN)
    parts = [list(part) for is_between, part in grouped if not is_between]
    return [line for part in parts for line in plain.text(part).split("\n") if line.strip()]


def _joined(parts: Sequence[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """Return lines as one, with a space between."""
    joined: list[Inline] = []
    for part in parts:
        if joined:
            joined.append(_BETWEEN)
        joined.extend(part)
    return tuple(joined)
