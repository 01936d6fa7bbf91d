"""Where the sections of a PDF of ours begin: the places that links lead to."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, NameTree, Object

from avtalsgen.records import dataclass

_MARK = "avsnitt:"


@dataclass(frozen=True, slots=True, order=True)
class Destination:
    """A place on a page, counted from 1, and the anchor of the section that begins there."""

    page: int
    below: float
    """Points from the top, as far as the place tells: greater further down."""
    anchor: str


def destinations(file: pikepdf.Pdf) -> tuple[Destination, ...]:
    """Return where each section begins, in reading order."""
    return tuple(sorted(_destinations(file)))


def _destinations(file: pikepdf.Pdf) -> Iterator[Destination]:
    names = file.Root.get("/Names")
    if names is None or "/Dests" not in names:
        return
    pages = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
    for name, place in NameTree(names.Dests).items():
        if str(name).startswith(_MARK) and isinstance(place, Array):
            page, top = pages[place[0].objgen], _top(place)
            yield Destination(page, -top, str(name).removeprefix(_MARK))


def _top(place: Object) -> float:
    return float(place[3])
