"""What a Word file says when its tracked changes are accepted or rejected, read and not resolved.

A second opinion, on purpose: it shares no code with the redline or with the resolver, and takes
no file apart. It reads from the beginning to the end, passes over what the way it reads makes
invisible, and lets the words of a paragraph without a mark flow on to the next.
"""

import hashlib
import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from lxml import etree

Way = Literal["accept", "reject"]
Element = Any
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_GONE = {"accept": {"del", "moveFrom"}, "reject": {"ins", "moveTo"}}
_CELL_GONE = {"accept": "cellDel", "reject": "cellIns"}
_SIGNS = {
    **{"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n"},
    **{"noBreakHyphen": "\u2011", "softHyphen": "\u00ad"},
}
_NO_LOOK = {"lang", "noProof", "rPrChange", "ins", "del", "moveFrom", "moveTo"}
_NO_SHAPE = {"rPr", "sectPr", "pPrChange", "numPr", "pStyle"}
_MARKERS = {
    *("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd"),
    *("commentRangeStart", "commentRangeEnd"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a border of a table (`⟨row⟩`), with all that is seen of it."""

    text: str
    style: str = ""
    list: str = ""
    shape: str = ""
    runs: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Said:
    """What a file says, story by story."""

    body: list[Line] = field(default_factory=list)
    boxes: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    heads: list[tuple[str, tuple[Line, ...]]] = field(default_factory=list)


class _File:
    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}
        self.body = "word/document.xml"

    def root(self, name: str) -> Element | None:
        return etree.fromstring(self.parts[name]) if name in self.parts else None

    def leads(self, part: str) -> dict[str, tuple[str, str]]:
        folder, name = posixpath.split(part)
        root = self.root(f"{folder}/_rels/{name}.rels")
        return {
            one.get("Id"): (
                one.get("Type").rpartition("/")[2],
                one.get("Target")
                if one.get("TargetMode") == "External"
                else posixpath.normpath(posixpath.join(folder, one.get("Target").lstrip("/")))
                if not one.get("Target").startswith("/")
                else one.get("Target").lstrip("/"),
            )
            for one in ([] if root is None else root)
        }

    def named(self, role: str) -> Element | None:
        found = [to for kind, to in self.leads(self.body).values() if kind == role]
        return self.root(found[0]) if found else None


def said(data: bytes, way: Way = "accept", ways: Mapping[str, Way] | None = None) -> Said:
    """Return what the file says; `ways` are those of the changes of some authors."""
    return _Reader(_File(data), way, ways or {}).read()


class _Reader:
    def __init__(self, file: _File, way: Way, ways: Mapping[str, Way]) -> None:
        self._file, self._way, self._ways = file, way, ways
        self._said = Said()
        self._styles = {
            one.get(_W + "styleId"): ""
            if one.get(_W + "default") == "1"
            else one.find(_W + "name").get(_W + "val").lower()
            for one in self._all("styles", "style")
        }
        self._lists = self._read_lists()
        self._notes = {
            (kind, one.get(_W + "id")): one
            for kind in ("footnote", "endnote")
            for one in self._all(f"{kind}s", kind)
        }

    def read(self) -> Said:
        root = self._file.root(self._file.body)
        assert root is not None
        self._part = self._file.body
        body = root.find(_W + "body")
        self._blocks(body, self._said.body)
        sections = [one for one in body.iter(_W + "sectPr") if self._is_there(one)]
        shown: dict[tuple[str, str], str] = {}
        for at, section in enumerate(sections):
            for one in section:
                if _name(one) in ("headerReference", "footerReference"):
                    lead = self._file.leads(self._file.body)[one.get(_R + "id")][1]
                    shown[_name(one), one.get(_W + "type")] = lead
            for (role, pages), part in sorted(shown.items()):
                lines: list[Line] = []
                self._part = part
                self._blocks(self._file.root(part), lines)
                if any(line.text.strip() for line in lines):
                    self._said.heads.append((f"{at} {role} {pages}", tuple(lines)))
        return self._said

    def _way_of(self, mark: Element) -> Way:
        return self._ways.get(mark.get(_W + "author", ""), self._way)

    def _is_gone(self, one: Element) -> bool:
        return _name(one) in _GONE[self._way_of(one)]

    def _is_there(self, section: Element) -> bool:
        home = section.getparent()
        if _name(home) == "sectPrChange":
            return False
        mark = home.find(_W + "rPr") if _name(home) == "pPr" else None
        return mark is None or not any(map(self._is_gone, mark))

    def _all(self, role: str, tag: str) -> list[Element]:
        root = self._file.named(role)
        return [] if root is None else list(root.iter(_W + tag))

    def _read_lists(self) -> dict[tuple[str, str], str]:
        kinds = {
            one.get(_W + "abstractNumId"): one for one in self._all("numbering", "abstractNum")
        }
        return {
            (number.get(_W + "numId"), level.get(_W + "ilvl")): " ".join(
                level.find(_W + tag).get(_W + "val") for tag in ("numFmt", "lvlText")
            )
            for number in self._all("numbering", "num")
            for level in kinds[number.find(_W + "abstractNumId").get(_W + "val")].iter(_W + "lvl")
        }

    def _blocks(self, home: Element, into: list[Line]) -> None:
        flowing: list[tuple[str, str]] = []
        for block in _flat(home):
            name = _name(block)
            if name == "p":
                runs = [*flowing, *self._runs(block, "", into)]
                flowing = []
                if self._has_no_mark(block):
                    flowing = runs
                else:
                    into.append(self._line(block, runs))
            elif name == "tbl":
                into.extend(_rest(flowing))
                flowing = []
                self._table(block, into)
        into.extend(_rest(flowing))

    def _table(self, table: Element, into: list[Line]) -> None:
        rows = [one for one in _flat(table) if _name(one) == "tr"]
        for row in rows:
            own = row.find(_W + "trPr")
            if own is not None and any(map(self._is_gone, own)):
                continue
            for cell in [one for one in _flat(row) if _name(one) == "tc"]:
                marks = list(cell.iterfind(f"{_W}tcPr/*"))
                if not any(_name(one) == _CELL_GONE[self._way_of(one)] for one in marks):
                    self._blocks(cell, into)
                    into.append(Line("⟨cell⟩", shape=self._properties(cell, "tcPr")))
            into.append(Line("⟨row⟩", shape=self._properties(row, "trPr")))

    def _has_no_mark(self, paragraph: Element) -> bool:
        mark = paragraph.find(f"{_W}pPr/{_W}rPr")
        return mark is not None and any(map(self._is_gone, mark))

    def _runs(self, home: Element, look: str, into: list[Line]) -> Iterator[tuple[str, str]]:
        for one in home:
            name = _name(one)
            if self._is_gone(one) or name in ("pPr", "rPr", "instrText", "delInstrText", ""):
                continue
            if one.tag in (_W + "r", _M + "r"):
                yield from self._runs(one, self._look(one.find(_W + "rPr")), into)
            elif name in ("t", "delText"):
                yield look, one.text or ""
            elif name in _SIGNS or name == "sym":
                yield look, _SIGNS.get(name, f"⟨{one.get(_W + 'char')}⟩")
            elif name in ("footnoteReference", "endnoteReference"):
                yield look, "⟨note⟩"
                self._note(name.removesuffix("Reference"), one.get(_W + "id"), into)
            elif name in ("drawing", "pict", "object"):
                yield look, f"⟨{self._picture(one)}⟩"
                for box in one.iter(_W + "txbxContent"):
                    self._blocks(box, self._said.boxes)
            elif name == "hyperlink" and one.get(_R + "id"):
                runs = list(self._runs(one, look, into))
                led = self._file.leads(self._part)[one.get(_R + "id")][1]
                yield from ((own, f"{text}⟨{led}⟩" if text else "") for own, text in _joined(runs))
            else:
                inner = one.find(_MC + "Choice") if name == "AlternateContent" else one
                yield from self._runs(inner, look, into)

    def _note(self, kind: str, identity: str, into: list[Line]) -> None:
        if into is not self._said.notes:
            part, self._part = self._part, f"word/{kind}s.xml"
            self._blocks(self._notes[kind, identity], self._said.notes)
            self._said.notes.append(Line("⟨end of note⟩"))
            self._part = part

    def _picture(self, drawing: Element) -> str:
        for one in drawing.iter():
            key = one.get(_R + "embed") or one.get(_R + "id")
            if key and _name(one) != "hyperlink":
                lead = self._file.leads(self._part)[key][1]
                size = [extent.get("cx") for extent in drawing.iter() if _name(extent) == "extent"]
                return f"{hashlib.sha256(self._file.parts[lead]).hexdigest()[:8]} {size}"
        return "box"

    def _line(self, paragraph: Element, runs: list[tuple[str, str]]) -> Line:
        own = self._now(paragraph.find(_W + "pPr"), "pPrChange")
        style = number = None
        if own is not None:
            style, number = own.find(_W + "pStyle"), own.find(_W + "numPr")
        text = "".join(text for _, text in runs)
        return Line(
            text,
            "" if style is None else self._styles.get(style.get(_W + "val"), ""),
            self._list(number),
            "" if own is None else _shape(own, _NO_SHAPE),
            tuple(_joined(runs)),
        )

    def _list(self, number: Element | None) -> str:
        if number is None:
            return ""
        own, level = number.find(_W + "numId"), number.find(_W + "ilvl")
        at = "0" if level is None else level.get(_W + "val")
        key = "0" if own is None else own.get(_W + "val")
        return f"{at} {self._lists.get((key, at), key)}"

    def _look(self, properties: Element | None) -> str:
        own = self._now(properties, "rPrChange")
        if own is None:
            return ""
        style = own.find(_W + "rStyle")
        named = "" if style is None else self._styles.get(style.get(_W + "val"), "")
        return named + _shape(own, _NO_LOOK | {"rStyle"})

    def _properties(self, owner: Element, tag: str) -> str:
        own = self._now(owner.find(_W + tag), f"{tag}Change")
        marks = {"ins", "del", "cellIns", "cellDel", f"{tag}Change"}
        return "" if own is None else _shape(own, marks)

    def _now(self, properties: Element | None, change: str) -> Element | None:
        """Return properties, or what they were where that is what is read."""
        was = None if properties is None else properties.find(_W + change)
        if was is None or self._way_of(was) == "accept":
            return properties
        return was[0] if len(was) else None


def _flat(home: Element) -> Iterator[Element]:
    """Yield what stands in a container, also what stands in controls there."""
    for one in home:
        if _name(one) in ("sdt", "sdtContent", "customXml"):
            yield from _flat(one)
        else:
            yield one


def _rest(flowing: list[tuple[str, str]]) -> list[Line]:
    text = "".join(text for _, text in flowing)
    return [Line(text, runs=tuple(_joined(flowing)))] if text else []


def _joined(runs: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    look, text = "", ""
    for own, part in runs:
        if text and own != look:
            yield look, text
            text = ""
        look, text = own, text + part
    if text:
        yield look, text


def _shape(element: Element, without: set[str]) -> str:
    found = []
    for one in element:
        if _name(one) and _name(one) not in without:
            said = sorted(
                f"{etree.QName(key).localname}={value}" for key, value in one.attrib.items()
            )
            found.append(f"{_name(one)}({','.join(said)}){_shape(one, without)}")
    return ";".join(sorted(found))


def _name(element: Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def differences(redline: bytes, old: bytes, new: bytes) -> list[str]:
    """Return where `redline` does not say what `old` does if rejected, or `new` if accepted."""
    found = []
    ways: tuple[tuple[Way, bytes], ...] = (("reject", old), ("accept", new))
    for way, wanted in ways:
        want, got = said(wanted), said(redline, way)
        for story in ("body", "boxes", "notes", "heads"):
            one, other = getattr(want, story), getattr(got, story)
            if one != other:
                first = next(
                    (pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]),
                    (len(one), len(other)),
                )
                found.append(f"{way} {story}: {first[0]} / {first[1]}")
    return found


@dataclass(frozen=True, slots=True)
class Marks:
    """How much is marked in the body."""

    inserted: int
    deleted: int
    moved: int
    moves: tuple[str, ...]
    """The names of moves, each once."""


def marks(redline: bytes) -> Marks:
    """Return how many letters are marked in the body, and the moves."""
    root = _File(redline).root("word/document.xml")
    assert root is not None
    letters: Counter[str] = Counter()
    for text in root.iter(_W + "t", _W + "delText"):
        above = {_name(one) for one in text.iterancestors()}
        for kind in ("del", "moveFrom", "moveTo", "ins"):
            if kind in above:
                letters[kind] += len(text.text or "")
                break
    names = tuple(one.get(_W + "name") for one in root.iter(_W + "moveFromRangeStart"))
    return Marks(letters["ins"], letters["del"], letters["moveTo"], names)
