"""What a Word file shows beside its words: pictures, charts, objects, watermark, lists, looks.

Two files with the same words are not the same file if these differ. Each thing is a digest or a
description that says nothing else than whether two are alike; a thing that is there twice counts
twice. How a program wrote it is no matter, so looks are only those that somebody chose by hand.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.names import MATH, NAMESPACES, W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import text_of_run
from avtalsgen.readers.docx.beside.unread import unread
from avtalsgen.readers.docx.foreign import folded
from avtalsgen.readers.docx.formats.values import number
from avtalsgen.readers.doubtful import ACROSS, STRUCK, UNSEEN

Things = Mapping[str, Counter[str]]
"""By kind, as a reader calls it, each thing with how many there are."""

_ROLES: Final = {
    "image": "bild",
    "chart": "diagram",
    "chartEx": "diagram",
    "diagramData": "diagram",
    "oleObject": "inbäddat objekt",
    "package": "inbäddat objekt",
}
"""What leads to a part, by the last word of its kind (ECMA-376 part 1, 15.2)."""
_XML: Final = frozenset({"diagram"})
_NAMES: Final = {**NAMESPACES, "v": "urn:schemas-microsoft-com:vml"}
_WATERMARK: Final = etree.XPath("//v:textpath/@string", namespaces=_NAMES)
_DRAWN_IN: Final = ("header", "footer", "footnotes", "endnotes", "numbering")
_GRAPHIC: Final = etree.XPath("//w:drawing | //w:pict | //w:object", namespaces=NAMESPACES)
_LOOKS: Final = ("b", "i", "u", "strike", "dstrike", "caps", "highlight", "vanish")
"""Looks of a run that a reader sees and that are no matter of a style (17.3.2)."""
_FORMAT: Final = "formatering"
_READ: Final = {
    "strike": STRUCK,
    "dstrike": STRUCK,
    "superscript": "upphöjd text",
    "subscript": "nedsänkt text",
    **dict.fromkeys(("osynlig", "pytteliten", "flyttad", "hopträngd", "utanför sidan"), UNSEEN),
}
"""Looks that make the same letters say another thing, or nothing, by the kind that each is."""
QUOTED: Final = frozenset(_READ.values())
"""Kinds whose things are the words that look so."""
_COLOR: Final = re.compile("[0-9A-Fa-f]{6}")
_PALE: Final = 0xF0
"""The least of each colour of what cannot be told from paper."""
_TINY: Final = 8
"""Half points of letters that nobody reads."""
_FAR: Final = 24
"""Half points off the line that are another line."""
_DOTS: Final = {0xF0B7: "•", 0xB7: "•"}
"""The dot of a list as programs write it, in Symbol or as a letter."""
_NARROW: Final = 20
"""Percent of their width at which letters are a line."""
_LOW: Final = 80
"""Twentieths of a point of a line or row that shows nothing of its words."""
_BESIDE_PAGE: Final = 8000
"""Twentieths of a point that a line is moved in when little or nothing of it is on the page."""
_PAPERS: Final = frozenset({"background1", "light1"})
"""Colours of the theme that are paper."""
_ROUNDED: Final = 100
"""Twentieths of a point that programs round paper by."""
_OFF: Final = frozenset({"0", "false", "off", "none"})


def beside_words(package: Package) -> Things:
    """Return all that the file shows beside its words."""
    things: dict[str, Counter[str]] = {}
    for kind, thing in (
        *_in_parts(package),
        *_in_text(package, package.document()),
        *unread(package),
    ):
        things.setdefault(kind, Counter())[thing] += 1
    return things


def quoted_words(things: Counter[str]) -> Counter[str]:
    """Return the words of `things` of a kind that is `QUOTED`, without those round them."""
    words = Counter[str]()
    for thing, count in things.items():
        words[thing.removeprefix("”").partition("” i ”")[0].removesuffix("”")] += count
    return words


def has_graphics(package: Package) -> bool:
    """Return whether a file has a picture, a shape or an object anywhere on its pages."""
    relations = package.relations(package.main).values()
    parts = (relation.part for relation in relations if relation.role in _DRAWN_IN)
    trees = (package.document(), *map(package.part, parts))
    return any(_GRAPHIC(tree) for tree in trees if tree is not None)


def _in_parts(package: Package) -> Iterator[tuple[str, str]]:
    """Yield what the text and the edges of its pages lead to, or have drawn in them."""
    main = package.main
    edges = [
        relation.part
        for relation in package.relations(main).values()
        if relation.role in ("header", "footer") and relation.part in package
    ]
    for part in (main, *edges):
        yield from _related(package, part)
        for text in _WATERMARK(package.tree(part)):
            yield ACROSS, str(text)


def _in_text(package: Package, document: Element) -> Iterator[tuple[str, str]]:
    for definition in _lists(package, document):
        yield "listnumrering", definition
    for paragraph in document.iterfind(".//w:p", NAMESPACES):
        yield from _looks(paragraph)
    for paper in set(_papers(document)):
        yield "papper", paper
    for counted in _counted_pages(document):
        yield "sidnumrering", counted
    for formula in document.iter(f"{MATH}oMath"):
        yield "formel", _formula(formula)


def _related(package: Package, part: str) -> Iterator[tuple[str, str]]:
    for relation in package.relations(part).values():
        kind = _ROLES.get(relation.role)
        if kind and relation.part in package:
            yield kind, _digest(package, relation.part, as_words=kind in _XML)
        elif kind and relation.outside:
            yield kind, relation.target


def _digest(package: Package, part: str, *, as_words: bool) -> str:
    """Return a digest of a part; of a chart only what it says, as every program draws anew."""
    if as_words:
        words = " ".join("".join(package.tree(part).itertext()).split())
        return hashlib.sha256(words.encode()).hexdigest()
    return hashlib.sha256(package.blob(part)).hexdigest()


def _lists(package: Package, document: Element) -> Iterator[str]:
    """Yield how each paragraph that is numbered is counted: `lowerLetter %1) 1`."""
    numbering = package.related_part("numbering")
    if numbering is None:
        return
    levels = dict(_levels(numbering))
    styles = package.related_part("styles")
    of_style = {} if styles is None else dict(_numbered_styles(styles))
    for properties in document.iterfind(".//w:pPr", NAMESPACES):
        number, level = of_style.get(_value(properties, "w:pStyle"), ("", ""))
        list_of = properties.find("w:numPr", NAMESPACES)
        if list_of is not None:
            number = _value(list_of, "w:numId") or number
            level = _value(list_of, "w:ilvl") or level
        if said := levels.get((number, level or "0")):
            yield said


def _levels(numbering: Element) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield what each level of each list counts with, how it is written and where it begins."""
    lists = {
        _attribute(each, "abstractNumId"): each
        for each in numbering.iterfind("w:abstractNum", NAMESPACES)
    }
    for num in numbering.iterfind("w:num", NAMESPACES):
        abstract = lists.get(_value(num, "w:abstractNumId"))
        starts = {
            _attribute(each, "ilvl"): _value(each, "w:startOverride")
            for each in num.iterfind("w:lvlOverride", NAMESPACES)
        }
        for level in () if abstract is None else abstract.iterfind("w:lvl", NAMESPACES):
            depth = _attribute(level, "ilvl")
            start = starts.get(depth) or _value(level, "w:start") or "1"
            sign = _value(level, "w:lvlText").translate(_DOTS)
            said = f"{_value(level, 'w:numFmt')} {sign} {start}"
            yield (_attribute(num, "numId"), depth), said


