"""The paragraphs of a Word file as they are printed, without anything being recognised in them."""

from collections.abc import Iterator
from typing import Final

from avtalsgen.ooxml.names import MC, W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import printed

_ROLES: Final = ("header", "footer", "footnotes", "endnotes")


def every_line(data: bytes) -> Iterator[str]:
    """Yield each paragraph of the text, the notes and the page heads and feet."""
    package = Package(data)
    relations = package.relations(package.main).values()
    parts = [each.part for each in relations if each.role in _ROLES and not each.outside]
    for part in (package.main, *dict.fromkeys(parts)):
        root = package.part(part)
        for paragraph in () if root is None else root.iter(f"{W}p"):
            if next(paragraph.iterancestors(f"{MC}Fallback"), None) is None:
                yield from printed(paragraph).split("\n")
