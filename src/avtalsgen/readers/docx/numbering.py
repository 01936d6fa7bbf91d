"""The numbers that Word counts out for headings; they stand nowhere in the text."""

import re
from collections.abc import Mapping

from lxml import etree

from avtalsgen.ooxml.names import NAMESPACES, W

_NUMBER = "w:pPr/w:numPr/w:numId"
_LEVEL = "w:pPr/w:numPr/w:ilvl"
_PLACEHOLDER = re.compile(r"%([1-9])")
_NO_NUMBER = ("", "0")
"""`0` takes away the number that a style would give (ECMA-376 part 1, 17.9.18)."""


class HeadingNumbers:
    """Counts headings in reading order."""

    def __init__(self, styles: etree._Element | None, numbering: etree._Element | None) -> None:
        self._styles: Mapping[str, etree._Element] = {
            own.get(f"{W}styleId", ""): own for own in _all(styles, "w:style")
        }
        kinds = {own.get(f"{W}abstractNumId"): own for own in _all(numbering, "w:abstractNum")}
        self._kinds = {
            own.get(f"{W}numId"): kinds.get(_value(own, "w:abstractNumId"))
            for own in _all(numbering, "w:num")
        }
        self._counters: dict[int, int] = {}

    def style_of(self, paragraph: etree._Element) -> str:
        """Return the name of the paragraph's style, such as `heading 2`, in small letters."""
        style = self._styles.get(_value(paragraph, "w:pPr/w:pStyle"))
        return "" if style is None else _value(style, "w:name").casefold()

    def next(self, heading: etree._Element) -> str:
        """Return the number printed before the next heading; nothing if it has none."""
        style = self._styles.get(_value(heading, "w:pPr/w:pStyle"))
        tied = heading if heading.find(_NUMBER, NAMESPACES) is not None else style
        number = "" if tied is None else _value(tied, _NUMBER)
        kind = self._kinds.get(number)
        if number in _NO_NUMBER or tied is None or kind is None:
            return ""
        level = _value(tied, _LEVEL) or "0"
        deep = int(level) if level.isdecimal() else 0
        self._counters = {at: count for at, count in self._counters.items() if at <= deep}
        self._counters[deep] = self._counters.get(deep, 0) + 1
        pattern = _value(kind, f"w:lvl[@w:ilvl='{deep}']/w:lvlText")
        return _PLACEHOLDER.sub(
            lambda place: str(self._counters.get(int(place[1]) - 1, 0)), pattern
        )


def _all(root: etree._Element | None, path: str) -> list[etree._Element]:
    return [] if root is None else list(root.findall(path, NAMESPACES))


def _value(element: etree._Element, path: str) -> str:
    found = element.find(path, NAMESPACES)
    return "" if found is None else str(found.get(f"{W}val", ""))
