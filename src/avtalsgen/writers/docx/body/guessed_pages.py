"""Where LibreOffice guesses that pages end, and how no heading comes to be last on one.

When it opens a file it first gives each page 21 paragraphs or tables, counted from the last page
break, and then moves text back and forth until the pages are full. A paragraph that is kept with
the next one, and was guessed to be last on its page, is never looked at again: if that page
really ends there, a heading or a lead stays behind alone (seen in 7.4; Word guesses nothing).
So paragraphs without words, a twentieth of a point high, fill the guessed page before such a row:

    … 18  19  heading │ lead  item …        … 18  19  (thin) │ heading  lead  item …

They stand at the foot of a page or nowhere, take no room and are no text for any reader.
"""

from collections.abc import Set as AbstractSet

from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.paragraphs import paragraph, put
from avtalsgen.ooxml.units import twips

_GUESSED = 21
THINNEST = twips(1)
"""The height of a paragraph that is not to be seen; none may be lower."""


def keep_off_guessed_ends(text: Element, keeping: AbstractSet[str], plain: str) -> None:
    """Put thin paragraphs of style `plain` into `text` where a kept row would be parted by a guess.

    `keeping` are the styles whose paragraphs are kept with the next one.
    """
    place = row = 0
    for element in list(text):
        if _begins_page(element):
            place = row = 0
        if not _is_kept(element, keeping):
            row = 0
        else:
            row += 1
            if place == _GUESSED - 1 and row <= place:
                first = text[text.index(element) - row + 1]
                for _ in range(row):
                    first.addprevious(thin(plain, THINNEST))
                place = row - 1
        place = (place + 1) % _GUESSED


def thin(style: str, height: int) -> Element:
    """Return a paragraph without words, `height` twips high."""
    gap = paragraph(style)
    put(gap, "spacing", before=0, after=0, line=height, lineRule="exact")
    return gap


def _begins_page(element: Element) -> bool:
    first = next(element.iter(W + "p"), None)
    return first is not None and first.find(f"{W}pPr/{W}pageBreakBefore") is not None


def _is_kept(element: Element, keeping: AbstractSet[str]) -> bool:
    properties = element.find(W + "pPr") if element.tag == W + "p" else None
    if properties is None:
        return False
    style = properties.find(W + "pStyle")
    return properties.find(W + "keepNext") is not None or (
        style is not None and style.get(W + "val") in keeping
    )
