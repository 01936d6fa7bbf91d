"""What an edition changes in another, as those who decide are told of it."""

from collections.abc import Mapping

from tests.assemble import letters
from tests.assemble.letters import LETTERS, MEMO, NEW, TYPE, swapped
from tests.workspace import WHOLE, project

from avtalsgen.model import plain, trace
from avtalsgen.model.nodes import Document, Table
from avtalsgen.model.walk import sections
from avtalsgen.pipeline.workspace.changes import Changes
from avtalsgen.pipeline.workspace.documents import changes_shown
from avtalsgen.pipeline.workspace.memo.change_rows import MOST_ROWS
from avtalsgen.problems import Problem

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


def _built(changed: Mapping[str, str | bytes]) -> tuple[Document, list[Problem]]:
    document, problems = letters.assembled("2-skrivelse", changed)
    return document, list(problems)


def _memo(changed: Mapping[str, str | bytes]) -> Document:
    return _built(changed)[0]


def _with_rows(*rows: str) -> Mapping[str, str | bytes]:
    told = "".join(f"  - {row}\n" for row in rows)
    return {**ASKED, MEMO: f"{ASKED.get(MEMO, LETTERS[MEMO])}\nändringstabell:\n{told}"}


def _tables(document: Document) -> list[Table]:
    return [b for each in sections(document) for b in each.blocks if isinstance(b, Table)]


def _rows(table: Table) -> list[list[str]]:
    rows = (table.header, *table.rows)
    return [[plain.text(c).replace("\N{NO-BREAK SPACE}", " ") for c in row] for row in rows]


def test_rows_that_nobody_edited_are_chosen_by_rank_and_asked_why() -> None:
    document, problems = _built(ASKED)
    (table,) = _tables(document)
    rows = _rows(table)
    assert rows[0] == ["Vad", "I dag", "Förslag"]
    told = [row for row in rows if row[0] == "Ersättning"]
    assert "605 kronor" in " ".join(row[1] for row in told)
    assert "700 kronor" in " ".join(row[2] for row in told)
    assert [problem.code for problem in problems] == ["TS01"]


def test_no_more_rows_than_a_board_reads_however_much_changed() -> None:
    (table,) = _tables(_memo(MANY))
    assert len(table.rows) <= MOST_ROWS
    assert all(cell.endswith((".", "!", "?")) for row in _rows(table)[1:] for cell in row[1:])


def test_an_edited_row_is_printed_as_it_is_written() -> None:
    row = ["Priset", "605 kronor.", "700 kronor.", "Det blir dyrare."]
    keys = ("vad", "i_dag", "förslag", "varför")
    written = ", ".join(f"{key}: {value}" for key, value in zip(keys, row, strict=True))
    document, problems = _built(_with_rows(f"{{{written}}}"))
    assert _rows(_tables(document)[0]) == [["Vad", "I dag", "Förslag", "Varför"], row]
    assert problems == []


def test_a_row_with_only_why_takes_the_rest_from_the_comparison() -> None:
    document, problems = _built(_with_rows("{vad: Ersättning, varför: Det blir dyrare.}"))
    (row,) = _rows(_tables(document)[0])[1:]
    assert "605 kronor" in row[1]
    assert "700 kronor" in row[2]
    assert problems == []


def test_a_row_that_says_too_little_is_told_at_its_line() -> None:
    _, problems = _built(_with_rows("{vad: Väder, varför: Det regnar.}"))
    assert [problem.code for problem in problems] == ["TS03", "TS03"]
    _, problems = _built(_with_rows("{vad: Ersättning}"))
    assert [problem.code for problem in problems] == ["TS01"]
    assert str(problems[0].origin).startswith(MEMO)


def test_nine_rows_are_too_many() -> None:
    row = "{vad: Ett, i_dag: Nej., förslag: Ja., varför: Därför.}"
    assert [p.code for p in _built(_with_rows(*[row] * MOST_ROWS))[1]] == []
    assert [p.code for p in _built(_with_rows(*[row] * (MOST_ROWS + 1)))[1]] == ["TS02"]


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
    found = changes_shown(whole, whole.lookup(whole.uppdrag("prov", "2-skrivelse")))
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


def test_what_was_compared_is_not_compared_again_while_it_is_the_same_to_the_letter() -> None:
    memo = {MEMO: LETTERS[MEMO] + "\n# En rad till.\n"}
    assert _changes(memo) is _changes({})


def test_a_line_further_down_or_a_register_that_says_more_is_compared_anew() -> None:
    before = _changes({})
    further_down = _changes({NEW: f"# En rad till.\n{LETTERS[NEW]}"})
    assert further_down.comparison == before.comparison
    assert _lines(further_down.new) == [line + 1 for line in _lines(before.new)]
    bodies = "clauses/register/organisationer.yaml"
    longer = WHOLE[bodies].replace("namn: Stödenheten", "namn: Enheten för stöd")
    assert _changes({bodies: longer}) is not before


def _lines(document: Document) -> list[int]:
    """Return the lines of `NEW` that its values stand on."""
    pieces = [piece for line in trace.lines(document) for piece in line.pieces]
    origins = [piece.source.origin for piece in pieces]
    return [origin.line for origin in origins if origin and origin.file == NEW]
