"""A Word file from anybody as a document."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from avtalsgen.model import plain
from avtalsgen.model.nodes import Identity, Section, Signatures
from avtalsgen.ooxml.names import CONTENT_TYPES, W
from avtalsgen.ooxml.package import Package
from avtalsgen.readers.docx.around import Around
from avtalsgen.readers.docx.edges import edges
from avtalsgen.readers.docx.faults import MACROS, SIGNS
from avtalsgen.readers.docx.formats.numbering import ParagraphCounter
from avtalsgen.readers.docx.formats.styles import Styles
from avtalsgen.readers.docx.notes import asides
from avtalsgen.readers.docx.own import OurProperties, own
from avtalsgen.readers.docx.refusals import refusals
from avtalsgen.readers.docx.signature_table import is_signatures, signatures
from avtalsgen.readers.docx.text.story import Story
from avtalsgen.readers.reading import Reading, Tracked
from avtalsgen.readers.recognise.document import Recognised, recognised, told
from avtalsgen.readers.recognise.line import Line
from avtalsgen.readers.recognise.page_words import PageWords

_PROGRAM: Final = re.compile(
    r"macroenabled | vba(?:project|data) | (?:^|[/.])activex(?:[/+.]|control|\d|$)",
    re.IGNORECASE | re.VERBOSE,
)
"""In the name of a part that is a program, or in what its type is called."""


def read_docx(data: bytes, source: str, words: PageWords, tracked: Tracked = "accept") -> Reading:
    """Return the document in the Word file `data`, called `source` in problems.

    What Word shows is read: numbers that it counts, results of fields, text that is not hidden.
    Tracked changes are read as done, as undone or as marks. What a document has no place for is
    told of. Nothing the file names is fetched and nothing in it is run.

    Raises:
        AvtalsgenError: DX01 it is no Word file or a broken one, DX02 it is of an older form or
            locked, DX03 it is too large.
    """
    with refusals():
        return _read(Package(data), source, words, tracked)


def _read(file: Package, source: str, words: PageWords, tracked: Tracked) -> Reading:
    root, said = file.document(), own(file)
    around = _around(file, said, words, tracked)
    around.settle(root)
    body = root.find(f"{W}body")
    if has_macros(file):
        around.faults.add(MACROS)
    story = Story(around, file.main)
    signed = _signed(body, around, story, words) if said.ours and body is not None else None
    lines = _sized(story.lines(body)) if body is not None else []
    parts = told(lines, words, signed) if said.ours else recognised(lines, words)
    frame = edges(root, around)
    document = replace(
        parts.document(frame.running, (*frame.asides, *asides(around))),
        identity=_identity(said.identity, parts),
        sections=tuple(_made_of(section, said) for section in parts.sections),
        draft=frame.draft,
    )
    for signs in sorted(_odd_signs(lines)):
        around.faults.add(SIGNS, signs)
    return Reading(document, around.faults.problems(source))


def has_macros(file: Package) -> bool:
    """Return whether a Word file carries programs, be they led to or not; none of them is run.

    An ActiveX part is one: it names a program that Windows starts.
    """
    types = file.part(CONTENT_TYPES)
    of_parts = () if types is None else (each.get("ContentType", "") for each in types.iter("*"))
    meant = any(_PROGRAM.search(type_) for type_ in of_parts)
    return meant or any(_PROGRAM.search(name) for name in file.names)


def _around(file: Package, said: OurProperties, words: PageWords, tracked: Tracked) -> Around:
    styles = Styles(file.related_part("styles"))
    numbering = ParagraphCounter(file.related_part("numbering"), styles)
    return Around(file, styles, numbering, tracked, words, said)


def _signed(
    body: etree._Element, around: Around, story: Story, words: PageWords
) -> Signatures | None:
    """Take the table where the parties sign out of a body of ours, and return what it says."""
    for table in body.findall(f"{W}tbl"):
        if is_signatures(table, around.styles):
            cells = [story.styled(cell) for cell in table.iter(f"{W}tc")]
            body.remove(table)
            return signatures(cells, words)
    return None


def _sized(lines: list[Line]) -> list[Line]:
    """Return `lines` with the size of their letters beside that which most letters have."""
    letters: dict[float, int] = {}
    for line in lines:
        letters[line.size] = letters.get(line.size, 0) + len(line.text)
    body = max(letters, key=lambda size: (letters[size], -size), default=0) or 1
    return [
        line if line.size == body and body == 1 else replace(line, size=(line.size or body) / body)
        for line in lines
    ]


def _odd_signs(lines: list[Line]) -> Iterator[str]:
    """Yield the first sign of every list that is counted otherwise than a document counts."""
    seen: set[tuple[str, int]] = set()
    for line in lines:
        item = line.item
        if item and item.ordered and not item.letters and (item.series, item.rank) not in seen:
            seen.add((item.series, item.rank))
            if line.number.rstrip(".") != str(item.value):
                yield line.number


def _identity(identity: Identity, parts: Recognised) -> Identity:
    """Return who the document is, with what its cover says where its properties are silent."""
    rows = {row.label.casefold(): plain.text(row.content) for row in parts.cover.rows}
    title = plain.text(parts.cover.title)
    dnr = rows.get("diarienummer", "") or rows.get("dnr", "")
    if not any(map(str.isalnum, dnr)):
        dnr = ""  # a dotted line, to be filled in
    return replace(identity, title=identity.title or title, dnr=identity.dnr or dnr)


def _made_of(section: Section, said: OurProperties) -> Section:
    """Return a section with the text that the file says it is made of."""
    below = tuple(_made_of(each, said) for each in section.sections)
    return replace(section, provenance=said.made_of(section.anchor), sections=below)
