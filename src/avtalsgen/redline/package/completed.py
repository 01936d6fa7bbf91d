"""What the format lets a file leave out, put in as Word shows it.

A body may have no section (17.2.2) and no paragraph; a header, cell or note that ends with a table
has an empty paragraph after it on the page (17.4.65). A mark needs a place to stand in.
"""

from avtalsgen.ooxml.elements import Element, w
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.revisions import BLOCKS
from avtalsgen.redline.package.parts import stories

_CONTAINERS = tuple(
    W + name for name in ("hdr", "ftr", "footnote", "endnote", "tc", "txbxContent", "comment")
)


def complete(package: Package) -> None:
    """Put in, in place, what the parts with text leave out."""
    body = package.document().find(W + "body")
    if body.find(W + "sectPr") is None:
        body.append(w("sectPr"))
    if next(body.iterchildren(*BLOCKS), None) is None:
        body.insert(0, w("p"))
    for part in stories(package):
        for container in package.tree(part).iter(*_CONTAINERS):
            _end_with_paragraph(container)


def _end_with_paragraph(container: Element) -> None:
    last = next(container.iterchildren(*BLOCKS, reversed=True), None)
    if last is None or last.tag == W + "tbl":
        container.append(w("p"))
