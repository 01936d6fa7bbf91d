"""The report is a document like any other, so every writer prints it."""

from dataclasses import replace

from hypothesis import given, settings
from tests import pdf_validator
from tests.comparison_sample import COMPARISON, SAME
from tests.comparison_strategies import comparisons
from tests.redline_battery import REDLINE

from avtalsgen.model import plain, walk
from avtalsgen.model.comparison import Comparison, TopRow
from avtalsgen.model.nodes import Table
from avtalsgen.model.profile import Profile
from avtalsgen.writers import WRITERS
from avtalsgen.writers.comparison.printed import printed
from avtalsgen.writers.comparison.report import report
from avtalsgen.writers.pdf import set_pages
from avtalsgen.writers.render import Render

PROFILE = Profile("Provkommunen")
RENDER = Render(PROFILE)


def markdown(comparison: Comparison) -> str:
    """Return the report as Markdown."""
    return WRITERS["md"].write(report(comparison), RENDER).decode()


def test_the_report_says_what_came_and_went() -> None:
    shown = markdown(COMPARISON)
    assert "## Sammanfattning" in shown
    assert "### 2.1 Kvalitet och uppföljning" in shown
    assert "Utföraren <del>bör</del><ins>ska</ins> lämna en rapport" in shown
    assert "_saklig: modalitet, datum, frist_" in shown


def test_items_in_a_row_are_one_list() -> None:
    shown = markdown(COMPARISON)
    start = shown.index("- <del>SOSFS")
    end = shown.index("Verksamheten granskas", start)
    assert shown[start:end].count("\n- ") == 2


def test_a_foot_and_a_note_are_listed() -> None:
    shown = markdown(COMPARISON)
    assert "### Sidfot" in shown
    assert "### Fotnot 1" in shown


def test_facts_stand_in_a_table() -> None:
    assert "| **tid.från** | 1 januari 2019 | 1 januari 2026 |" in markdown(COMPARISON)


def test_a_report_of_one_weight_has_the_changes_of_that_weight() -> None:
    headings = [plain.heading(s) for s in walk.sections(report(COMPARISON, "saklig"))]
    assert "Sidfot" not in headings
    assert "Uppgifter" not in headings
    assert "2.1 Kvalitet och uppföljning" in headings


def test_versions_that_are_alike_make_a_short_report() -> None:
    assert [plain.heading(s) for s in walk.sections(report(SAME))] == ["Sammanfattning"]
    assert "Versionerna är lika." in markdown(SAME)


@given(comparisons())
def test_every_comparison_can_be_written(comparison: Comparison) -> None:
    document = report(comparison)
    anchors = [section.anchor for section in walk.sections(document)]
    assert len(set(anchors)) == len(anchors)
    for name in ("md", "txt", "html", "json"):
        assert WRITERS[name].write(document, RENDER)


@given(comparisons())
@settings(max_examples=5, deadline=None)
def test_every_comparison_can_be_set_in_pages(comparison: Comparison) -> None:
    pdf, _ = set_pages(printed(REDLINE, comparison), PROFILE, to_sign=False)
    assert pdf.startswith(b"%PDF")


def test_the_printed_redline_is_fit_for_the_archive_and_for_everybody() -> None:
    pdf, _ = set_pages(printed(REDLINE, COMPARISON), PROFILE, to_sign=False)
    assert pdf_validator.breaches(pdf) == []


def test_the_printed_redline_says_what_it_is_and_how_it_is_read() -> None:
    document = printed(REDLINE, COMPARISON)
    assert document.running.left == "Jämförelse"
    assert document.identity.title.startswith("Jämförelse")
    first = document.sections[0]
    words = " ".join(" ".join(map(plain.text, walk.runs(block))) for block in first.blocks)
    assert "dubbelt understruken" in words
    assert "4\u00a0avsnitt med avgörande ändringar" in words


def test_a_long_table_of_changes_is_told_of_so_that_the_summary_is_one_page() -> None:
    document = printed(REDLINE, COMPARISON)
    _, layout = set_pages(document, PROFILE, to_sign=False)
    first, second = (section.anchor for section in document.sections[:2])
    assert layout.pages[second] - layout.pages[first] <= 1


def test_a_changed_foot_is_listed_in_the_printed_redline() -> None:
    headings = [plain.heading(section) for section in walk.sections(printed(REDLINE, COMPARISON))]
    assert headings[-4:] == ["Vid sidan av texten", "Sidfot", "Fotnot 1", "Kommentar Kim"]


def test_what_matters_most_is_below_the_cover_and_its_places_below_what_it_is_called() -> None:
    rows = tuple(
        TopRow(
            f"Ämne {number}", "ord " * 60, "andra ord " * 30, "4.0 Krav", "6.1", "saklig", "text"
        )
        for number in range(12)
    )
    printed_document = printed(REDLINE, replace(COMPARISON, top=rows))
    assert printed_document.contents is None
    (table,) = printed_document.sections[0].blocks
    assert isinstance(table, Table)
    assert [plain.text(cell) for cell in table.header] == ["Vad", "Förut", "Nu"]
    assert plain.text(table.rows[0][0]) == "Ämne 0\n4.0 Krav → 6.1"
    _, layout = set_pages(printed_document, PROFILE, to_sign=False)
    first, second = (section.anchor for section in printed_document.sections[:2])
    assert layout.pages[second] - layout.pages[first] <= 2
