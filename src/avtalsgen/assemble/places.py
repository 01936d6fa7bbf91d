"""Paragraphs and items that references lead to: what each is called in its section.

    Ett stycke leder in:              första stycket
    1. en punkt                       första stycket punkt 1
    2. en punkt till                  första stycket punkt 2
       a) något i den                 första stycket punkt 2 a
    Nästa stycke.                     andra stycket

A list belongs to the paragraph above it. Of the only paragraph or list it is not said which.
"""

from collections.abc import Iterator

from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, List, Paragraph, Section
from avtalsgen.swedish.numbers import ordinal
from avtalsgen.swedish.typography import NO_BREAK_SPACE


def places(section: Section) -> Iterator[tuple[str, str]]:
    """Yield mark and words of each paragraph and item of a section that has a mark, in order.

    The words are empty where they would say no more than the section.
    """
    paragraphs = sum(isinstance(block, Paragraph) for block in section.blocks)
    lists = sum(isinstance(block, List) for block in section.blocks)
    count = 0
    for block in section.blocks:
        count += isinstance(block, Paragraph)
        here = f"{ordinal(count)} stycket" if paragraphs > 1 and count else ""
        match block:
            case Paragraph(mark=mark) if mark:
                yield mark, here
            case List():
                yield from _in_list(block, here if lists > 1 else "")
            case _:
                pass


def _in_list(content: List, above: str) -> Iterator[tuple[str, str]]:
    for number, item in enumerate(content.items, start=content.start):
        place = " ".join(part for part in (above, _item(content, number, above)) if part)
        paragraphs = sum(isinstance(block, Paragraph) for block in item.blocks)
        count = 0
        for block in item.blocks:
            count += isinstance(block, Paragraph)
            yield from _in_item(
                block, place, ordinal(count) if paragraphs > 1 and count > 1 else ""
            )


def _in_item(block: Block, place: str, count: str) -> Iterator[tuple[str, str]]:
    match block:
        case Paragraph(mark=mark) if mark:
            yield mark, f"{place} {count} stycket" if count else place
        case List():
            yield from _in_list(block, place)
        case _:
            pass


def _item(content: List, number: int, above: str) -> str:
    """Return what an item is called, below a place that may be an item itself."""
    if not content.ordered:
        return f"{ordinal(number)} punkten"
    sign = plain.list_sign(number, letters=content.letters).rstrip(".)")
    below_an_item = above.rpartition(NO_BREAK_SPACE)[0].endswith("punkt")
    return sign if below_an_item else f"punkt{NO_BREAK_SPACE}{sign}"
