"""SVG pictures: shapes and colours, and nothing that can act.

What is not on the list is refused: scripts, styles, text (whose letters nobody carries),
pictures in the picture, references out of the file and to shapes that repeat each other,
and a document type with its entities (SVG 2; XML 1.0, 4).
"""

import re
from collections.abc import Mapping
from xml.parsers import expat

LARGEST = 200_000
MOST_ELEMENTS = 5_000
DEEPEST = 40
_SVG = "http://www.w3.org/2000/svg"
_ELEMENTS = frozenset(
    {"svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line"}
    | {"polyline", "polygon", "linearGradient", "radialGradient", "stop", "clipPath"}
)
_ATTRIBUTE = re.compile(r"(?!on)[a-zA-Z][a-zA-Z0-9_-]*")
_INSIDE = re.compile(r"url\(#[A-Za-z][\w-]*\)")
_NUMBER = re.compile(r"\s*(\d{1,6}(?:\.\d{1,6})?)\s*(?:px|mm)?\s*")
_REFUSED_ATTRIBUTES = frozenset({"href", "style", "src", "class", "filter", "mask", "base"})


def read_svg(data: bytes) -> float:
    """Return the width of the picture by its height, by `viewBox` or `width` and `height`.

    Raises:
        ValueError: it is no SVG, is too large, or holds what may act; in Swedish.
    """
    if len(data) > LARGEST:
        raise ValueError(f"bilden är större än {LARGEST // 1000} kB")
    reading = _SvgCheck()
    parser = expat.ParserCreate("utf-8", " ")
    parser.buffer_text = True
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.ProcessingInstructionHandler = _refuse_instruction
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ValueError("filen är ingen hel SVG-bild") from error
    return reading.ratio


class _SvgCheck:
    def __init__(self) -> None:
        self.ratio = 0.0
        self.depth = 0
        self.count = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, element = name.rpartition(" ")
        self.depth += 1
        self.count += 1
        if self.depth > DEEPEST or self.count > MOST_ELEMENTS:
            raise ValueError("bilden har för många delar")
        if space != _SVG or element not in _ELEMENTS:
            raise ValueError(f"bilden har elementet {element}, som inte tas emot")
        if (self.depth == 1) != (element == "svg"):
            raise ValueError("filen är ingen SVG-bild")
        for key, value in attributes.items():
            _check(key, value)
        if self.depth == 1:
            self.ratio = _ratio(attributes)

    def end(self, _: str) -> None:
        self.depth -= 1


def _check(key: str, value: str) -> None:
    if not _ATTRIBUTE.fullmatch(key) or key in _REFUSED_ATTRIBUTES:
        raise ValueError(f"bilden har attributet {key.split(' ')[-1]}, som inte tas emot")
    outside = _INSIDE.sub("", value).casefold()
    if any(mark in outside for mark in ("url", "://", "javascript", "data:", "\\", "@")):
        raise ValueError(f"bilden hänvisar ut ur sig själv: {key}")


def _ratio(attributes: Mapping[str, str]) -> float:
    box = attributes.get("viewBox", "").replace(",", " ").split()
    sides = box[2:] if len(box) == 4 else [attributes.get(key, "") for key in ("width", "height")]
    numbers = [float(found[1]) for found in map(_NUMBER.fullmatch, sides) if found]
    if len(numbers) != 2 or not all(numbers):
        raise ValueError("bilden säger inte hur stor den är: viewBox saknas")
    return numbers[0] / numbers[1]


def _refuse_document_type(*_: object) -> None:
    raise ValueError("bilden har en dokumenttyp (DTD), som inte tas emot")


def _refuse_instruction(*_: object) -> None:
    raise ValueError("bilden har en bearbetningsinstruktion, som inte tas emot")
