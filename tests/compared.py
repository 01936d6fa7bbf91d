"""Documents compared with what the register of this repository knows, as the command does it."""

from pathlib import Path
from typing import Any

from avtalsgen.compare import compare as room
from avtalsgen.model.comparison import Comparison
from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.workspace.house import House, house_of

HOUSE: House = house_of(Path(__file__).parent)
KNOWLEDGE = HOUSE.knowledge


def compare(old: Document, new: Document, **told: Any) -> Comparison:
    """Return what differs, with the words and names of the register."""
    return room.compare(old, new, KNOWLEDGE, **told)


def compare_sections(old: Document, new: Document, **told: Any) -> Comparison:
    """Return what differs without its summaries, which are dear and read from the same sections."""
    return compare(old, new, top=False, duties=False, **told)
