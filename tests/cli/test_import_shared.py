"""Several old documents at once: the clauses they share are proposed, and drift is shown."""

import json
from pathlib import Path

import pytest
from tests.cli.terminal import Terminal

from avtalsgen.clauses.library import DRAFT
from avtalsgen.cli.in_common import common_lines
from avtalsgen.pipeline.intake.in_common import DriftRow, InCommon
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.problems import Exit
from avtalsgen.source import Origin

ONE = """\
Avtal om hemtjänst
Diarienummer: SON 2018-1
Datum: 2018-01-05

1 Parter
Social- och omsorgsnämnden i Linköpings kommun har överenskommit med Leanlink om hemtjänst.

2 Tid
Uppdraget gäller från den 1 februari 2018. Uppsägningstiden är sex månader. Leanlink hjälper till.

3 Rapport
Leanlink ska lämna en rapport senast den 31 mars varje år med 5 bilagor.

4 Lokaler
Lokalerna ska ligga nära busshållplatsen och vara öppna på kvällen.
"""
OTHER = """\
Avtal om ledsagning
Diarienummer: SON 2020-7
Datum: 2020-04-09

1 Parter
Social- och omsorgsnämnden i Linköpings kommun har överenskommit med Leanlink Råd och Stöd om
hemtjänst.

2 Tid
Uppdraget gäller från den 1 maj 2020. Uppsägningstiden är tolv månader. Leanlink Råd och Stöd
hjälper till.

3 Rapport
Leanlink Råd och Stöd ska lämna en skriftlig rapport senast den 31 mars varje år med 8 bilagor.

4 Bilar
Var och en ska ha körkort.
"""


@pytest.fixture
def both(tmp_path: Path) -> str:
    """Return the command that takes two documents into a new workspace."""
    (tmp_path / "a.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    files = f"{tmp_path / 'a.txt'} {tmp_path / 'b.txt'}"
    return f"avtalsgen import {files} --into {tmp_path / 'ny'}"


def test_what_two_documents_share_is_proposed_with_what_varies(
    terminal: Terminal, tmp_path: Path, both: str
) -> None:
    said = terminal.run(f"{both} --propose --drift {tmp_path / 'd.csv'} --json")
    answer = json.loads(said.out)
    shared = {clause["clause"]: clause["editions"] for clause in answer["shared"]}
    assert list(shared) == ["parter", "tid", "rapport"]
    (tid,) = shared["tid"]
    varies = {
        parameter["path"]: list(parameter["values"].values()) for parameter in tid["parameters"]
    }
    assert varies == {
        "tid.från": ["1 februari 2018", "1 maj 2020"],
        "tid.uppsägning": ["sex månader", "tolv månader"],
        "parter.utförare.organ.namn": ["Leanlink", "Leanlink Råd och Stöd"],
    }
    assert [len(edition["documents"]) for edition in shared["rapport"]] == [1, 1]
    a, b = (tmp_path / name for name in ("a.txt", "b.txt"))
    assert answer["drift"] == [
        {
            "clause": "rapport",
            "document": b.as_posix(),
            "deviates_from": a.as_posix(),
            "old": "",
            "new": "skriftlig",
        }
    ]
    table = (tmp_path / "d.csv").read_text(encoding="utf-8-sig").splitlines()
    assert table[1].endswith(";;skriftlig")
    edition = open_project(tmp_path / "ny").library.edition("tid", tid["edition"], Origin("", 1))
    assert (edition.status, edition.warnings) == (DRAFT, ())
    assert [each.document for each in edition.descent] == ["SON 2018-1", "SON 2020-7"]
    assert "{{ tid.uppsägning }}" in tid["text"]


def test_a_value_that_is_no_fact_we_know_becomes_a_new_one(
    terminal: Terminal, tmp_path: Path
) -> None:
    for name, meals, months in (("a", "tre", "sex"), ("b", "fem", "nio")):
        (tmp_path / f"{name}.txt").write_text(
            f"Avtal om kost {name}\n\n1 Kost\nUtföraren serverar {meals} måltider om dagen i "
            f"matsalen och byter matsedel efter {months} månader med 12 rätter.\n",
            encoding="utf-8",
        )
    new = tmp_path / "ny"
    files = f"{tmp_path / 'a.txt'} {tmp_path / 'b.txt'}"
    said = json.loads(terminal.run(f"avtalsgen import {files} --into {new} --propose --json").out)
    ((edition,),) = [clause["editions"] for clause in said["shared"]]
    assert [each["path"] for each in edition["parameters"]] == ["kost.tal", "kost.tid"]
    assert "{{ kost.tal }} måltider" in edition["text"]
    known = open_project(new).parameters.by_path
    assert (known["kost.tal"].type, known["kost.tid"].type) == ("text", "varaktighet")
    assert "sex månader eller nio månader" in known["kost.tid"].question
    read = open_project(new).library.edition("kost", edition["edition"], Origin("", 1))
    assert (read.status, read.warnings) == (DRAFT, ())


def test_nothing_is_written_into_the_library_unless_it_is_asked_for(
    terminal: Terminal, tmp_path: Path, both: str
) -> None:
    (tmp_path / "d.csv").write_text("min egen", encoding="utf-8")
    said = terminal.run(both)
    assert "clauses/tid/2018.md" in said.out
    assert "också ”skriftlig”" in said.out
    assert not (tmp_path / "ny" / "clauses" / "tid" / "2018.md").exists()
    refused = terminal.run(f"{both} --drift {tmp_path / 'd.csv'}")
    assert (refused.code, "IM05" in refused.err) == (Exit.CONFLICT, True)
    assert (tmp_path / "d.csv").read_text(encoding="utf-8") == "min egen"


def test_words_that_one_document_leaves_out_are_said_to_be_left_out() -> None:
    row = DriftRow("tid", "b.txt", "a.txt", "likalydande", "")
    (*_, line) = common_lines(InCommon(drift=(row,)), written=False)
    assert line == "  tid: b.txt avviker från a.txt: utan ”likalydande”"
