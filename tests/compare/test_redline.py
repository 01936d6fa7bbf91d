"""A redline gives back either version, and marks nothing that did not change."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from tests.compare.edits import versions
from tests.oracles.dump import dump_blocks
from tests.strategies import documents

from avtalsgen.compare.align.alignment import aligned
from avtalsgen.compare.marks.node_redline import redline
from avtalsgen.compare.marks.resolve import accept, proven, reject, whole_document
from avtalsgen.compare.marks.runs import runs
from avtalsgen.model import walk
from avtalsgen.model.marks import moves, settled
from avtalsgen.model.nodes import (
    Aside,
    Block,
    Cover,
    Deleted,
    Document,
    Gap,
    Identity,
    Inserted,
    Link,
    List,
    ListItem,
    Paragraph,
    Reference,
    Revision,
    Section,
    Strong,
    Table,
    Text,
    Value,
    Was,
)
from avtalsgen.problems import AvtalsgenError, Exit


def _as_printed(node: object) -> object:
    """Return a node with its facts as the words that they are printed as."""
    if isinstance(node, Value | Gap):
        return Text(node.text)
    if isinstance(node, tuple):
        return tuple(map(_as_printed, node))
    if is_dataclass(node) and not isinstance(node, type):
        return replace(
            node,
            **{each.name: _as_printed(getattr(node, each.name)) for each in fields(node)},
        )
    return node


def _printed(document: Document) -> Document:
    printed = _as_printed(document)
    assert isinstance(printed, Document)
    return whole_document(printed)


def _nodes(node: object) -> Iterator[object]:
    yield node
    if isinstance(node, tuple):
        for each in node:
            yield from _nodes(each)
    elif is_dataclass(node):
        for field in fields(node):
            yield from _nodes(getattr(node, field.name))


def _holds(old: Document, new: Document) -> None:
    marked = redline(old, new)
    assert not marked.coarser
    assert accept(marked) == whole_document(new)
    assert _printed(reject(marked)) == _printed(old)
    moves = {"inserted": set[str](), "deleted": set[str]()}
    for node in _nodes(marked.document):
        if isinstance(node, Revision) and node.move:
            moves[node.kind].add(node.move)
        if isinstance(node, Inserted | Deleted):
            assert not any(isinstance(one, Inserted | Deleted) for one in _nodes(node.content))
            assert list(runs(node.content))
    assert moves["inserted"] == moves["deleted"]


@given(versions())
def test_either_version_comes_back_after_edits(both: tuple[Document, Document]) -> None:
    _holds(*both)
    _holds(*reversed(both))


@given(documents(depth=2), documents(depth=2))
def test_either_version_comes_back_of_any_two(old: Document, new: Document) -> None:
    _holds(old, new)


@given(documents())
def test_a_document_against_itself_has_no_mark(document: Document) -> None:
    marked = redline(document, document)
    marks = [
        node
        for node in _nodes(marked.document)
        if isinstance(node, Inserted | Deleted | Revision | Was)
    ]
    assert marks == []
    assert accept(marked) == reject(marked) == whole_document(document)


def _with(*blocks: Block) -> Document:
    section = Section("a", (Text("Krav"),), 1, "1", blocks)
    return Document(Identity("", "", "", "", ""), Cover("", (Text("Uppdrag"),)), (section,))


_LINE = "Utföraren ska varje år redovisa sitt arbete till beställaren"


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            Paragraph((Text(f"{_LINE} och följa upp det."),)),
            Paragraph((Text(f"{_LINE} och "), Strong((Text("följa upp"),)), Text(" det."))),
            f"stycke {_LINE} och [-följa upp-][+*följa upp*+] det.\n",
        ),
        (
            Paragraph((Text(f"{_LINE} på "), Link((Text("webben"),), "https://a.se"))),
            Paragraph((Text(f"{_LINE} på "), Link((Text("webben"),), "https://b.se"))),
            f"stycke {_LINE} på [-[webben → <https://a.se>]-][+[webben → <https://b.se>]+]\n",
        ),
        (
            Paragraph((Text(f"{_LINE}, se "), Reference("b", "avsnitt\u00a0", "4.3", "number"))),
            Paragraph((Text(f"{_LINE}, se "), Reference("b", "avsnitt\u00a0", "5.3", "number"))),
            f"stycke {_LINE}, se [-[avsnitt~4.3 → b]-][+[avsnitt~5.3 → b]+]\n",
        ),
        (
            Paragraph((Text(f"{_LINE} inom tolv månader."),)),
            Paragraph((Text(f"{_LINE} inom "), Value("tolv månader", "tid"), Text("."))),
            f"stycke {_LINE} inom ‹tolv månader = tid›.\n",
        ),
    ],
)
def test_what_looks_otherwise_or_leads_elsewhere_is_marked_but_not_a_fact(
    old: Block, new: Block, shown: str
) -> None:
    _holds(_with(old), _with(new))
    (section,) = redline(_with(old), _with(new)).document.sections
    assert dump_blocks(section.blocks) == shown


def test_a_list_keeps_its_items_and_marks_the_one_that_came() -> None:
    def items(*texts: str) -> List:
        return List(tuple(ListItem((Paragraph((Text(text),)),)) for text in texts))

    old, new = _with(items(_LINE, "Skola")), _with(items("Hem", _LINE, "Skola"))
    (section,) = redline(old, new).document.sections
    (marked,) = section.blocks
    assert isinstance(marked, List)
    assert [item.revision for item in marked.items] == [Revision("inserted"), None, None]


def test_lines_that_moved_together_have_one_name_in_both_places() -> None:
    lines = [Paragraph((Text(f"{word} ska redovisas till {_LINE}"),)) for word in ("Pris", "Tid")]
    stay = [Paragraph((Text(f"Planen för {n} följs upp av {n} {_LINE * n}"),)) for n in (2, 3, 4)]
    (section,) = redline(_with(*lines, *stay), _with(*stay, *lines)).document.sections
    revisions = [block.revision for block in section.blocks]
    gone, come = Revision("deleted", "flytt-1"), Revision("inserted", "flytt-1")
    assert revisions == [gone, gone, None, None, None, come, come]


@given(versions())
def test_the_sections_that_have_moved_are_those_of_the_alignment(
    both: tuple[Document, Document],
) -> None:
    alignment = aligned(*both)
    marks = [section.revision for section in walk.sections(redline(*both).document)]
    names = {mark.move for mark in marks if mark and mark.move}
    assert len(names) == len(alignment.moves.moved)


@pytest.mark.parametrize("lost", ["gamla", "nya"])
def test_a_redline_that_lost_a_word_of_either_side_is_never_shown(lost: str) -> None:
    old = _small("Utföraren ska rapportera varje månad.")
    new = _small("Utföraren ska rapportera varje vecka.")
    longer = _small("Utföraren ska rapportera till nämnden varje år.")
    sides = (longer, new) if lost == "gamla" else (old, longer)
    with pytest.raises(AvtalsgenError, match=rf"JF10 .*den {lost} texten") as caught:
        proven(redline(old, new), *sides)
    assert caught.value.problems[0].exit is Exit.OURS


def test_a_paragraph_that_was_parted_or_joined_where_it_stands_has_not_moved() -> None:
    first = "Utföraren ska rapportera varje månad till beställaren om verksamheten."
    last = "Beställaren ska svara inom en vecka och ange sina skäl för svaret."
    whole, parted = _small(f"{first} {last}"), _small(first, last)
    told = [
        moves(settled(redline(*sides).document)) for sides in ((whole, parted), (parted, whole))
    ]
    assert [[move.within for move in named.values()] for named in told] == [
        ["Delat inom"],
        ["Sammanfört inom"],
    ]


@pytest.mark.parametrize("part", ["header", "footer", "footnote", "endnote", "textbox", "comment"])
def test_what_stands_beside_the_text_of_a_foreign_file_is_marked(part: Any) -> None:
    old, new = (
        replace(_small("Samma text."), asides=(Aside(part, "1", (Paragraph((Text(text),)),)),))
        for text in ("Linköpings kommun 2019", "Linköpings kommun 2026")
    )
    _holds(old, new)
    assert redline(old, new).document.asides != new.asides


def _small(*texts: str) -> Document:
    blocks = tuple(Paragraph((Text(text),)) for text in texts)
    sections = (Section("rapport", (Text("Rapport"),), 1, blocks=blocks),)
    return Document(Identity("", "", "", "", ""), Cover("", ()), sections)


def test_a_drawing_that_loses_a_line_is_made_again_with_whole_lines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old, new = (
        _small("Ett villkor som står kvar.", price) for price in ("Pris 10 kr.", "Pris 20 kr.")
    )
    assert not redline(old, new).coarser
    lost = iter(("Ett villkor som står kvar.",))
    monkeypatch.setattr(f"{redline.__module__}.lost_line", lambda *_: next(lost))
    made = redline(old, new)
    assert made.coarser
    assert (accept(made), reject(made)) == (whole_document(new), whole_document(old))


def test_a_row_that_came_and_one_that_went_are_marked_as_rows() -> None:
    """Else its words are in both versions, or an empty row is left in one of them."""

    def prices(*rows: tuple[str, str]) -> Document:
        head, *cells = (tuple((Text(word),) for word in row) for row in (("Insats", "Pris"), *rows))
        return _with(Table(head, tuple(cells)))

    kept = (("Samtal med familjer", "605"), ("Råd per telefon", "210"), ("Besök hemma", "940"))
    old, new = prices(*kept, ("Resor", "38")), prices(("Grupp för unga", "1 200"), *kept)
    _holds(old, new)
    _holds(new, old)
    (table,) = redline(old, new).document.sections[0].blocks
    assert isinstance(table, Table)
    kinds = [mark.kind if mark else None for mark in table.row_revisions]
    assert kinds == ["inserted", None, None, None, "deleted"]
