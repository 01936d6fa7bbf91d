"""What a build, a lock and a verification find of a document stands in the list of the check."""

import json
from pathlib import Path

import pytest
from tests.cli.library import copied
from tests.cli.terminal import Terminal
from tests.pipeline.lock.locking import FACTS, NAME, edited
from tests.read import read_markdown_document

from avtalsgen.model.profile import DEFAULT
from avtalsgen.problems import Exit
from avtalsgen.writers.pdf import write_pdf
from avtalsgen.writers.render import Render

FAMILY = "uppdrag/familjeradgivning/2026.yaml"


@pytest.fixture
def terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    root = copied(tmp_path)
    monkeypatch.chdir(root)
    return Terminal(root, capsys)


def codes(terminal: Terminal, name: str) -> list[str]:
    told = json.loads(terminal.run(f"avtalsgen check {name} --json").out)
    return [problem["code"] for problem in told["problems"]]


def test_words_that_are_not_the_signed_ones_are_told(terminal: Terminal) -> None:
    assert "LK01" not in codes(terminal, NAME)
    edited(terminal.root, FACTS, "belopp: 605", "belopp: 905")
    assert "LK01" in codes(terminal, NAME)


def test_a_letter_that_the_font_lacks_is_told(terminal: Terminal) -> None:
    edited(terminal.root, FAMILY, "titel: ", "titel: Ꙁ ")
    assert codes(terminal, "familjeradgivning@2026").count("PD06") == 1


def test_a_file_of_ours_that_is_no_longer_what_is_built_is_told(terminal: Terminal) -> None:
    terminal.run("avtalsgen build familjeradgivning@2026 --format docx")
    file = "output/familjeradgivning/2026/familjeradgivning-2026.docx"
    before = codes(terminal, file)
    edited(terminal.root, FAMILY, "titel: ", "titel: Annan ")
    assert [c for c in codes(terminal, file) if c[:2] == "VE"] != [
        c for c in before if c[:2] == "VE"
    ]


def test_a_missing_title_is_told_once(terminal: Terminal) -> None:
    terminal.run("avtalsgen new verksamhetsuppdrag nytt")
    told = codes(terminal, "nytt")
    assert "FA05" in told
    assert "RS01" not in told


def test_an_edition_without_a_name_is_none(terminal: Terminal) -> None:
    said = terminal.run("avtalsgen check familjeradgivning@")
    assert "UP02" in said.out
    assert said.code == Exit.NOT_FOUND


def test_a_file_that_cannot_be_read_is_told_once(terminal: Terminal) -> None:
    (terminal.root / "brev.docx").write_text("hej", encoding="utf-8")
    said = terminal.run("avtalsgen check brev.docx")
    assert (said.out + said.err).count("DX01") == 1
    assert said.code == Exit.DATA


@pytest.mark.parametrize("format_", ["docx", "pdf"])
def test_contents_that_are_not_the_headings_are_told(terminal: Terminal, format_: str) -> None:
    """In a file of somebody else's: rows of contents with another word than the heading."""
    data = {"docx": _word, "pdf": _pdf}[format_]()
    (terminal.root / f"avtal.{format_}").write_bytes(data)
    told = json.loads(terminal.run(f"avtalsgen check avtal.{format_} --json").out)["problems"]
    wrong = [problem["quote"] for problem in told if problem["code"] == "ST01"]
    assert wrong == ["Priser"]


ROWS = ("1 Uppdraget 2", "2 Priser 3")


def _word() -> bytes:
    from tests.readers.docx.making import file

    def styled(style: str, words: str) -> str:
        look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        return f"<w:p>{look}<w:r><w:t>{words}</w:t></w:r></w:p>"

    body = styled("Heading1", "Avtal") + "".join(styled("TOC1", row) for row in ROWS)
    for number, heading in enumerate(("Uppdraget", "Ersättning och pris"), start=1):
        body += styled("Heading1", f"{number} {heading}") + styled("Normal", "Text om saken.")
    return file(body)


def _pdf() -> bytes:
    rows = "\n\n".join(ROWS)
    headings = "## 1 Uppdraget\n\nText.\n\n## 2 Ersättning och pris\n\nText.\n"
    text = f"# Avtal\n\nInnehåll\n\n{rows}\n\n{headings}"
    document = read_markdown_document(text, "a.md").document
    return write_pdf(document, Render(DEFAULT))
