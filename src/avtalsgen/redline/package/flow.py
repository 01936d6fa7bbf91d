"""What stands in a paragraph, in reading order: pieces of text, objects and ends of fields.

A piece knows how it looks, what it stands inside (a link, a content control, a field) and which
marks that print nothing (bookmarks, comments) stand just before it. A field that is one
element (`fldSimple`) reads as the one of many runs that it could as well have been.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import field
from typing import NamedTuple

from avtalsgen.ooxml.elements import Element, w
from avtalsgen.ooxml.names import XML_SPACE, W
from avtalsgen.ooxml.revisions import MARKERS
from avtalsgen.ooxml.text import TEXT
from avtalsgen.records import dataclass

_PPR, _RPR, _RUN = W + "pPr", W + "rPr", W + "r"
_SILENT = {W + "lastRenderedPageBreak", W + "proofErr", W + "annotationRef"}
_COMMENT = W + "commentReference"
_FILLED_IN = (W + "checkBox", W + "ddList")
"""What a field of a form has beside its code and is seen: a tick, a choice (17.16.7, 17.16.9)."""
_WRAPPERS = {W + name for name in ("hyperlink", "sdt", "smartTag", "customXml", "dir", "bdo")}
_WHITE = " \t\r\n"


class RunElement(NamedTuple):
    """An element of a run, and the run's properties; none where it stands in no run."""

    properties: Element | None
    element: Element
    bare: bool = False


class Wrapper:
    """An element around runs, such as a link; two are the same only if they are one."""

    __slots__ = ("element", "key")

    def __init__(self, element: Element, key: str) -> None:
        self.element = element
        self.key = key


@dataclass(slots=True)
class FlowPiece:
    """Text of one look, or an object; `key` is what must be the same for it to be kept."""

    text: str
    key: str
    look: str
    inside: str
    path: tuple[Wrapper, ...]
    properties: Element | None = None
    objects: tuple[RunElement, ...] = ()
    field_end: str = ""
    """`open` and `close` for the ends of a field."""
    marks: list[Element] = field(default_factory=list)


class Reads(NamedTuple):
    """What a paragraph is read by."""

    look: Callable[[Element | None], str]
    """How run properties look."""
    thing: Callable[[Element], str]
    """What an object is, without the text in it."""
    wrapper: Callable[[Element], str]
    """What a wrapper is."""


