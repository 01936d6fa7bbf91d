"""What Word needs between the elements of a body that the document says nothing of."""

from collections.abc import Iterator

from avtalsgen.model import metrics
from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.paragraphs import put
from avtalsgen.ooxml.units import twips
from avtalsgen.writers.docx.body.guessed_pages import THINNEST, thin
from avtalsgen.writers.docx.body.surroundings import Surroundings
from avtalsgen.writers.docx.body.tables import LINE
from avtalsgen.writers.docx.styling import style_names as names


def start_new_page(elements: list[Element]) -> None:
    """Let the first paragraph of `elements` stand at the top of a page, in a table or not."""
    first = next((own for element in elements for own in element.iter(W + "p")), None)
    if first is not None:
        put(first, "pageBreakBefore")
        put(first, "spacing", before=0)


def keep_with_next(elements: list[Element]) -> None:
    """Let the last paragraph of `elements` be on the same page as what follows."""
    if elements and elements[-1].tag == W + "p":
        put(elements[-1], "keepNext")


def spaced(
    elements: list[Element], around: Surroundings, *, below: bool = False
) -> Iterator[Element]:
    """Yield `elements` with space after every table, and above a first one `below` a letterhead.

    A table has no space of its own, so the paragraph below it gets more. Two tables on
    end would be one in Word, and one cannot end a document: there a paragraph without
    words is put in.
    """
    after = twips(metrics.body(around.profile.size).after - LINE)
    plain = around.styles[names.NORMAL]
    below_table = False
    first = next((own.tag for own in elements if own.tag in (W + "p", W + "tbl")), "")
    if below and first == W + "tbl":
        yield thin(plain, after)
    for element in elements:
        if element.tag == W + "tbl":
            if below_table:
                yield thin(plain, after)
            below_table = True
        elif element.tag == W + "p":
            if below_table:
                _lower(element, after, around)
            below_table = False
        yield element
    if below_table:
        yield thin(plain, THINNEST)


def _lower(element: Element, distance: int, around: Surroundings) -> None:
    spacing = element.find(f"{W}pPr/{W}spacing")
    written = None if spacing is None else spacing.get(W + "before")
    style = element.find(f"{W}pPr/{W}pStyle").get(W + "val")
    before = int(written) if written is not None else _space_above(style, around)
    put(element, "spacing", before=before + distance)


def _space_above(style: str, around: Surroundings) -> int:
    """Return the space before a paragraph of `style`; only headings have any."""
    for level in range(1, names.LEVELS + 1):
        if style == around.styles[names.heading(level)]:
            return twips(metrics.heading(level, around.profile.size).before)
    return 0
