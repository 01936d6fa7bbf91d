"""`avtalsgen calendar` with the library and the uppdrag of this repository."""

import json
from pathlib import Path

import icalendar
import pytest
from tests import cases, pdf_validator
from tests.cli.library import copied
from tests.cli.terminal import Terminal

from avtalsgen.pipeline.output.views import TERMINAL
from avtalsgen.pipeline.survey.calendar_views import VIEWS

CASES = cases.read(Path(__file__).with_name("calendar.md"))
WHEN = "--as-of 2026-11-22 --to 2028-12-31"


@pytest.fixture
def library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    """Return a terminal in a copy of this repository's workspace."""
    root = copied(tmp_path)
    monkeypatch.chdir(root)
    monkeypatch.setenv("COLUMNS", "80")
    return Terminal(root, capsys)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_program_answers(case: cases.Case, library: Terminal, *, rewrite: bool) -> None:
    for name, text in case.blocks.items():
        if "/" in name:
            path = library.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    said = library.transcript(case.blocks["skriver"])
    case.expect("svar", said.replace("\ufeff", ""), rewrite=rewrite)


def test_every_format_has_every_day(library: Terminal) -> None:
    for format_ in VIEWS.keys() - {TERMINAL}:
        said = library.run(f"avtalsgen calendar {WHEN} --format {format_} --out ut.{format_}")
        assert said.out == f"ut.{format_} är skriven.\n", said.err
    for format_ in ("csv", "html", "md", "txt"):
        text = (library.root / f"ut.{format_}").read_text(encoding="utf-8-sig")
        text = text.replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " ")
        assert "2028-03-31" in text or "31 mars 2028" in text
        assert "Leanlink Råd och Stöd" in text
    assert pdf_validator.breaches((library.root / "ut.pdf").read_bytes()) == []
    calendar = icalendar.Calendar.from_ical((library.root / "ut.ics").read_bytes())
    said = json.loads(library.run(f"avtalsgen calendar {WHEN} --json").out)
    dated = {each["obligation"] for each in said["occurrences"]}
    assert len(calendar.walk("VEVENT")) == len(dated) > 4


def test_the_file_has_nothing_of_the_moment_it_was_written(library: Terminal) -> None:
    command = f"avtalsgen calendar {WHEN} --format ics"
    assert library.run(command).out == library.run(command).out
