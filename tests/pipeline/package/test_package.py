"""A package: what is in it, what it is guarded by, and what is told to the diarium."""

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from tests import pdf_validator
from tests.assemble.letters import LETTERS, MEMO, NEW, OLD, swapped
from tests.workspace import WHOLE, project
from tests.writers.docx import reading

from avtalsgen.pipeline.build.order import BuildOrder, Result
from avtalsgen.pipeline.build.prepared import deliver
from avtalsgen.pipeline.package.package import prepare_package
from avtalsgen.pipeline.workspace.changes import Changes
from avtalsgen.problems import AvtalsgenError, Exit, Problem, Severity
from avtalsgen.readers.pdf.ours import printed_text as pdf_text

KNOWN = """\
diarieföring: {ärendemening: Prov}
sekretess: {gäller: nej}
"""
PARAMETERS = "clauses/parametrar.yaml"
SHELL = "clauses/profil/mall.docx"
FILES: dict[str, str | bytes] = {
    **LETTERS,
    SHELL: (Path(__file__).parents[3] / SHELL).read_bytes(),
    "clauses/dokumenttyper/tjansteskrivelse/1.yaml": LETTERS[
        "clauses/dokumenttyper/skrivelse/1.yaml"
    ],
}
WRITTEN = LETTERS[MEMO].replace("skrivelse@1", "tjansteskrivelse@1") + KNOWN
FILES[MEMO] = WRITTEN
STEMS = ("prov-2-skrivelse", "prov-2", "prov-2-andringar", "namndpaket")


def _build(folder: Path, name: str = "prov@2", **how: Any) -> Result:
    files = {**FILES, **how.pop("changed", {})}
    slug, _, edition = name.partition("@")
    order = BuildOrder(slug, edition, ("docx", "pdf"), folder, package=True, **how)
    whole = project(files)
    try:
        return deliver(prepare_package(whole, order), order, whole.place)
    except AvtalsgenError as error:
        return Result(slug, edition, "failed", (), error.problems)


def _records(folder: Path) -> list[dict[str, Any]]:
    (path,) = folder.rglob("diarium.json")
    found = json.loads(path.read_text(encoding="utf-8"))
    assert found["schema"] == "avtalsgen.diarium/1"
    records: list[dict[str, Any]] = found["handlingar"]
    return records


def test_a_package_has_everything_and_is_beside_the_memo(tmp_path: Path) -> None:
    result = _build(tmp_path)
    assert (result.status, result.problems) == ("built", ())
    names = [path.relative_to(tmp_path).as_posix() for path in result.files]
    at = "prov/2-skrivelse/namndpaket"
    assert names == [
        *(f"{at}/{stem}.{kind}" for stem in STEMS[:3] for kind in ("docx", "pdf")),
        *(f"{at}/{name}" for name in ("namndpaket.pdf", "diarium.json", "diarium.csv")),
    ]
    assert all(path.stat().st_size for path in result.files)


def test_the_memo_and_its_uppdrag_give_the_same_package(tmp_path: Path) -> None:
    for folder, name in ((tmp_path / "a", "prov@2"), (tmp_path / "b", "prov@2-skrivelse")):
        assert _build(folder, name).status == "built"
    first, second = (
        {path.name: path.read_bytes() for path in sorted(folder.rglob("*.*"))}
        for folder in (tmp_path / "a", tmp_path / "b")
    )
    assert first == second
    assert len(first) == 10


def test_the_whole_is_the_memo_and_the_uppdrag_in_one_file_for_everyone(tmp_path: Path) -> None:
    pdfs = {
        path.stem: path.read_bytes() for path in _build(tmp_path).files if path.suffix == ".pdf"
    }
    assert pdf_validator.breaches(pdfs["namndpaket"]) == []
    words = [pdf_text.words(pdfs[stem]) for stem in STEMS]
    assert words[3] == [*words[0], *words[1], *words[2]]
    with pypdfium2.PdfDocument(pdfs["namndpaket"]) as file:
        titles = [mark.get_title() for mark in file.get_toc() if mark.level == 0]
        labels = [file.get_page_label(number) for number in range(len(file))]
    assert titles[-2:] == ["Bilaga 1: Uppdrag Prov", "Bilaga 2: Jämförelse – Uppdrag Prov"]
    assert labels[0] == "1"
    assert {"Bilaga 1:1", "Bilaga 2:1"} <= set(labels)


def test_the_memo_s_own_annexes_come_first_and_are_not_doubled(tmp_path: Path) -> None:
    listed = (
        WRITTEN.replace("ersätter: prov@1\n", "")
        + "bilagor: [{titel: Uppdraget, uppdrag: prov@2}, {titel: Karta}]\n"
    )
    assert _build(tmp_path, changed={MEMO: listed}).status == "built"
    (path,) = tmp_path.rglob("namndpaket.pdf")
    with pypdfium2.PdfDocument(path) as file:
        titles = [mark.get_title() for mark in file.get_toc() if mark.level == 0]
    assert [title for title in titles if title.startswith("Bilaga ")] == ["Bilaga 1: Uppdraget"]


