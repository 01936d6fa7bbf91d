"""A file that came back after the workspace moved on: both kinds of changes stand, or clash."""

from collections.abc import Callable, Mapping

import pytest
from tests.takeback.taking import DOCUMENT, base, project
from tests.takeback.word_edits import ANNA, WordFile

from avtalsgen.model import plain
from avtalsgen.model.returned.changes import MOVED_ON, ReturnedChange
from avtalsgen.model.walk import runs, sections
from avtalsgen.pipeline.takeback.acceptance import AcceptOrder, accepted_files
from avtalsgen.pipeline.takeback.takeback import taken_back
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import Project, read_project
from avtalsgen.problems import AvtalsgenError

YAML = "uppdrag/prov/2026.yaml"
TEXT = "uppdrag/prov/2026/malgrupp.md"
Edit = Callable[[WordFile], object]


def moved_on(file: str, *pairs: tuple[str, str]) -> Project:
    """Return the workspace when somebody changed words of a file in it."""
    text = project().files.read(file).decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return read_project(Overlay(project().files, {file: text.encode()}))


def told(after: Project, edit: Edit) -> tuple[ReturnedChange, ...]:
    """Return what is told of a file that was built before the workspace moved on."""
    return taken_back(after, edited(edit), "prov.docx").taken.result.changes


def edited(edit: Edit) -> bytes:
    """Return a file that was built before the workspace moved on, edited."""
    file = WordFile(base(*DOCUMENT).file)
    edit(file)
    return file.written()


def printed(after: Project, edit: Edit) -> Mapping[str, str]:
    """Return what each section says when every change has been accepted."""
    back = taken_back(after, edited(edit), "prov.docx")
    numbers = frozenset(change.number for change in back.taken.result.changes)
    made = accepted_files(after, back, AcceptOrder(numbers, frozenset()))
    document, _ = document_of(read_project(Overlay(after.files, made.files)), *DOCUMENT)
    return {
        section.anchor: " ".join(plain.text(c) for b in section.blocks for c in runs(b))
        for section in sections(document)
    }


def both(file: WordFile) -> None:
    """Take out and put in words in the text of the uppdrag, one tracked and one not."""
    file.replace("få samtal", "få enskilda samtal", file.paragraph("ensam part"))
    file.track("begär det", "ber om det", ANNA, file.paragraph("erbjuds den som"))


def test_words_changed_here_and_there_in_one_section_both_stand() -> None:
    after = moved_on(TEXT, ("svårigheter", "problem"), ("undantagsvis ", ""))
    assert [(str(c.new).strip(), c.tracked) for c in told(after, both)] == [
        ("enskilda", False),
        ("ber om", True),
    ]
    text = printed(after, both)["malgrupp"]
    for words in ("bearbeta problem i", "få enskilda samtal", "som ber om det", "får utföraren ta"):
        assert words in text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_fact_that_moved_on_and_words_beside_it_both_stand() -> None:
    after = moved_on(YAML, ("uppsägning: 12 månader", "uppsägning: 6 månader"))

    def edit(file: WordFile) -> None:
        file.replace("skriftlig", "muntlig", file.paragraph("Uppsägningen ska vara"))

    (change,) = told(after, edit)
    assert (change.kind, change.new, change.conflict) == ("avvikelse", "muntlig", ())
    text = printed(after, edit)["tid"]
    assert "ska vara muntlig" in text
    assert "sex månader" in text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("tracked", [False, True])
def test_the_same_words_changed_on_both_sides_are_a_conflict_and_nothing_is_written(
    tracked: bool,
) -> None:
    after = moved_on(TEXT, ("få samtal", "få råd"))

    def edit(file: WordFile) -> None:
        line = file.paragraph("ensam part")
        if tracked:
            file.track("samtal", "stöd", ANNA, line)
        else:
            file.replace("samtal", "stöd", line)

    (change,) = told(after, edit)
    assert (change.new, change.conflict) == ("stöd", (MOVED_ON,))
    with pytest.raises(AvtalsgenError) as raised:
        printed(after, edit)
    assert raised.value.problems[0].code == "TB09"


def test_a_fact_changed_on_both_sides_is_a_conflict() -> None:
    after = moved_on(YAML, ("uppsägning: 12 månader", "uppsägning: 6 månader"))
    (change,) = told(after, lambda file: file.replace("tolv månader", "nio månader"))
    assert (change.path, MOVED_ON in change.conflict) == ("tid.uppsägning", True)


def test_what_is_ours_alone_is_no_change_of_theirs() -> None:
    after = moved_on(TEXT, ("svårigheter", "problem"), ("Också en ensam part i relationen", "En"))
    assert told(after, lambda _: None) == ()


def test_a_title_of_ours_on_the_cover_is_no_change_of_theirs() -> None:
    after = moved_on(YAML, ("titel: Familjerådgivning (EXEMPEL)", "titel: Samtalsstöd"))
    assert told(after, lambda _: None) == ()

    def retitled(file: WordFile) -> None:
        file.replace("Familjerådgivning (EXEMPEL)", "Parsamtal")

    (change,) = told(after, retitled)
    assert (change.path, change.new) == ("titel", "Parsamtal")
    assert MOVED_ON in change.conflict


