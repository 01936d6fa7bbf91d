"""Notes and boxes of an old document as text: each behind the paragraph that it hangs on.

Endnotes come last, where Word prints them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from avtalsgen.model import plain
from avtalsgen.model.nodes import Aside, Block, Cover, Document, Paragraph, Section, Text
from avtalsgen.model.walk import runs

_KINDS: Final = {"footnote", "endnote", "textbox"}


def with_notes_as_text(document: Document) -> Document:
    """Return a document with its notes and boxes as paragraphs, so that nothing is dropped.

    What hangs on nothing that is found stands last.
    """
    notes = [aside for aside in document.asides if aside.part in _KINDS]
    if not notes:
        return document
    written = document.as_written
    if written is not None:
        sections = _Placing(notes).sections(written.cover, written.sections)
        written = replace(written, sections=sections)
    sections = _Placing(notes).sections(document.cover, document.sections)
    return replace(document, sections=sections, as_written=written)


class _Placing:
    """Puts notes and boxes where they belong, each once."""

    def __init__(self, notes: Sequence[Aside]) -> None:
        self.waiting = list(notes)
        """Those that have no place yet."""

    def sections(self, cover: Cover, sections: Sequence[Section]) -> tuple[Section, ...]:
        """Return the sections of a document with notes and boxes as paragraphs of them."""
        said = (cover.title, cover.subtitle, *(row.content for row in cover.rows))
        first = self._behind(" ".join((cover.kicker, *map(plain.text, said))))
        placed = [self._section(section) for section in sections]
        last = [block for aside in self.waiting for block in _as_text(aside)]
        return (*_alone("noter-till-omslaget", first), *placed, *_alone("noter", last))

    def _section(self, section: Section) -> Section:
        blocks = [*self._behind(plain.text(section.heading))]
        for block in section.blocks:
            blocks.append(block)
            blocks += self._behind(_words(block))
        below = tuple(self._section(each) for each in section.sections)
        return replace(section, blocks=tuple(blocks), sections=below)

    def _behind(self, text: str) -> Iterator[Block]:
        said = " ".join(text.split())
        for aside in [each for each in self.waiting if _hangs_on(each, said)]:
            if aside in self.waiting:  # no other that was put here has it
                self.waiting.remove(aside)
                yield from _as_text(aside)
                yield from self._behind(" ".join(map(_words, aside.blocks)))


def _alone(anchor: str, blocks: Iterable[Block]) -> Iterator[Section]:
    """Yield blocks as a section without a heading, if there are any."""
    if every := tuple(blocks):
        yield Section(anchor, (), 1, blocks=every)


def _words(block: Block) -> str:
    return "\n".join(plain.text(content) for content in runs(block))


def _hangs_on(aside: Aside, said: str) -> bool:
    if aside.part == "footnote":
        return f"[{aside.name}]" in said
    return bool(aside.behind) and " ".join(aside.behind.split()) in said


def _as_text(aside: Aside) -> Iterator[Block]:
    if aside.part != "textbox":
        yield Paragraph((Text(f"[{aside.name}]"),))
    yield from aside.blocks
