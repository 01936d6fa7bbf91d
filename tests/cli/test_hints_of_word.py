"""What a problem of `takeback` and `import` says to do is typed as it stands, and is the way on.

Each problem is met in a workspace. Where its hint has a command, options or names, these are run;
where it says what to do in Word or to ask somebody for, that is named here.
"""

import io
import json
import re
import shlex
import shutil
import zipfile

import pytest
from tests.cli.terminal import Terminal
from tests.hint_watch import commands
from tests.readers.docx.making import file, p
from tests.takeback.handed_looks import HANDED
from tests.takeback.taking import DOCUMENT, base
from tests.takeback.word_edits import WordFile

from avtalsgen.pipeline.intake import counting, preparing
from avtalsgen.pipeline.takeback import takeback
from avtalsgen.problems import Exit


def returned(workshop: Terminal, name: str, *numbers: str) -> WordFile:
    """Write the file with edits of the handed list done to it, and return it."""
    word = WordFile(base(*DOCUMENT).file)
    edits = {number: edit for number, edit, _ in HANDED}
    for number in numbers:
        edits[number](word)
    (workshop.root / name).write_bytes(word.written())
    return word


def hint(workshop: Terminal, line: str, code: str) -> str:
    """Return what is told to do when `line` is refused with `code`, and nothing is written."""
    before = {path: path.read_bytes() for path in workshop.root.rglob("*") if path.is_file()}
    answer = workshop.run(f"{line} --json")
    (problem,) = json.loads(answer.out)["problems"]
    assert (problem["code"], answer.code != Exit.FINE) == (code, True)
    assert {
        path: path.read_bytes() for path in workshop.root.rglob("*") if path.is_file()
    } == before
    return str(problem["hint"])


def typed(workshop: Terminal, told: str, *, exits: tuple[Exit, ...]) -> None:
    """Type the commands of a hint."""
    lines = [shlex.join(["avtalsgen", *words]) for words in commands(told)]
    assert lines, told
    for line in lines:
        assert workshop.run(line).code in exits, line


def test_a_hint_with_a_command_or_an_option_is_the_way_on(workshop: Terminal) -> None:
    (workshop.root / "a.pdf").write_bytes(b"%PDF-1.7")
    typed(workshop, hint(workshop, "avtalsgen takeback a.pdf", "TB01"), exits=(Exit.FINE,))
    word = returned(workshop, "a.docx", "1")
    word.rename_properties("<vt:lpwstr>prov<", "<vt:lpwstr>annat<")
    (workshop.root / "b.docx").write_bytes(word.written())
    both = (Exit.FINE, Exit.LOOK)
    typed(workshop, hint(workshop, "avtalsgen takeback b.docx", "TB02"), exits=both)
    (workshop.root / "c.docx").write_bytes(file(p("Ett brev om något helt annat.")))
    typed(workshop, hint(workshop, "avtalsgen takeback c.docx", "TB03"), exits=both)
    told = hint(workshop, "avtalsgen takeback a.docx --accept 9", "TB07")
    first, last, offered = re.findall(r"\d+", told)
    assert (first, last, offered) == ("1", "1", "1")
    assert workshop.run(f"avtalsgen takeback a.docx --reject {offered}").code == Exit.FINE
    told = hint(workshop, "avtalsgen takeback a.docx --out a.xyz", "TB10")
    for ending in re.findall(r"\.\w+", told):
        if ending != ".pdf":  # as the others, and dear
            assert workshop.run(f"avtalsgen takeback a.docx --out rapport{ending}").code in both
    (workshop.root / "mitt.csv").write_text("mitt")
    assert "annat namn" in hint(workshop, "avtalsgen takeback a.docx --out mitt.csv", "TB11")
    assert workshop.run("avtalsgen takeback a.docx --out annat.csv").code in both
    returned(workshop, "d.docx", "8")
    told = hint(workshop, "avtalsgen takeback d.docx --accept 1", "TB08")
    option = re.findall(r"--from-day \S+", told)[0]
    assert workshop.run(f"avtalsgen takeback d.docx --accept 1 {option}").code == Exit.FINE
    word = returned(workshop, "f.docx", "1")
    word.rename_properties("<vt:lpwstr>2026<", "<vt:lpwstr>2027<")
    (workshop.root / "g.docx").write_bytes(word.written())
    shutil.copy(workshop.root / "uppdrag/prov/2026.yaml", workshop.root / "uppdrag/prov/2027.yaml")
    assert "en utgåva åt gången" in hint(workshop, "avtalsgen takeback f.docx g.docx", "TB12")
    assert {workshop.run(f"avtalsgen takeback {name}.docx").code for name in "fg"} <= {*both}
    returned(workshop, "e.docx", "18")
    told = hint(workshop, "avtalsgen takeback e.docx --accept 1", "TB13")
    option = re.findall(r"--accept \S+", told)[0]
    assert workshop.run(f"avtalsgen takeback e.docx {option}").code == Exit.FINE


