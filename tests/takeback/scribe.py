"""Who edits a file by chance: where, by which hand, and what is to be told of it."""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, Final

from tests.takeback.handed import Expected
from tests.takeback.word_edits import (
    W,
    Who,
    WordFile,
    paragraphs,
    text,
)

from avtalsgen.ooxml.elements import Element
from avtalsgen.pipeline.takeback.takeback import TakebackOf
from avtalsgen.records import dataclass
from avtalsgen.takeback.facts.book import FactBook
from avtalsgen.takeback.paper.folding import folded
from avtalsgen.takeback.paper.lines import PaperLine, PaperSpan
from avtalsgen.takeback.paper.sections import PaperSection

TYPED: Final[dict[str, tuple[str, Any]]] = {
    "belopp": ("1 234 kronor", 1234),
    "datum": ("5 maj 2028", "2028-05-05"),
    "varaktighet": ("nio månader", "9 månader"),
    "heltal": ("17", 17),
    "antal": ("17", 17),
    "år": ("2031", 2031),
}
"""What is typed in the place of a fact by its type, and the value that it is."""
_SENTENCE: Final = re.compile(r"(?<=[.!?]) (?=[A-ZÅÄÖ])")
Script = Callable[["Scribe", PaperSection], list[Expected] | None]


@dataclass(frozen=True, slots=True)
class Sheaf:
    """A document that is sent, and what its facts may become."""

    base: TakebackOf
    book: FactBook

    def sections(self) -> list[PaperSection]:
        """Return the sections of its text that have none below them."""
        every = [s for s in self.base.sent.sections if s.heading and s.anchor and not s.part]
        after = [*every[1:], None]
        return [s for s, n in zip(every, after, strict=True) if n is None or n.level <= s.level]


class Scribe:
    """Edits a file of what was sent, by chance."""

    def __init__(self, sheaf: Sheaf, chance: Random) -> None:
        self.sheaf, self.chance = sheaf, chance
        self.file = WordFile(sheaf.base.file)
        self.ids = iter(range(1, 1000))
        said = [line.words for s in sheaf.base.sent.sections for line in s.every_line]
        self.alone = {words for words in said if said.count(words) == 1}
        self.paths: set[str] = set()
        self.who: Who | None = None

    @property
    def how(self) -> str:
        """Return whether the edit at hand is silent or tracked, as the lists have it."""
        return "s" if self.who is None else "t"

    def by(self, expected: Expected) -> Expected:
        """Return what is expected with the hand that did it."""
        kind, how, more = expected
        more = {name: _plain(value) for name, value in more.items()}
        if self.who is None:
            return kind, how, {"author": None, "date": None, **more}
        return kind, how, {"author": self.who[0], "date": self.who[1], **more}

    def lines(self, section: PaperSection, *, plain: bool = False) -> list[PaperLine]:
        """Return the paragraphs of a section that can be told from all others, in any order."""
        fit = [
            line
            for line in section.lines
            if line.words in self.alone and not line.is_row and not (plain and line.is_item)
        ]
        self.chance.shuffle(fit)
        return fit

    def node(self, line: PaperLine) -> Element:
        """Return the paragraph of a line."""
        for node in self.file.body.iter(f"{W}p"):
            style = node.find(f"{W}pPr/{W}pStyle")
            listed = style is not None and style.get(f"{W}val", "").startswith("Innehall")
            if not listed and folded(text(node)).text == line.words:
                return node
        raise LookupError(line.words)

    def section(self, section: PaperSection) -> list[Element]:
        """Return the paragraphs and tables of a section, none of a new one behind it."""
        heading, *nodes = self.file.section(section.anchor)
        styles = (node.find(f"{W}pPr/{W}pStyle") for node in nodes)
        heads = [s is not None and s.get(f"{W}val", "").startswith("Rubrik") for s in styles]
        return [heading, *nodes[: heads.index(True) if True in heads else None]]

    def typed(self, node: Element, old: str, new: str) -> None:
        """Type `new` over `old`, tracked if the edit at hand is."""
        if self.who is None:
            self.file.replace(old, new, node)
        else:
            self.file.track(old, new, self.who, node)

    def strike(self, nodes: Sequence[Element]) -> None:
        """Take out paragraphs, tracked if the edit at hand is."""
        if self.who is not None:
            self.file.delete_whole(list(paragraphs(list(nodes))), self.who)
            return
        for node in nodes:
            parent = node.getparent()
            assert parent is not None
            parent.remove(node)

    def word(self, line: PaperLine) -> str:
        """Return a word that a line has once, and that is no part of a fact; nothing of others."""
        taken = [printed(line, span) for span in line.spans]
        fit = [
            word
            for word in re.findall(r"\w{5,}", line.text)
            if line.text.count(word) == 1
            and not any(word in each for each in taken)
            and not re.search(rf"{word} \.{{5}}", line.text)  # beside dots it would fill them in
        ]
        return self.chance.choice(fit) if fit else ""


def _plain(value: object) -> object:
    """Return words with the spaces that `is_it` compares by."""
    return value.replace("\u00a0", " ") if isinstance(value, str) else value


def printed(line: PaperLine, span: PaperSpan) -> str:
    first, last = line.fold.places[span.start], line.fold.places[span.end - 1] + 1
    return line.text[first:last]


SCRIPTS: Final[dict[str, Script]] = {}


def script(function: Script) -> Script:
    """Give a kind of edit its name."""
    SCRIPTS[function.__name__] = function
    return function
