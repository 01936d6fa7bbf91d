"""Whether two documents say the same, however their readers have cut it into sections.

Beside the words it is only asked what every format tells: what items are counted by, and in which
cell of a row words stand.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, assert_never

from avtalsgen.model import plain
from avtalsgen.model.comparison import OtherChange
from avtalsgen.model.nodes import Block, Document, List, Paragraph, Table
from avtalsgen.model.walk import sections

_FILL: Final = "_.…-–: "
"""What a line to write on is drawn with."""
_LABEL: Final = "\0"
"""What stands after the label of a fact."""
_SHOWN: Final = 60
_COLUMNS: Final = 2
"""The fewest of a table in which parties sign beside each other."""


def is_one_text(old: Document, new: Document) -> bool:
    """Return whether two documents have the same words in the same order.

    Then what one reader takes for the cover, a heading or a place to sign is no difference. Rows
    of tables that both have must have the same words in the same cells, and items the same signs.
    """
    before, now = _words(old), _words(new)
    alike = (
        _are_alike(before, now)
        or _are_signed_alike(_signed_by_column(old), now)
        or _are_signed_alike(_signed_by_column(new), before)
    )
    return alike and not set_otherwise(old, new)


def set_otherwise(old: Document, new: Document) -> tuple[OtherChange, ...]:
    """Return what differs of two documents with the same words in any formats."""
    return (*_counted_otherwise(old, new), *_in_other_cells(old, new))


def _in_other_cells(old: Document, new: Document) -> Iterator[OtherChange]:
    """Yield that words of a row stand in other cells; of as many, for empty ones are not read."""
    rows, rows_now = dict(_rows(old)), dict(_rows(new))
    shifted = [
        said
        for said, cells in rows.items()
        if len(now := rows_now.get(said, ())) == len(cells) and now != cells
    ]
    if shifted:
        said = f"”{shifted[0][:_SHOWN]}” står i andra kolumner"
        yield OtherChange("tabell", len(shifted), len(shifted), said)


def _counted_otherwise(old: Document, new: Document) -> tuple[OtherChange, ...]:
    """Return that paragraphs of both have another number or letter before them, or none now.

    A text says ”fall b)”. Bullets and paragraphs are alike: not every reader knows which is which.
    """
    before, now = Counter(_counted(old)), Counter(_counted(new))
    signs, signs_now = (dict((said, sign) for sign, said in side) for side in (before, now))
    gone = [(sign, said) for sign, said in (before - now).elements() if said in signs_now]
    came = [(sign, said) for sign, said in (now - before).elements() if said in signs]
    if not (gone or came):
        return ()
    words = (gone or came)[0][1]
    was, is_now = (side[words] or "inget nummer" for side in (signs, signs_now))
    said = f"”{words[:_SHOWN]}” hade {was} framför sig och har {is_now}"
    return (OtherChange("lista", len(gone), len(came), said),)


def _counted(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the number or letter before each paragraph, empty where it has none, and its words."""
    for section in sections(document):
        for block in section.blocks:
            yield from _counted_in(block, "")


def _counted_in(block: Block, sign: str) -> Iterator[tuple[str, str]]:
    match block:
        case Paragraph(content):
            yield sign, " ".join(plain.text(content).split())
        case List(items, ordered, letters=letters, start=start):
            for number, item in enumerate(items, start=start):
                counted = plain.list_sign(number, letters=letters)
                for place, inner in enumerate(item.blocks):
                    yield from _counted_in(inner, counted if ordered and not place else "")
        case Table():
            pass
        case _ as unreachable:
            assert_never(unreachable)


def _words(document: Document) -> list[str]:
    labels = {f"{row.label}{_LABEL}" for row in document.cover.rows if row.label}
    lines = (
        f"{line}{_LABEL}" if f"{line}{_LABEL}" in labels else line for line in plain.lines(document)
    )
    return _spoken(lines)


def _are_alike(before: Sequence[str], now: Sequence[str]) -> bool:
    return len(before) == len(now) and all(map(_is_one_word, before, now))


def _are_signed_alike(
    ways: Iterable[tuple[Sequence[str], Sequence[str]]], words: Sequence[str]
) -> bool:
    """Return whether `words` are those of any of `ways`, with or without commas in its end.

    A reader puts a comma between a name and its title.
    """
    for before, signed in ways:
        begins, ends = words[: len(before)], words[len(before) :]
        sides = ([word.removesuffix(",") for word in side] for side in (signed, ends))
        if _are_alike(before, begins) and _are_alike(*sides):
            return True
    return False


def _signed_by_column(document: Document) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Yield the words before a row of the table that ends the document, and by column from there.

    Where parties sign beside each other, one reader has the cells of a table and another what
    stands in each column. Nothing else read so is the same, as each cell has its place.
    """
    last = list(sections(document))[-1:]
    table = last[0].blocks[-1] if last and last[0].blocks else None
    if document.signatures or not isinstance(table, Table) or len(table.header) < _COLUMNS:
        return
    rows = [[plain.text(cell) for cell in row] for row in (table.header, *table.rows)]
    words, cells = _words(document), _spoken(text for row in rows for text in row)
    if words[len(words) - len(cells) :] != cells:
        return
    for first in range(len(rows) - 1):
        signed = _spoken(text for column in zip(*rows[first:], strict=True) for text in column)
        yield words[: len(words) - len(signed)], signed


def _spoken(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in text.split() if word.strip(_FILL)]


def _is_one_word(word: str, other: str) -> bool:
    """Return whether two words are one; after the label of a fact a reader has taken the colon."""
    if word.endswith(_LABEL) or other.endswith(_LABEL):
        return word.rstrip(_LABEL + ":") == other.rstrip(_LABEL + ":")
    return word == other


def _rows(document: Document) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the words of each row of a table, and what stands in its cells."""
    for section in sections(document):
        for block in section.blocks:
            yield from _rows_of(block)


def _rows_of(block: Block) -> Iterator[tuple[str, tuple[str, ...]]]:
    match block:
        case Table(header, rows):
            for row in (header, *rows):
                cells = tuple(" ".join(plain.text(cell).split()) for cell in row)
                yield " ".join(filter(None, cells)), cells
        case List(items):
            for item in items:
                for inner in item.blocks:
                    yield from _rows_of(inner)
        case Paragraph():
            pass
        case _ as unreachable:
            assert_never(unreachable)
