"""What is told when a build does not say what the file says: nothing of it is left in silence."""

from tests.takeback.taking import DOCUMENT, base, project
from tests.takeback.word_edits import W, WordFile

from avtalsgen.pipeline.takeback.acceptance import AcceptOrder, accepted_files
from avtalsgen.pipeline.takeback.takeback import TakebackOf, taken_back
from avtalsgen.pipeline.takeback.unlike import unlike
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import read_project
from avtalsgen.readers.docx.returned.reading import read_sheet


def _notes(file: WordFile, *accepted: int) -> tuple[str, ...]:
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    every = frozenset(change.number for change in back.taken.result.changes)
    order = AcceptOrder(frozenset(accepted) or every, frozenset())
    return accepted_files(project(), back, order).notes


def test_what_is_computed_of_an_accepted_fact_is_told() -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.replace("605", "625")
    assert "2 Ersättning och volym: ”2 500” står i bygget, ”2 420” i filen" in _notes(file)


def test_a_place_where_the_file_has_the_old_value_is_told() -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.replace("inom familjerådgivning", "inom parsamtal")
    (note,) = _notes(file)
    assert note.endswith(": ”parsamtal” står i bygget, ”familjerådgivning” i filen")


def test_words_in_a_page_head_have_no_place_in_an_uppdrag_and_that_is_told() -> None:
    file = WordFile(base(*DOCUMENT).file)
    foot = next(name for name in file.parts if name.startswith("word/footer"))
    words = f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t>Gäller inte</w:t></w:r></w:p></w:ftr>'
    file.parts[foot] = file.parts[foot].replace(b"</w:ftr>", words.encode())
    assert _notes(file) == ("sidfot: ”Gäller inte” står i filen men inte i bygget",)


def test_hidden_words_in_a_page_foot_are_told_and_hidden_words_of_ours_are_struck() -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.look("inte röja", "vanish")
    foot = next(name for name in file.parts if name.startswith("word/footer"))
    words = (
        f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
        "<w:t>Gäller inte</w:t></w:r></w:p></w:ftr>"
    )
    file.parts[foot] = file.parts[foot].replace(b"</w:ftr>", words.encode())
    assert _notes(file) == ("sidfot: ”Gäller inte” står i filen men inte i bygget",)


def test_no_more_is_told_than_a_reader_takes_in() -> None:
    file = WordFile(base(*DOCUMENT).file)
    foot = next(name for name in file.parts if name.startswith("word/footer"))
    for number in range(12):
        words = f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t>Rad {number}</w:t></w:r></w:p></w:ftr>'
        file.parts[foot] = file.parts[foot].replace(b"</w:ftr>", words.encode())
    assert _notes(file)[-1] == "bygget skiljer sig från filen på 4 ställen till"


def test_a_section_that_a_build_has_and_the_file_has_not_is_told() -> None:
    """Also one that the file does not name among those that it was built with."""
    text = project().files.read("uppdrag/prov/2026.yaml").decode()
    more = text.replace("avgift@2026]", "avgift@2026, {rubrik: Vite, text: 2026/malgrupp.md}]")
    after = read_project(Overlay(project().files, {"uppdrag/prov/2026.yaml": more.encode()}))
    (note,) = unlike(after, TakebackOf.of(after, *DOCUMENT), read_sheet(base(*DOCUMENT).file))
    assert note.startswith("2.3 Vite: ”Vite")
    assert note.endswith("står i bygget men inte i filen")
