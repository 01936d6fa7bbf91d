"""Annexes and attached facts on their way from an uppdrag to its PDF."""

import os
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from tests import pdf_validator
from tests.workspace import WHOLE, project
from tests.writers.pdf.annexes_by_hand import tagged

from avtalsgen.pipeline.build.build import build
from avtalsgen.pipeline.build.order import BuildOrder, Result
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.problems import Exit, Problem, Severity
from avtalsgen.readers.pdf.ours import printed_text as pdf_text

MAIN = "uppdrag/prov/1.yaml"
OTHER = "uppdrag/taxa/1.yaml"
TAXA = WHOLE[MAIN].replace("titel: Prov", "titel: Taxa")
Files = dict[str, str | bytes]


def _with(*appendices: str, main: str = WHOLE[MAIN]) -> str:
    return main + "bilagor:\n" + "".join(f"  - {{{each}}}\n" for each in appendices)


def _build(files: Files, folder: Path, **how: object) -> Result:
    order = BuildOrder("prov", "1", ("pdf",), folder, **how)  # type: ignore[arg-type]
    return build(project(files), order)


def _pdf(files: Files, folder: Path, **how: object) -> bytes:
    result = _build(files, folder, **how)
    assert result.problems == ()
    return result.files[0].read_bytes()


def _problem(files: Files, folder: Path) -> Problem:
    result = _build(files, folder)
    assert result.status == "failed"
    assert not list(folder.rglob("*.*"))
    (problem,) = result.problems
    return problem


def test_a_file_and_an_uppdrag_follow_in_the_order_of_the_list(tmp_path: Path) -> None:
    appendices = _with("titel: Egen, fil: a.pdf", "titel: Lista", "titel: Taxa, uppdrag: taxa@1")
    files: Files = {MAIN: appendices, OTHER: TAXA, "uppdrag/prov/a.pdf": tagged()}
    pdf = _pdf(files, tmp_path)
    assert pdf_validator.breaches(pdf) == []
    words = pdf_text.words(pdf)
    assert words[-len(pdf_text.words(_alone(tmp_path))) :] == pdf_text.words(_alone(tmp_path))
    with pypdfium2.PdfDocument(pdf) as file:
        titles = [mark.get_title() for mark in file.get_toc() if mark.level == 0]
        labels = [file.get_page_label(number) for number in range(len(file))]
    assert titles[-2:] == ["Bilaga 1: Egen", "Bilaga 3: Taxa"]
    assert [label for label in labels if label.endswith(":1")] == ["Bilaga 1:1", "Bilaga 3:1"]


def _alone(folder: Path) -> bytes:
    order = BuildOrder("taxa", "1", ("pdf",), folder)
    return build(project({OTHER: TAXA}), order).files[0].read_bytes()


def test_the_main_part_counts_its_own_pages(tmp_path: Path) -> None:
    files: Files = {MAIN: _with("titel: Egen, fil: a.pdf"), "uppdrag/prov/a.pdf": tagged()}
    with pypdfium2.PdfDocument(_pdf(files, tmp_path)) as file:
        pages = [page.get_textpage().get_text_range() for page in file]
    assert f"({len(pages) - 2})" in pages[1]


def test_an_annex_is_built_again_only_when_it_changes(tmp_path: Path) -> None:
    files: Files = {MAIN: _with("titel: Egen, fil: a.pdf"), "uppdrag/prov/a.pdf": tagged()}
    assert [_build(files, tmp_path).status for _ in range(2)] == ["built", "unchanged"]
    files["uppdrag/prov/a.pdf"] = _alone(tmp_path)
    assert _build(files, tmp_path).status == "built"
    files[MAIN] = _with("titel: Annan, fil: a.pdf")
    assert _build(files, tmp_path).status == "built"


def test_an_uppdrag_that_is_an_annex_is_built_again_when_its_facts_change(tmp_path: Path) -> None:
    files: Files = {MAIN: _with("titel: Taxa, uppdrag: taxa@1"), OTHER: TAXA}
    assert [_build(files, tmp_path).status for _ in range(2)] == ["built", "unchanged"]
    files[OTHER] = TAXA.replace("605", "700")
    assert _build(files, tmp_path).status == "built"


