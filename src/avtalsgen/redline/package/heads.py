"""Headers and footers of sections; a section without its own has those of the one before.

No tracked change says that a section has got another header. So each is one part in the
redline, in which what differs between the older and the newer is marked.
"""

from typing import Literal, NamedTuple

from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.names import R, W
from avtalsgen.ooxml.package import Package


class Place(NamedTuple):
    """Where a header or footer stands."""

    role: Literal["header", "footer"]
    pages: str
    """`default`, `first` or `even`."""


Heads = dict[Place, str]
"""The parts that a section shows."""
_REFERENCES = (W + "headerReference", W + "footerReference")


def sections(root: Element) -> list[Element]:
    """Return the sections of a main part in order, without what they were before."""
    found = root.iter(W + "sectPr")
    return [one for one in found if one.getparent().tag != W + "sectPrChange"]


def own_heads(package: Package, section: Element) -> Heads:
    """Return the headers and footers that a section has itself."""
    relations = package.relations(package.main)
    found = {}
    for one in section.iterchildren(*_REFERENCES):
        relation = relations.get(one.get(R + "id", ""))
        if relation is not None and relation.part in package:
            role: Literal["header", "footer"] = "header" if one.tag == _REFERENCES[0] else "footer"
            found[Place(role, one.get(W + "type", "default"))] = relation.part
    return found


def shown_heads(package: Package, root: Element) -> list[Heads]:
    """Return the headers and footers that each section shows."""
    found: list[Heads] = []
    for section in sections(root):
        before = found[-1] if found else {}
        found.append(before | own_heads(package, section))
    return found


def drop_references(section: Element) -> None:
    """Take away what a section says of headers and footers."""
    for one in list(section.iterchildren(*_REFERENCES)):
        section.remove(one)
