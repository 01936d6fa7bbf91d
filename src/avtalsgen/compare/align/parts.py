"""What stands outside the body of a document, as outlines that are compared like the body."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from avtalsgen.compare.align.outline import LineKind, Outline, OutlineSection, Unit, lines
from avtalsgen.model import plain
from avtalsgen.model.comparison import Face, Part
from avtalsgen.model.nodes import Aside, Cell, Document, Inline, Section, Text
from avtalsgen.records import dataclass

Written = tuple[LineKind, tuple[Cell, ...]]

NOTES: Final[dict[str, tuple[Part, str]]] = {
    "footnote": ("footnote", "Fotnot"),
    "endnote": ("footnote", "Slutnot"),
    "textbox": ("body", "Textruta"),
    "comment": ("footnote", "Kommentar"),
}
"""What there may be several of: the part that it is called, and its name."""
_SIGNED: Final = frozenset(("footnote", "endnote"))
_SIGN: Final = re.compile(r"\[(\d{1,3}|[ivxlc]{1,8})\]")
_WORDS_BEFORE: Final = 3
"""Words before the sign of a note that tell what it is a note on."""
_EDGES: Final = {"header": "Sidhuvud", "footer": "Sidfot"}


@dataclass(frozen=True, slots=True)
class SinglePart:
    """A part that a document has once at most."""

    part: Part
    name: str
    lines: tuple[Written, ...]


def single(document: Document, *, paged: bool) -> tuple[SinglePart, ...]:
    """Return cover, page heads and feet, and places to sign; heads only if `paged`."""
    parts = [SinglePart("cover", "Omslag", tuple(_cover(document)))]
    if paged:
        running = document.running
        heads = (running.left, running.right)
        parts.append(SinglePart("header", "Sidhuvud", tuple(_edge(document, "header", heads))))
        parts.append(
            SinglePart("footer", "Sidfot", tuple(_edge(document, "footer", (running.foot,))))
        )
    parts.append(SinglePart("signature", "Underskrifter", tuple(_signatures(document))))
    return tuple(parts)


def notes(document: Document) -> tuple[Aside, ...]:
    """Return what there may be several of: notes, text boxes, comments."""
    return tuple(aside for aside in document.asides if aside.part in NOTES)


def outline_of(parts: Sequence[SinglePart]) -> Outline:
    """Return `parts` as an outline, each a section without a heading of its own."""
    return _outline((Face("", part.name, ()), part.lines) for part in parts)


def outline_of_notes(asides: Sequence[Aside]) -> Outline:
    """Return `asides` as an outline, each a section without a heading of its own."""
    return _outline((_face(aside), tuple(_written(aside))) for aside in asides)


def signed_words(body: Outline, asides: Sequence[Aside]) -> tuple[str, ...]:
    """Return the words right before the sign of each note, `Tak` of `Tak[1]`; nothing if none."""
    before: dict[str, str] = {}
    for unit in body.units:
        for sign in _SIGN.finditer(unit.text):
            words = unit.text[: sign.start()].split()
            before.setdefault(sign[1], " ".join(words[-_WORDS_BEFORE:]))
    named = ((aside.part in _SIGNED, before.get(aside.name, "")) for aside in asides)
    return tuple(words if is_signed else "" for is_signed, words in named)


def _face(aside: Aside) -> Face:
    name = _EDGES.get(aside.part) or NOTES[aside.part][1]
    return Face("", " ".join(word for word in (name, aside.name) if word), ())


def _written(aside: Aside) -> Iterator[Written]:
    return ((kind, cells) for kind, cells, _ in lines(aside.blocks))


def _outline(parts: Iterable[tuple[Face, tuple[Written, ...]]]) -> Outline:
    sections: list[OutlineSection] = []
    units: list[Unit] = []
    for place, (face, written) in enumerate(parts):
        heading = Unit(len(units), place, "heading", (), "")
        units.append(heading)
        for kind, cells in written:
            text = " ".join(filter(None, map(plain.text, cells)))
            units.append(Unit(len(units), place, kind, cells, text))
        below_heading = tuple(units[heading.place + 1 :])
        section = Section("", (), 1)
        text = "\n".join(unit.text for unit in below_heading)
        sections.append(OutlineSection(place, -1, section, face, heading, below_heading, text))
    return Outline(tuple(sections), tuple(units))


def _cover(document: Document) -> Iterator[Written]:
    cover = document.cover
    for content in ((Text(cover.kicker),) if cover.kicker else (), cover.title, cover.subtitle):
        if content:
            yield "paragraph", (content,)
    for row in cover.rows:
        yield "row", ((Text(f"{row.label}:"),) if row.label else (), row.content)


def _edge(document: Document, part: str, texts: Iterable[str]) -> Iterator[Written]:
    """Yield each line once: the first page often has the same head as all others."""
    said: dict[str, tuple[Inline, ...]] = {text: (Text(text),) for text in texts if text}
    for aside in document.asides:
        if aside.part == part:
            for _, cells in _written(aside):
                for cell in cells:
                    said.setdefault(plain.text(cell), cell)
    yield from (("paragraph", (content,)) for content in said.values() if content)


def _signatures(document: Document) -> Iterator[Written]:
    for signatory in document.signatures.signatories if document.signatures else ():
        texts = ((Text(text),) for text in (signatory.role, *signatory.lines) if text)
        for content in (*texts, signatory.organisation, signatory.name, signatory.title):
            if content:
                yield "paragraph", (content,)
