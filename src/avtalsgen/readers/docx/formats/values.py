"""Values of properties in a Word file, as far as they make sense."""

from lxml import etree

from avtalsgen.ooxml.elements import first_child
from avtalsgen.ooxml.names import W

_NO = {"0", "false", "off", "none"}
_LARGEST = 32_767
"""What Word counts to; a larger number in a file is a fault or a trap."""
VAL = f"{W}val"


def is_on(element: etree._Element | None) -> bool | None:
    """Return what an on-off property says (ECMA-376 part 1, 17.17.4); None if it is not there."""
    return None if element is None else element.get(VAL, "1") not in _NO


def number(text: str | None, default: int) -> int:
    """Return a whole number that a file has, within what Word counts to; else `default`."""
    if text is None:
        return default
    digits = text.strip().removeprefix("-").removeprefix("+")
    if not digits.isascii() or not digits.isdigit() or len(digits) > len("100000000"):
        return default
    value = -int(digits) if text.strip().startswith("-") else int(digits)
    return max(-_LARGEST, min(_LARGEST, value))


def value(element: etree._Element | None, path: str) -> str:
    """Return `w:val` of what stands at `path` in `element`, as `numPr/numId`; empty if nothing."""
    if element is None:
        return ""
    for step in path.split("/"):
        element = None if element is None else first_child(element, W + step)
    return "" if element is None else element.get(VAL) or ""
