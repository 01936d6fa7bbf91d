"""`avtalsgen list --deviations`: every uppdrag beside the library's own wording."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from tests.cli.terminal import Terminal

from avtalsgen.clauses.library import text_hash

_SHELL = (Path(__file__).parents[2] / "clauses/profil/mall.docx").read_bytes()
BASE = '{{ utföraren | versal }} löser tvister enligt {{ ref("ersattning") }}.\n'
OWN = '{{ utföraren | versal }} löser alla tvister enligt {{ ref("ersattning") }}.\n'
NEWER = """\
---
rubrik: Ersättning
gäller: {från: 2026-01-01}
använder: [ersättning.belopp]
---
Ersättningen uppgår till {{ ersättning.belopp }}.
"""


@pytest.fixture
def deviating(terminal: Terminal) -> Terminal:
    """Return a terminal where prov@2 has an own text and an older edition, and prov@1 neither."""
    root = terminal.root
    facts = (root / "uppdrag/prov/1.yaml").read_text(encoding="utf-8")
    own = "{text: egen.md, från: HASH, skäl: egen rutin}".replace("HASH", text_hash("Tvist", BASE))
    outline = "disposition: [ersattning@1, tvist@1]"
    (root / "clauses/ersattning/2.md").write_text(NEWER, encoding="utf-8")
    (root / "uppdrag/prov/egen.md").write_text(OWN, encoding="utf-8")
    for edition, written in (
        ("1", "disposition: [ersattning@2, tvist@1]"),
        ("2", f"disposition: [ersattning@1, {{klausul: tvist@1, avvikelse: {own}}}]"),
    ):
        path = root / f"uppdrag/prov/{edition}.yaml"
        path.write_text(facts.replace(outline, written), encoding="utf-8")
    return terminal


def test_the_screen_has_a_table_and_the_words_that_differ(deviating: Terminal) -> None:
    said = deviating.run("avtalsgen list --deviations")
    assert (said.code, said.err) == (0, "")
    assert [line.split() for line in said.out.splitlines()[:3]] == [
        ["UPPDRAG", "KLAUSUL", "AVVIKER", "ORD", "SKÄL"],
        ["prov@2", "ersattning@1", "äldre", "utgåva,", "mot", "2", "+1", "−2", "–"],
        ["prov@2", "tvist@1", "egen", "avvikelse,", "mot", "1", "+1", "−0", "egen", "rutin"],
    ]
    assert "Utföraren löser {+alla +}tvister enligt avsnitt" in said.out
    assert "Ersättningen [-uppgår till-]{+är+} 605" in said.out
    assert "Följer biblioteket: prov@1." in said.out


def test_programs_get_each_clause_with_its_place_and_changes(deviating: Terminal) -> None:
    told = json.loads(deviating.run("avtalsgen list --deviations --json").out)
    older, own = told["deviations"]
    assert (older["clause"], older["kind"], older["against"]) == ("ersattning", "äldre utgåva", "2")
    assert (own["clause"], own["kind"], own["reason"]) == ("tvist", "egen avvikelse", "egen rutin")
    assert (own["file"], own["line"] > 0) == ("uppdrag/prov/2.yaml", True)
    assert [(each["old"], each["new"]) for each in own["section"]["changes"]] == [("", "alla ")]
    assert told["following"] == ["prov@1"]


def test_the_files_have_the_words_marked_and_are_the_same_each_time(deviating: Terminal) -> None:
    (deviating.root / "clauses/profil/mall.docx").write_bytes(_SHELL)
    for suffix in ("csv", "html", "docx"):
        line = f"avtalsgen list --deviations --out avvikelser.{suffix}"
        assert deviating.run(line).code == 0
        path = deviating.root / f"avvikelser.{suffix}"
        first = path.read_bytes()
        assert deviating.run(line).code == 0
        assert path.read_bytes() == first
    rows = csv.reader(
        io.StringIO((deviating.root / "avvikelser.csv").read_text("utf-8-sig")), delimiter=";"
    )
    assert [(row[3], row[9], row[10]) for row in rows][1:] == [
        ("ersattning", "1", "2"),
        ("tvist", "1", "0"),
    ]
    page = (deviating.root / "avvikelser.html").read_text(encoding="utf-8")
    assert ("<ins" in page, "<del" in page) == (True, True)
    with zipfile.ZipFile(deviating.root / "avvikelser.docx") as package:
        body = package.read("word/document.xml").decode()
    assert ("<w:ins " in body, "<w:del " in body) == (True, True)


def test_an_own_text_that_is_not_there_is_told_and_hides_no_other(deviating: Terminal) -> None:
    (deviating.root / "uppdrag/prov/egen.md").unlink()
    (deviating.root / "uppdrag/prov/3.yaml").write_text(
        (deviating.root / "uppdrag/prov/1.yaml")
        .read_text(encoding="utf-8")
        .replace("ersattning@2", "ersattning@1"),
        encoding="utf-8",
    )
    said = deviating.run("avtalsgen list --deviations")
    assert (said.code, "egen.md" in said.err, "prov@3" in said.out) == (65, True, True), said


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        ("--deviations --matrix", "välj --matrix, --facts eller --deviations"),
        ("--deviations --format docx", "--out"),
        ("--deviations --out a.xyz", "--format"),
        ("--matrix --format docx", "docx gäller --deviations"),
        ("--deviations --json --format csv", "välj --json eller --format csv"),
    ],
)
def test_flags_that_say_nothing_together_are_told(
    deviating: Terminal, flags: str, told: str
) -> None:
    said = deviating.run(f"avtalsgen list {flags}")
    assert (said.code, told in said.err) == (2, True), said
