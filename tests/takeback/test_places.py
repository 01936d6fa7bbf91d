"""Files of a document whose references lead to paragraphs and items: they come home alive."""

from functools import cache

import pytest
from tests.takeback.taking import DOCUMENT, project
from tests.takeback.word_edits import ANNA, CIA, WordFile, paragraphs

from avtalsgen.model import plain
from avtalsgen.model.returned.changes import ReturnedChange
from avtalsgen.model.walk import runs, sections
from avtalsgen.pipeline.takeback.acceptance import AcceptOrder, accepted_files
from avtalsgen.pipeline.takeback.takeback import TakebackOf, taken_back
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import Project, read_project
from avtalsgen.readers.docx.returned.reading import read_sheet
from avtalsgen.takeback.paper.lines import accepted

_OWN, _CLAUSE = "uppdrag/prov/2026/malgrupp.md", "clauses/avgift/2026.md"
_TEXT = """Uppdraget gäller:

- par
- {{ märk("barn") }} barn i familjer som söker stöd
- ensamma vuxna.

{{ märk("undantag") }} Den som bor i en annan kommun har inte rätt till samtal.

Det som sägs i {{ ref("malgrupp", "undantag") }} gäller inte dem som avses i
{{ ref("malgrupp", "barn") }}, se också {{ ref("avgift", "fri") }}.
"""
_MORE = """
Avgiftsfria är:

1. barn
2. {{ märk("fri") }} den som saknar inkomst
3. den som har försörjningsstöd.

Det som sägs i {{ ref("avgift", "fri") }} gäller bara två besök, och för dem som avses i
{{ ref("malgrupp", "barn") }} inte alls.
"""
EDITS = {
    "a word of a marked item": lambda file: file.replace("söker stöd", "vill ha stöd"),
    "a word of a marked paragraph": lambda file: file.replace("har inte rätt", "har rätt"),
    "a word beside references": lambda file: file.replace("gäller inte dem", "gäller aldrig dem"),
    "a tracked word of a clause": lambda file: file.track("två besök", "tre besök"),
    "a marked item of a clause": lambda file: file.replace("saknar inkomst", "saknar all inkomst"),
    "a reference typed over": lambda file: file.replace(
        "andra stycket", "tredje stycket", file.paragraph("gäller inte dem")
    ),
    "a marked item struck": lambda file: file.body.remove(file.paragraph("barn i familjer")),
    "a marked item struck, tracked": lambda file: file.delete_whole(
        [file.paragraph("barn i familjer")], ANNA
    ),
    "a section that others refer to": lambda file: file.delete_whole(
        list(paragraphs(file.section("avgift"))), CIA
    ),
}


@cache
def marked() -> Project:
    """Return the workshop with marks in a text of its own and in a clause."""
    clause = project().files.read(_CLAUSE) + _MORE.encode()
    return read_project(Overlay(project().files, {_OWN: _TEXT.encode(), _CLAUSE: clause}))


@cache
def sent() -> bytes:
    """Return the file that was sent."""
    return TakebackOf.of(marked(), *DOCUMENT).file


def _home(file: WordFile) -> tuple[tuple[ReturnedChange, ...], list[str], str, tuple[str, ...]]:
    """Return what is told of a file, what is printed when all is accepted, its texts and notes."""
    back = taken_back(marked(), file.written(), "prov.docx")
    changes = back.taken.result.changes
    everything = AcceptOrder(frozenset(change.number for change in changes), frozenset())
    made = accepted_files(marked(), back, everything)
    document, _ = document_of(read_project(Overlay(marked().files, made.files)), *DOCUMENT)
    texts = "".join(data.decode() for path, data in made.files.items() if path.endswith(".md"))
    lines = [plain.text(c) for s in sections(document) for b in s.blocks for c in runs(b)]
    return changes, [" ".join(line.split()) for line in lines], texts, made.notes


def test_nothing_is_told_of_a_file_that_nobody_touched() -> None:
    assert taken_back(marked(), sent(), "prov.docx").taken.result.changes == ()


@pytest.mark.parametrize("name", EDITS)
def test_each_edit_is_one_change_and_its_words_come_home(name: str) -> None:
    file = WordFile(sent())
    EDITS[name](file)
    changes, lines, _, _ = _home(file)
    assert [change.kind for change in changes] in (["avvikelse"], ["struken"])
    sheet = accepted(read_sheet(file.written()))
    words = [" ".join(line.text.split()) for line in sheet.of("body") if not line.level]
    for line in lines:
        assert line in words


def test_marks_and_references_are_as_they_were_beside_other_words() -> None:
    file = WordFile(sent())
    EDITS["a word beside references"](file)
    _, _, texts, notes = _home(file)
    for hole in (
        *('märk("barn") }} barn i', 'märk("undantag") }} Den', 'ref("malgrupp", "undantag")'),
        *('ref("malgrupp", "barn")', 'ref("avgift", "fri")'),
    ):
        assert hole in texts
    assert notes == ()


def test_a_reference_to_what_was_struck_becomes_words_and_that_is_told() -> None:
    file = WordFile(sent())
    EDITS["a marked item struck"](file)
    _, _, texts, notes = _home(file)
    assert 'ref("malgrupp", "barn")' not in texts
    assert [note.rpartition(" i ")[2] for note in notes] == ["2.2 Avgift", "3.1 Målgrupp"]


def test_a_broken_reference_to_a_place_is_said_to_be_one() -> None:
    file = WordFile(sent())
    EDITS["a reference typed over"](file)
    (change,), *_ = _home(file)
    assert "bruten" in change.hint


def test_a_law_at_the_beginning_of_a_sentence_comes_home_as_the_law_that_it_is() -> None:
    law = '{{ rätt("sol-2025") | versal }} gäller'
    clause = f"{project().files.read(_CLAUSE).decode()}\n{law} för avgiften.\n"
    workspace = read_project(Overlay(project().files, {_CLAUSE: clause.encode()}))
    file = WordFile(TakebackOf.of(workspace, *DOCUMENT).file)
    file.replace("avgiften", "taxan", file.paragraph("gäller för avgiften"))
    back = taken_back(workspace, file.written(), "prov.docx")
    made = accepted_files(workspace, back, AcceptOrder(frozenset({1}), frozenset()))
    assert f"{law} för taxan." in made.files["uppdrag/prov/2026/avgift.md"].decode()
