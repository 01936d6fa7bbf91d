"""Problems that nothing else in the tests meets, each by the command that a user meets it with."""

import json
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream
from tests import sample
from tests.cli.terminal import Terminal
from tests.read import read_pdf
from tests.readers.docx.making import file, p
from tests.readers.pdf.hostile import saying
from tests.redline.pairs import PAIRS

from avtalsgen.problems import Exit
from avtalsgen.writers.pdf.refusals import refused


def _edit(terminal: Terminal, name: str, old: str, new: str) -> None:
    path = terminal.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


BROKEN = {
    "PA01": ("clauses/parametrar.yaml", "  titel: {typ: text", "  titel: {typ: textt"),
    "RE01": ("clauses/register/rattskallor.yaml", "källa: SFS", "kalla: SFS"),
    "RE02": ("clauses/register/organisationer.yaml", "typ: enhet", "typ: enhet\n    del_av: ingen"),
    "YA03": ("clauses/profil/profil.yaml", "organisation: Exempels kommun", "- Exempels kommun"),
}


@pytest.mark.parametrize("code", BROKEN)
def test_what_lawyers_own_is_refused_at_its_line_and_nothing_is_built(
    terminal: Terminal, code: str
) -> None:
    name, old, new = BROKEN[code]
    _edit(terminal, name, old, new)
    said = terminal.run("avtalsgen build prov")
    assert said.code == Exit.DATA
    line = next(line for line in said.err.splitlines() if f" {code} " in line)
    assert line.startswith(f"{name}:")
    assert "Tips: " in said.err
    assert not (terminal.root / "output").exists()


def test_an_annex_too_large_to_read(terminal: Terminal) -> None:
    (terminal.root / "uppdrag/prov/stor.pdf").write_bytes(b"%PDF-1.7" + bytes(10_000_001))
    annex = "bilagor: [{titel: Taxa, fil: stor.pdf}]\n"
    _edit(terminal, "uppdrag/prov/1.yaml", "disposition:", f"{annex}disposition:")
    said = terminal.run("avtalsgen build prov --format pdf")
    assert said.code == Exit.DATA
    assert "BI12" in said.err


def test_a_document_too_large_to_compare(terminal: Terminal) -> None:
    with (terminal.root / "stor.txt").open("wb") as empty:
        empty.truncate(50_000_001)
    said = terminal.run("avtalsgen diff stor.txt prov@1")
    assert (said.code, "DO02" in said.err) == (Exit.DATA, True)


def test_a_word_file_that_says_no_uppdrag_is_not_traced(terminal: Terminal) -> None:
    (terminal.root / "annan.docx").write_bytes(file(p("Ett avtal.")))
    said = terminal.run('avtalsgen trace annan.docx "avtal"')
    assert (said.code, "ID01" in said.err) == (Exit.DATA, True)


def test_a_wrong_command_line_has_a_code_in_the_answer(terminal: Terminal) -> None:
    said = terminal.run("avtalsgen build --json --finns-inte")
    (problem,) = json.loads(said.out)["problems"]
    assert (said.code, problem["code"]) == (Exit.USAGE, "KO01")


def test_an_uppdrag_that_is_not_ready_is_compared_with_a_warning(terminal: Terminal) -> None:
    unready = terminal.root / "uppdrag/prov/2.yaml"
    unready.write_text(
        (terminal.root / "uppdrag/prov/1.yaml")
        .read_text(encoding="utf-8")
        .replace("dnr: SN 2026-1\n", ""),
        encoding="utf-8",
    )
    said = terminal.run("avtalsgen diff prov@1 prov@2")
    assert said.code == Exit.LOOK
    assert "JF22" in said.err


def test_what_changed_beside_the_text_is_listed_with_the_word_redline(terminal: Terminal) -> None:
    for name, data in zip(("a.docx", "b.docx"), PAIRS["header_text_changed"](), strict=True):
        (terminal.root / name).write_bytes(data)
    said = terminal.run("avtalsgen diff a.docx b.docx --format docx --out ut.docx")
    assert (said.code, "JF21" in said.err) == (Exit.LOOK, True)


def test_pictures_of_a_pdf_with_tags_are_told_of() -> None:
    done = BytesIO()
    with pikepdf.open(BytesIO(saying("Ett avtal med en bild."))) as tags:
        page = tags.pages[0]
        shown = page.Contents.read_bytes()
        page.Contents = Stream(tags, b"/P <</MCID 0>> BDC " + shown + b" EMC")
        text = tags.make_indirect(Dictionary(S=Name.P, Pg=page.obj, K=0))
        picture = tags.make_indirect(Dictionary(S=Name.Figure, Pg=page.obj))
        root = Dictionary(Type=Name.StructTreeRoot, K=Array([text, picture]))
        tags.Root.StructTreeRoot = root
        tags.save(done)
    reading = read_pdf(done.getvalue(), "avtal.pdf")
    assert "PF07" in [problem.code for problem in reading.problems]


def test_a_list_that_somebody_else_wrote_is_not_overwritten(terminal: Terminal) -> None:
    mine = terminal.root / "lista.html"
    mine.write_text("min egen", encoding="utf-8")
    said = terminal.run("avtalsgen list --matrix --format html --out lista.html")
    assert (said.code, "PO01" in said.err) == (Exit.CONFLICT, True)
    assert mine.read_text(encoding="utf-8") == "min egen"


def test_what_the_engine_says_that_nobody_foresaw_is_our_own_fault() -> None:
    (problem,) = refused(["something new"], sample.document()).problems
    assert (problem.code, problem.exit) == ("PD09", Exit.OURS)


def test_a_word_redline_of_files_without_sections_is_told_to_be_coarser(terminal: Terminal) -> None:
    folder = Path(__file__).parents[1] / "redline" / "same_moves"
    for name, data in zip(("a.docx", "b.docx"), PAIRS["all_text_added"](), strict=True):
        (terminal.root / name).write_bytes(data)
    said = terminal.run("avtalsgen diff a.docx b.docx --format docx --out ut.docx")
    assert "JF11" in said.err
    for name in ("old", "new"):
        (terminal.root / f"{name}.docx").write_bytes((folder / f"renamed-{name}.docx").read_bytes())
    said = terminal.run("avtalsgen diff old.docx new.docx --format docx --out ut2.docx")
    assert (said.code, "JF11" in said.err) == (Exit.LOOK, False)
