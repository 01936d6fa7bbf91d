"""What an edition changes in another, as those who decide are told of it."""

from collections.abc import Mapping

from tests.assemble import letters
from tests.assemble.letters import LETTERS, MEMO, NEW, TYPE, swapped
from tests.workspace import WHOLE, project

from avtalsgen.model import plain, trace
from avtalsgen.model.nodes import Document, Table
from avtalsgen.model.walk import sections
from avtalsgen.pipeline.workspace.changes import MOST_ROWS, Changes

ASKED = swapped(
    TYPE,
    "disposition: [forslag@1]",
    "disposition: [{klausul: forslag@1, innehåll: ändringar}]",
)
BODY = "".join(f"Regel {n} gäller i {{}} dagar.\n\n" for n in range(1, MOST_ROWS + 5))
MANY: Mapping[str, str] = {
    **ASKED,
    "clauses/regler/1.md": f"---\nrubrik: Regler\nanvänder: []\n---\n{BODY.replace('{}', '5')}",
    "clauses/regler/2.md": f"---\nrubrik: Regler\nanvänder: []\n---\n{BODY.replace('{}', '9')}",
    letters.OLD: WHOLE[letters.OLD].replace("tvist@1]", "tvist@1, regler@1]"),
    NEW: LETTERS[NEW].replace("tvist@1]", "tvist@1, regler@2]"),
}


def _memo(changed: Mapping[str, str | bytes]) -> Document:
    document, problems = letters.assembled("2-skrivelse", changed)
    assert problems == ()
    return document


def _tables(document: Document) -> list[Table]:
    return [b for each in sections(document) for b in each.blocks if isinstance(b, Table)]


def _rows(table: Table) -> list[list[str]]:
    rows = (table.header, *table.rows)
    return [[plain.text(c).replace("\N{NO-BREAK SPACE}", " ") for c in row] for row in rows]


def test_a_few_changes_are_told_in_their_words() -> None:
    (table,) = _tables(_memo(ASKED))
    told = [row for row in _rows(table) if row[0] == "1 Ersättning"]
    assert "605 kronor" in " ".join(row[1] for row in told)
    assert "700 kronor" in " ".join(row[2] for row in told)
    assert {row[3] for row in told} == {"Ett belopp ändras."}


def test_many_changes_are_told_section_by_section() -> None:
    (table,) = _tables(_memo(MANY))
    assert _rows(table) == [
        ["Avsnitt som ändras", "Det gäller"],
        ["1 Ersättning", "Belopp: 605 kronor blir 700 kronor"],
        ["3 Regler", "Tider"],
    ]


def test_the_changes_follow_the_text_that_leads_in_to_them() -> None:
    assert [each.anchor for each in sections(_memo(ASKED))] == ["forslag", "forslag-andringar"]


def test_the_words_of_the_table_stem_from_the_program() -> None:
    lines = [line for line in trace.lines(_memo(ASKED)) if line.section == "forslag-andringar"]
    kinds = {piece.source.kind for line in lines for piece in line.pieces}
    assert lines
    assert kinds == {"programmet"}


def test_a_memo_that_replaces_nothing_has_no_table() -> None:
    alone = {**ASKED, **swapped(MEMO, "ersätter: prov@1\n", "")}
    assert list(sections(_memo(alone))) == []


def test_the_minutes_inherit_both_editions_and_need_no_table() -> None:
    assert _tables(letters.assembled("2-protokoll", ASKED)[0]) == []


def _changes(changed: Mapping[str, str | bytes]) -> Changes:
    whole = project({**LETTERS, **changed})
    found = whole.changes(whole.lookup(whole.uppdrag("prov", "2-skrivelse")))
    assert found is not None
    return found


def test_a_body_under_an_older_name_is_the_same_body() -> None:
    """The register knows both names of the board, so another name of it is no matter."""
    clause = "---\nrubrik: Vem\nanvänder: [parter.beställare.organ.namn]\n---\n{}\n"
    files = {
        "clauses/vem/1.md": clause.format(
            "I kommunen är det {{ parter.beställare.organ.namn }} som svarar för verksamheten, "
            "för att den följs upp varje år och för att den som söker stöd får ett besked i tid."
        ),
        letters.OLD: WHOLE[letters.OLD]
        .replace("2026-03-01", "2018-03-01")
        .replace("tvist@1]", "tvist@1, vem@1]"),
        NEW: LETTERS[NEW].replace("tvist@1]", "tvist@1, vem@1]"),
    }
    weights = {
        change.weight
        for pair in _changes(files).comparison.sections
        for change in pair.changes
        if "nämnden" in change.old
    }
    assert weights == {"redaktionell"}


def test_the_printed_redline_has_both_sums() -> None:
    text = " ".join(plain.words(_changes({}).printed()))
    assert "605" in text
    assert "700" in text
