"""The words of those who prepared the matter: texts of their own, and facts.

Those of the library are the lawyers'.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, Document, Inline, List, Paragraph, Section, Table, Value
from avtalsgen.model.walk import leaves, sections
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.swedish.stems import stem

SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class OwnSentence:
    """A sentence, or what is said in a part of one. `around` is what it stands in, with itself."""

    text: str
    around: str
    origin: Origin | None


def sentences(document: Document) -> Iterator[OwnSentence]:
    """Yield each sentence of their own in a document."""
    for section in sections(document):
        for said in _texts(section, section.blocks):
            for sentence in SENTENCE.split(said.text):
                around = sentence if said.around == said.text else said.around
                yield OwnSentence(sentence, around, said.origin or section.origin)


def words(sentence: str) -> list[str]:
    """Return the words of a sentence in small letters."""
    return [word.casefold() for word in _WORD.findall(sentence)]


def forms(word: str) -> frozenset[str]:
    """Return a word and its stem: two words that share one are forms of each other."""
    return frozenset({word.casefold(), stem(word)})


def _texts(section: Section, blocks: Iterable[Block]) -> Iterator[OwnSentence]:
    """Yield the paragraphs of a text of the memo's own, and of a clause the facts in it."""
    kind = section.provenance.kind if section.provenance else ""
    for block in blocks:
        match block:
            case List():
                for item in block.items:
                    yield from _texts(section, item.blocks)
            case Paragraph() if kind in ("prosa", "avvikelse"):
                text = plain.text(block.content)
                yield OwnSentence(text, text, block.origin)
            case Paragraph():
                yield from _facts(block.content, "")
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from _facts(cell, plain.text(row[0]))


def _facts(content: tuple[Inline, ...], before: str) -> Iterator[OwnSentence]:
    around = f"{before} {plain.text(content)}".strip()
    for leaf in leaves(content):
        if isinstance(leaf, Value) and " " in leaf.text:
            yield OwnSentence(leaf.text, around, leaf.origin)
