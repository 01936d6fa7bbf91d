"""Pages and structure of one file into another, in one copy.

The library copies a page as an island: what another page refers to in it, or the structure
tree, becomes nothing or a second copy. So for the time of the copy the pages are no pages,
and everything that belongs together is copied as one object.
"""

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

_LEFT = ("/Parent", "/B", "/Thumb")
"""What a page has that belongs to the file it is in: its place, article threads, a thumbnail."""


def copied(file: pikepdf.Pdf, other: pikepdf.Pdf) -> tuple[list[Object], Object]:
    """Append the pages of `other` to `file`; return them there, with their structure tree.

    `other` is used up.
    """
    pages = [page.obj for page in other.pages]
    for leaving in pages:
        _detach(leaving)
    both = Dictionary(Pages=Array(pages), Structure=other.Root.StructTreeRoot)
    copy = file.copy_foreign(other.make_indirect(both))
    appended = list(copy.Pages.as_list())
    for page in appended:
        page.Type = Name.Page
        file.pages.append(pikepdf.Page(page))
    return appended, copy.Structure


def _detach(page: Object) -> None:
    """Make a page no page; what it inherits it has had as its own since the file was opened."""
    for key in _LEFT:
        if key in page:
            del page[key]
    page.Type = Name.Detached
