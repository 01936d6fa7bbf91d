"""How a reader finds an annex: bookmarks in the outline, and what its pages are called."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from avtalsgen.records import dataclass

_DEEPEST = 30
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of an outline. `page` counts from 0; `place` says where on it, and how near."""

    title: bytes
    page: int | None
    place: tuple[object, ...]
    below: "tuple[Bookmark, ...]"


def bookmarks(file: pikepdf.Pdf) -> tuple[Bookmark, ...]:
    """Return the outline of `file`, whose named places are resolved.

    A bookmark that leads to no page of the file leads nowhere here.

    Raises:
        ValueError: a line stands in two places, or there are more or deeper than people make.
    """
    outlines = file.Root.get("/Outlines", Dictionary())
    pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
    return _level(outlines, pages, _DEEPEST, set())


def _level(
    above: Object, pages: dict[tuple[int, int], int], depth: int, seen: set[tuple[int, int]]
) -> tuple[Bookmark, ...]:
    level = []
    item = above.get("/First")
    while isinstance(item, Dictionary):
        if item.objgen in seen or not depth or len(seen) == _MOST:
            raise ValueError("an outline without end")
        seen.add(item.objgen)
        page, place = _destination(item, pages)
        below = _level(item, pages, depth - 1, seen)
        level.append(Bookmark(bytes(item.get("/Title", String(""))), page, place, below))
        item = item.get("/Next")
    return tuple(level)


def _destination(
    item: Object, pages: dict[tuple[int, int], int]
) -> tuple[int | None, tuple[object, ...]]:
    place = item.get("/Dest", item.get("/A", Dictionary()).get("/D"))
    if not isinstance(place, Array) or len(place) < 2 or not isinstance(place[0], Dictionary):
        return None, ()
    how = tuple(
        Name(str(operand)) if isinstance(operand, Name) else operand
        for operand in place.as_list()[1:]
    )
    return pages.get(place[0].objgen), how


def add_bookmark(
    file: pikepdf.Pdf, title: str, pages: Sequence[Object], below: tuple[Bookmark, ...]
) -> None:
    """Put a bookmark for an annex last in the outline, closed, with its own outline below."""
    top = Bookmark(bytes(String(title)), 0, (Name.Fit,), below)
    outlines = file.Root.get("/Outlines")
    if outlines is None:
        outlines = file.Root.Outlines = file.make_indirect(Dictionary(Type=Name.Outlines))
    last = outlines.get("/Last")
    item = _written(file, top, outlines, pages)
    if last is None:
        outlines.First = item
    else:
        last.Next, item.Prev = item, last
    outlines.Last = item
    outlines.Count = max(int(outlines.get("/Count", 0)), 0) + 1


def _written(
    file: pikepdf.Pdf, bookmark: Bookmark, above: Object, pages: Sequence[Object]
) -> Object:
    item = file.make_indirect(Dictionary(Title=String(bookmark.title), Parent=above))
    if bookmark.page is not None:
        item.Dest = Array([pages[bookmark.page], *bookmark.place])
    written = [_written(file, each, item, pages) for each in bookmark.below]
    for earlier, later in pairwise(written):
        earlier.Next, later.Prev = later, earlier
    if written:
        item.First, item.Last, item.Count = written[0], written[-1], -len(written)
    return item


def add_labels(file: pikepdf.Pdf, starts: Mapping[int, str]) -> None:
    """Call the pages 1, 2 …; from each page in `starts` on, with its text before (12.4.2)."""
    nums = Array([0, Dictionary(S=Name.D)])
    for start, text in starts.items():
        nums.append(start)
        nums.append(Dictionary(S=Name.D, P=String(text)))
    file.Root.PageLabels = file.make_indirect(Dictionary(Nums=nums))
