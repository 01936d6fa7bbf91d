"""Law: of two documents of ours that differ in any field of any node it is never said ”lika”.

The fields are those of the dataclasses in `model/nodes.py`: one that is added there is tried here,
or named in `UNSEEN` with the reason why no reader sees it.
"""

import inspect
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Literal

import pytest
from tests.compared import KNOWLEDGE, compare

from avtalsgen.compare.align.alignment import aligned
from avtalsgen.compare.meaning.folds import said_by
from avtalsgen.model import nodes
from avtalsgen.model.nodes import (
    Aside,
    Contents,
    Cover,
    CoverRow,
    Document,
    Emphasis,
    Gap,
    Identity,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Reference,
    Running,
    Section,
    Signatory,
    Signatures,
    Strong,
    Table,
    Text,
    Value,
)
from avtalsgen.pipeline.compare.beside import without_what_is_beside
from avtalsgen.pipeline.compare.other import other_than_words
from avtalsgen.pipeline.compare.views import Pair
from avtalsgen.pipeline.workspace.document_argument import Opened
from avtalsgen.pipeline.workspace.house import House

REDLINE = "only a redline has it, and no redline is compared"
WRITTEN = "where the words are written in our files, not what they say"
MADE_OF = "which text a section is made of; its words are compared"
ABOUT = "what the file says of itself, not printed"
AS_WRITTEN = "the words of cover, sections and signatures in another order"
NAME = "a name for the program; what is printed where it is named is another field"
ANYWHERE = {"revision": REDLINE, "origin": WRITTEN}
UNSEEN = {
    "Inserted": dict.fromkeys(("content",), REDLINE),
    "Deleted": dict.fromkeys(("content",), REDLINE),
    "Revision": dict.fromkeys(("kind", "move"), REDLINE),
    "Was": dict.fromkeys(("anchor", "number", "level"), REDLINE),
    "Provenance": dict.fromkeys(("kind", "file", "clause", "edition", "sha256"), MADE_OF),
    "Identity": dict.fromkeys((field.name for field in fields(Identity)), ABOUT),
    "AsWritten": dict.fromkeys(("cover", "sections"), AS_WRITTEN),
    "Document": {
        "as_written": AS_WRITTEN,
        "identity": ABOUT,
        "numbering": "how numbers are made; the numbers that came of it are compared",
    },
    "Value": {"path": NAME},
    "Gap": {"path": NAME, "reason": "told when the document is built, not printed"},
    "Paragraph": {"mark": NAME},
    "Aside": {"behind": "where a text box hangs; Word files are held together by their redline"},
    "Section": {
        "anchor": NAME,
        "was": REDLINE,
        "provenance": MADE_OF,
        "heading_origin": WRITTEN,
        "lettered": "said by the number itself, which is compared",
    },
    "Table": {"row_revisions": REDLINE},
    "Reference": {"form": "which kind of words they are; the words are compared"},
    "Signatory": {"party": NAME},
    "Contents": {"printed": "made of the headings, which are compared"},
}
"""Fields that no reader sees, and why."""
KINDS = tuple(
    kind
    for _, kind in inspect.getmembers(nodes, inspect.isclass)
    if is_dataclass(kind) and kind.__module__ == nodes.__name__
)


def is_unseen(kind: str, field: str) -> bool:
    return field in ANYWHERE or field in UNSEEN.get(kind, {})


def words(text: str) -> tuple[Any, ...]:
    return (Text(text),)


def item(*blocks: Any) -> ListItem:
    return ListItem(blocks)


DOCUMENT = Document(
    Identity("prov", "1", "verksamhetsuppdrag@1", "utkast", "Uppdrag"),
    Cover(
        "Avtal",
        (Text("Hemtjänst i "), Strong(words("Hamnen"))),
        words("Område norr"),
        (CoverRow("Diarienummer", words("SN 1")), CoverRow("Part", (Emphasis(words("Åby")),))),
    ),
    (
        Section(
            "tid",
            (Text("Tid för "), Emphasis(words("avtalet"))),
            1,
            "1",
            (
                Paragraph((Text("Avtalet gäller till "), Value("1 maj 2027", "tid.till"))),
                Paragraph(
                    (
                        Strong(words("Priset")),
                        Text(" står i "),
                        Reference("pris", "avsnitt ", "2", "number"),
                        Text(" och på "),
                        Link(words("webbplatsen"), "https://aby.se/pris"),
                        LineBreak(),
                        Text("Dag: "),
                        Gap("…………", "tid.dag", "okänd"),
                    )
                ),
            ),
            (Section("provning", words("Prövning"), 2, "1.1", (Paragraph(words("En gång")),)),),
        ),
        Section(
            "pris",
            words("Pris"),
            1,
            "2",
            (
                List(
                    (
                        item(Paragraph(words("städning av lokalen"))),
                        item(
                            Paragraph(words("tvätt av kläder")),
                            List((item(Paragraph(words("även mattor"))),)),
                        ),
                    ),
                    ordered=True,
                ),
                Table(
                    (words("Vad"), words("Kronor")),
                    ((words("Fönster"), words("100")), ((Strong(words("Golv")),), words("200"))),
                    ("left", "right"),
                ),
            ),
        ),
        Section("slut", (), 1, "", (Paragraph(words("Avtalet är upprättat i två exemplar.")),)),
    ),
    contents=Contents("Innehåll", 2),
    signatures=Signatures(
        "papper",
        (
            Signatory(
                "beställare",
                "För beställaren",
                words("Åby kommun"),
                ("Ort och datum",),
                words("Eva Ek"),
                (Text("ordförande"),),
            ),
        ),
    ),
    running=Running("Åby", "SN 1", "Sida"),
    asides=(Aside("footnote", "1", (Paragraph(words("Med moms.")),)),),
)
"""A small document with every kind of node that is no redline's."""

