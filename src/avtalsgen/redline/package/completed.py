"""What the format lets a file leave out, put in as Word shows it.

A body may have no section (17.2.2) and no paragraph; a header, cell or note that ends with a table
has an empty paragraph after it on the page (17.4.65). A mark needs a place to stand in. Of
paragraphs that a file has in two ways (part 3, 9.3) Word shows one, and only that one is compared.
"""

from avtalsgen.ooxml.elements import Element, w
from avtalsgen.ooxml.names import MC, W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.revisions import BLOCKS
from avtalsgen.readers.docx.text.drawings import alternative
from avtalsgen.redline.package.parts import stories

_CONTAINERS = tuple(
    W + name for name in ("hdr", "ftr", "footnote", "endnote", "tc", "txbxContent", "comment")
)


_AROUND_BLOCKS = frozenset((W + "body", W + "sdtContent", W + "customXml", *_CONTAINERS))


def complete(package: Package) -> None:
    """Put in, in place, what the parts with text leave out."""
    for part in stories(package):
        for alternate in list(package.tree(part).iter(f"{MC}AlternateContent")):
            if alternate.getparent().tag in _AROUND_BLOCKS:
                _choose(alternate)
    body = package.document().find(W + "body")
    if body.find(W + "sectPr") is None:
        body.append(w("sectPr"))
    if next(body.iterchildren(*BLOCKS), None) is None:
        body.insert(0, w("p"))
    for part in stories(package):
        for container in package.tree(part).iter(*_CONTAINERS):
            _end_with_paragraph(container)


def _choose(alternate: Element) -> None:
    shown, home = alternative(alternate), alternate.getparent()
    place = home.index(alternate)
    home[place : place + 1] = [] if shown is None else list(shown)


def _end_with_paragraph(container: Element) -> None:
    last = next(container.iterchildren(*BLOCKS, reversed=True), None)
    if last is None or last.tag == W + "tbl":
        container.append(w("p"))
