"""Words of an old document as texts of a clause: what our language would read is escaped."""

import re
from collections.abc import Iterable
from dataclasses import field
from typing import Final
from unicodedata import category

from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, Emphasis, Inline, LineBreak, Link, Strong, Table, Text
from avtalsgen.model.walk import Mark, rewrite
from avtalsgen.records import dataclass
from avtalsgen.writers.markdown.blocks import write_blocks

_OPENS: Final = re.compile(r"\{(?=[{%#])")
_SOFT: Final = "\u00ad"


@dataclass(slots=True)
class TextWriter:
    """Writes blocks as Markdown, and counts the invisible marks that it leaves out."""

    invisible: int = 0
    _kept: list[str] = field(default_factory=list)

    def markdown(self, blocks: Iterable[Block]) -> str:
        """Return blocks as the text of a file."""
        cleaned = (
            rewrite(block, inline=self._in_a_cell if isinstance(block, Table) else self._inline)
            for block in blocks
        )
        written = "\n\n".join(write_blocks(block for block in cleaned if block is not None))
        return _OPENS.sub("&#123;", written) + "\n"

    def words(self, content: Iterable[Inline]) -> str:
        """Return running text on one line, as a heading is written."""
        return " ".join(self.visible(plain.text(content)).split())

    def visible(self, text: str) -> str:
        """Return text without marks that nobody sees."""
        kept = "".join(each for each in text if category(each) != "Cf" or each == _SOFT)
        self.invisible += len(text) - len(kept)
        return kept

    def _in_a_cell(self, inline: Inline, mark: Mark) -> Iterable[Inline]:
        """Return words of a cell; a row is one line."""
        return (Text(" "),) if isinstance(inline, LineBreak) else self._inline(inline, mark)

    def _inline(self, inline: Inline, _: Mark) -> Iterable[Inline]:
        match inline:
            case Text(text):
                shown = self.visible(text)
                return (Text(shown),) if shown else ()
            case Strong(inner) | Emphasis(inner) | Link(inner):
                return (inline,) if inner else ()
            case LineBreak():
                return (inline,)
            case _:
                return (Text(plain.text((inline,))),)


def is_language(text: str) -> bool:
    """Return whether a heading has what only clauses may have."""
    return bool(_OPENS.search(text))