class Flow:
    """The pieces of one paragraph, and the marks after the last of them."""

    def __init__(self, paragraph: Element, reads: Reads) -> None:
        self.pieces: list[FlowPiece] = []
        self._reads = reads
        self._marks: list[Element] = []
        self._opening: list[RunElement] = []
        self._depth = 0
        self._fields: list[str] = []
        self._walk(paragraph, ())
        if self._opening:
            self._open_field((), "ofullbordat")
        self.last_marks = self._marks

    def _walk(self, home: Element, path: tuple[Wrapper, ...]) -> None:
        for child in home:
            tag = child.tag
            if tag == _RUN:
                self._run(child, path)
            elif tag == _PPR or tag in _SILENT or not isinstance(tag, str):
                continue
            elif tag in MARKERS:
                self._marks.append(child)
            elif tag in _WRAPPERS:
                inner = child.find(W + "sdtContent") if tag == W + "sdt" else child
                if inner is not None:
                    self._walk(inner, (*path, Wrapper(child, self._reads.wrapper(child))))
            elif tag == W + "fldSimple":
                self._simple_field(child, path)
            elif tag not in (W + "sdtPr", W + "customXmlPr", W + "smartTagPr"):
                self._object(
                    (RunElement(None, child, bare=True),), self._reads.thing(child), "", path
                )

    def _run(self, run: Element, path: tuple[Wrapper, ...]) -> None:
        properties = run.find(_RPR)
        look = self._reads.look(properties)
        for child in run:
            tag = child.tag
            if tag == W + "fldChar" or self._opening:
                self._field_part(child, properties, path)
            elif tag == TEXT:
                self._text(child, properties, look, path)
            elif tag == _COMMENT:
                self._marks.append(_alone(child, properties))
            elif tag != _RPR and tag not in _SILENT and isinstance(tag, str):
                self._object((RunElement(properties, child),), self._reads.thing(child), look, path)

    def _text(
        self, element: Element, properties: Element | None, look: str, path: tuple[Wrapper, ...]
    ) -> None:
        text = element.text or ""
        if not text:
            return
        if _is_kept(element):
            self._plain(text, properties, look, path)
            return
        inner = text.strip(_WHITE)
        before = text[: len(text) - len(text.lstrip(_WHITE))]
        for part, white in (
            (before, True),
            (inner, False),
            (text[len(before) + len(inner) :], True),
        ):
            if part and white:
                self._object((RunElement(properties, _unkept(part)),), f"blank:{part}", look, path)
            elif part:
                self._plain(part, properties, look, path)

    def _plain(
        self, text: str, properties: Element | None, look: str, path: tuple[Wrapper, ...]
    ) -> None:
        inside = self._inside(path)
        self.pieces.append(
            FlowPiece(text, text, look, inside, path, properties, marks=self._taken())
        )

    def _object(
        self, printed: tuple[RunElement, ...], key: str, look: str, path: tuple[Wrapper, ...]
    ) -> None:
        inside = self._inside(path)
        properties = printed[0].properties
        self.pieces.append(
            FlowPiece("", f"\0{key}", look, inside, path, properties, printed, marks=self._taken())
        )

    def _field_part(
        self, part: Element, properties: Element | None, path: tuple[Wrapper, ...]
    ) -> None:
        if part.tag == _RPR:
            return
        kind = part.get(W + "fldCharType") if part.tag == W + "fldChar" else ""
        if not self._opening and kind != "begin":
            if kind == "end":
                self._close_field(RunElement(properties, part), path)
            else:
                self._object((RunElement(properties, part),), f"field:{kind}", "", path)
            return
        self._depth += (kind == "begin") - (kind == "end")
        if kind == "end" and self._depth == 0:
            self._open_field(path)
            self._close_field(RunElement(properties, part), path)
            return
        self._opening.append(RunElement(properties, part))
        if kind == "separate" and self._depth == 1:
            self._open_field(path)

    def _open_field(self, path: tuple[Wrapper, ...], how: str = "") -> None:
        instruction = "".join(one.element.text or "" for one in self._opening)
        filled = (
            self._reads.thing(shown)
            for part in self._opening
            for shown in part.element.iter(*_FILLED_IN)
        )
        key = f"field{how}:{' '.join((*instruction.split(), *filled))}"
        self._object(tuple(self._opening), key, "", path)
        self.pieces[-1].field_end = "open"
        self._opening, self._depth = [], 0
        self._fields.append(key)

    def _close_field(self, end: RunElement, path: tuple[Wrapper, ...]) -> None:
        key = self._fields.pop() if self._fields else "field"
        self._object((end,), f"end of {key}", "", path)
        self.pieces[-1].field_end = "close"

    def _simple_field(self, simple: Element, path: tuple[Wrapper, ...]) -> None:
        code = w("instrText")
        code.text = simple.get(W + "instr", "")
        code.set(XML_SPACE, "preserve")
        begin = w("fldChar", fldCharType="begin")
        for name in ("dirty", "fldLock"):
            if simple.get(W + name):
                begin.set(W + name, simple.get(W + name))
        parts = (begin, code, w("fldChar", fldCharType="separate"))
        self._opening = [RunElement(None, part) for part in parts]
        self._open_field(path)
        self._walk(simple, path)
        self._close_field(RunElement(None, w("fldChar", fldCharType="end")), path)

    def _inside(self, path: tuple[Wrapper, ...]) -> str:
        if not path and not self._fields:
            return ""
        return "\1".join((*(one.key for one in path), *self._fields))

    def _taken(self) -> list[Element]:
        marks, self._marks = self._marks, []
        return marks


def plain_runs(
    paragraph: Element, look_of: Callable[[Element | None], str]
) -> list[tuple[str, str, str]] | None:
    """Return what `merged` yields of a paragraph that has runs of text alone; None of any other.

    Most are such, and then there is no need to know where their pieces stand.
    """
    said: list[tuple[str, str, str]] = []
    for child in paragraph:
        tag = child.tag
        if tag == _RUN:
            look, begun = "", False
            for part in child:
                kind = part.tag
                if kind == TEXT and part.text and _is_kept(part):
                    begun = True
                    before = said.pop()[2] if said and said[-1][0] == look else ""
                    said.append((look, "", before + part.text))
                elif kind == _RPR and not begun:
                    look = look_of(part)
                elif kind not in _SILENT:
                    return None
        elif tag != _PPR and tag not in MARKERS and tag not in _SILENT:
            return None
    return said


def _is_kept(text: Element) -> bool:
    """Return whether all of a text shows, also spaces at its ends."""
    said = text.text
    white = said[0] in _WHITE or said[-1] in _WHITE
    return not white or text.get(XML_SPACE) == "preserve"


def merged(pieces: list[FlowPiece]) -> Iterator[tuple[str, str, str]]:
    """Yield look, surroundings and text or key of `pieces`, those alike made one."""
    look, inside, text = "", "", ""
    for piece in pieces:
        if piece.text and piece.look == look and piece.inside == inside:
            text += piece.text
            continue
        if text:
            yield look, inside, text
        look, inside, text = piece.look, piece.inside, piece.text
        if not text:
            yield look, inside, piece.key
    if text:
        yield look, inside, text


def _alone(reference: Element, properties: Element | None) -> Element:
    """Return a run that holds the mark of a comment, whatever else its run held."""
    run = w("r")
    if properties is not None:
        run.append(_copy(properties))
    run.append(_copy(reference))
    return run


def _unkept(white: str) -> Element:
    """Return spaces that no program shows, as `xml:space` does not say to keep them."""
    element = w("t")
    element.text = white
    return element


def _copy(element: Element) -> Element:
    return deepcopy(element)
