"""The table that a tjänsteskrivelse takes in says what changed in substance, in plain words."""

from hypothesis import given
from tests.comparison_sample import COMPARISON, SAME, change, face, line, pair
from tests.comparison_strategies import comparisons

from avtalsgen.model import plain
from avtalsgen.model.comparison import Comparison, Side
from avtalsgen.model.nodes import Block, Paragraph, Strong, Table
from avtalsgen.writers.comparison.change_table import change_table


def cells(table: Block) -> list[list[str]]:
    """Return the text of each cell below the header."""
    assert isinstance(table, Table)
    return [[plain.text(cell) for cell in row] for row in table.rows]


def sentences(blocks: tuple[Block, ...]) -> list[str]:
    """Return the paragraphs."""
    return [plain.text(block.content) for block in blocks if isinstance(block, Paragraph)]


def test_a_row_says_where_what_and_why() -> None:
    table, *_ = change_table(COMPARISON)
    assert isinstance(table, Table)
    assert [plain.text(cell) for cell in table.header] == [
        "Avsnitt",
        "Förut",
        "Nu",
        "Varför det spelar roll",
    ]
    row = next(row for row in cells(table) if "rapport" in row[1])
    assert row == [
        "2.1 Kvalitet och uppföljning",
        "Utföraren bör lämna en rapport senast den 31 mars.",
        "Utföraren ska lämna en rapport senast den 28 februari.",
        "Det ändras hur bindande texten är (ska, bör, får). Ett datum ändras. En frist ändras.",
    ]


def test_the_words_that_differ_stand_out() -> None:
    table, *_ = change_table(COMPARISON)
    assert isinstance(table, Table)
    row = next(row for row in table.rows if "bör" in plain.text(row[1]))
    assert [plain.text((part,)) for part in row[1] if isinstance(part, Strong)] == [
        "bör",
        "31 mars",
    ]


def test_what_is_only_edited_has_no_row() -> None:
    rows = cells(change_table(COMPARISON)[0])
    assert not any(row[0] == "Sidfot" for row in rows)
    assert not any("följs upp" in row[1] for row in rows)
    assert any("Sidfot" in sentence for sentence in sentences(change_table(COMPARISON)))


def test_a_section_that_came_or_went_is_one_row() -> None:
    rows = cells(change_table(COMPARISON)[0])
    (gone,) = (row for row in rows if row[0] == "3.1 Tolk")
    assert gone[2] == ""
    assert gone[3] == (
        "Avsnittet tas bort. Texten har gått upp i avsnitt\u00a02.1 Kvalitet och uppföljning."
    )
    (came,) = (row for row in rows if row[0].startswith("7.0"))
    assert came[1] == ""
    assert came[3] == "Avsnittet är nytt."


def test_a_long_section_is_quoted_in_part() -> None:
    words = " ".join(f"ord{n}" for n in range(90))
    section = pair(None, face("1", "Ny"), line(f"[+{words}+]", 0), changes=(change("", words),))
    rows = cells(change_table(Comparison(Side("a", "", 0), Side("b", "", 90), (section,)))[0])
    assert rows[0][2].endswith("ord39 …")


def test_what_moved_is_told_of_in_words() -> None:
    assert (
        "Flyttade avsnitt: 2.2 → 3.0 Ersättning, 2.4 → 4.0 Klagomål och 2.3 → 6.0 Barnkonventionen."
        in sentences(change_table(COMPARISON))
    )


def test_versions_that_are_alike_are_said_to_be() -> None:
    assert sentences(change_table(SAME)) == ["Versionerna är lika."]


def test_editing_alone_changes_nothing_in_substance() -> None:
    foot = tuple(section for section in COMPARISON.sections if section.part == "footer")
    blocks = change_table(Comparison(COMPARISON.old, COMPARISON.new, foot))
    assert sentences(blocks)[0] == "Ingenting ändras i sak."


@given(comparisons())
def test_the_table_is_one_that_every_writer_can_print(comparison: Comparison) -> None:
    blocks = change_table(comparison)
    assert blocks
    for block in blocks:
        if isinstance(block, Table):
            assert block.rows
            assert {len(row) for row in block.rows} == {len(block.header)}
        else:
            assert isinstance(block, Paragraph)
            assert plain.text(block.content).strip()


@given(comparisons())
def test_every_section_changed_in_substance_has_a_row(comparison: Comparison) -> None:
    rows = [row[0] for b in change_table(comparison) if isinstance(b, Table) for row in cells(b)]
    named = {row for row in rows}
    for section in comparison.sections:
        saklig = {n for n, change in enumerate(section.changes) if change.weight == "saklig"}
        if saklig:
            assert any(
                name.endswith((section.new or section.old or face("", "")).heading)
                or section.part != "body"
                for name in named
            )
