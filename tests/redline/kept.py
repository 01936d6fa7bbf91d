"""How much of each clause of a redline is not marked as new."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from lxml import etree
from tests.redline.wordfile import unzipped

from avtalsgen.compare.words.tokens import tokens
from avtalsgen.compare.words.word_diff import word_diff

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KINDS = {_W + kind for kind in ("ins", "del", "moveFrom", "moveTo")}
_LEFT, _CAME = {_W + "del", _W + "moveFrom"}, {_W + "ins"}


def clauses(document: bytes, known: Collection[str] = ()) -> Mapping[str, tuple[str, int]]:
    """Return for each section mark (`_ag_…`) its text, and how many letters of it are kept.

    What left is passed over; what has moved is kept. Spaces do not count.
    """
    root = etree.fromstring(unzipped(document)["word/document.xml"])
    texts: dict[str, str] = defaultdict(str)
    kept: dict[str, int] = defaultdict(int)
    opened: list[tuple[str, str]] = []
    for node in root.iter(_W + "bookmarkStart", _W + "bookmarkEnd", _W + "t", _W + "p"):
        if node.tag == _W + "bookmarkStart" and _is_known(node, known):
            opened.append((node.get(_W + "id"), node.get(_W + "name").removeprefix("_ag_")))
        elif node.tag == _W + "bookmarkEnd":
            opened = [one for one in opened if one[0] != node.get(_W + "id")]
        elif opened:
            above = {one.tag for one in node.iterancestors()} & _KINDS
            text = "\n" if node.tag == _W + "p" else node.text or ""
            if not above & _LEFT:
                texts[opened[-1][1]] += text
                kept[opened[-1][1]] += 0 if above & _CAME else len("".join(text.split()))
    return {mark: (texts[mark], kept[mark]) for mark in texts}


def alone(old: str, new: str) -> int:
    """Return how many letters a comparison of two clauses alone would keep."""
    before, now = tokens(old), tokens(new)
    return sum(
        len(token)
        for edit in word_diff(before, now)
        if edit.kind == "same"
        for token in before[edit.old_from : edit.old_to]
        if not token.isspace()
    )


def _is_known(start: etree._Element, known: Collection[str]) -> bool:
    name = start.get(_W + "name")
    return name.startswith("_ag_") and (not known or name.removeprefix("_ag_") in known)
