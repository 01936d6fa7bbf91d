"""Which facts decide whether words of a clause stand in a document."""

import re
from collections.abc import Iterator
from typing import Final

from avtalsgen.clauses.expression import (
    HOLE,
    Chunk,
    For,
    If,
    Template,
    facts_of,
)
from avtalsgen.compare.align.outline import lines
from avtalsgen.model import plain
from avtalsgen.takeback.paper.folding import folded

_HOLES: Final = re.compile(f"[{chr(HOLE)}-{chr(HOLE + 5000)}]")
_FEWEST: Final = 3


def facts_behind(template: Template, words: str) -> tuple[str, ...]:
    """Return the facts of the innermost condition that prints `words`; none if none does."""
    return next(_behind(template, folded(words).text.replace("\t", " ")), ())


def _behind(template: Template, words: str) -> Iterator[tuple[str, ...]]:
    for part in template:
        if isinstance(part, For):
            yield from _behind(part.body, words)
        elif isinstance(part, If):
            for condition, body in part.branches:
                yield from _behind(body, words)
                facts = condition or next((c for c, _ in part.branches if c is not None), None)
                if facts is not None and _prints(body, words):
                    yield tuple(dict.fromkeys(facts_of(facts)))


def _prints(body: Template, words: str) -> bool:
    for part in body:
        if isinstance(part, Chunk):
            for _, cells, _ in lines(part.blocks):
                text = folded(" ".join(map(plain.text, cells))).text
                if text and _is_like(text, words):
                    return True
    return False


def _is_like(text: str, words: str) -> bool:
    pattern = ".+?".join(map(re.escape, _HOLES.split(text)))
    if re.fullmatch(pattern, words):
        return True
    literal = max(_HOLES.split(text), key=len).strip(" .,")
    return literal.count(" ") >= _FEWEST and literal in words
