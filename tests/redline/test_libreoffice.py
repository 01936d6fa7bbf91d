"""What LibreOffice makes of the redlines; where it is wrong, it says so here, one by one."""

from collections.abc import Iterator

import pytest
from tests.libreoffice import Way
from tests.redline.judge import differences
from tests.redline.office_pairs import OFFICE_PAIRS, block_control
from tests.redline.office_record import RecordedOffice, recorded, write_down
from tests.redline.pairs import PAIRS
from tests.redline.wordfile import par, run, word

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


@pytest.mark.parametrize("name", sorted(OFFICE_PAIRS.keys() - {"block control"}))
def test_of_every_kind_libreoffice_gives_both_files_back(office: RecordedOffice, name: str) -> None:
    old, new = OFFICE_PAIRS[name]
    made = word_redline(old, new).docx
    assert office.text_left(made, "reject") == office.text_left(old, "accept")
    assert office.text_left(made, "accept") == office.text_left(new, "accept")


def test_libreoffice_sees_no_change_in_the_first_paragraph_of_a_control_whoever_marked_it(
    office: RecordedOffice,
) -> None:
    """A file that we have no part in: what is ours is marked as this, and is left so too."""
    who = 'w:author="Eva" w:date="2026-01-01T00:00:00Z"'
    gone = f'<w:del w:id="1" {who}><w:r><w:delText>månad</w:delText></w:r></w:del>'
    came = f'<w:ins w:id="2" {who}>{run("kvartal")}</w:ins>'
    first, other = par(run("Varje "), gone, came), par("Mot faktura.")
    both = word("Avtal.", block_control(par("Varje månadkvartal"), other), "Slut.")
    marked = word("Avtal.", block_control(first, other), "Slut.")
    outside = word("Avtal.", first, other, "Slut.")
    assert office.text_left(marked, "accept") == office.text_left(both, "accept")
    assert office.text_left(outside, "accept") != office.text_left(both, "accept")
    old, new = OFFICE_PAIRS["block control"]
    made = word_redline(old, new).docx
    assert differences(made, old, new) == []
    assert office.text_left(made, "accept") != office.text_left(new, "accept")


def test_what_is_written_down_is_what_it_says(office: RecordedOffice) -> None:
    """Two pairs that no version has been wrong about: the record is made as it says."""
    for name in ("two_clauses_change_places", "table_moved"):
        old, new = PAIRS[name]()
        made = word_redline(old, new).docx
        for way in WAYS:
            assert office.asked(made, way) == office.text_left(made, way)
