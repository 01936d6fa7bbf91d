"""A letter to a board that came back: the rows of what changes come home to its own facts."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from functools import cache
from typing import Any, Final

import pytest
from tests.takeback.taking import ROOT
from tests.takeback.word_edits import ANNA, BO, W, WordFile

from avtalsgen.model.nodes import Document
from avtalsgen.ooxml.elements import Element
from avtalsgen.pipeline.takeback.acceptance import AcceptOrder, accepted_files
from avtalsgen.pipeline.takeback.takeback import TakebackOf, taken_back
from avtalsgen.pipeline.workspace import changes as of_editions
from avtalsgen.pipeline.workspace.changes import Changes
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import Project, open_project, read_project
from avtalsgen.register.knowledge import Knowledge

MEMO: Final = "vald-i-nara-relation", "2026-tjansteskrivelse"
FILE: Final = f"uppdrag/{MEMO[0]}/{MEMO[1]}.yaml"
ROWS: Final = """ändringstabell:
  - vad: Ersättning
    varför: Beloppet är uppräknat. Inget annat är ändrat.   # kammaren frågade
  - vad: Skyddade uppgifter
    i_dag: Inget krav.
    förslag: Utföraren har rutiner.
    varför: Ingen ska kunna hittas.
  - vad: Miljö
    i_dag: Utföraren har en miljöplan.
    förslag: Kravet utgår.
    varför: Kommunens mål gäller redan.