def _numbered_styles(styles: Element) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the list and level that each style of paragraphs gives them, its own or inherited."""
    known = {_attribute(each, "styleId"): each for each in styles.iterfind("w:style", NAMESPACES)}
    for identity, style in known.items():
        number = level = ""
        heard = set[str]()
        based: Element | None = style
        while based is not None and _attribute(based, "styleId") not in heard:
            heard.add(_attribute(based, "styleId"))
            list_of = based.find("w:pPr/w:numPr", NAMESPACES)
            if list_of is not None:
                number = number or _value(list_of, "w:numId")
                level = level or _value(list_of, "w:ilvl")
            based = known.get(_value(based, "w:basedOn"))
        if number:
            yield identity, (number, level)


def _looks(paragraph: Element) -> Iterator[tuple[str, str]]:
    """Yield each stretch of words with the looks that somebody gave it, by what kind those are."""
    squeezed = tuple(_squeezed(paragraph))
    runs = [
        (text_of_run(run), (*_look(run), *squeezed))
        for run in paragraph.iterfind(".//w:r", NAMESPACES)
    ]
    whole = "".join(text for text, _ in runs)
    for kind in dict.fromkeys(_READ.get(look, _FORMAT) for _, looks in runs for look in looks):
        for look, start, end in _stretches(runs, kind):
            said = folded(whole[start:end])
            if kind == _FORMAT:
                yield kind, f"{look}: {said}"
                continue
            around = folded(_with_whole_words(whole, start, end))
            yield kind, f"”{said}”" if around == said else f"”{said}” i ”{around}”"


def _stretches(
    runs: Sequence[tuple[str, tuple[str, ...]]], kind: str
) -> Iterator[tuple[str, int, int]]:
    """Yield the looks of `kind` with where the words that have them begin and end."""
    held, start, place = "", 0, 0
    for text, looks in runs:
        look = " ".join(look for look in looks if _READ.get(look, _FORMAT) == kind)
        if text.strip() and look != held:
            if held:
                yield held, start, place
            held, start = look, place
        place += len(text)
    if held:
        yield held, start, place


def _with_whole_words(text: str, start: int, end: int) -> str:
    """Return a stretch of `text` with the rest of the words that it begins and ends in."""
    first, last = start, end
    while 0 < first < end and not (text[first - 1].isspace() or text[first].isspace()):
        first -= 1
    while start < last < len(text) and not (text[last - 1].isspace() or text[last].isspace()):
        last += 1
    return text[first:last]


def _look(run: Element) -> tuple[str, ...]:
    properties = run.find("w:rPr", NAMESPACES)
    if properties is None:
        return ()
    on = []
    for name in _LOOKS:
        formatting = properties.find(f"w:{name}", NAMESPACES)
        if formatting is not None and _attribute(formatting, "val").casefold() not in _OFF:
            on.append(name)
    return (*on, *_hiding(properties))


def _hiding(properties: Element) -> Iterator[str]:
    """Yield what makes words hard to see, or a number another one."""
    color, ground = _value(properties, "w:color"), properties.find("w:shd", NAMESPACES)
    fill = "FFFFFF" if ground is None else _attribute(ground, "fill").upper()
    ink = properties.find("w:color", NAMESPACES)
    is_paper = ink is not None and _attribute(ink, "themeColor") in _PAPERS
    on_paper = fill in ("FFFFFF", "AUTO")
    is_ground = _is_color(color) and (color.upper() == fill or (on_paper and _is_pale(color)))
    if is_ground or (is_paper and on_paper):
        yield "osynlig"
    size, raised = _value(properties, "w:sz"), _value(properties, "w:position")
    width = _value(properties, "w:w").removesuffix("%")
    is_tiny = size.isdecimal() and int(size) <= _TINY
    if is_tiny or (width.isdecimal() and int(width) <= _NARROW):
        yield "pytteliten"
    if raised.removeprefix("-").isdecimal() and abs(int(raised)) >= _FAR:
        yield "flyttad"
    if (where := _value(properties, "w:vertAlign")) in ("superscript", "subscript"):
        yield where


def _squeezed(paragraph: Element) -> Iterator[str]:
    """Yield how a paragraph or its row hides its words."""
    row = next(paragraph.iterancestors(f"{W}tr"), None)
    spacing = paragraph.find("w:pPr/w:spacing", NAMESPACES)
    height = None if row is None else row.find("w:trPr/w:trHeight", NAMESPACES)
    if _is_low(spacing, "lineRule", "line") or _is_low(height, "hRule", "val"):
        yield "hopträngd"
    indent = paragraph.find("w:pPr/w:ind", NAMESPACES)
    for side in () if indent is None else indent.attrib.values():
        if abs(number(str(side), 0)) >= _BESIDE_PAGE:
            yield "utanför sidan"
            return


def _is_low(measure: Element | None, rule: str, name: str) -> bool:
    if measure is None or _attribute(measure, rule) != "exact":
        return False
    return abs(number(_attribute(measure, name), _LOW + 1)) <= _LOW


def _papers(document: Element) -> Iterator[str]:
    for size in document.iterfind(".//w:sectPr/w:pgSz", NAMESPACES):
        sides = (number(_attribute(size, side), 0) for side in ("w", "h"))
        yield "x".join(str((side + _ROUNDED // 2) // _ROUNDED) for side in sides)


def _counted_pages(document: Element) -> Iterator[str]:
    """Yield how pages are counted where it is not with digits from the page before (17.6.12)."""
    for counted in document.iterfind(".//w:sectPr/w:pgNumType", NAMESPACES):
        form, start = _attribute(counted, "fmt"), _attribute(counted, "start")
        if start or form not in ("", "decimal"):
            yield f"{form or 'decimal'} {start}"


def _formula(formula: Element) -> str:
    """Return what a formula says: its parts and their letters, without looks (22.1)."""
    said = []
    for part in formula.iter(f"{MATH}*"):
        name = str(part.tag).removeprefix(MATH)
        if not name.endswith("Pr"):
            said.append(part.text or "" if name == "t" else name)
    return " ".join(said)


def _is_color(text: str) -> bool:
    return bool(_COLOR.fullmatch(text))


def _is_pale(color: str) -> bool:
    return all(int(color[place : place + 2], 16) >= _PALE for place in (0, 2, 4))


def _value(element: Element, child: str) -> str:
    value_element = element.find(child, NAMESPACES)
    return "" if value_element is None else _attribute(value_element, "val")


def _attribute(element: Element, name: str) -> str:
    return str(element.get(f"{{{NAMESPACES['w']}}}{name}", ""))
