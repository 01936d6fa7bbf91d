"""How much of a file from somebody else is taken in: the one table of limits.

A limit counts work (bytes, parts, elements, depth), never time, and holds before the work is
done. Elements are counted in the bytes, since a tree of six million empty paragraphs fits in a
zip of 200 kB and takes gigabytes.
"""

from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class PackageLimits:
    """How much a package may hold, unfolded."""

    members: int
    """Files in the zip."""
    size: int
    """Bytes of everything."""
    part: int
    """Bytes of one XML part."""
    xml: int
    """Bytes of all XML parts that are read."""
    elements: int
    """Elements of all XML parts that are read."""
    paragraphs: int
    """Paragraphs of all parts that are read, tables and notes with them."""
    depth: int
    """How many elements may stand inside each other in one part."""


DEPTH = 128
"""A table takes three levels and a text box ten; Word itself makes no more than 11 tables in each
other. The parser stops at 256."""

TEMPLATE = PackageLimits(500, 20_000_000, 10_000_000, 20_000_000, 400_000, 20_000, DEPTH)
"""The house template: some pages, and their fonts and pictures."""
DOCUMENT = PackageLimits(5_000, 150_000_000, 20_000_000, 40_000_000, 250_000, 60_000, DEPTH)
"""An agreement of 1 000 pages has fewer than 60 000 paragraphs, and of 300 pages in a file that was
edited often 60 000 elements. Two files that are compared take up to 1.7 kB for each element."""
REDLINE = PackageLimits(10_000, 300_000_000, 80_000_000, 160_000_000, 1_000_000, 120_000, DEPTH)
"""Our own, of two documents, with a mark around every word at worst."""
