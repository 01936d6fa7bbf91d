"""The closed language of clauses, as data: what may be printed, asked and repeated.

The syntax is Jinja's and so is the parser, but nothing of Jinja runs: the parsed tree is
checked against this short list and evaluated by `assemble`. There are no calls, no
attributes of Python objects, no arithmetic, no assignment and no way to loop without a
list of facts (docs/handbok.md lists the forms for lawyers).
"""

from collections.abc import Iterator
from typing import Literal, assert_never

from avtalsgen.model.nodes import Block, Inline, Text
from avtalsgen.records import dataclass
from avtalsgen.source import Origin


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact by its whole path; inside a loop the first part may be the loop's name."""

    path: str
    chooses: bool = False
    """In a condition: where it has no value another text stands, which says so."""


@dataclass(frozen=True, slots=True)
class Constant:
    """A text or a number written in the clause itself."""

    value: str


@dataclass(frozen=True, slots=True)
class Filtered:
    """An expression in another form."""

    inner: "Fact | Filtered | LegalSource"
    filter: str


@dataclass(frozen=True, slots=True)
class SectionReference:
    """`ref(…)`: the section whose anchor is a text or a fact, or what has a mark in it."""

    anchor: Constant | Fact
    mark: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """`märk(…)`: the name of the paragraph or item that it stands in. Prints nothing."""

    name: str


@dataclass(frozen=True, slots=True)
class LegalSource:
    """`rätt(…)`: a source of law by its id in the register, with a section of it or none."""

    id: str
    section: str = ""


Expression = Fact | Filtered | SectionReference | PlaceMark | LegalSource


@dataclass(frozen=True, slots=True)
class Not:
    """Negation."""

    inner: "Condition"


@dataclass(frozen=True, slots=True)
class Both:
    """Every one of them."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of them."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A fact held against a text, a number or another fact."""

    left: Fact | Constant
    operator: Literal["==", "!=", "in", "not in"]
    right: Fact | Constant


Condition = Fact | Not | Both | Either | Compared


def facts_of(condition: Condition) -> Iterator[str]:
    """Yield the path of each fact that a condition asks about."""
    match condition:
        case Fact(path):
            yield path
        case Not(inner):
            yield from facts_of(inner)
        case Both(conditions) | Either(conditions):
            for part in conditions:
                yield from facts_of(part)
        case Compared(left, _, right):
            yield from (side.path for side in (left, right) if isinstance(side, Fact))
        case _ as unreachable:
            assert_never(unreachable)


@dataclass(frozen=True, slots=True)
class Words:
    """Words inside a sentence, in which holes stand as in a chunk; may be empty."""

    content: tuple[Inline, ...]
    holes: tuple["Hole", ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """`{% if %}` inside a sentence: the words of the first branch whose condition holds."""

    branches: tuple[tuple[Condition | None, Words], ...]


@dataclass(frozen=True, slots=True)
class Hole:
    """A place in the text where an expression, or one of several words, is printed."""

    expression: Expression | Choice
    origin: Origin


@dataclass(frozen=True, slots=True)
class Chunk:
    """Markdown between the statements, already read.

    In its texts a character from U+F0000 on stands for the hole of that index. `rows_only`
    says that the chunk is rows of the table that came before it.
    """

    blocks: tuple[Block, ...]
    holes: tuple[Hole, ...]
    rows_only: bool = False


@dataclass(frozen=True, slots=True)
class If:
    """The first branch whose condition holds; a branch without condition always holds."""

    branches: tuple[tuple[Condition | None, "Template"], ...]


@dataclass(frozen=True, slots=True)
class For:
    """The body once for each item of a list of facts."""

    name: str
    over: Fact
    body: "Template"
    origin: Origin


Template = tuple[Chunk | If | For, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Running text without Markdown, such as a heading; holes as in a chunk."""

    content: tuple[Text | Hole, ...] = ()


HOLE = 0xF0000
"""The first of the characters that stand for holes (Supplementary Private Use Area-A)."""
