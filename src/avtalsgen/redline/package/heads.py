"""Headers and footers of sections; a section without its own has those of the one before.

No tracked change says that a section has got another header. So each is one part in the
redline, in which what differs between the older and the newer is marked.
"""

from typing import Literal, NamedTuple

from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.names import R, W
from avtalsgen.ooxml.package import Package


class HeadSlot(NamedTuple):
    """Where a header or footer stands."""

    role: Literal["header", "footer"]
    pages: str
    """`default`, `first` or `even`."""


Heads = dict[HeadSlot, str]
"""The parts that a section shows."""
_REFERENCES = (W + "headerReference", W + "footerReference")


def sections(root: Element) -> list[Element]:
    """Return the sections of a main part in order, without what they were before."""
    every_section = root.iter(W + "sectPr")
    return [one for one in every_section if one.getparent().tag != W + "sectPrChange"]


def own_heads(package: Package, section: Element) -> Heads:
    """Return the headers and footers that a section has itself."""
    relations = package.relations(package.main)
    heads = {}
    for reference in section.iterchildren(*_REFERENCES):
        relation = relations.get(reference.get(R + "id", ""))
        if relation is not None and relation.part in package:
            role: Literal["header", "footer"] = (
                "header" if reference.tag == _REFERENCES[0] else "footer"
            )
            heads[HeadSlot(role, reference.get(W + "type", "default"))] = relation.part
    return heads


def shown_heads(package: Package, root: Element) -> list[Heads]:
    """Return the headers and footers that each section shows."""
    shown: list[Heads] = []
    for section in sections(root):
        before = shown[-1] if shown else {}
        shown.append(before | own_heads(package, section))
    return shown


def drop_references(section: Element) -> None:
    """Take away what a section says of headers and footers."""
    for reference in list(section.iterchildren(*_REFERENCES)):
        section.remove(reference)