def test_a_hint_that_says_what_to_do_elsewhere_says_it(
    workshop: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert hint(workshop, "avtalsgen takeback saknas.docx", "TB05") == "rätta sökvägen"
    word = returned(workshop, "a.docx", "1")
    word.parts["word/vbaProject.bin"] = b"x"
    (workshop.root / "b.docx").write_bytes(word.written())
    assert "utan makron" in hint(workshop, "avtalsgen takeback b.docx", "TB06")
    del word.parts["word/vbaProject.bin"], word.parts["word/styles.xml"]
    (workshop.root / "c.docx").write_bytes(word.written())
    assert "spara om" in hint(workshop, "avtalsgen takeback c.docx", "TB14")
    word = returned(workshop, "d.docx")
    word.replace("första hand", "sista hand", word.paragraph("lösa en tvist"))
    data = word.parts["docProps/custom.xml"].decode()
    place = data.index("tryckt=", data.index("klausul.tvist")) + len("tryckt=")
    word.parts["docProps/custom.xml"] = f"{data[:place]}0{data[place + 1 :]}".encode()
    (workshop.root / "d.docx").write_bytes(word.written())
    assert "för hand" in hint(workshop, "avtalsgen takeback d.docx --accept 1", "TB09")
    monkeypatch.setattr(takeback, "_LIMIT", 10)
    assert "byggd här" in hint(workshop, "avtalsgen takeback a.docx", "TB04")


def test_the_hints_of_import(workshop: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "avtalsgen import {} --into ."
    for ending in (".doc", ".docm", ".dotm", ".odt", ".rtf", ".pages"):
        (workshop.root / f"a{ending}").write_bytes(b"\xd0\xcf\x11\xe0")
        assert ".docx" in hint(workshop, said.format(f"a{ending}"), "IM01")
    (workshop.root / "tom.docx").write_bytes(file(p("")))
    assert "OCR" in hint(workshop, said.format("tom.docx"), "IM02")
    made = io.BytesIO(file(p("Ett avtal.")))
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("word/activeX/activeX1.xml", b"<x/>")
    (workshop.root / "program.docx").write_bytes(made.getvalue())
    assert "utan makron" in hint(workshop, said.format("program.docx"), "IM01")
    (workshop.root / "a.txt").write_text(
        "Avtal om stöd\n\nDnr: SN 2018-1\n\n1 Tid\nAvtalet gäller nu.\n"
    )
    (workshop.root / "b.csv").write_text("mitt")
    told = hint(workshop, said.format("a.txt") + " --drift b.csv", "IM05")
    (option,) = re.findall(r"--\w+", told)
    assert workshop.run(said.format("a.txt") + f" {option} c.csv").code in (Exit.FINE, Exit.LOOK)
    with monkeypatch.context() as patch:
        patch.setattr(preparing, "_visible", lambda _: ["annat"])
        assert "spara den annars som text" in hint(workshop, said.format("a.txt"), "IM03")
    with monkeypatch.context() as patch:
        patch.setattr(counting, "_lines", lambda _: ["Avtal om borttappade"])
        answer = workshop.run(said.format("a.txt") + " --json")
    (problem,) = json.loads(answer.out)["problems"]
    assert (problem["code"], "skriv in" in problem["hint"]) == ("IM04", True)