def test_other_formats_only_name_the_annexes(tmp_path: Path) -> None:
    files: Files = {MAIN: _with("titel: Egen, fil: a.pdf"), "uppdrag/prov/a.pdf": b"ingen PDF"}
    result = build(project(files), BuildOrder("prov", "1", ("txt",), tmp_path))
    assert result.problems == ()
    assert "Egen" in result.files[0].read_text(encoding="utf-8")


def test_a_problem_stands_at_the_line_of_the_annex(tmp_path: Path) -> None:
    files: Files = {MAIN: _with("titel: Egen, fil: a.pdf"), "uppdrag/prov/a.pdf": b"ingen PDF"}
    problem = _problem(files, tmp_path)
    assert (problem.code, problem.exit) == ("BI01", Exit.DATA)
    line = _with("").splitlines().index("bilagor:") + 2
    assert str(problem.origin) == f"{MAIN}:{line}:5"


def test_a_file_that_is_missing_is_told_of_once(tmp_path: Path) -> None:
    assert _problem({MAIN: _with("titel: Egen, fil: a.pdf")}, tmp_path).code == "FI01"


@pytest.mark.parametrize(
    ("appendix", "code"),
    [
        ("titel: Taxa, uppdrag: borta@1", "UP01"),
        ("titel: Taxa, uppdrag: taxa@9", "UP02"),
        ("titel: Taxa, uppdrag: prov@1", "BI11"),
        ("titel: Taxa, uppdrag: taxa@1, fil: a.pdf", "UP03"),
        ("titel: Taxa, fil: a.pdf, arkivformat: kanske", "UP03"),
    ],
)
def test_an_annex_that_cannot_be(appendix: str, code: str, tmp_path: Path) -> None:
    files: Files = {MAIN: _with(appendix), OTHER: TAXA, "uppdrag/prov/a.pdf": tagged()}
    problem = _problem(files, tmp_path)
    assert problem.code == code
    assert problem.origin is not None
    assert problem.hint


def test_an_uppdrag_is_not_an_annex_of_its_own_annex(tmp_path: Path) -> None:
    back = _with("titel: Prov, uppdrag: prov@1", main=TAXA)
    problem = _problem({MAIN: _with("titel: Taxa, uppdrag: taxa@1"), OTHER: back}, tmp_path)
    assert problem.code == "BI11"
    assert "prov@1 → taxa@1 → prov@1" in problem.message


def test_what_an_annex_lacks_is_lacking(tmp_path: Path) -> None:
    lacking = TAXA.replace("dnr: SN 2026-1\n", "")
    problem = _problem({MAIN: _with("titel: Taxa, uppdrag: taxa@1"), OTHER: lacking}, tmp_path)
    assert (problem.code, str(problem.origin)) == ("FA05", f"{OTHER}:1:1")


def test_an_annex_that_is_no_archive_is_a_warning_when_somebody_has_said_so(tmp_path: Path) -> None:
    appendix = "titel: Egen, fil: a.pdf, arkivformat: nej"
    files: Files = {MAIN: _with(appendix), "uppdrag/prov/a.pdf": tagged()}
    result = _build(files, tmp_path)
    (problem,) = result.problems
    assert (problem.code, problem.severity) == ("BI10", Severity.WARNING)
    assert b"pdfaid:part" not in result.files[0].read_bytes()


def test_the_facts_go_along_byte_for_byte(tmp_path: Path) -> None:
    text = "\ufeff" + WHOLE[MAIN].replace("\n", "\r\n").replace(
        "disposition: [", "disposition: [{rubrik: Eget, text: 1/eget.md}, "
    )
    files: Files = {MAIN: text, "uppdrag/prov/1/eget.md": "Vår egen text."}
    pdf = _pdf(files, tmp_path, attach_facts=True)
    with pypdfium2.PdfDocument(pdf) as file:
        attached = [file.get_attachment(number) for number in range(file.count_attachments())]
        found = {each.get_name(): bytes(each.get_data()) for each in attached}
    assert set(found) == {"prov--1.json", "prov--1.yaml", "prov--1--eget.md"}
    assert found["prov--1.yaml"] == text.encode()
    assert found["prov--1--eget.md"] == b"V\xc3\xa5r egen text."
    assert b'"avtalsgen.document/1"' in found["prov--1.json"]


