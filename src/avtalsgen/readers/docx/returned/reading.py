"""A Word file to a sheet: every part of it that holds words."""

from collections.abc import Iterable, Iterator

from lxml import etree

from avtalsgen.ooxml import custom_properties
from avtalsgen.ooxml.names import R, W
from avtalsgen.ooxml.package import Package
from avtalsgen.readers.docx.own import own
from avtalsgen.readers.docx.refusals import refusals
from avtalsgen.readers.docx.returned.comments import comments
from avtalsgen.readers.docx.returned.lines import LineReader, ReadingFile
from avtalsgen.readers.docx.returned.marks import put_in_with_marks
from avtalsgen.readers.docx.returned.sheet import Sheet, SheetLine, SheetPart

_NOTES: tuple[tuple[SheetPart, str], ...] = (("footnote", "footnotes"), ("endnote", "endnotes"))
_EDGES: dict[str, SheetPart] = {
    f"{W}headerReference": "header",
    f"{W}footerReference": "footer",
}
_MOST = 200
"""Heads and feet, and as many text boxes."""
_PRINTED = " tryckt="
_CLAUSE = "avtalsgen.klausul."


def read_sheet(data: bytes, signed: Iterable[str] = ()) -> Sheet:
    """Return everything that the Word file `data` holds.

    A table is where the parties sign if its styles say so, or if most of its words are among
    `signed`. Nothing the file names is fetched and nothing in it is run.

    Raises:
        AvtalsgenError: DX01 it is no Word file or a broken one, DX02 it is of an older form or
            locked, DX03 it is too large.
    """
    with refusals():
        package = Package(data)
        return _sheet(package, frozenset(signed))


def _sheet(package: Package, signed: frozenset[str]) -> Sheet:
    root = package.document()
    around = ReadingFile.of(package, signed)
    reader = LineReader(around, package.main)
    body = root.find(f"{W}body")
    lines = list(reader.lines(body)) if body is not None else []
    lines += _edges(root, package, around)
    lines += _notes(package, around)
    lines += _boxes(around)
    lines = list(put_in_with_marks(lines))
    named = custom_properties.read(package)
    said = own(package)
    printed = {
        name.removeprefix(_CLAUSE): text.partition(_PRINTED)[2].partition(" ")[0]
        for name, text in named.items()
        if name.startswith(_CLAUSE)
    }
    return Sheet(
        tuple(lines), comments(package, around.line_of), said.identity, said.texts, printed
    )


def _edges(root: etree._Element, package: Package, around: ReadingFile) -> Iterator[SheetLine]:
    relations = package.relations(package.main)
    seen: set[str] = set()
    for node in root.iter(*_EDGES):
        relation = relations.get(node.get(f"{R}id", ""))
        if relation is None or relation.outside or relation.part in seen or len(seen) > _MOST:
            continue
        seen.add(relation.part)
        part = package.part(relation.part)
        if part is not None:
            reader = LineReader(around, relation.part, _EDGES[node.tag])
            reader.name = node.get(f"{W}type", "default")
            yield from reader.lines(part)


def _notes(package: Package, around: ReadingFile) -> Iterator[SheetLine]:
    for part, role in _NOTES:
        name = package.related(role)
        root = package.part(name) if name else None
        if root is None or name is None:
            continue
        for node in root.iterchildren(f"{W}{part}"):
            if node.get(f"{W}type", "normal") == "normal":
                reader = LineReader(around, name, part)
                reader.name = f"{part} {node.get(f'{W}id', '')}"
                yield from reader.lines(node)


def _boxes(around: ReadingFile) -> Iterator[SheetLine]:
    place = 0
    while place < min(len(around.boxes), _MOST):
        box, part, name = around.boxes[place]
        reader = LineReader(around, part, "textbox")
        reader.name = name
        yield from reader.lines(box)
        place += 1
