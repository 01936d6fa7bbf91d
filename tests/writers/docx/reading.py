"""A small reader of Word files, of another hand than the writer.

It prints a document as somebody sees it: headings with the number Word would count, cells
one by one, fields by their result. Contents are left out, as are list signs.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W[1:-1]}


def part(file: bytes, name: str) -> etree._Element:
    """Return the root of a part, such as `word/document.xml`."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return etree.fromstring(archive.read(name))


def parts(file: bytes) -> dict[str, bytes]:
    """Return every member of the file by its name."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words(file: bytes) -> list[str]:
    """Return the words of the body of a file in reading order."""
    return [word for line in lines(file) for word in line.split()]


def lines(file: bytes) -> list[str]:
    """Return the paragraphs of the body that say something."""
    return list(_Reader(file).lines())


@dataclass
class _Reader:
    file: bytes
    counters: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.body = part(self.file, "word/document.xml").find("w:body", NS)
        styles = part(self.file, "word/styles.xml").findall("w:style", NS)
        self.styles = {style.get(W + "styleId"): style for style in styles}
        numbering = part(self.file, "word/numbering.xml")
        self.numbers = {
            own.get(W + "numId"): _value(own, "w:abstractNumId")
            for own in numbering.findall("w:num", NS)
        }
        self.kinds = {
            own.get(W + "abstractNumId"): {
                level.get(W + "ilvl"): level for level in own.findall("w:lvl", NS)
            }
            for own in numbering.findall("w:abstractNum", NS)
        }

    def lines(self) -> Iterator[str]:
        for paragraph in self.body.iter(W + "p"):
            name = self._style_name(paragraph)
            if name.startswith("toc "):
                continue
            line = "".join(_printed(paragraph))
            if name.startswith("heading "):
                line = f"{self._number(paragraph)} {line}"
            if line.split():
                yield line

    def _style_name(self, paragraph: etree._Element) -> str:
        style = self.styles[_value(paragraph, "w:pPr/w:pStyle")]
        return _value(style, "w:name").casefold()

    def _number(self, paragraph: etree._Element) -> str:
        style = self.styles[_value(paragraph, "w:pPr/w:pStyle")]
        tied = paragraph if paragraph.find("w:pPr/w:numPr", NS) is not None else style
        number = _value(tied, "w:pPr/w:numPr/w:numId")
        if number in ("", "0"):
            return ""
        level = int(_value(tied, "w:pPr/w:numPr/w:ilvl") or 0)
        self.counters = {at: count for at, count in self.counters.items() if at <= level}
        self.counters[level] = self.counters.get(level, 0) + 1
        pattern = _value(self.kinds[self.numbers[number]][str(level)], "w:lvlText")
        return re.sub(r"%(\d)", lambda m: str(self.counters.get(int(m[1]) - 1, 0)), pattern)


def _printed(paragraph: etree._Element) -> Iterator[str]:
    for node in paragraph.iter(W + "t", W + "br", W + "tab", W + "noBreakHyphen"):
        if node.getparent().tag == W + "r":
            yield "\n" if node.tag in (W + "br", W + "tab") else said(node)


def said(node: etree._Element) -> str:
    """Return the letters of a text, or of a hyphen at which no line ends; a wide one is a dash."""
    if node.tag == W + "noBreakHyphen":
        return "–" if _value(node.getparent(), "w:rPr/w:w") == "150" else "-"
    return node.text or ""


def _value(element: etree._Element, path: str) -> str:
    found = element.find(path, NS)
    return "" if found is None else found.get(W + "val", "")
