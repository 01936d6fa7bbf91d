"""Pages and structure of one file into another, in one copy.

The library copies a page as an island: what another page refers to in it, or the structure
tree, becomes nothing or a second copy. So for the time of the copy the pages are no pages,
and everything that belongs together is copied as one object.
"""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
"""What a page may have from the nodes above it (ISO 32000-1, table 30)."""
_LEFT = ("/Parent", "/B", "/Thumb")
"""What a page has that belongs to the file it is in: its place, article threads, a thumbnail."""


def copied(file: pikepdf.Pdf, other: pikepdf.Pdf) -> tuple[list[Object], Object]:
    """Append the pages of `other` to `file`; return them there, with their structure tree.

    `other` is used up.
    """
    pages = [page.obj for page in other.pages]
    for each in pages:
        _detach(each)
    both = Dictionary(Pages=Array(pages), Structure=other.Root.StructTreeRoot)
    copy = file.copy_foreign(other.make_indirect(both))
    appended = list(copy.Pages.as_list())
    for page in appended:
        page.Type = Name.Page
        file.pages.append(pikepdf.Page(page))
    return appended, copy.Structure


def _detach(page: Object) -> None:
    for node in _above(page):
        for key in _INHERITED:
            if key in node and key not in page:
                page[key] = node[key]
    for key in _LEFT:
        if key in page:
            del page[key]
    page.Type = Name.Detached


def _above(page: Object) -> Iterator[Object]:
    """Yield the nodes above a page, the nearest first; a tree of pages is never so deep."""
    node = page.get("/Parent")
    for _ in range(100):
        if not isinstance(node, Dictionary):
            return
        yield node
        node = node.get("/Parent")
