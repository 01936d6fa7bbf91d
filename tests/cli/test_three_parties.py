"""Three parties are data: what the handbook shows of them makes a document that three sign."""

import re
from pathlib import Path

import pikepdf
import pytest
from tests.cli.library import ROOT, copied
from tests.cli.terminal import Terminal

BLOCKS = dict(
    re.findall(
        r"^```(yaml parter|yaml samverkan|klausul parterna|yaml överenskommelse)\n(.*?)^```$",
        (ROOT / "docs/handbok.md").read_text(encoding="utf-8"),
        re.M | re.S,
    )
)
FILES = {
    "clauses/dokumenttyper/samverkan/2026.yaml": "yaml samverkan",
    "clauses/parterna/2026.md": "klausul parterna",
    "uppdrag/samverkan/2026.yaml": "yaml överenskommelse",
}


@pytest.fixture
def workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    root = copied(tmp_path)
    for name, block in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(BLOCKS[block], encoding="utf-8")
    parameters = root / "clauses/parametrar.yaml"
    text = parameters.read_text(encoding="utf-8")
    assert text.count("\nalias:\n") == 1
    added = text.replace("\nalias:\n", f"\n{BLOCKS['yaml parter']}\nalias:\n")
    parameters.write_text(added, encoding="utf-8")
    monkeypatch.chdir(root)
    return Terminal(root, capsys)


def test_three_parties_sign_on_paper(workspace: Terminal) -> None:
    said = workspace.run("avtalsgen build samverkan --format txt")
    assert (said.code, said.err) == (0, "")
    text = (workspace.root / "output/samverkan/2026/samverkan-2026.txt").read_text("utf-8")
    words = " ".join(text.split())
    assert "Leanlink Råd och Stöd och Region Östergötland (regionen) samverkar" in words
    places = [words.index(f"För {party}") for party in ("beställaren", "utföraren")]
    assert sorted([*places, words.index("För samarbetsparten")])[-1] == words.rindex("För sam")
    assert "Kim Exempel" in words


def test_three_parties_have_a_field_each(workspace: Terminal) -> None:
    file = workspace.root / "uppdrag/samverkan/2026.yaml"
    text = file.read_text(encoding="utf-8").replace("form: papper", "form: e-signering")
    file.write_text(text, encoding="utf-8")
    said = workspace.run("avtalsgen build samverkan --format pdf")
    assert said.code == 0, said.err
    with pikepdf.open(workspace.root / "output/samverkan/2026/samverkan-2026.pdf") as pdf:
        fields = [str(field.T) for field in pdf.Root.AcroForm.Fields]
    assert fields == ["beställare", "utförare", "samarbetspart"]