Rebuilt = Callable[[Any], Document]
"""The document with another node in the place of one of its own."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A field of a node in `DOCUMENT`, where that stands, and the document without it."""

    kind: str
    field: str
    where: str
    changed: Document

    def __str__(self) -> str:
        return f"{self.where}.{self.field}"


def every_node(node: Any, where: str, rebuilt: Rebuilt) -> Iterator[tuple[Any, str, Rebuilt]]:
    """Yield each node in `node` and itself, and how the document is made with another there."""
    if is_dataclass(node) and not isinstance(node, type):
        yield node, where, rebuilt
        for field in fields(node):
            held = getattr(node, field.name)
            if field.name not in ("identity", "provenance"):
                inner = lambda new, name=field.name: rebuilt(replace(node, **{name: new}))  # noqa: E731
                yield from every_node(held, f"{where}.{field.name}", inner)
    elif isinstance(node, tuple):
        for place, held in enumerate(node):
            inner = lambda new, i=place: rebuilt((*node[:i], new, *node[i + 1 :]))  # noqa: E731
            yield from every_node(held, f"{where}[{place}]", inner)


def others(value: Any, type_: Any) -> Iterator[Any]:
    """Yield values of `type_` that are not `value`; what is in a node is tried by itself."""
    choices = typing.get_args(type_)
    match value:
        case _ if typing.get_origin(type_) is Literal:
            yield from (choice for choice in choices if choice != value)
        case bool():
            yield not value
        case int():
            yield value + 1
        case str():
            yield value + "x"
        case ():
            if "Inline" in str(type_):
                yield words("ny")
        case tuple():
            yield from (value[:place] + value[place + 1 :] for place in range(len(value)))
            yield (*value, value[-1])
            if value[::-1] != value:
                yield value[::-1]
        case _:
            if type(None) in choices:
                yield None


def tried() -> Iterator[Tried]:
    hints = {kind: typing.get_type_hints(kind) for kind in KINDS}
    for node, where, rebuilt in every_node(DOCUMENT, "Document", lambda new: new):
        kind = type(node).__name__
        for field in fields(node):
            if not is_unseen(kind, field.name):
                for other in others(getattr(node, field.name), hints[type(node)][field.name]):
                    changed = rebuilt(replace(node, **{field.name: other}))
                    if is_whole(changed):
                        yield Tried(kind, field.name, where, changed)


def is_whole(document: Document) -> bool:
    """Return whether it is one that a reader gives: no empty list, text, paragraph or row."""
    for node, _, _ in every_node(document, "", lambda new: new):
        match node:
            case List(()) | ListItem(()) | Paragraph(()) | Text("") | Table((), _):
                return False
            case Strong(()) | Emphasis(()) | Link(()):
                return False
            case Table(header, rows, align):
                if any(len(row) != len(header) for row in (*rows, align or header)):
                    return False
            case _:
                pass
    return True


TRIED = tuple(tried())


def same(old: Document, new: Document) -> bool:
    """Return what the program says of two editions."""
    one, two = (Opened(document, "", ".yaml", None) for document in (old, new))
    without = without_what_is_beside(one, two)
    body = aligned(without.old, without.new, said_by(KNOWLEDGE))
    told = compare(without.old, without.new, body=body, top=False, duties=False)
    other = other_than_words(Pair(one, two, body), without, House(), same=told.same)
    return replace(told, other=other).same


def test_a_document_is_like_itself() -> None:
    assert same(DOCUMENT, DOCUMENT)


@pytest.mark.parametrize("trial", TRIED, ids=str)
def test_no_changed_field_is_called_alike(trial: Tried) -> None:
    assert not same(DOCUMENT, trial.changed)
    assert not same(trial.changed, DOCUMENT)


def test_every_field_is_tried_or_named_as_unseen() -> None:
    hints = {kind: typing.get_type_hints(kind) for kind in KINDS}
    every = {(kind.__name__, name) for kind in KINDS for name in hints[kind]}
    whole = {
        (kind.__name__, name)
        for kind in KINDS
        for name in hints[kind]
        if hints[kind][name] in KINDS
    }
    covered = {(trial.kind, trial.field) for trial in TRIED}
    unseen = {pair for pair in every if is_unseen(*pair)}
    assert every == covered | unseen | whole
    named = {(kind, name) for kind, reasons in UNSEEN.items() for name in reasons}
    assert named <= every