def test_a_party_of_ours_on_the_cover_is_no_change_of_theirs() -> None:
    after = moved_on(YAML, ("organ: leanlink-ros\n    nämnd", "organ: linkoping-sof\n    nämnd"))
    assert told(after, lambda _: None) == ()


@pytest.mark.parametrize("tracked", [False, True])
def test_a_section_struck_since_that_they_changed_is_told_as_theirs(tracked: bool) -> None:
    after = moved_on(YAML, ("[prisjustering@2026, avgift@2026]", "[prisjustering@2026]"))

    def edit(file: WordFile) -> None:
        line = file.paragraph("Avgifterna tillfaller")
        if tracked:
            file.track("varje månad", "varje vecka", ANNA, line)
        else:
            file.replace("varje månad", "varje vecka", line)

    assert told(after, lambda _: None) == ()
    (change,) = told(after, edit)
    assert change.kind == "ny"
    assert "struket i uppdraget" in change.hint


STRUCK = "[prisjustering@2026, avgift@2026]", "[prisjustering@2026]"
ADDED = "avgift@2026]", "avgift@2026, {rubrik: Vite, text: 2026/malgrupp.md}]"


def _word(file: WordFile) -> None:
    file.replace("första hand", "sista hand")


def _tracked_word(file: WordFile) -> None:
    file.track("första hand", "sista hand")


@pytest.mark.parametrize("edit", [_word, _tracked_word])
@pytest.mark.parametrize(("pair", "avgift", "vite"), [(STRUCK, 0, 0), (ADDED, 1, 1)])
def test_sections_struck_and_put_in_here_since_stay_so_when_their_words_are_accepted(
    pair: tuple[str, str], avgift: int, vite: int, edit: Edit
) -> None:
    after = moved_on(YAML, pair)
    assert told(after, lambda _: None) == ()
    assert [change.section for change in told(after, edit)] == ["5.3 Tvist"]
    sections_ = printed(after, edit)
    assert ("avgift" in sections_, "vite" in sections_) == (bool(avgift), bool(vite))
    assert "i sista hand" in sections_["tvist"]


def test_what_they_put_in_below_a_section_struck_since_is_told() -> None:
    def edit(file: WordFile) -> None:
        last = file.section("avgift")[-1]
        last.addnext(file.new("Högst tusen kronor."))
        last.addnext(file.new("Tak", "Rubrik3"))

    (change,) = told(moved_on(YAML, STRUCK), edit)
    assert (change.kind, change.new) == ("ny", "Tak\nHögst tusen kronor.")
    assert list(printed(moved_on(YAML, STRUCK), edit)).count("avgift") == 0


def test_what_they_struck_is_told_though_something_was_put_in_here_since() -> None:
    def edit(file: WordFile) -> None:
        for node in file.section("avgift"):
            file.body.remove(node)

    (change,) = told(moved_on(YAML, ADDED), edit)
    assert (change.kind, change.anchor) == ("struken", "avgift")
    assert "vite" in printed(moved_on(YAML, ADDED), edit)


def test_a_heading_of_ours_is_no_change_of_theirs() -> None:
    after = moved_on(YAML, ("rubrik: Målgrupp", "rubrik: Vilka som får stöd"))
    assert told(after, lambda _: None) == ()
    (change,) = told(after, lambda file: file.replace("få samtal", "få råd"))
    assert (change.section, change.new) == ("3.1 Vilka som får stöd", "råd")
    sections_ = printed(after, lambda file: file.replace("få samtal", "få råd"))
    assert "få råd" in sections_["vilka-som-far-stod"]


SWAPPED = "[prisjustering@2026, avgift@2026]", "[avgift@2026, prisjustering@2026]"


def test_what_was_moved_here_since_is_no_move_of_theirs() -> None:
    after = moved_on(YAML, SWAPPED)
    assert told(after, lambda _: None) == ()
    (change,) = told(after, lambda file: file.replace("första hand", "sista hand"))
    assert change.section == "5.3 Tvist"
    assert list(printed(after, lambda file: file.replace("första hand", "sista hand"))) == [
        section.anchor for section in sections(document_of(after, *DOCUMENT)[0])
    ]


def test_a_move_of_theirs_stands_though_the_words_were_changed_here() -> None:
    after = moved_on(TEXT, ("få samtal", "få råd"))

    def edit(file: WordFile) -> None:
        for node in file.section("malgrupp"):
            file.section("dokumentation")[0].addprevious(node)

    (change,) = told(after, edit)
    assert (change.kind, change.section) == ("flyttad", "3.1 Målgrupp")
    assert "få råd" in printed(after, edit)["malgrupp"]


def test_a_file_that_has_lost_what_was_built_tells_ours_as_theirs_and_says_so() -> None:
    after = moved_on(TEXT, ("ensam part", "ensam make"))
    file = edited(lambda file: file.without_properties())
    result = taken_back(after, file, "prov.docx").taken.result
    assert [(change.old, change.new) for change in result.changes] == [("make", "part")]
    assert "det som är ändrat i uppdraget sedan filen byggdes visas som filens" in result.notes
    assert told(after, lambda _: None) == ()
