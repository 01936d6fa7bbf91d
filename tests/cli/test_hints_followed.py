"""What a hint says that is more than a word to type is done, in the files and at the prompt.

Then it is told no more; `test_hints_typed.py` does the same of what is typed as it stands.
"""

import re
from pathlib import Path

import pytest
from tests.cli.library import copied
from tests.cli.signing_desk import PDF, SIGN
from tests.cli.terminal import Terminal
from tests.cli.test_hints_typed import (
    MONEY,
    PRICED,
    SUPPLEMENTS,
    UPPDRAG,
    Changed,
    ends_as_it_says,
    flagged,
    met,
    problems,
)
from tests.readers.docx.making import file, p
from tests.signing.parties import EDITION, SLUG

from avtalsgen.problems import Exit

INSERTED = '<w:ins w:id="9" w:author="Kim Ek"><w:r><w:t>Nytt.</w:t></w:r></w:ins>'


INDEX = "avtalsgen index vald-i-nara-relation@2019 --to 2023"
SUM, FIRST = "belopp: 4093284\n", "    från: 2020-01-01\n"
OF_2019, LETTER = (
    f"uppdrag/vald-i-nara-relation/{name}.yaml" for name in ("2019", "2023-indexbrev")
)
BUILT = "avtalsgen build vald-i-nara-relation@2023-indexbrev --format txt"
FIGURES: dict[str, tuple[str, Changed]] = {
    "IX10 sum": (BUILT, ((LETTER, "efter: 4279324", "efter: 4279342"),)),
    "IX10 index": (BUILT, ((LETTER, "index: 1,5", "index: 5,1"),)),
    "IX10 year": (BUILT, ((LETTER, "från: 2023-01-01", "från: 2027-01-01"),)),
    "IX12": (
        INDEX,
        ((OF_2019, SUM, "belopp: 40932\n"), (OF_2019, FIRST, f"{FIRST}    avrundning: tusental\n")),
    ),
    "IX12 krona": (INDEX, ((OF_2019, SUM, "belopp: 12\n"),)),
    "IX13": (INDEX, ()),
    "IX13 letter": (BUILT, ()),
}


@pytest.fixture
def library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    """Return a terminal in a copy of this repository's workspace."""
    monkeypatch.chdir(copied(tmp_path))
    return Terminal(tmp_path, capsys)


@pytest.mark.parametrize("met_as", FIGURES)
def test_a_figure_is_mended_as_its_hint_says(library: Terminal, met_as: str) -> None:
    line, changed = FIGURES[met_as]
    if line == BUILT:
        library.run(f"{INDEX} --write --date 2023-05-02")
    ends_as_it_says(library, met_as.partition(" ")[0], line, changed)


def test_what_is_preliminary_is_final_as_its_hint_says(library: Terminal) -> None:
    final = 'definitivt: "4,6", '
    told = met(library, "IX05", INDEX, (("clauses/register/index.yaml", final, ""),))
    assert told.hint == "skriv det definitiva talet på den raden när det är publicerat, och kör om"
    assert told.origin
    register = library.root / told.origin.file
    rows = register.read_text("utf-8").split("\n")
    row = rows[told.origin.line - 1]
    rows[told.origin.line - 1] = row.replace("preliminärt", f"{final}preliminärt")
    register.write_text("\n".join(rows), "utf-8")
    assert "IX05" not in library.run(INDEX).err
    (asked,) = (p for p in problems(library.run(f"{INDEX} --preliminary").err) if p.code == "IX05")
    assert asked.hint == "kör utan --preliminary: det definitiva talet finns på den raden"


@pytest.mark.parametrize("line", ["new --from prov@1 --edition 2", "index prov@1 --as tillagg"])
def test_keys_on_one_line_are_put_on_lines_of_their_own_as_their_hint_says(
    terminal: Terminal, line: str
) -> None:
    path = terminal.root / UPPDRAG
    text = path.read_text("utf-8").replace(MONEY, PRICED)
    flow = ", ".join(row for row in text.splitlines() if not row.startswith((" ", "parter")))
    parties = (
        "parter: {beställare: {organ: namnden}, utförare: {organ: enheten, benämning: utföraren}}"
    )
    path.write_text(f"{{{flow}, {parties}}}\n", "utf-8")
    supplement = terminal.root / SUPPLEMENTS[0][0]
    supplement.parent.mkdir()
    supplement.write_text(SUPPLEMENTS[0][2], "utf-8")
    (told,) = (p for p in problems(terminal.run(f"avtalsgen {line}").err) if p.code == "UP08")
    assert "egen rad" in str(told.hint) or "egna rader" in str(told.hint)
    path.write_text(text, "utf-8")
    assert "UP08" not in terminal.run(f"avtalsgen {line}").err


@pytest.mark.parametrize("way", ["build", "force"])
def test_a_strange_pdf_is_signed_as_its_hint_says(desk: Terminal, way: str) -> None:
    with (desk.root / PDF).open("ab") as file:
        file.write(b"\n")
    (told,) = (each for each in problems(desk.run(SIGN).err) if each.code == "SG11")
    ways = {
        "force": [f"{SIGN} --force"],
        "build": [f"avtalsgen build {SLUG}@{EDITION} --format pdf --force", SIGN],
    }
    assert "bygg uppdraget" in str(told.hint)
    assert flagged(SIGN, str(told.hint)) == ways["force"]
    said = [desk.run(line) for line in ways[way]][-1]
    assert "SG11 varning" in said.err if way == "force" else "SG11" not in said.err
    assert said.code in (Exit.FINE, Exit.LOOK)


def test_tracked_changes_are_read_as_a_hint_says(terminal: Terminal) -> None:
    (terminal.root / "a.docx").write_bytes(file(p("Ett ord.") + p(INSERTED)))
    line = "avtalsgen diff a.docx a.docx"
    told = [each for each in problems(terminal.run(line).err) if each.code == "DX17"]
    ways = re.findall(r"accept|reject|marked", str(told[0].hint))
    assert len(ways) == 3
    for way in ways:
        assert "DX17" not in terminal.run(f"{line} --tracked {way}").err
    checked = terminal.run("avtalsgen check a.docx").out
    assert re.findall("DX17.*\n.*Tips: (.*)", checked) == ["godkänn eller avslå dem i Word"]


def test_a_tillagg_is_indexed_as_its_hint_says(library: Terminal) -> None:
    line = "avtalsgen index beroendemottagningen@2021-tillagg"
    (problem,) = problems(library.run(f"{line} --as edition").err)
    (way,) = flagged(f"{line} --as edition", str(problem.hint))
    assert problem.code == "IX09"
    assert "IX09" not in [each.code for each in problems(library.run(way).err)]
