"""How much a Word redline marks: characters inserted, deleted and moved, and moves by name."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHANGED = {f"{_W}ins", f"{_W}del"}
_MOVED = {f"{_W}moveFrom", f"{_W}moveTo"}


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters of the body inside changes and inside moves (both ends), and names of moves."""

    changed: int
    moved: int
    moves: int


def marked(redline: Path) -> Marked:
    """Return how much `redline` marks."""
    with zipfile.ZipFile(redline) as file:
        root = etree.fromstring(file.read("word/document.xml"), etree.XMLParser(huge_tree=True))
    changed = moved = 0
    for text in root.iter(f"{_W}t", f"{_W}delText"):
        around = {above.tag for above in text.iterancestors()}
        length = len(text.text or "")
        changed += length if around & _CHANGED else 0
        moved += length if around & _MOVED and not around & _CHANGED else 0
    names = {start.get(f"{_W}name") for start in root.iter(f"{_W}moveFromRangeStart")}
    return Marked(changed, moved, len(names))