def test_a_second_build_writes_nothing_and_an_edit_is_kept(tmp_path: Path) -> None:
    assert [_build(tmp_path).status for _ in range(2)] == ["built", "unchanged"]
    (memo,) = tmp_path.rglob("prov-2-skrivelse.docx")
    memo.write_bytes(b"mina ord")
    result = _build(tmp_path)
    (problem,) = result.problems
    assert (result.status, problem.code, problem.exit) == ("failed", "BY01", Exit.CONFLICT)
    assert memo.read_bytes() == b"mina ord"
    assert _build(tmp_path, force=True).status == "built"
    assert memo.read_bytes() != b"mina ord"


def test_a_package_is_built_again_when_a_fact_of_any_part_changes(tmp_path: Path) -> None:
    assert _build(tmp_path).status == "built"
    assert _build(tmp_path, changed=swapped(NEW, "700", "800")).status == "built"
    late = {MEMO: WRITTEN.replace("ärendemening: Prov", "ärendemening: Annat")}
    assert _build(tmp_path, changed=late).status == "built"
    assert _records(tmp_path)[0]["ärendemening"] == "Annat"


@pytest.mark.parametrize(
    ("name", "changed", "code", "exit_"),
    [
        ("prov@1", {}, "PK01", Exit.NOT_FOUND),
        ("prov@9", {}, "UP02", Exit.NOT_FOUND),
        ("prov@2", {"uppdrag/prov/3-skrivelse.yaml": WRITTEN}, "PK02", Exit.NOT_FOUND),
        ("prov@2-skrivelse", {MEMO: WRITTEN.replace("prov@2", "prov@8")}, "UP02", Exit.DATA),
        ("prov@2", {NEW: LETTERS[NEW].replace("titel: Prov\n", "")}, "FA05", Exit.DATA),
        ("prov@2", {MEMO: WRITTEN + "dnr: SN 1\n"}, "UP09", Exit.DATA),
    ],
)
def test_a_package_that_cannot_be_leaves_nothing_behind(
    tmp_path: Path, name: str, changed: dict[str, str], code: str, exit_: Exit
) -> None:
    result = _build(tmp_path, name, changed=changed)
    assert result.status == "failed"
    assert code in {problem.code for problem in result.problems}
    assert {problem.exit for problem in result.problems if problem.code == code} == {exit_}
    assert all(problem.hint for problem in result.problems)
    assert not list(tmp_path.rglob("*.*"))


def test_a_file_that_cannot_be_read_is_no_business_of_another_s_package(tmp_path: Path) -> None:
    assert _build(tmp_path, changed={"uppdrag/prov/0.yaml": "typ: [\n"}).status == "built"


def test_a_draft_shows_what_is_missing_and_says_so_in_its_names(tmp_path: Path) -> None:
    lacking = {NEW: LETTERS[NEW].replace("dnr: SN 2026-2\n", "")}
    assert _build(tmp_path, changed=lacking).status == "failed"
    result = _build(tmp_path, changed=lacking, draft=True)
    assert result.status == "built"
    assert all("-utkast" in path.name for path in result.files)


def test_the_record_has_the_eighteen_fields_of_each_document(tmp_path: Path) -> None:
    assert _build(tmp_path).status == "built"
    records = _records(tmp_path)
    assert [each["handlingstyp"] for each in records] == [
        *("Skrivelse", "Uppdrag", "Jämförelse – Uppdrag", "Nämndpaket")
    ]
    for each in records:
        assert len(each) == 18 + 1
        assert each["diarienummer"] == "SN 2026-2"
        assert "informationsklass" in each
        assert "klassificeringskod" in each["klassificering"]
    assert records[1]["relationer"] == [
        {"typ": "bilaga till", "handling": "prov@2-skrivelse"},
        {"typ": "ersätter", "handling": "prov@1"},
    ]


def test_the_checksums_are_those_of_the_files(tmp_path: Path) -> None:
    written = {path.name: path for path in _build(tmp_path).files}
    found = {
        file["filnamn"]: file["sha256"] for each in _records(tmp_path) for file in each["filer"]
    }
    assert len(found) == 7
    for name, sha256 in found.items():
        assert hashlib.sha256(written[name].read_bytes()).hexdigest() == sha256


def test_the_table_says_what_the_json_says(tmp_path: Path) -> None:
    assert _build(tmp_path).status == "built"
    (path,) = tmp_path.rglob("diarium.csv")
    text = path.read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    records = _records(tmp_path)
    assert [row["titel"] for row in rows] == [each["titel"] for each in records]
    assert [row["handling_id"] for row in rows] == [each["handling"]["id"] for each in records]
    assert [row["filer_sha256"].split(" | ") for row in rows] == [
        [file["sha256"] for file in each["filer"]] for each in records
    ]
    assert text.endswith("\r\n")


