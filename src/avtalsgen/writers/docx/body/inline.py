"""Running text as runs."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

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
from avtalsgen.ooxml.elements import Element, run, t, w
from avtalsgen.ooxml.fields import field
from avtalsgen.ooxml.names import R
from avtalsgen.records import dataclass
from avtalsgen.writers.docx.body.surroundings import Surroundings
from avtalsgen.writers.docx.styling import style_names as names


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


def runs(content: Iterable[Inline], around: Surroundings) -> list[Element]:
    """Return the runs of `content`.

    A value is plain text, as Word and LibreOffice lose what is put round it when somebody
    edits it. Links are hyperlinks and references are fields with their answer in place.
    """
    return list(_runs(content, around, _CharacterLook()))


def _runs(
    content: Iterable[Inline], around: Surroundings, look: _CharacterLook
) -> Iterator[Element]:
    for inline in content:
        match inline:
            case Text(characters) | Value(characters):
                yield run(t(characters), properties=look.properties())
            case Gap(characters):
                gap = replace(look, style=around.styles[names.GAP])
                yield run(t(characters), properties=gap.properties())
            case LineBreak():
                yield run(w("br"))
            case Inserted(inner) | Deleted(inner):
                yield from _runs(inner, around, look)
            case Strong(inner):
                yield from _runs(inner, around, replace(look, bold=True))
            case Emphasis(inner):
                yield from _runs(inner, around, replace(look, italic=True))
            case Link():
                yield from _link(inline, around, look)
            case Reference():
                yield from _reference(inline, around, look)
            case _ as unreachable:
                assert_never(unreachable)


def _link(link: Link, around: Surroundings, look: _CharacterLook) -> Iterator[Element]:
    address = safe_address(link.address)
    if address is None:
        yield from _runs(link.content, around, look)
        return
    leading = replace(look, style=around.styles[names.HYPERLINK])
    hyperlink = w("hyperlink", *_runs(link.content, around, leading), history=1)
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