"""
Edit = Callable[[WordFile], object]


@pytest.fixture(scope="module", autouse=True)
def compared_once() -> Iterator[None]:
    """Compare the editions that the letter is about once: no edit of it changes them."""
    compare, done = of_editions.changes, list[tuple[Document, Document, Changes]]()

    def changes(old: Document, new: Document, knowledge: Knowledge) -> Changes:
        for before, after, result in done:
            if (before, after) == (old, new):
                return result
        done.append((old, new, compare(old, new, knowledge)))
        return done[-1][-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(of_editions, "changes", changes)
        yield
    assert len(done) == 1


@cache
def project() -> Project:
    """Return the workspace, with rows of our own in a letter of it."""
    files = open_project(ROOT).files
    text = files.read(FILE).decode()
    first, last = text.index("ändringstabell:"), text.index("sammanträde:")
    made = f"{text[:first]}{ROWS}\n{text[last:]}"
    return read_project(Overlay(files, {FILE: made.encode()}))


@cache
def base() -> TakebackOf:
    """Return what was sent."""
    return TakebackOf.of(project(), *MEMO)


def row(file: WordFile, words: str) -> Element:
    """Return the row that has some words."""
    return next(file.paragraph(words).iterancestors(f"{W}tr"))


def another(file: WordFile, words: str, *cells: str) -> Element:
    """Put a row behind the one that has `words`."""
    made = deepcopy(row(file, words))
    for cell, said in zip(made.iter(f"{W}tc"), cells, strict=True):
        first, *rest = cell.iter(f"{W}t")
        first.text = said
        for each in rest:
            each.text = ""
    row(file, words).addnext(made)
    return made


def from_the_comparison_and_new_rows(file: WordFile) -> None:
    cell = list(row(file, "Beloppet är uppräknat").iter(f"{W}tc"))[1]
    paragraph = next(cell.iter(f"{W}p"))
    file.replace("4\N{NO-BREAK SPACE}093\N{NO-BREAK SPACE}284", "4,1 miljoner", paragraph)
    another(file, "Kommunens mål", "Lokaler", "Egna.", "Kommunens.", "De är billigare.")
    gone = row(file, "Ingen ska kunna")
    table = gone.getparent()
    assert table is not None
    table.remove(gone)


def by_two(file: WordFile) -> None:
    cell = file.paragraph("Inget annat är")
    file.track("Beloppet", "Summan", ANNA, cell)
    file.track("ändrat", "nytt", BO, cell)


def two_sentences_and_a_tracked_row(file: WordFile) -> None:
    file.replace("Inget annat är ändrat.", "Inget annat är nytt. Så blir det.")
    made = another(file, "Ingen ska kunna", "Lokaler", "Egna.", "Kommunens.", "De är billigare.")
    file.row_tracked(made, "ins", ANNA)


NEW: Final = "vad: Lokaler | i_dag: Egna. | förslag: Kommunens. | varför: De är billigare."
CASES: Final[dict[Edit, list[tuple[str, Any]]]] = {
    two_sentences_and_a_tracked_row: [
        ("1.varför", "Beloppet är uppräknat. Inget annat är nytt. Så blir det."),
        ("3", NEW),
    ],
    from_the_comparison_and_new_rows: [("1.i_dag", ...), ("2", None), ("4", NEW)],
    by_two: [
        ("1.varför", "Summan är uppräknat. Inget annat är ändrat."),
        ("1.varför", "Beloppet är uppräknat. Inget annat är nytt."),
    ],
}


@pytest.mark.parametrize("edit", CASES, ids=[edit.__name__ for edit in CASES])
def test_what_was_done_to_a_row_is_a_value_of_the_letter_and_comes_home(edit: Edit) -> None:
    file = WordFile(base().file)
    edit(file)
    back = taken_back(project(), file.written(), "skrivelse.docx", base())
    told = back.taken.result.changes
    assert [c.path.removeprefix("ändringstabell.") for c in told] == [p for p, _ in CASES[edit]]
    assert all(new in (c.new, ...) for c, (_, new) in zip(told, CASES[edit], strict=True))
    assert {(c.kind, c.section, c.conflict) for c in told} == {("värde", "Det som ändras", ())}
    order = AcceptOrder(frozenset(c.number for c in back.taken.result.changes), frozenset())
    made = accepted_files(project(), back, order)
    assert made.notes == ()
    assert "# kammaren frågade" in made.files[FILE].decode()
    after = read_project(Overlay(project().files, made.files))
    assert taken_back(after, file.written(), "skrivelse.docx").taken.result.changes == ()


def test_what_is_no_value_says_where_the_row_is_written() -> None:
    file = WordFile(base().file)
    file.replace("Ingen ska kunna hittas.", "")
    back = taken_back(project(), file.written(), "skrivelse.docx", base())
    (change,) = back.taken.result.changes
    assert change.kind == "avvikelse"
    assert change.hint == f"tabellen skrivs ur ändringstabell; ändra raden där, i {FILE}"


def test_rows_that_moved_on_here_are_no_change_of_theirs() -> None:
    text = project().files.read(FILE).decode()
    ours = text.replace("Utföraren har rutiner.", "Utföraren har en rutin.")
    after = read_project(Overlay(project().files, {FILE: ours.encode()}))
    file = WordFile(base().file)
    file.replace("Kravet utgår.", "Kravet gäller.")
    (change,) = taken_back(after, file.written(), "skrivelse.docx").taken.result.changes
    assert (change.path, change.new) == ("ändringstabell.3.förslag", "Kravet gäller.")


def test_a_fact_that_another_file_says_is_not_written_in_the_letter() -> None:
    file = WordFile(base().file)
    file.replace("Kommunens mål", "Nämndens mål")
    back = taken_back(project(), file.written(), "brev.docx", base())
    change = replace(back.taken.result.changes[0], path="avser.datum", old="", new="2027-01-01")
    result = replace(back.taken.result, changes=(change,))
    told = replace(back, taken=replace(back.taken, result=result))
    made = accepted_files(project(), told, AcceptOrder(frozenset({change.number}), frozenset()))
    assert set(made.files) == {FILE.replace(".yaml", ".takeback.json")}
    said = f"avser.datum sägs i uppdrag/{MEMO[0]}/2026.yaml och skrivs inte här"
    assert said in made.notes
