"""Before a Word file in which every change is tracked: a page with those that nobody tracked."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import Final

from avtalsgen.model.returned.changes import ReturnedChange
from avtalsgen.ooxml.elements import Element, run, t, w
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package
from avtalsgen.writers.returned.report import silent_rows

_TITLE: Final = "Inte spårade ändringar"
_SAID: Final = (
    "Det här skiljer filen från den som skickades när alla spårade ändringar avslås. Sidan hör "
    "inte till handlingen, som följer på nästa sida med alla ändringar spårade: ta bort den innan "
    "filen används vidare."
)
_COLUMNS: Final = (("Nr", 620), ("Ändring", 4700), ("Var", 2150), ("Rank", 1260))
_LARGE, _PLAIN, _SMALL = 32, 21, 19
"""Half points."""
_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")


def with_silent_first(file: bytes, changes: Sequence[ReturnedChange]) -> bytes:
    """Return a Word file behind a page of its own with the silent ones of `changes`, if any."""
    rows = list(silent_rows(changes))
    if not rows:
        return file
    package = Package(file, hyphens=True)
    body = package.document().find(f"{W}body")
    pages = None if body is None else next(body.iter(f"{W}sectPr"), None)
    if body is None or pages is None:
        return file
    for place, node in enumerate(_page(rows, pages)):
        body.insert(place, node)
    if pages.find(f"{W}pgNumType") is None:
        margins = pages.find(f"{W}pgMar")
        if margins is not None:
            margins.addnext(w("pgNumType", start=1))
    package.refresh(package.main)
    return package.written()


def _page(rows: Sequence[Sequence[str]], pages: Element) -> Iterator[Element]:
    """Yield the page, ending with a section of its own so that it has no heads and feet."""
    yield _paragraph(f"{_TITLE}: {len(rows)}", _LARGE, after=160, bold=True)
    yield _paragraph(_SAID, _PLAIN, after=200)
    yield _table(rows)
    measures = [deepcopy(node) for node in pages if node.tag in (f"{W}pgSz", f"{W}pgMar")]
    yield w("p", w("pPr", w("sectPr", *measures)))


def _table(rows: Iterable[Sequence[str]]) -> Element:
    lines = [w(side, val="single", sz=4, space=0, color="808080") for side in _SIDES]
    width = sum(each for _, each in _COLUMNS)
    properties = w("tblPr", w("tblW", w=width, type="dxa"), w("tblBorders", *lines))
    properties.append(w("tblLayout", type="fixed"))
    grid = w("tblGrid", *(w("gridCol", w=each) for _, each in _COLUMNS))
    head = w("trPr", w("cantSplit"), w("tblHeader"))
    return w(
        "tbl",
        properties,
        grid,
        w("tr", head, *_cells([name for name, _ in _COLUMNS], bold=True)),
        *(w("tr", w("trPr", w("cantSplit")), *_cells(row)) for row in rows),
    )


def _cells(texts: Sequence[str], *, bold: bool = False) -> Iterator[Element]:
    for text, (_, width) in zip(texts, _COLUMNS, strict=True):
        said = _paragraph(text, _SMALL, after=40, bold=bold)
        yield w("tc", w("tcPr", w("tcW", w=width, type="dxa")), said)


def _paragraph(text: str, size: int, *, after: int, bold: bool = False) -> Element:
    properties = (*((w("b"),) if bold else ()), w("color", val="1A1A1A"), w("sz", val=size))
    spacing = w("spacing", before=0, after=after, line=264, lineRule="auto")
    words = [run(t(text), properties=properties)] if text else []
    return w("p", w("pPr", spacing, w("jc", val="left")), *words)
