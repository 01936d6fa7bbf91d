"""What the properties of letters, paragraphs and cells say of how words look.

Each is a name that people know and a value, one value for all the ways of saying the same. What
is not said is left out, and so is what says that nothing is special.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from lxml import etree

from avtalsgen.ooxml.names import W
from avtalsgen.readers.docx.formats.values import VAL, is_on

Look = Mapping[str, str]
"""What is special by its name; of a switch that is turned off an empty value."""

NEW_PAGE: Final = "ny sida före"
SWITCHES: Final = {
    "b": "fet",
    "i": "kursiv",
    "caps": "versaler",
    "smallCaps": "kapitäler",
    "strike": "struken",
    "dstrike": "dubbelt struken",
    "vanish": "dold",
    "specVanish": "dold i styckets slut",
    "outline": "kontur",
    "shadow": "skugga",
    "emboss": "relief",
    "imprint": "nedtryckt",
    "rtl": "skriven åt andra hållet",
}
"""Properties that are on or off: two styles that turn on the same turn it off (17.7.3)."""
_VALUES: Final = {
    "sz": "storlek",
    "position": "flyttad från raden",
    "vertAlign": "upphöjd eller nedsänkt",
    "spacing": "spärrning",
    "w": "bredd",
    "highlight": "överstruken",
    "u": "understruken",
    "em": "betoning",
    "effect": "rörlig",
    "fitText": "hopträngd",
}
_NOTHING: Final = frozenset({"", "0", "none", "auto", "baseline", "nil", "clear"})
_WHOLE_WIDTH: Final = "100"
_UNITS: Final = 12
"""Twentieths of a point within which two measures are one: programs round them."""
_MEASURE: Final = re.compile(r"-?[0-9]{1,8}")
_POINTS: Final = re.compile(r"(?<=[0-9])pt$")
_FONTS: Final = ("ascii", "hAnsi")
_MODERN: Final = re.compile(r"\{http://schemas\.microsoft\.com/office/word/20\d\d/wordml\}(\w+)")
_USUAL: Final = "lrTb"
"""The direction of text that needs no saying."""
_SIDES: Final = {
    "left": "indrag",
    "start": "indrag",
    "right": "högerindrag",
    "end": "högerindrag",
    "firstLine": "första radens indrag",
    "hanging": "hängande indrag",
}
_JUSTIFIED: Final = {"start": "", "left": "", "end": "right"}
_HEIGHTS: Final = {"before": "luft före", "after": "luft efter", "line": "radhöjd"}
_HEIGHTS_OF_ROWS: Final = frozenset({"radhöjd", "radens höjd"})
"""Without them a row is as high as its letters: no height is not nothing."""
_ROUNDED: Final = frozenset({*_SIDES.values(), *_HEIGHTS.values(), *_HEIGHTS_OF_ROWS})


def letters(node: etree._Element | None) -> dict[str, str]:
    """Return what run properties say, switches under their Swedish names as `1` or empty."""
    said: dict[str, str] = {}
    for child in () if node is None else node:
        tag = child.tag if isinstance(child.tag, str) else ""
        name = tag.removeprefix(W)
        if name in SWITCHES:
            said[SWITCHES[name]] = "1" if is_on(child) else ""
        elif name in _VALUES:
            said[_VALUES[name]] = _plain(name, child.get(VAL, ""))
        elif name in _OTHERS:
            said |= _OTHERS[name](child)
        elif modern := _MODERN.fullmatch(tag):
            said["effekt"] = f"{modern[1]} {_serial(child)}"
    return said


def _plain(name: str, value: str) -> str:
    folded = _POINTS.sub("", value.casefold())
    if name == "sz" and folded == "0":
        return folded  # the smallest letters that there are
    return "" if folded in _NOTHING or (name == "w" and folded == _WHOLE_WIDTH) else folded


def _color(node: etree._Element) -> dict[str, str]:
    theme = node.get(f"{W}themeColor")
    value = f"tema {theme} {node.get(f'{W}themeTint', '')}{node.get(f'{W}themeShade', '')}"
    return {"färg": value if theme else _plain("color", node.get(VAL, ""))}


def _shade(node: etree._Element) -> dict[str, str]:
    fill = _plain("shd", node.get(f"{W}fill", ""))
    pattern = _plain("shd", node.get(VAL, ""))
    theme = node.get(f"{W}themeFill", "")
    drawn = f" {pattern} {node.get(f'{W}color', '')}" if pattern else ""
    return {"bakgrund": f"{theme or fill}{drawn}"}


def _font(node: etree._Element) -> dict[str, str]:
    said = {}
    for side in _FONTS:
        name = node.get(f"{W}{side}Theme") or node.get(W + side)
        if name is not None:
            said[f"teckensnitt ({side})"] = name
    return said


def _border(node: etree._Element) -> dict[str, str]:
    style = _plain("bdr", node.get(VAL, ""))
    return {"ram": f"{style} {node.get(f'{W}sz', '')}" if style else ""}


_OTHERS: Final[Mapping[str, Callable[[etree._Element], dict[str, str]]]] = {
    "color": _color,
    "shd": _shade,
    "rFonts": _font,
    "bdr": _border,
}


def lines(node: etree._Element | None) -> dict[str, str]:
    """Return what paragraph properties say of where its lines stand."""
    said: dict[str, str] = {}
    for child in () if node is None else node:
        tag = child.tag if isinstance(child.tag, str) else ""
        reader = _LINES.get(tag.removeprefix(W))
        if reader is not None:
            said |= reader(child)
    return said


def _indents(node: etree._Element) -> dict[str, str]:
    return {
        name: node.get(W + side, "")
        for side, name in _SIDES.items()
        if node.get(W + side) is not None
    }


def _justified(node: etree._Element) -> dict[str, str]:
    value = node.get(VAL, "")
    return {"justering": _JUSTIFIED.get(value, value)}


def _framed(node: etree._Element) -> dict[str, str]:
    drawn = (
        f"{etree.QName(side).localname} {side.get(VAL, '')} {side.get(f'{W}sz', '')}"
        for side in sorted(node, key=lambda each: str(each.tag))
        if _plain("pBdr", side.get(VAL, ""))
    )
    return {"styckets ram": " ".join(drawn)}


def _heights(node: etree._Element) -> dict[str, str]:
    said = {
        name: node.get(W + side, "")
        for side, name in _HEIGHTS.items()
        if node.get(W + side) is not None
    }
    if "radhöjd" in said:
        rule = node.get(f"{W}lineRule", "auto")
        said["radhöjdens slag"] = "" if rule == "auto" else rule
    return said


_CELL: Final = {
    "shd": "cellens bakgrund",
    "textDirection": "cellens riktning",
    "tcFitText": "hopträngd i cellen",
    "vMerge": "cellen sammanslagen nedåt",
    "gridSpan": "cellen sammanslagen åt sidan",
}
_PAGE: Final = {
    "pgSz": "papper",
    "pgMar": "marginaler",
    "cols": "spalter",
    "textDirection": "riktning",
    "vAlign": "höjdläge",
    "pgBorders": "sidans ram",
}
_LINES: Final[Mapping[str, Callable[[etree._Element], dict[str, str]]]] = {
    "ind": _indents,
    "jc": _justified,
    "spacing": _heights,
    "pBdr": _framed,
    "framePr": lambda node: {"egen ram på sidan": _serial(node)},
    "shd": lambda node: {"styckets bakgrund": _shade(node)["bakgrund"]},
    "pageBreakBefore": lambda node: {NEW_PAGE: "1" if is_on(node) else ""},
    "textDirection": lambda node: {"vriden": node.get(VAL, "").casefold()},
    "bidi": lambda node: {"från höger": "1" if is_on(node) else ""},
}


def cell(node: etree._Element) -> dict[str, str]:
    """Return what a cell and its row say of the words in it."""
    said = {}
    of_cell = node.find(f"{W}tcPr")
    for name, called in _CELL.items():
        told = None if of_cell is None else of_cell.find(W + name)
        if told is not None:
            shade = _shade(told)["bakgrund"] if name == "shd" else _serial(told)
            said[called] = "" if shade == _USUAL else shade
    row = node.getparent()
    height = None if row is None else row.find(f"{W}trPr/{W}trHeight")
    if height is not None and height.get(f"{W}hRule") == "exact":
        said["radens höjd"] = height.get(VAL, "")
    hidden = None if row is None else row.find(f"{W}trPr/{W}hidden")
    if is_on(hidden):
        said["raden dold"] = "1"
    return said


def section(node: etree._Element) -> dict[str, str]:
    """Return what a section says of its pages: their size, margins and columns."""
    said = {}
    for name, called in _PAGE.items():
        told = node.find(W + name)
        for key, value in sorted({} if told is None else dict(told.attrib).items()):
            said[f"{called} ({etree.QName(str(key)).localname})"] = (
                "" if value == _USUAL else str(value)
            )
    return said


def _serial(node: etree._Element) -> str:
    return " ".join(
        f"{etree.QName(str(key)).localname}={value}"
        for each in node.iter()
        for key, value in sorted((str(k), str(v)) for k, v in each.attrib.items())
    )


def alike(name: str, value: str, other: str) -> bool:
    """Return whether two values of a property are one: zero is nothing, measures are rounded."""
    if value.casefold() == other.casefold() or {value, other} <= {"", "0"}:
        return True
    measures = [_MEASURE.fullmatch(each) for each in (value or "0", other or "0")]
    if name not in _ROUNDED or not all(measures):
        return False
    if name in _HEIGHTS_OF_ROWS and not (value and other):
        return False
    return abs(int(value or "0") - int(other or "0")) <= _UNITS
