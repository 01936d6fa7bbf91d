"""What LibreOffice makes of the redlines; where it is wrong, it says so here, one by one."""

from collections.abc import Iterator

import pytest
from tests.redline.marked_files import EVA, KEEP, with_a_word_more
from tests.redline.office import Office
from tests.redline.pairs import PAIRS

from avtalsgen.redline import word_redline

FAULTS = {
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
def office() -> Iterator[Office]:
    running = Office()
    yield running
    running.close()


@pytest.mark.parametrize("name", PAIRS)
def test_libreoffice_agrees_but_for_its_own_faults(office: Office, name: str) -> None:
    old, new = PAIRS[name]()
    made = word_redline(old, new).docx
    wrong = {
        (name, way)
        for way, file in (("reject", old), ("accept", new))
        if office.lines(made, way) != office.lines(file, "accept")
    }
    assert wrong == {fault for fault in FAULTS if fault[0] == name}


EVERY_NINTH = sorted(PAIRS)[::9]


@pytest.mark.parametrize("name", EVERY_NINTH)
def test_libreoffice_agrees_where_earlier_marks_are_kept(office: Office, name: str) -> None:
    base, changed = PAIRS[name]()
    marked, old = word_redline(base, changed, EVA).docx, with_a_word_more(base)
    made = word_redline(old, marked, KEEP).docx
    assert office.lines(made, "accept") == office.lines(marked, "accept")
    assert office.lines(made, "reject") == office.lines(old, "reject")
