"""Tables of Word files from anybody: merged, nested, or there for the look of it."""

from tests.readers.docx.making import lines, p, read

from avtalsgen.model import plain
from avtalsgen.model.nodes import Table

_H1 = p("Krav", style="Rubrik1")


def _tc(inner: str, properties: str = "") -> str:
    return (
        f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner if inner.startswith('<') else p(inner)}</w:tc>"
    )


def _tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def _rows(body: str) -> list[list[str]]:
    (section,) = read(_H1 + body).document.sections
    (table,) = section.blocks
    assert isinstance(table, Table)
    return [[plain.text(cell) for cell in row] for row in (table.header, *table.rows)]


def test_merged_cells_say_what_they_say_once_and_keep_the_columns() -> None:
    across, down = '<w:gridSpan w:val="2"/>', "<w:vMerge/>"
    table = _tbl(
        _tr(_tc("a"), _tc("b"), _tc("c")),
        _tr(_tc("bred", across), _tc("hög", '<w:vMerge w:val="restart"/>')),
        _tr(_tc("d"), _tc("e"), _tc("<w:p/>", down)),
        _tr(_tc("sist"), properties='<w:gridBefore w:val="2"/>'),
    )
    assert _rows(table) == [
        ["a", "b", "c"],
        ["bred", "", "hög"],
        ["d", "e", ""],
        ["", "", "sist"],
    ]


def test_paragraphs_and_lists_in_a_cell_stand_on_lines_of_their_own() -> None:
    table = _tbl(_tr(_tc("a"), _tc("b")), _tr(_tc(p("ett") + p("- två") + p("- tre")), _tc("c")))
    assert _rows(table)[1] == ["ett\n- två\n- tre", "c"]


def test_a_table_in_a_table_loses_no_word_and_is_told_of() -> None:
    inner = _tbl(_tr(_tc("x"), _tc("y")), _tr(_tc("z"), _tc("å")))
    reading = read(_H1 + _tbl(_tr(_tc("a"), _tc("b")), _tr(_tc(p("c") + inner + p()), _tc("d"))))
    assert lines(reading.document) == ["Krav", "a", "b", "c\nx | y\nz | å", "d"]
    assert [problem.code for problem in reading.problems] == ["DX19"]


def test_a_table_that_lays_out_headings_is_read_as_the_text_that_it_is() -> None:
    table = _tbl(
        _tr(_tc(p("Tid", style="Rubrik2") + p("Ett år.")), _tc(p("Pris", style="Rubrik2")))
    )
    (section,) = read(_H1 + table).document.sections
    assert [plain.heading(own) for own in section.sections] == ["Tid", "Pris"]


def test_a_frame_round_a_text_is_no_table() -> None:
    assert lines(read(_H1 + _tbl(_tr(_tc("inramat")))).document) == ["Krav", "inramat"]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    row = control.format(_tr(_tc("c"), control.format(_tc("d"))))
    assert _rows(_tbl(_tr(_tc("a"), _tc("b")), row)) == [["a", "b"], ["c", "d"]]


def test_a_column_of_figures_stands_to_the_right() -> None:
    right = p("1", properties='<w:jc w:val="right"/>')
    (section,) = read(
        _H1 + _tbl(_tr(_tc("Insats"), _tc("Antal")), _tr(_tc("Råd"), _tc(right)))
    ).document.sections
    (table,) = section.blocks
    assert isinstance(table, Table)
    assert table.align == ("left", "right")


def test_cells_that_say_they_are_wider_than_any_table_do_no_harm() -> None:
    wide = '<w:gridSpan w:val="999999999"/>'
    rows = _rows(_tbl(_tr(_tc("a", wide), _tc("b", wide)), _tr(_tc("c"), _tc("d"))))
    assert rows == [["a", "b"], ["c", "d"]]


def test_a_row_of_more_cells_than_a_table_can_have_is_read_as_text() -> None:
    cells = [_tc(f"c{at}") for at in range(100)]
    assert lines(read(_H1 + _tbl(_tr(*cells))).document)[1:] == [f"c{at}" for at in range(100)]
