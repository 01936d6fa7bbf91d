"""The measures of the cover, alike in PDF and Word.

    organisation, beside the logo        HEAD_MM from the top of the page
    kicker, title, subtitle              `top` below the top margin
    accent                               a short thick line
    facts                                a label and what it says, on each row
    address, footer                      FOOT_MM from the bottom of the page

All but the facts are in points; distances before and after are added to each other. A
letterhead is the same in less room, and the text follows it on the page.
"""

from typing import Literal

from avtalsgen.model.metrics import Measure
from avtalsgen.model.nodes import Cover
from avtalsgen.model.plain import text
from avtalsgen.model.profile import Profile
from avtalsgen.records import dataclass

ORGANISATION = Measure(11.5, 16.0, 0.0, 0.0)
LOGO_GAP_MM = 5
"""Between the logo and the name beside it."""
ACCENT_LENGTH_MM = 22
ACCENT_WIDTH = 2.5
LABEL_MM = 48
"""The width of the column of labels."""
FOOT_GAP = 7.0
"""Between the line at the foot and the address."""

_TITLE: dict[Literal["page", "letterhead"], Measure] = {
    "page": Measure(28.0, 35.0, 0.0, 0.0),
    "letterhead": Measure(19.0, 25.0, 0.0, 0.0),
}
_TITLE_HOLDS = 24
"""How many characters a line of the title of a page holds, in its own size."""
_SMALLEST = 0.6
"""Of its own size; a word too long for that is broken."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures that depend on the form of the cover and on its title."""

    top: float
    """From the top margin to the first line."""
    kicker: Measure
    title: Measure
    subtitle: Measure
    accent: Measure
    """The paragraph that the accent stands above."""
    fact_gap: float
    """Above each fact."""


def measures(cover: Cover) -> Measures:
    """Return the measures of `cover`."""
    title = _title(cover)
    if cover.form == "letterhead":
        kicker, subtitle = Measure(12.0, 16.0, 0.0, 4.0), Measure(13.0, 18.0, 6.0, 0.0)
        return Measures(18.0, kicker, title, subtitle, Measure(2.0, 2.0, 14.0, 8.0), 3.0)
    kicker, subtitle = Measure(12.0, 16.0, 0.0, 10.0), Measure(15.0, 20.0, 10.0, 0.0)
    return Measures(130.0, kicker, title, subtitle, Measure(2.0, 2.0, 24.0, 78.0), 12.0)


def _title(cover: Cover) -> Measure:
    """Return the measure of the title, smaller where its longest word has no room."""
    design, page = _TITLE[cover.form], _TITLE["page"]
    holds = _TITLE_HOLDS * page.size / design.size
    longest = max((len(word) for word in text(cover.title).split(" ")), default=0)
    scale = max(_SMALLEST, min(1.0, holds / max(holds, longest)))
    size = int(design.size * scale * 2) / 2
    return Measure(size, size * design.line / design.size, 0.0, 0.0)


def address(profile: Profile) -> str:
    """Return the address of the house as one line."""
    return " · ".join(profile.address)
