"""What LibreOffice makes of the redlines; where it is wrong, it says so here, one by one."""

from collections.abc import Iterator

import pytest
from tests.libreoffice import Way
from tests.redline.office_record import RecordedOffice, recorded, write_down
from tests.redline.pairs import PAIRS

from avtalsgen.redline import word_redline

WAYS: tuple[Way, Way] = ("reject", "accept")
FAULTS: dict[tuple[str, Way], str] = {
    ("control_around_paragraphs_removed", "accept"): "keeps the first paragraph of a control",
    ("control_around_paragraphs_added", "reject"): "keeps the first paragraph of a control",
    ("control_around_a_cell_changed", "reject"): "sees no changes in a control around a cell",
    ("contents_table_over_several_paragraphs_changed", "reject"): (
        "joins the lines around one that was put into a table of contents"
    ),
    ("field_inside_a_field_changed", "reject"): "cannot delete a field that holds a field",
    ("list_items_became_one_paragraph", "accept"): (
        "gives joined paragraphs the properties of the first, not of the last, as Word does"
    ),
}
"""What it does, for every pair where it says something else than the file itself."""


@pytest.fixture(scope="module")
def office(request: pytest.FixtureRequest) -> Iterator[RecordedOffice]:
    rewrite = bool(request.config.getoption("--golden"))
    running = RecordedOffice({} if rewrite else recorded())
    yield running
    if rewrite:
        write_down(running.said)


@pytest.mark.parametrize("name", PAIRS)
def test_libreoffice_agrees_but_for_its_own_faults(office: RecordedOffice, name: str) -> None:
    old, new = PAIRS[name]()
    made = word_redline(old, new).docx
    sides: dict[Way, bytes] = {"reject": old, "accept": new}
    wrong = {
        (name, way)
        for way, file in sides.items()
        if office.text_left(made, way) != office.text_left(file, "accept")
    }
    assert wrong == {fault for fault in FAULTS if fault[0] == name}


def test_what_is_written_down_is_what_it_says(office: RecordedOffice) -> None:
    """Two pairs that no version has been wrong about: the record is made as it says."""
    for name in ("two_clauses_change_places", "table_moved"):
        old, new = PAIRS[name]()
        made = word_redline(old, new).docx
        for way in WAYS:
            assert office.asked(made, way) == office.text_left(made, way)
