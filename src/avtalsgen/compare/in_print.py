"""What two documents of ours print beside their words, told where it is not the same.

    Document ─► looks   what can be told of words that both sides have: bold, list signs, columns
             ─► shape   all that a reader sees, in reading order, the words with it

Looks are counted, so they are told among other changes too. Where words and looks are alike, the
shapes are held together whole: nothing that is printed is left out of them, so two documents
are alike only if a reader sees the same.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Final, NamedTuple, assert_never

from avtalsgen.model import plain
from avtalsgen.model.comparison import OtherChange
from avtalsgen.model.nodes import (
    Block,
    Cell,
    Deleted,
    Document,
    Emphasis,
    Gap,
    Inline,
    Inserted,
    LineBreak,
    Link,
    List,
    Paragraph,
    Reference,
    Signatory,
    Strong,
    Table,
    Text,
    Value,
)
from avtalsgen.model.walk import every_run, runs, sections

_FORMAT: Final = "formatering"
_SHOWN: Final = 60
_Look = tuple[object, ...]


class Printed(NamedTuple):
    """Something that a reader sees: what to call it, how it looks, and the words that are there."""

    kind: str
    how: object
    words: str


def other_in_print(old: Document, new: Document, *, same: bool) -> tuple[OtherChange, ...]:
    """Return what only one side prints beside its words; `same` where those are alike.

    Words that only one side has are told as words, with what they look like.
    """
    before, now = Counter(_looks(old)), Counter(_looks(new))
    gone = _of_words_in(before - now, new)
    came = _of_words_in(now - before, old)
    told = []
    for kind in sorted({thing.kind for thing in (*gone, *came)}):
        sides = [[thing for thing in things if thing.kind == kind] for things in (gone, came)]
        first = (sides[1] or sides[0])[0]
        told.append(OtherChange(kind, len(sides[0]), len(sides[1]), _first_at(first.words)))
    if same and not told:
        told.extend(_first_unlike(old, new))
    return tuple(told)


def _of_words_in(looks: Counter[Printed], document: Document) -> list[Printed]:
    said = "\n".join(plain.lines(document)) if looks else ""
    return [look for look in looks.elements() if look.words in said]


def _first_at(words: str) -> str:
    return f"först vid ”{words[:_SHOWN]}”" if words else ""


def _first_unlike(old: Document, new: Document) -> Iterator[OtherChange]:
    """Yield the first thing that is not printed the same, where any is."""
    for before, now in zip_longest(_shape(old), _shape(new)):
        if before != now:
            thing = now or before
            kind = thing.kind if not (before and now) or before.kind == now.kind else _FORMAT
            yield OtherChange(
                kind, int(before is not None), int(now is not None), _first_at(thing.words)
            )
            return


def _looks(document: Document) -> Iterator[Printed]:
    """Yield all looks that can be told apart from the words that have them."""
    yield Printed("omslag", document.cover.form, "")
    if document.contents:
        yield Printed("innehållsförteckning", document.contents.depth, "")
    if document.draft:
        yield Printed("utkast på varje sida", "", "")
    for content in every_run(document):
        for kind, words in _emphasised(content):
            yield Printed(_FORMAT, kind, words)
    for section in sections(document):
        if section.new_page:
            yield Printed("sidbrytning", "", plain.text(section.heading))
        for block in section.blocks:
            yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Printed]:
    """Yield how each list counts its items, with the words of the first; how columns stand."""
    match block:
        case List(items):
            first = next(iter(runs(block)), ())
            yield Printed(_FORMAT, _signs(block), plain.text(first))
            for item in items:
                for inner in item.blocks:
                    yield from _of_block(inner)
        case Table(header, letters=letters):
            if letters != "usual":
                yield Printed("tabell", "liten", plain.text(header[0]))
            for side, cell in zip(_sides(block), header, strict=True):
                if side != "left":
                    yield Printed("kolumn i tabell", side, plain.text(cell))
        case Paragraph():
            pass
        case _ as unreachable:
            assert_never(unreachable)


def _signs(block: List) -> _Look:
    return block.ordered, block.letters, block.start


def _sides(table: Table) -> tuple[str, ...]:
    return table.align or ("left",) * len(table.header)


def _emphasised(content: Iterable[Inline]) -> Iterator[tuple[str, str]]:
    for inline in content:
        match inline:
            case Strong(held) | Emphasis(held):
                yield type(inline).__name__, plain.text(held)
                yield from _emphasised(held)
            case Link(held) | Inserted(held) | Deleted(held):
                yield from _emphasised(held)
            case _:
                pass


def _shape(document: Document) -> Iterator[Printed]:
    """Yield all that is printed, in reading order."""
    places = {section.anchor: place for place, section in enumerate(sections(document))}
    cover, contents, running = document.cover, document.contents, document.running
    yield Printed("utkast på varje sida", document.draft, "")
    yield Printed("sidhuvud", (running.left, running.right, running.foot), "")
    yield Printed("omslag", (cover.form, cover.kicker), plain.text(cover.title))
    for content in (cover.title, cover.subtitle):
        yield Printed("omslag", _words(content, places), plain.text(content))
    for row in cover.rows:
        yield Printed("omslag", (row.label, _words(row.content, places)), row.label)
    if contents:
        how = contents.heading, contents.depth
        yield Printed("innehållsförteckning", how, contents.heading)
    for section in sections(document):
        heading = plain.text(section.heading)
        yield Printed("sidbrytning", section.new_page, heading)
        yield Printed("rubriknivå", (section.level, section.number), heading)
        yield Printed("rubrik", _words(section.heading, places), heading)
        for block in section.blocks:
            yield from _block(block, places, ())
    if document.signatures:
        yield Printed("underskrift", document.signatures.form, "")
        for signatory in document.signatures.signatories:
            yield _signing(signatory, places)
    for aside in document.asides:
        yield Printed("text vid sidan av", (aside.part, aside.name, aside.on), "")
        for block in aside.blocks:
            yield from _block(block, places, ())


def _signing(signatory: Signatory, places: Mapping[str, int]) -> Printed:
    contents = signatory.organisation, signatory.name, signatory.title
    how = signatory.role, signatory.lines, *(_words(content, places) for content in contents)
    return Printed("underskrift", how, plain.text(signatory.organisation))


def _block(block: Block, places: Mapping[str, int], within: _Look) -> Iterator[Printed]:
    """Yield `block`, which stands in `within`: which item of which list, by its depth."""
    match block:
        case Paragraph(content):
            yield Printed(_FORMAT, (within, _words(content, places)), plain.text(content))
        case List(items):
            yield Printed("lista", (within, _signs(block)), "")
            for number, item in enumerate(items):
                for inner in item.blocks:
                    yield from _block(inner, places, (*within, number))
        case Table(header, rows, letters=letters):
            yield Printed("tabell", (within, _sides(block), letters), plain.text(header[0]))
            for row in (header, *rows):
                cells = tuple(_words(cell, places) for cell in row)
                yield Printed("tabell", (within, cells), plain.text(row[0]))
        case _ as unreachable:
            assert_never(unreachable)


def _words(content: Cell, places: Mapping[str, int]) -> tuple[tuple[str, frozenset[_Look]], ...]:
    """Return each letter of `content` with its looks; white space is one space and has none."""
    letters: list[tuple[str, frozenset[_Look]]] = []
    for letter, look in _letters(content, places, frozenset()):
        if not letter.isspace() or letter == "\n":
            letters.append((letter, look))
        elif letters and letters[-1][0] != " ":
            letters.append((" ", frozenset()))
    while letters and letters[-1][0] == " ":
        letters.pop()
    return tuple(letters)


def _letters(
    content: Iterable[Inline], places: Mapping[str, int], look: frozenset[_Look]
) -> Iterator[tuple[str, frozenset[_Look]]]:
    for inline in content:
        match inline:
            case Strong(held) | Emphasis(held) | Inserted(held) | Deleted(held):
                yield from _letters(held, places, look | {(type(inline).__name__,)})
            case Link(held, address):
                yield from _letters(held, places, look | {("Link", address)})
            case Text(words) | Value(words):
                yield from ((letter, look) for letter in words)
            case Gap(words):
                yield from ((letter, look | {("Gap",)}) for letter in words)
            case Reference(anchor, lead, words):
                there = look | {("Reference", places.get(anchor, -1))}
                yield from ((letter, there) for letter in lead + words)
            case LineBreak():
                yield "\n", look
            case _ as unreachable:
                assert_never(unreachable)
