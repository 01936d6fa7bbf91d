"""What `avtalsgen sign` tells of a certificate, and of the file, before it writes anything."""

from hashlib import sha256

import pytest
from cryptography.x509.oid import ExtendedKeyUsageOID
from tests.cli.signing_desk import AGAIN, AT, ONCE, PDF, SIGN, codes, refused
from tests.cli.terminal import Terminal
from tests.signing import authority, parties
from tests.signing.parties import SLUG

from avtalsgen.problems import Exit


def _with(desk: Terminal, more: str) -> None:
    """Say more of who signs for the utförare, and build again."""
    facts = desk.root / f"uppdrag/{SLUG}/2026.yaml"
    text = facts.read_text("utf-8")
    facts.write_text(text.replace("      titel: direktör", more), "utf-8")
    assert facts.read_text("utf-8") != text
    assert desk.run(f"avtalsgen build {SLUG}@2026 --format pdf --force").code == Exit.FINE
    assert desk.run(f"{SIGN} {AT}").code == Exit.FINE


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("      titel: Direktör Vem Som Helst", []),
        ("      namn: Märta Sjögren-Ek", []),
        ("      namn: sjögren ek märta", []),
        ("      namn: Bo", ["SG16"]),
        ("      namn: förvaltningens direktör", ["SG16"]),
        ("      namn: Bo Provsson\n      titel: Direktör", ["SG16"]),
    ],
)
def test_who_signs_is_a_person_where_the_facts_have_a_name_whatever_it_looks_like(
    desk: Terminal, more: str, codes: list[str]
) -> None:
    _with(desk, more)
    said = desk.run(f"{AGAIN} {AT}")
    assert [line[:4] for line in said.err.splitlines() if line.startswith("SG")] == codes
    assert "Märta Sjögren-Ek" in said.out


def test_what_is_to_be_told_is_told_before_the_file_is_written(
    desk: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever sits at a terminal is asked; no means that nothing is written."""
    server = authority.Kind(purposes=(ExtendedKeyUsageOID.SERVER_AUTH,))
    (desk.root / "a.p12").write_bytes(authority.p12("Webbserver", kind=server))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    asked = list[str]()

    def answer(text: str) -> str:
        asked.append(text)
        assert not (desk.root / ONCE).exists()
        return "nej" if len(asked) == 1 else "ja"

    monkeypatch.setattr("click.termui.visible_prompt_func", answer)
    said = desk.run(f"{SIGN} {AT}")
    assert (said.code, said.err[:5], said.out) == (Exit.LOOK, "SG14 ", "")
    assert "Inget är skrivet." in said.err
    assert not (desk.root / ONCE).exists()
    assert desk.run(f"{SIGN} {AT}").code == Exit.LOOK
    assert (desk.root / ONCE).exists()
    assert desk.run(f"{AGAIN} {AT}").code == Exit.FINE  # nothing to tell, nothing to ask
    assert len(asked) == 2


def test_what_is_signed_by_force_is_said_with_its_hash_and_how_it_differs(desk: Terminal) -> None:
    other = parties.with_update(parties.built(), b"0 0 9 9 re f")
    (desk.root / "annan.pdf").write_bytes(other)
    said = desk.run(f"{SIGN.replace(PDF, 'annan.pdf')} {AT} --force")
    assert said.code == Exit.LOOK
    digest = sha256(other).hexdigest()
    assert f"SG11 varning: annan.pdf är inte som den byggdes: sha256 {digest}" in said.err
    assert "VE18 varning: sidan 1" in said.err
    (desk.root / "okänd.pdf").write_bytes(parties.without_identity(parties.built()))
    said = desk.run(f"{SIGN.replace(PDF, 'okänd.pdf')} {AT} --force")
    assert "filen säger inte vilket uppdrag den är byggd av" in said.err


def test_an_earlier_build_is_known_and_is_not_signed_without_force(desk: Terminal) -> None:
    before = (desk.root / PDF).read_bytes()
    facts = desk.root / f"uppdrag/{SLUG}/2026.yaml"
    facts.write_text(facts.read_text("utf-8").replace("4561220", "4561221"), "utf-8")
    assert desk.run(f"avtalsgen build {SLUG}@2026 --format pdf").code == Exit.FINE
    (desk.root / "förra.pdf").write_bytes(before)
    said = desk.run("avtalsgen verify förra.pdf")
    assert "  som den byggdes, men arbetsytan ger nu en annan text på 1 ställe" in said.out
    assert set(codes(desk, "förra.pdf")) == {"VE07", "VE11"}
    said = refused(desk, SIGN.replace(PDF, "förra.pdf"), "SG11")
    assert "är byggd här, men en nyare är byggd sedan dess" in said.err
