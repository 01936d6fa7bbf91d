"""Paragraphs written out of tokens that stay, come, leave or move.

    tokens    Avgiften  är  tolv  sex  kronor  ¶     each with its pieces: text of one look, what it
    marks      stay   stay  del   ins   stay  stay   stands inside (path), marks before it

    written   p ─ r "Avgiften är "                   a run goes on while kind, look and path are
                ─ del ─ r "tolv"                     the same; `del` and `ins` go on around runs
                ─ ins ─ r "sex"                      while the kind is; a link or control is opened
                ─ hyperlink ─ r " kronor"            where a path begins, closed where it ends
                pPr of ¶

A word whose looks change inside it is written piece by piece (`_text_by_text`), cut where either
side is cut, so that every run says how it looked.
"""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import field
from itertools import pairwise

from avtalsgen.ooxml.elements import Element, w
from avtalsgen.ooxml.names import XML_SPACE, W
from avtalsgen.ooxml.text import DELETED_TEXT, TEXT
from avtalsgen.records import dataclass
from avtalsgen.redline.package.earlier_marks import NUMBER, ends_paragraph
from avtalsgen.redline.package.flow import FlowPiece, Wrapper
from avtalsgen.redline.write.change_marks import ROW_KINDS, Kind, Marker, as_deleted
from avtalsgen.redline.write.properties import Properties
from avtalsgen.redline.write.stream import Token, TokenMatch


@dataclass(slots=True)
class Thread:
    """A token, how it is marked, and what it was where it is kept."""

    kind: Kind | None
    token: Token
    was: Token | None = None
    before: list[Element] = field(default_factory=list)
    """Marks to stand before it, such as the start of a move."""
    after: list[Element] = field(default_factory=list)


def threads(matches: Iterable[TokenMatch]) -> list[Thread]:
    """Return how a stream is marked where it stands."""
    result = []
    for match in matches:
        if match.new is None:
            assert match.old is not None
            result.append(Thread("del", match.old))
        else:
            result.append(Thread(None if match.old else "ins", match.new, match.old))
    return result


def leaving(matches: Iterable[TokenMatch]) -> list[Thread]:
    """Return how a stream is marked where it moved from."""
    return [Thread("moveFrom" if match.new else "del", match.old) for match in matches if match.old]


def coming(matches: Iterable[TokenMatch]) -> list[Thread]:
    """Return how a stream is marked where it moved to."""
    return [Thread("moveTo" if match.old else "ins", match.new) for match in matches if match.new]


