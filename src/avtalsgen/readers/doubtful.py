"""Words that stand in a file and do not hold, or that nobody sees, by kind; of every format."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

STRUCK: Final = "genomstruken text"
UNSEEN: Final = "text som knappt syns"
ACROSS: Final = "vattenmärke"
"""Words that lie across the text, as OGILTIGT does."""
DRAWN: Final = "ritat över texten"
"""A drawing that does, which may be words that a program has turned to lines."""
DOUBTFUL: Final = frozenset({STRUCK, UNSEEN, ACROSS})

Doubtful = Mapping[str, Counter[str]]
"""By kind, the words that look so; of a drawing none."""
