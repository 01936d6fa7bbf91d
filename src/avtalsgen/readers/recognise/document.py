"""The lines of a file taken apart: cover, contents, sections, signatures."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from avtalsgen.model import plain
from avtalsgen.model.nodes import (
    Aside,
    AsWritten,
    Contents,
    Cover,
    Document,
    Identity,
    Paragraph,
    Running,
    Section,
    Signatures,
    Table,
)
from avtalsgen.readers.recognise import contents, headings, lists, signatures
from avtalsgen.readers.recognise.broken import broken_by_hand, mended
from avtalsgen.readers.recognise.capitals_and_romans import counted
from avtalsgen.readers.recognise.cover import FrontPage, cover
from avtalsgen.readers.recognise.cutting import worded
from avtalsgen.readers.recognise.headings import LARGE, Heading, stands_out
from avtalsgen.readers.recognise.line import Line
from avtalsgen.readers.recognise.line_words import is_name, is_prose
from avtalsgen.readers.recognise.numbers import patterns, typed
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.readers.recognise.parting import parted
from avtalsgen.readers.recognise.section_tree import outline
from avtalsgen.records import dataclass

_ON_A_COVER = {"kicker", "title", "subtitle", "row"}
_FEWEST_LINES = 3
_MOST_OF_TITLE = 3
_MOST_ABOVE_TITLE = 6
"""Lines that say who the document is from, when, and its number."""
_COLUMNS_OF_FACTS = 2
"""A table of labels and what they say, such as a cover has."""
NO_RUNNING: Final = Running("", "", "")


@dataclass(frozen=True, slots=True)
class Recognised:
    """The parts of a document that its words and looks tell."""

    cover: Cover
    contents: Contents | None
    sections: tuple[Section, ...]
    signatures: Signatures | None
    numbering: tuple[str, ...]
    as_written: AsWritten | None = None

    def document(self, running: Running = NO_RUNNING, asides: tuple[Aside, ...] = ()) -> Document:
        """Return the document that they are, by the name of its title; a file may know more of it.

        `running` and `asides` are what the file has outside its text.
        """
        return Document(
            Identity("", "", "", "", plain.text(self.cover.title)),
            self.cover,
            self.sections,
            self.numbering,
            self.contents,
            self.signatures,
            running,
            asides=asides,
            as_written=self.as_written,
        )


def told(lines: Sequence[Line], words: PageWords, signed: Signatures | None) -> Recognised:
    """Return the parts of the document that `lines` are, where the format tells which is what.

    Nothing is guessed: a line that begins with `1.` is words that begin so.
    """
    listed = contents.find(lines, words) if any(line.part == "contents" for line in lines) else None
    body = next((at for at, line in enumerate(lines) if line.anchor or line.level), len(lines))
    front = lines[: listed.start if listed else body]
    text = tuple(_untabbed(line) for line in (lines[listed.end :] if listed else lines[body:]))
    sections = outline(text, headings.told(text), words, len(text) if signed else None)
    return _parts(cover(front, words), listed, sections, signed)


def recognised(
    lines: Sequence[Line], words: PageWords, signed: Signatures | None = None
) -> Recognised:
    """Return the parts of the document that `lines` are, every line in one of them.

    `signed` is where the parties sign, when the format has told it already; else it is looked
    for in the text. What stands after it comes before it: signatures are last in a document.
    """
    listed = contents.find(lines, words)
    front = lines[: listed.start] if listed else ()
    below = lines[listed.end :] if listed else lines
    below = tuple(broken_by_hand(below, words))
    below = tuple(parted(mended(tuple(signatures.in_columns(below, words)), words), words))
    text = tuple(map(lists.typed, counted(tuple(map(_untabbed, below)))))
    if not listed:
        below, text = (_titled(each, words) for each in (below, text))
    title = plain.text(cover(front, words).cover.title)
    shown = headings.headings(text, words, listed.entries if listed else (), title)
    start = 0 if listed else _start(text, shown)
    front, text, shown = (*front, *below[:start]), text[start:], shown[start:]
    ends = len(text) if signed else None
    place = None if signed else signatures.find(text, words)
    if place:
        signed, ends = place.signatures, place.start
        whole, whole_shown = text, shown
        text = (*text[: place.start], *text[place.end :])
        shown = (*shown[: place.start], *shown[place.end :])
    sections = outline(text, shown, words, ends)
    page, in_order = cover(front, words), sections
    if place and any(_says(each) for each in whole[place.end :]):
        in_order = outline(whole, whole_shown, words)
    elif place:
        signing = tuple(lists.blocks(whole[place.start : place.end]))
        in_order = (*sections, Section("underskrifter", (), 1, blocks=signing))
    parts = _parts(page, listed, sections, signed)
    return replace(parts, as_written=AsWritten(page.as_written, in_order))


def _says(line: Line) -> bool:
    return bool(line.text.strip()) or not isinstance(line.block, Paragraph)


def _parts(
    page: FrontPage,
    listed: contents.ContentsLines | None,
    sections: tuple[Section, ...],
    signed: Signatures | None,
) -> Recognised:
    numbering = patterns(each for section in sections for each in _all(section))
    return Recognised(page.cover, listed.contents if listed else None, sections, signed, numbering)


def _start(lines: Sequence[Line], shown: Sequence[Heading | None]) -> int:
    """Return where the text begins in a document without contents: its first heading or prose.

    Where there is neither, it begins below what a style says is of the cover.
    """
    for place, (line, heading) in enumerate(zip(lines, shown, strict=True)):
        if line.part in _ON_A_COVER:
            continue
        if heading or line.anchor or (is_prose(line) and not _is_fact(line)):
            return place
    styled = (place for place, line in enumerate(lines) if line.part in _ON_A_COVER)
    return max(styled, default=-1) + 1


def _titled(lines: Sequence[Line], words: PageWords) -> tuple[Line, ...]:
    """Return `lines`, those in larger letters than all others told as the title.

    It stands by itself near the top, whatever its headings are told by: only names, days and
    facts stand above it, and others stand out below it.
    """
    said = [at for at, line in enumerate(lines) if line.text.strip()]
    if len(said) < _FEWEST_LINES or any(line.part for line in lines):
        return tuple(lines)
    largest = max(lines[at].size for at in said)
    title = [at for at in said if lines[at].size == largest]
    above, below = said[: said.index(title[0])], said[said.index(title[-1]) + 1 :]
    in_one = len(above) + len(title) + len(below) == len(said)
    whole = " ".join(lines[at].text.strip() for at in title)
    if (
        largest < LARGE
        or not in_one
        or len(title) > _MOST_OF_TITLE
        or len(above) > _MOST_ABOVE_TITLE
        or any(lines[at].level or is_prose(lines[at]) for at in above)
        or any(lines[at].level for at in title)
        or not any(lines[at].level or stands_out(lines[at]) for at in below)
        or typed(whole)
        or not is_name(whole, words)
    ):
        return tuple(lines)
    return tuple(
        replace(line, part="title") if at in title else line for at, line in enumerate(lines)
    )


def _untabbed(line: Line) -> Line:
    """Return a line without tabs: below the cover they are room between words, as spaces are."""
    return worded(line, lambda text: text.replace("\t", " ")) if "\t" in line.text else line


def _is_fact(line: Line) -> bool:
    return isinstance(line.block, Table) and len(line.block.header) == _COLUMNS_OF_FACTS


def _all(section: Section) -> Iterator[Section]:
    yield section
    for below in section.sections:
        yield from _all(below)
