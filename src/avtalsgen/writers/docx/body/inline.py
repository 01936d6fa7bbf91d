"""Running text as runs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, assert_never

from avtalsgen.model import plain
from avtalsgen.model.addresses import safe_address
from avtalsgen.model.nodes import (
    Deleted,
    Emphasis,
    Gap,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Reference,
    Strong,
    Text,
    Value,
)
from avtalsgen.model.walk import leaves
from avtalsgen.ooxml.elements import Element, run, t, w
from avtalsgen.ooxml.fields import field
from avtalsgen.ooxml.intake.hyphens import LINE, held, parted, places_of
from avtalsgen.ooxml.names import R
from avtalsgen.records import dataclass
from avtalsgen.writers.docx.body.surroundings import Surroundings
from avtalsgen.writers.docx.styling import style_names as names

_Pieces = Iterator[list[str]]


@dataclass(frozen=True, slots=True)
class _CharacterLook:
    """How letters look, by what is round them."""

    style: str = ""
    bold: bool = False
    italic: bool = False

    def properties(self) -> tuple[Element, ...]:
        """Return new run properties, in the order of the schema."""
        return (
            *((w("rStyle", val=self.style),) if self.style else ()),
            *((w("b"), w("bCs")) if self.bold else ()),
            *((w("i"), w("iCs")) if self.italic else ()),
        )


_PLAIN: Final = _CharacterLook()


def runs(content: tuple[Inline, ...], around: Surroundings, room: int = LINE) -> list[Element]:
    """Return the runs of `content`, of which a line holds `room` characters.

    A value is plain text, as Word and LibreOffice lose what is put round it when somebody
    edits it. Links are hyperlinks and references are fields with their answer in place. No line
    ends within an interval, or a number with hyphens, that the line has room for.
    """
    return list(_runs(content, around, _PLAIN, _pieces(content, room)))


def letters(characters: str, room: int = LINE, look: _CharacterLook = _PLAIN) -> list[Element]:
    """Return the runs of characters in a look, kept together as `runs` keeps them."""
    return list(_written(next(_pieces((Text(characters),), room)), look))


def _pieces(content: tuple[Inline, ...], room: int) -> Iterator[list[str]]:
    """Yield the characters of each leaf, with each sign apart at which no line may end."""
    places, start = [*places_of(plain.text(content), room)], 0
    for leaf in leaves(content):
        said = plain.text((leaf,))
        end = start + len(said)
        yield parted(said, (place - start for place in places if start <= place < end))
        start = end


def _written(pieces: Sequence[str], look: _CharacterLook) -> Iterator[Element]:
    """Yield runs of pieces, of which every other one is a sign at which no line ends."""
    for place, piece in enumerate(pieces):
        if place % 2:
            yield held(piece, look.properties())
        elif piece or len(pieces) == 1:
            yield run(t(piece), properties=look.properties())


def _runs(
    content: Iterable[Inline], around: Surroundings, look: _CharacterLook, pieces: _Pieces
) -> Iterator[Element]:
    for inline in content:
        match inline:
            case Text() | Value():
                yield from _written(next(pieces), look)
            case Gap():
                gap = replace(look, style=around.styles[names.GAP])
                yield from _written(next(pieces), gap)
            case LineBreak():
                next(pieces)
                yield run(w("br"))
            case Inserted(inner) | Deleted(inner):
                yield from _runs(inner, around, look, pieces)
            case Strong(inner):
                yield from _runs(inner, around, replace(look, bold=True), pieces)
            case Emphasis(inner):
                yield from _runs(inner, around, replace(look, italic=True), pieces)
            case Link():
                yield from _link(inline, around, look, pieces)
            case Reference():
                next(pieces)
                yield from _reference(inline, around, look)
            case _ as unreachable:
                assert_never(unreachable)


def _link(
    link: Link, around: Surroundings, look: _CharacterLook, pieces: _Pieces
) -> Iterator[Element]:
    address = safe_address(link.address)
    if address is None:
        yield from _runs(link.content, around, look, pieces)
        return
    leading = replace(look, style=around.styles[names.HYPERLINK])
    hyperlink = w("hyperlink", *_runs(link.content, around, leading, pieces), history=1)
    hyperlink.set(f"{R}id", around.link(address))
    yield hyperlink


def _reference(
    reference: Reference, around: Surroundings, look: _CharacterLook
) -> Iterator[Element]:
    if reference.lead:
        yield run(t(reference.lead), properties=look.properties())
    bookmark = around.targets.get(reference.anchor)
    if bookmark is None:
        yield run(t(reference.text), properties=look.properties())
        return
    counted = reference.form == "number" and reference.anchor not in around.typed
    part = r"\r \h" if counted else r"\h"
    yield from field(f"REF {bookmark} {part}", reference.text, look.properties())