class Weaver:
    """Writes threads as paragraphs."""

    def __init__(self, marker: Marker, properties: Properties) -> None:
        self._marker, self._properties = marker, properties
        self._ways: dict[int, Wrapper] = {}
        self._opened: set[Wrapper] = set()
        self._done: list[Element] = []
        self._spoken: Element | None = None
        self._words: list[str] = []
        """What the text written last says, put into it when no more follows."""
        self._start()

    def paragraphs(self, woven: Iterable[Thread]) -> list[Element]:
        """Return the paragraphs that the threads make; the last thread ends a paragraph."""
        woven = list(woven)
        self._ways = _same_wrappers(woven)
        self._done, self._opened = [], set()
        self._start()
        for thread in woven:
            self._mark_all(thread.before)
            if thread.token.paragraph is None:
                self._token(thread)
                self._mark_all(thread.after)
            else:
                self._mark_all(thread.token.marks)
                self._mark_all(thread.after)
                self._end(thread)
        return self._done

    def _start(self) -> None:
        self._paragraph = w("p")
        self._open: list[tuple[Wrapper, Element]] = []
        self._close_run()
        self._around: Element | None = None

    def _close_run(self) -> None:
        self._close_text()
        self._run: Element | None = None
        self._key: tuple[object, ...] = ()

    def _close_text(self) -> None:
        if self._spoken is not None:
            self._spoken.text = "".join(self._words)
            self._spoken = None

    def _home(self) -> Element:
        return self._open[-1][1] if self._open else self._paragraph

    def _mark_all(self, marks: Iterable[Element]) -> None:
        for mark in marks:
            self._close_run()
            self._around = None
            self._home().append(mark)

    def _token(self, thread: Thread) -> None:
        pieces, was = thread.token.pieces, thread.was
        if was is None:
            for piece in pieces:
                self._piece(thread.kind, piece, piece)
        elif len(pieces) == len(was.pieces) == 1:
            self._piece(thread.kind, pieces[0], was.pieces[0])
        else:
            self._text_by_text(thread.kind, pieces, was.pieces)

    def _text_by_text(
        self, kind: Kind | None, now: tuple[FlowPiece, ...], was: tuple[FlowPiece, ...]
    ) -> None:
        """Write a word whose looks change inside it, on one side or both."""
        place = left = 0
        for piece in now:
            start = 0
            while start < len(piece.text):
                take = min(len(piece.text) - start, len(was[place].text) - left)
                marks = piece.marks if start == 0 else []
                self._go_to(piece.path, marks)
                self._text(kind, piece.text[start : start + take], piece, was[place])
                start, left = start + take, left + take
                if left == len(was[place].text):
                    place, left = place + 1, 0

    def _piece(self, kind: Kind | None, piece: FlowPiece, was: FlowPiece) -> None:
        self._go_to(piece.path, piece.marks)
        if piece.text:
            self._text(kind, piece.text, piece, was)
            return
        before = was.objects if len(was.objects) == len(piece.objects) else piece.objects
        for printed, old in zip(piece.objects, before, strict=True):
            home = self._inside(kind)
            if printed.bare:
                self._close_run()
                home.append(printed.element)
                continue
            key = (kind, id(printed.properties), id(old.properties), True)
            if key != self._key or self._run is None or piece.field_end:
                self._new_run(home, key, printed.properties, old.properties)
            assert self._run is not None
            self._close_text()
            self._run.append(printed.element)
            if kind == "del":
                as_deleted(self._run)

    def _text(self, kind: Kind | None, text: str, piece: FlowPiece, was: FlowPiece) -> None:
        home = self._inside(kind)
        key = (kind, piece.look, was.look, _put_aside(piece.properties))
        if key != self._key or self._run is None:
            self._new_run(home, key, piece.properties, was.properties)
        assert self._run is not None
        if self._spoken is not None:
            self._words.append(text)
            return
        self._spoken = w((DELETED_TEXT if kind == "del" else TEXT).removeprefix(W))
        self._words = [text]
        self._spoken.set(XML_SPACE, "preserve")
        self._run.append(self._spoken)

    def _new_run(
        self, home: Element, key: tuple[object, ...], now: Element | None, was: Element | None
    ) -> None:
        self._close_text()
        self._run, self._key = w("r"), key
        properties = self._properties.run(now, was)
        if properties is not None:
            self._run.append(properties)
        home.append(self._run)

    def _inside(self, kind: Kind | None) -> Element:
        """Return where runs of `kind` go just now."""
        home = self._home()
        if kind is None:
            if self._around is not None:
                self._close_run()
            self._around = None
            return home
        if self._around is None or self._around.tag != W + kind:
            self._close_run()
            self._around = self._marker.mark(kind)
            home.append(self._around)
        return self._around

    def _go_to(self, path: tuple[Wrapper, ...], marks: list[Element]) -> None:
        """Write the marks before a piece, and open what it stands inside.

        Where an earlier mark ended a paragraph, that and what is before it stands outside.
        """
        ends = [at for at, mark in enumerate(marks, start=1) if ends_paragraph(mark)]
        outside = ends[-1] if ends else 0
        if outside:
            self._path(())
            self._mark_all(marks[:outside])
        self._path(path)
        self._mark_all(marks[outside:])

    def _path(self, path: tuple[Wrapper, ...]) -> None:
        """Close the wrappers that end here, and open those that begin."""
        path = tuple(self._ways.get(id(one), one) for one in path)
        shared = 0
        while shared < min(len(path), len(self._open)) and path[shared] is self._open[shared][0]:
            shared += 1
        if shared == len(path) == len(self._open):
            return
        self._close_run()
        self._around = None
        del self._open[shared:]
        for wrapper in path[shared:]:
            outer, inner = _shell(wrapper.element)
            if wrapper in self._opened:
                _drop_identity(outer)
            self._opened.add(wrapper)
            self._home().append(outer)
            self._open.append((wrapper, inner))

    def _mark_control(self, control: Element) -> None:
        """Mark a control that holds only what comes, or only what leaves."""
        inner = control.find(W + "sdtContent")
        kinds = {one.tag for one in inner}
        for kind in ROW_KINDS:
            if kinds == {W + kind}:
                self._marker.control(control, ROW_KINDS[kind])

    def _end(self, thread: Thread) -> None:
        token = thread.token
        assert token.paragraph is not None
        paragraph = self._paragraph
        for control in list(paragraph.iter(W + "sdt")):
            self._mark_control(control)
        properties = token.paragraph.find(W + "pPr")
        if properties is not None:
            paragraph.insert(0, properties)
        for name, value in token.paragraph.attrib.items():
            paragraph.set(name, value)
        if thread.was is not None:
            assert thread.was.paragraph is not None
            self._properties.paragraph(paragraph, thread.was.paragraph)
        elif thread.kind is not None:
            self._marker.paragraph_mark(paragraph, thread.kind)
        self._done.append(paragraph)
        self._start()


def _same_wrappers(woven: list[Thread]) -> dict[int, Wrapper]:
    """Return, for links and controls of the older side, those that they have become.

    They are those around words that stay, and those whose words were all replaced.
    """
    ways: dict[int, Wrapper] = {}
    for thread in woven:
        if thread.was is not None:
            _pair_wrappers(ways, thread.was, thread.token)
    for before, after in pairwise(woven):
        if before.kind == "del" and after.kind == "ins":
            _pair_wrappers(ways, before.token, after.token)
    return ways


def _pair_wrappers(ways: dict[int, Wrapper], was: Token, now: Token) -> None:
    if not was.pieces or not now.pieces:
        return
    before, after = was.pieces[-1].path, now.pieces[0].path
    if [was_wrapper.key for was_wrapper in before] == [was_wrapper.key for was_wrapper in after]:
        for was_wrapper, now_wrapper in zip(before, after, strict=True):
            ways.setdefault(id(was_wrapper), now_wrapper)


def _put_aside(properties: Element | None) -> str:
    """Return what leads to an earlier change of how a run looks; runs of two are not made one."""
    return "" if properties is None else str(properties.get(NUMBER, ""))


def _drop_identity(shell: Element) -> None:
    """Take away the id of a control that is written a second time."""
    for identity in list(shell.iterfind(f"{W}sdtPr/{W}id")):
        identity.getparent().remove(identity)


def _shell(element: Element) -> tuple[Element, Element]:
    """Return a copy of a wrapper without what it is around, and where that goes."""
    shell = element.makeelement(element.tag, element.attrib, element.nsmap)
    keep = {W + "sdtPr", W + "sdtEndPr", W + "customXmlPr", W + "smartTagPr"}
    for child in element:
        if child.tag in keep:
            shell.append(deepcopy(child))
    if element.tag != W + "sdt":
        return shell, shell
    content = w("sdtContent")
    shell.append(content)
    return shell, content
