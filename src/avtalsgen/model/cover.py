"""The measures of the cover, alike in PDF and Word.

    organisation, beside the logo        HEAD_MM from the top of the page
    kicker, title, subtitle              TOP below the top margin
    accent                               a short thick line
    facts                                a label and what it says, on each row
    address, footer                      FOOT_MM from the bottom of the page

All but the facts are in points; distances before and after are added to each other.
"""

from avtalsgen.model.metrics import Measure
from avtalsgen.model.nodes import Inline
from avtalsgen.model.plain import text
from avtalsgen.model.profile import Profile

TOP = 130.0
"""From the top margin to the first line."""
ORGANISATION = Measure(11.5, 16.0, 0.0, 0.0)
LOGO_GAP_MM = 5
"""Between the logo and the name beside it."""
KICKER = Measure(12.0, 16.0, 0.0, 10.0)
SUBTITLE = Measure(15.0, 20.0, 10.0, 0.0)
ACCENT_LENGTH_MM = 22
ACCENT_WIDTH = 2.5
ACCENT = Measure(2.0, 2.0, 24.0, 78.0)
"""The paragraph that the accent stands above."""
LABEL_MM = 48
"""The width of the column of labels."""
FACT_GAP = 12.0
"""Above each fact."""
FOOT_GAP = 7.0
"""Between the line at the foot and the address."""

_TITLE = Measure(28.0, 35.0, 0.0, 0.0)
_TITLE_HOLDS = 24
"""How many characters a line of the title holds, in its own size."""
_SMALLEST = 0.6
"""Of its own size; a word too long for that is broken."""


def title(words: tuple[Inline, ...]) -> Measure:
    """Return the measure of the title, smaller where its longest word has no room."""
    longest = max((len(word) for word in text(words).split(" ")), default=0)
    scale = max(_SMALLEST, min(1.0, _TITLE_HOLDS / max(_TITLE_HOLDS, longest)))
    size = int(_TITLE.size * scale * 2) / 2
    return Measure(size, size * _TITLE.line / _TITLE.size, 0.0, 0.0)


def address(profile: Profile) -> str:
    """Return the address of the house as one line."""
    return " · ".join(profile.address)
