"""The paragraphs of a Word file as they are printed, without anything being recognised in them."""

from collections.abc import Iterator

from avtalsgen.ooxml.names import MC, W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import printed

_EDGES, _NOTES = ("header", "footer"), ("footnotes", "endnotes")


def every_line(data: bytes) -> Iterator[str]:
    """Yield each paragraph of the text and the notes."""
    package = Package(data)
    yield from _of(package, package.main)
    for part in _led_to(package, _NOTES):
        yield from _of(package, part)


def at_the_edges(data: bytes) -> Iterator[str]:
    """Yield each paragraph of the page heads and feet, which no build has."""
    package = Package(data)
    for part in _led_to(package, _EDGES):
        yield from _of(package, part)


def _led_to(package: Package, roles: tuple[str, ...]) -> list[str]:
    relations = package.relations(package.main).values()
    parts = (each.part for each in relations if each.role in roles and not each.outside)
    return list(dict.fromkeys(part for part in parts if part))


def _of(package: Package, *parts: str) -> Iterator[str]:
    for part in parts:
        root = package.part(part)
        for paragraph in () if root is None else root.iter(f"{W}p"):
            if next(paragraph.iterancestors(f"{MC}Fallback"), None) is None:
                yield from printed(paragraph).split("\n")