def test_what_a_diarium_needs_and_nobody_says_is_a_warning(tmp_path: Path) -> None:
    result = _build(tmp_path, changed={MEMO: WRITTEN.replace(KNOWN, "")})
    assert result.status == "built"
    assert [problem.code for problem in result.problems] == ["DR01", "DR01"]
    assert _records(tmp_path)[0]["sekretess"]["gäller"] is None


def test_a_tillagg_is_an_addition_to_its_base_in_the_record(tmp_path: Path) -> None:
    addition = LETTERS[NEW] + "tillägg: {till: prov@1}\n"
    assert _build(tmp_path, changed={NEW: addition}).status == "built"
    assert {"typ": "tillägg till", "handling": "prov@1"} in _records(tmp_path)[1]["relationer"]


def test_what_is_sent_by_whom_to_whom(tmp_path: Path) -> None:
    assert _build(tmp_path).status == "built"
    uppdrag = _records(tmp_path)[1]["aktörer"]
    assert uppdrag["avsändare"] == "Socialnämnden"
    assert uppdrag["mottagare"] == "Stödenheten"


@pytest.mark.parametrize("title", ["=1+1", "+46", "-5", "@sum"])
def test_a_text_is_never_a_formula_to_a_spreadsheet(tmp_path: Path, title: str) -> None:
    matter = WRITTEN.replace("ärendemening: Prov", f'ärendemening: "{title}"')
    assert _build(tmp_path, changed={MEMO: matter}).status == "built"
    (path,) = tmp_path.rglob("diarium.csv")
    rows = csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig")), delimiter=";")
    assert {row["ärendemening"] for row in rows} == {f"'{title}"}
    assert _records(tmp_path)[0]["ärendemening"] == title


def test_an_annex_that_is_no_archive_takes_the_claim_from_the_record(tmp_path: Path) -> None:
    from tests.writers.pdf.annexes_by_hand import tagged

    appendix = "bilagor: [{titel: Karta, fil: karta.pdf, arkivformat: nej}]\n"
    changed = {NEW: LETTERS[NEW] + appendix, "uppdrag/prov/karta.pdf": tagged()}
    assert _build(tmp_path, changed=changed).status == "built"
    formats = [[file["filformat"] for file in each["filer"]] for each in _records(tmp_path)]
    archived = ["DOCX", "PDF/A-2a"]
    assert formats == [archived, ["DOCX", "PDF"], archived, ["PDF"]]
    (whole,) = tmp_path.rglob("namndpaket.pdf")
    assert b"pdfaid:part" not in whole.read_bytes()


def test_what_changes_is_tracked_in_word_and_marked_in_pdf(tmp_path: Path) -> None:
    paths = {path.name: path.read_bytes() for path in _build(tmp_path).files}
    root = reading.part(paths["prov-2-andringar.docx"], "word/document.xml")
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    assert "700" in "".join(
        node.text or "" for ins in root.iter(f"{w}ins") for node in ins.iter(f"{w}t")
    )
    assert "605" in "".join(node.text or "" for node in root.iter(f"{w}delText"))
    assert {ins.get(f"{w}date") for ins in root.iter(f"{w}ins")} == {"2026-03-02T00:00:00Z"}
    assert pdf_validator.breaches(paths["prov-2-andringar.pdf"]) == []


def test_a_package_does_without_a_redline_in_word_that_cannot_be_proven(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An earlier one, of other words, is not left beside the new package."""
    assert _build(tmp_path).status == "built"
    tracked = next(tmp_path.rglob("prov-2-andringar.docx"))

    def unproven(*_: object) -> bytes:
        raise AvtalsgenError([Problem("JF02", "ingen jämförelse i Word kunde bevisas")])

    monkeypatch.setattr(Changes, "as_word", unproven)
    result = _build(tmp_path, changed={OLD: WHOLE[OLD].replace("605", "606")})
    assert result.status == "built"
    assert [(problem.code, problem.severity) for problem in result.problems] == [
        ("JF02", Severity.WARNING)
    ]
    assert not tracked.exists()
    assert tracked not in result.files
    assert tracked.with_suffix(".pdf") in result.files
    listed = [file["filnamn"] for file in _records(tmp_path)[2]["filer"]]
    assert listed == ["prov-2-andringar.pdf"]


def test_a_memo_that_replaces_nothing_has_no_comparison(tmp_path: Path) -> None:
    first = {MEMO: WRITTEN.replace("ersätter: prov@1\n", "")}
    result = _build(tmp_path, changed=first)
    assert result.status == "built"
    assert not any("andringar" in path.name for path in result.files)
    assert _records(tmp_path)[1]["relationer"] == [
        {"typ": "bilaga till", "handling": "prov@2-skrivelse"}
    ]


def test_a_comparison_is_made_again_when_the_old_edition_changes(tmp_path: Path) -> None:
    assert _build(tmp_path).status == "built"
    old = {OLD: WHOLE[OLD].replace("605", "606")}
    assert _build(tmp_path, changed=old).status == "built"
