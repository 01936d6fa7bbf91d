"""The report in Word: what was sent with every change tracked, who made it and what nobody did."""

from collections.abc import Callable

import pytest
from tests.takeback.taking import DOCUMENT, base, project
from tests.takeback.word_edits import W, WordFile

from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.revisions import CHANGES, TRACKED, Way, resolve
from avtalsgen.pipeline.takeback.sent_beside import SILENT, beside_what_was_sent
from avtalsgen.pipeline.takeback.takeback import taken_back
from avtalsgen.readers.docx.returned.reading import read_sheet
from avtalsgen.takeback.paper.lines import accepted


def _nothing(_: WordFile) -> None:
    pass


def _paged(file: WordFile) -> None:
    """Update the contents, as Word does."""
    for node in file.body.iter(f"{W}t"):
        node.text = "7" if node.text == "–" else node.text


def _one_of_each(file: WordFile) -> None:
    file.replace("605", "625")
    file.track("skriftlig", "muntlig", paragraph=file.paragraph("Uppsägningen ska vara"))
    file.replace("Parterna får skriftligen komma", "Beställaren får komma")
    for node in file.section("avgift"):
        file.body.remove(node)


def _beside(edit: Callable[[WordFile], None]) -> tuple[bytes, bytes]:
    file = WordFile(base(*DOCUMENT).file)
    edit(file)
    data = file.written()
    return data, beside_what_was_sent(project(), taken_back(project(), data, "anna.docx"))


def _body(data: bytes) -> list[str]:
    sheet = accepted(read_sheet(data))
    return [text for line in sheet.of("body") if (text := " ".join(line.text.split()))]


def _settled(data: bytes, way: Way) -> list[str]:
    package = Package(data)
    resolve(package.document(), way)
    package.refresh(package.main)
    return _body(package.written())


@pytest.mark.parametrize("edit", [_nothing, _paged, _one_of_each])
def test_rejected_it_says_what_was_sent_and_accepted_what_came_back(
    edit: Callable[[WordFile], None],
) -> None:
    data, made = _beside(edit)
    front = 7 if edit is _one_of_each else 0  # a title, what it is, a head and four changes
    assert _settled(made, "reject")[front:] == _body(base(*DOCUMENT).file)
    assert _settled(made, "accept")[front:] == _body(data)
    by = {m.get(f"{W}author") for m in Package(made).document().iter(*TRACKED)}
    assert by == ({SILENT, "Anna Alm"} if edit is _one_of_each else set())


def test_what_nobody_tracked_stands_first_on_a_page_of_its_own() -> None:
    _, made = _beside(_one_of_each)
    title, _, head, *rows = _body(made)[:7]
    assert title == "Inte spårade ändringar: 4"
    assert head.split() == ["Nr", "Ändring", "Var", "Rank"]
    assert [row.split()[:2] for row in rows] == [
        ["1", "avvikelse:"],
        ["2", "värde"],
        ["3", "struken:"],
        ["4", "avvikelse:"],
    ]
    first, second = Package(made).document().iter(f"{W}sectPr")
    assert first.find(f"{W}headerReference") is None
    assert second.find(f"{W}headerReference") is not None


def test_a_file_with_everything_tracked_has_no_such_page() -> None:
    _, made = _beside(lambda file: file.track("skriftlig", "muntlig"))
    assert _body(made)[0] == _body(base(*DOCUMENT).file)[0]


def test_looks_that_a_program_gave_the_whole_file_are_not_marked() -> None:
    def spaced(file: WordFile) -> None:
        for style in list(file.body.iter(f"{W}pStyle")):
            spacing = style.makeelement(f"{W}spacing", {f"{W}after": "77"})
            style.addnext(spacing)

    _, made = _beside(spaced)
    assert not [*Package(made).document().iter(*CHANGES)]
