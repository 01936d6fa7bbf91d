"""A firm that two sign for together: each in a field of their own, or on lines of their own."""

from pathlib import Path

import pytest
from tests.cli.library import copied
from tests.cli.signing_desk import AT
from tests.cli.terminal import Terminal
from tests.documents.every import project
from tests.signing import authority

from avtalsgen.model import plain
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.problems import Exit

SLUG = "korttidsboende"
PDF = f"output/{SLUG}/2026/{SLUG}-2026"
SIGNERS = {
    "beställare": "Alva Exempelgren",
    "utförare": "Bo Exempelström",
    "utförare-2": "Cia Exempelberg",
}


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    root = copied(tmp_path)
    monkeypatch.chdir(root)
    (root / "rot.pem").write_bytes(authority.root())
    (root / "ord").write_text(authority.PASSWORD, encoding="utf-8")
    for party, name in SIGNERS.items():
        (root / f"{party}.p12").write_bytes(authority.p12(name))
    return Terminal(root, capsys)


def test_each_signs_and_all_hold(desk: Terminal) -> None:
    assert desk.run(f"avtalsgen build {SLUG}@2026 --format pdf").code == Exit.FINE
    file = f"{PDF}.pdf"
    for number, party in enumerate(SIGNERS, start=1):
        key = f"--p12 {party}.p12 --password-file ord {AT}"
        said = desk.run(f"avtalsgen sign {file} --party {party} {key}")
        assert said.code == Exit.FINE, said.err
        file = f"{PDF}-undertecknad{f'-{number}' if number > 1 else ''}.pdf"
    verified = desk.run(f"avtalsgen verify {file} --trust rot.pem")
    assert (verified.code, verified.err) == (Exit.FINE, "")
    for party, name in SIGNERS.items():
        assert f"  {party}: {name}, " in verified.out


def test_one_who_has_not_signed_is_told_of(desk: Terminal) -> None:
    desk.run(f"avtalsgen build {SLUG}@2026 --format pdf")
    key = f"--p12 utförare.p12 --password-file ord {AT}"
    desk.run(f"avtalsgen sign {PDF}.pdf --party utförare {key}")
    said = desk.run(f"avtalsgen verify {PDF}-undertecknad.pdf --trust rot.pem")
    assert said.code == Exit.LOOK
    assert "utförare-2 har inte skrivit under" in said.err
    assert "utförare har inte" not in said.err


def test_on_paper_each_has_lines_of_their_own(tmp_path: Path) -> None:
    root = copied(tmp_path)
    file = root / "uppdrag/korttidsboende/2026.yaml"
    text = file.read_text(encoding="utf-8")
    electronic = "underskrift: {form: e-signering, nivå: avancerad}"
    assert electronic in text
    file.write_text(
        text.replace(electronic, "underskrift: {form: papper, exemplar: 3, ort: Granvik}"), "utf-8"
    )
    document, problems = document_of(open_project(root), SLUG, "2026")
    assert problems == document_of(project(), SLUG, "2026")[1]
    assert document.signatures is not None
    assert document.signatures.form == "papper"
    signatories = document.signatures.signatories
    assert [plain.text(signatory.name) for signatory in signatories] == [*SIGNERS.values()]
    assert {signatory.lines for signatory in signatories} == {signatories[0].lines}
    assert len(signatories[0].lines) == 2
