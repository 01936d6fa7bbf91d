"""Named places for sections without heading; the engine names those of headings.

A link may lead to any section, and whoever reads the file back knows where each one begins.
"""

from collections.abc import Mapping

from pikepdf import Array, Dictionary, Name, NameTree, Pdf

from avtalsgen.writers.pdf.engine import PagePoint

MARK = "avsnitt:"


def put_places(file: Pdf, places: Mapping[str, PagePoint]) -> None:
    """Give `file` a name for each of `places` (ISO 32000-1, 12.3.2.3), of which there are some."""
    names = _names(file)
    for anchor, place in places.items():
        page = file.pages[place.page - 1]
        top = float(page.mediabox[3]) - place.y
        names[f"{MARK}{anchor}"] = Array([page.obj, Name.XYZ, place.x, top, 0])


def _names(file: Pdf) -> NameTree:
    if "/Names" not in file.Root:
        file.Root.Names = Dictionary()
    if "/Dests" not in file.Root.Names:
        file.Root.Names.Dests = NameTree.new(file).obj
    return NameTree(file.Root.Names.Dests)
