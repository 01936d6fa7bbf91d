"""Either version out of a redline, and that both are there."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal, TypeVar

from avtalsgen.compare.marks.runs import whole
from avtalsgen.model import plain
from avtalsgen.model.nodes import (
    Aside,
    Block,
    Cover,
    CoverRow,
    Deleted,
    Document,
    Emphasis,
    Gap,
    Inline,
    Inserted,
    Link,
    ListItem,
    Reference,
    Section,
    Signatory,
    Strong,
    Text,
    Value,
)
from avtalsgen.model.redline import Redline
from avtalsgen.model.walk import Content, Mark, TableRow, nested, rewrite, sections
from avtalsgen.problems import AvtalsgenError, Exit, Problem

Gone = Literal["deleted", "inserted"]
M = TypeVar("M", bound=Block | ListItem | TableRow | CoverRow | Signatory | Aside)


def proven(redline: Redline, old: Document, new: Document) -> Redline:
    """Return `redline`, which gives back `new` when it is accepted and `old` when it is rejected.

    Raises:
        AvtalsgenError: JF10 it does not.
    """
    is_new = accept(redline) == whole_document(new)
    if is_new and as_printed(reject(redline)) == as_printed(old):
        return redline
    lost = "den gamla" if is_new else "den nya"
    message = f"ändringarna kunde inte märkas så att {lost} texten går att få tillbaka"
    hint = "visa skillnaden med --format html, och meddela oss vilka filer det var"
    raise AvtalsgenError([Problem("JF10", message, hint=hint, exit=Exit.OURS)])


def accept(redline: Redline) -> Document:
    """Return the new version: the redline without what was deleted, and without marks.

    Words that look the same and stand side by side are one node, as `whole` has them.
    """
    return _resolved(redline.document, redline.document, "deleted")


def reject(redline: Redline) -> Document:
    """Return the old version: the redline without what was inserted, and without marks.

    Words that both versions have are the facts that they are in the new one.
    """
    return _resolved(redline.document, redline.old_frame, "inserted")


def unmarked(document: Document) -> str:
    """Return the words of the sections of a redline's `document` that no mark is around."""
    words: list[str] = []

    def inline(inline: Inline, mark: Mark) -> tuple[Inline, ...]:
        if mark is None and isinstance(inline, Text | Value | Gap | Reference):
            words.append(plain.text((inline,)))
        return (inline,)

    for section in document.sections:
        rewrite(section, inline=inline)
    return "".join(words)


def whole_document(document: Document) -> Document:
    """Return `document` with words that look the same and stand side by side as one node."""
    return _resolved(document, document, "deleted")


def as_printed(document: Document) -> Document:
    """Return `document` with its facts as the words that they are printed as."""

    def words(inline: Inline, _mark: Mark) -> tuple[Inline, ...]:
        return (Text(inline.text),) if isinstance(inline, Value | Gap) else (inline,)

    return whole_document(rewrite(document, inline=words))


def _resolved(marked: Document, frame: Document, gone: Gone) -> Document:
    """Return the side of `marked` that has nothing of what is `gone`, in `frame`.

    How deep a section stands its level says: in a redline it may stand less deep.
    """

    def left(node: M, _mark: Mark) -> M | None:
        is_gone = node.revision is not None and node.revision.kind == gone
        return None if is_gone else replace(node, revision=None)

    def section(section: Section, _mark: Mark) -> Section | None:
        if section.revision is not None and section.revision.kind == gone:
            return None
        was = section.was if gone == "inserted" else None
        return replace(
            section,
            anchor=was.anchor if was else section.anchor,
            number=was.number if was else section.number,
            level=was.level if was else section.level,
            revision=None,
            was=None,
        )

    def inline(inline: Inline, _mark: Mark) -> Iterable[Inline]:
        match inline:
            case Deleted(held) | Inserted(held):
                return held if isinstance(inline, Deleted) is (gone == "inserted") else ()
            case Strong(held) | Emphasis(held) | Link(held):
                return (inline,) if held else ()
            case _:
                return (inline,)

    def words(content: Content, _mark: Mark) -> Content:
        return whole(content)

    side = rewrite(
        marked,
        inline=inline,
        words=words,
        row=left,
        item=left,
        block=left,
        section=section,
        part=left,
    )
    cover, signatures = side.cover, side.signatures
    signed = signatures.signatories if signatures else ()
    nobody = not signed and marked.signatures is not None and marked.signatures.signatories
    return replace(
        frame,
        cover=Cover(frame.cover.kicker, cover.title, cover.subtitle, cover.rows),
        sections=nested(replace(each, sections=()) for each in sections(side)),
        signatures=frame.signatures
        and (None if nobody else replace(frame.signatures, signatories=signed)),
        asides=side.asides,
    )
