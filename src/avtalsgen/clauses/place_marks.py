"""Names of paragraphs and items, taken out of their words: `{{ märk("svarstid") }} Svar ges …`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from avtalsgen.clauses.expression import HOLE, Hole, PlaceMark
from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, Paragraph, Revision, Text
from avtalsgen.model.walk import rewrite, runs


def named(
    blocks: tuple[Block, ...], holes: Sequence[Hole]
) -> tuple[tuple[Block, ...], tuple[Hole, ...]]:
    """Return blocks with the names of their paragraphs, and the marks that name none."""
    marks = dict(_marks(holes))
    if not marks:
        return blocks, ()
    rewritten = (rewrite(block, block=partial(_named, marks=marks)) for block in blocks)
    kept = tuple(block for block in rewritten if block is not None)
    left = {sign for block in kept for run in runs(block) for sign in plain.text(run)}
    return kept, tuple(
        hole for place, hole in enumerate(holes) if chr(HOLE + place) in left & {*marks}
    )


def _marks(holes: Sequence[Hole]) -> Iterator[tuple[str, str]]:
    for place, hole in enumerate(holes):
        if isinstance(hole.expression, PlaceMark):
            yield chr(HOLE + place), hole.expression.name


def _named(block: Block, _: Revision | None, marks: Mapping[str, str]) -> Block:
    """Return a paragraph with the name that it begins with, if it says anything more."""
    match block:
        case Paragraph((Text(text), *rest)) if text[0] in marks and (rest or text[1:].strip()):
            words = text[1:].lstrip()
            content = (Text(words), *rest) if words else tuple(rest)
            return replace(block, content=content, mark=marks[text[0]])
        case _:
            return block
