"""Tables: rows, columns, merged cells, tables in cells."""

from tests.redline.hard_pair import Files, pair
from tests.redline.wordfile import BULLETS, cell, control, item, par, pars, row, run, table, word

HEAD = row("Insats", "Pris")
ROWS = (row("Stödsamtal enskilt", "605 kr"), row("Gruppsamtal", "410 kr"), row("Tolk", "300 kr"))


def _doc(*blocks: str) -> bytes:
    return word("Priser.", *blocks, "Slut.")


@pair
def table_cell_text_changed() -> Files:
    grid = table(HEAD, *ROWS)
    return _doc(grid), _doc(grid.replace("605", "630"))


@pair
def table_rows_added_and_removed() -> Files:
    return _doc(table(HEAD, *ROWS)), _doc(table(HEAD, ROWS[0], row("Resor", "35 kr"), ROWS[2]))


@pair
def table_row_moved_within_a_table() -> Files:
    return _doc(table(HEAD, *ROWS)), _doc(table(HEAD, ROWS[2], ROWS[0], ROWS[1]))


@pair
def table_last_row_removed() -> Files:
    return _doc(table(HEAD, *ROWS)), _doc(table(HEAD, *ROWS[:2]))


@pair
def table_removed() -> Files:
    return _doc(table(HEAD, *ROWS)), _doc()


@pair
def table_added() -> Files:
    return _doc(), _doc(table(HEAD, *ROWS))


@pair
def table_became_paragraphs() -> Files:
    return _doc(table(HEAD, *ROWS)), _doc(pars("Stödsamtal enskilt 605 kr", "Gruppsamtal 410 kr"))


@pair
def paragraphs_became_table() -> Files:
    return _doc(pars("Stödsamtal enskilt 605 kr", "Gruppsamtal 410 kr")), _doc(table(HEAD, *ROWS))


@pair
def table_replaced_by_another() -> Files:
    other = table(row("Namn", "Roll", "Tel"), row("Eva", "Chef", "023"), columns=3)
    return _doc(table(HEAD, *ROWS)), _doc(other)


@pair
def table_column_added() -> Files:
    wider = table(
        row("Insats", "Enhet", "Pris"),
        row("Stödsamtal enskilt", "timme", "605 kr"),
        row("Gruppsamtal", "timme", "410 kr"),
        row("Tolk", "timme", "300 kr"),
        columns=3,
    )
    return _doc(table(HEAD, *ROWS)), _doc(wider)


@pair
def table_column_removed() -> Files:
    before, after = table_column_added()
    return after, before


@pair
def table_cells_merged_across() -> Files:
    one = table(row("Rubrik", ""), *ROWS)
    other = table(row(cell("Rubrik", properties='<w:gridSpan w:val="2"/>')), *ROWS)
    return _doc(one), _doc(other)


@pair
def table_cells_merged_down() -> Files:
    start, rest = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    one = table(row("A", "1"), row("", "2"), row("B", "3"))
    other = table(
        row(cell("A", properties=start), "1"), row(cell("", properties=rest), "2 b"), row("B", "3")
    )
    return _doc(one), _doc(other)


@pair
def table_row_removed_inside_a_merged_cell() -> Files:
    start, rest = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        row(cell("A", properties=start), "ett"),
        row(cell("", properties=rest), "två"),
        row(cell("", properties=rest), "tre"),
    )
    return _doc(table(*rows)), _doc(table(rows[0], rows[2]))


@pair
def table_in_a_table_changed() -> Files:
    inner = table(row("inre ett", "inre två"))
    outer = table(row(cell(par("Före."), inner, par("Efter.")), "b"))
    return _doc(outer), _doc(outer.replace("inre två", "inre tre").replace("Före.", "Före nu."))


@pair
def table_in_a_table_added_and_removed() -> Files:
    inner = table(row("inre ett", "inre två"))
    one = table(row(cell(par("Före."), inner, par("Efter.")), cell("b")))
    other = table(row(cell(par("Före."), par("Efter.")), cell(par("b"), inner, par(""))))
    return _doc(one), _doc(other)


@pair
def table_cell_with_many_paragraphs_and_a_list() -> Files:
    one = cell(par("Ansvar:"), item("boende"), item("mat"), par("Klart."))
    other = cell(par("Ansvar:"), item("boende"), item("resor"), item("mat och dryck"))
    return (
        word("A.", table(row(one, "x")), "Slut.", lists=BULLETS),
        word("A.", table(row(other, "x")), "Slut.", lists=BULLETS),
    )


@pair
def table_cell_loses_its_last_paragraph() -> Files:
    return (
        _doc(table(row(cell("ett", "två", "tre"), "b"))),
        _doc(table(row(cell("ett", "två"), "b"))),
    )


@pair
def table_cell_emptied_and_filled() -> Files:
    return _doc(table(row("fylld", ""), *ROWS)), _doc(table(row("", "fylld nu"), *ROWS))


@pair
def table_width_borders_and_row_height_changed() -> Files:
    one = table(HEAD, *ROWS)
    other = table(
        row("Insats", "Pris", properties="<w:cantSplit/><w:tblHeader/>"),
        row(
            cell("Stödsamtal enskilt", properties='<w:shd w:val="clear" w:fill="FFEE00"/>'),
            "605 kr",
        ),
        *ROWS[1:],
        properties="",
    ).replace(
        '<w:gridCol w:w="2000"/><w:gridCol w:w="2000"/>',
        '<w:gridCol w:w="3000"/><w:gridCol w:w="1000"/>',
    )
    return _doc(one), _doc(other)


@pair
def table_inside_a_content_control() -> Files:
    grid = table(HEAD, *ROWS)
    return _doc(control(grid)), _doc(control(grid.replace("410", "420")))


@pair
def tables_that_touch() -> Files:
    one, other = table(HEAD, ROWS[0]), table(row("x", "y"), row("z", "w"))
    return _doc(one, other), _doc(one.replace("605", "606"), other)


@pair
def file_that_is_only_a_table() -> Files:
    return word(table(HEAD, *ROWS), ""), word(table(HEAD, ROWS[1]), "")


@pair
def table_row_in_bold_now() -> Files:
    bold = row(cell(par(run("Insats", "<w:b/>"))), cell(par(run("Pris", "<w:b/>"))))
    return _doc(table(HEAD, *ROWS)), _doc(table(bold, *ROWS))