def test_facts_are_attached_only_when_asked_for(tmp_path: Path) -> None:
    assert _build({}, tmp_path).status == "built"
    result = _build({}, tmp_path, attach_facts=True)
    assert result.status == "built"
    assert b"/AF" in result.files[0].read_bytes()
    result = _build({}, tmp_path)
    assert result.status == "built"
    assert b"/AF" not in result.files[0].read_bytes()


def _on_disk(root: Path, appendix: str) -> Result:
    for path, text in WHOLE.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    (root / MAIN).write_text(_with(f"titel: Karta, fil: {appendix}"), encoding="utf-8")
    return build(open_project(root), BuildOrder("prov", "1", ("pdf", "docx"), root / "output"))


def _link(place: Path) -> None:
    (place.parents[2] / "utanfor.pdf").write_bytes(tagged())
    place.symlink_to("../../../utanfor.pdf")


def _link_on_the_way(place: Path) -> None:
    outside = place.parents[4] / "utanfor"
    outside.mkdir()
    (outside / "karta.pdf").write_bytes(tagged())
    place.parent.symlink_to(outside, target_is_directory=True)


@pytest.mark.parametrize(
    ("appendix", "put", "code"),
    [
        ("karta.pdf", Path.mkdir, "FI02"),
        ("karta.pdf", os.mkfifo, "FI02"),
        ("karta.pdf", lambda place: place.symlink_to("/dev/null"), "FI02"),
        ("karta.pdf", lambda place: place.symlink_to("karta.pdf"), "FI02"),
        ("karta.pdf", lambda place: place.symlink_to("borta.pdf"), "FI01"),
        ("karta.pdf", _link, "FI02"),
        ("mapp/karta.pdf", _link_on_the_way, "FI02"),
        ("../../../utanfor.pdf", lambda place: place.write_bytes(tagged()), "FI02"),
        ("karta.pdf", lambda _: None, "FI01"),
    ],
)
def test_an_annex_that_cannot_be_taken_stops_the_build(
    tmp_path: Path, appendix: str, put: Callable[[Path], object], code: str
) -> None:
    root = tmp_path / "arbetsyta"
    (root / "uppdrag/prov").mkdir(parents=True)
    put(root / "uppdrag/prov" / appendix)
    result = _on_disk(root, appendix)
    assert (result.status, [problem.code for problem in result.problems]) == ("failed", [code])
    assert result.problems[0].origin is not None
    assert str(result.problems[0].origin).startswith(f"{MAIN}:")
    assert not (root / "output").exists()


def test_letters_that_the_font_lacks_are_told_once_each_with_their_place(tmp_path: Path) -> None:
    text = "Ansvarig är Ayşe Şahin, Đorđe Čović, Ștefan Țepeș; čáhppes, ŋ, ŧ. Киев, → ≤ ½ • m² ‑ €."
    files: Files = {**WHOLE, MAIN: WHOLE[MAIN].replace("titel: Prov", f"titel: {text}")}
    result = _build(files, tmp_path)
    told = [problem for problem in result.problems if problem.code == "PD06"]
    assert told == []  # Lato has the Cyrillic letters too, arrows and signs of reckoning
    others = "ℵא♥✓☐①⚠"
    with_others = {**files, MAIN: WHOLE[MAIN].replace("titel: Prov", f"titel: Prov {others}")}
    result = _build(with_others, tmp_path)
    told = [problem for problem in result.problems if problem.code == "PD06"]
    assert {sign for sign in "ℵא♥✓☐⚠" if any(sign in each.message for each in told)} == {*"ℵא♥✓☐⚠"}
    assert [str(problem.origin).partition(":")[0] for problem in told] == [MAIN] * 6
