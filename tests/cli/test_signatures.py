"""`avtalsgen sign` and `avtalsgen verify` on an uppdrag, as built and as it comes back."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.x509.oid import ExtendedKeyUsageOID
from tests import mutations
from tests.cli.signing_desk import AGAIN, AT, DOCX, ONCE, PDF, SIGN, TWICE, codes, refused, verified
from tests.cli.terminal import Terminal
from tests.signing import authority, parties
from tests.signing.parties import FILE, SLUG

from avtalsgen.problems import Exit


def _in_word(desk: Terminal, old: str, new: str) -> None:
    """Write the first `old` in the body of the Word file as `new`."""
    parts = mutations.parts_of((desk.root / DOCX).read_bytes())
    body = parts["word/document.xml"].decode()
    assert old in body
    parts["word/document.xml"] = body.replace(old, new, 1).encode()
    (desk.root / DOCX).write_bytes(mutations.packed(parts))


def test_two_parties_sign_and_all_is_well(desk: Terminal) -> None:
    assert desk.run(f"{SIGN} {AT}").code == Exit.FINE
    assert desk.run(f"{AGAIN} --reason Enligt_beslut {AT}").code == Exit.FINE
    said = desk.run(f"avtalsgen verify {TWICE} --trust rot.pem")
    assert (said.code, said.err) == (Exit.FINE, "")
    assert said.out.splitlines()[1:] == [
        "  oförändrad: varje byte före underskrifterna är som den byggdes",
        f"  sha256 {sha256((desk.root / TWICE).read_bytes()).hexdigest()}",
        "  beställare: Åsa Öhrström, 2026-11-22 09:30 (UTC+00:00) enligt egen uppgift; håller;"
        " certifikat från Provutfärdaren, betrott",
        "  utförare: Märta Sjögren-Ek, 2026-11-22 09:30 (UTC+00:00) enligt egen uppgift; håller;"
        " certifikat från Provutfärdaren, betrott",
    ]


def test_a_signer_who_is_not_trusted_is_something_to_look_at(desk: Terminal) -> None:
    desk.run(SIGN)
    desk.run(AGAIN)
    said = desk.run(f"avtalsgen verify {TWICE}")
    assert said.code == Exit.LOOK
    assert said.err.count("VE06") == 2
    assert "håller; certifikat från Provutfärdaren, inte betrott" in said.out


def test_the_built_pdf_waits_for_its_signatures(desk: Terminal) -> None:
    said = desk.run(f"avtalsgen verify {PDF}")
    assert said.code == Exit.LOOK
    assert said.err.count("VE07") == 2


def test_a_changed_byte_is_broken(desk: Terminal) -> None:
    desk.run(SIGN)
    file = desk.root / ONCE
    data = bytearray(file.read_bytes())
    data[len(data) // 3] ^= 1
    file.write_bytes(data)
    said = desk.run(f"avtalsgen verify {ONCE}")
    assert said.code == Exit.DATA
    assert "VE03" in said.err
    refused(desk, AGAIN, "SG08")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda pdf: parties.with_update(pdf, b"BT ET"), "VE04"),
        (lambda pdf: pdf + b"% /ByteRange [0 1 2 3]\n", "VE05"),
        (parties.with_update, "VE08"),
    ],
)
def test_what_comes_after_the_last_signature_is_told(
    desk: Terminal, change: Callable[[bytes], bytes], code: str
) -> None:
    (desk.root / TWICE).write_bytes(change(parties.twice()))
    assert code in codes(desk, TWICE)


def test_a_file_that_was_changed_after_it_was_built_is_not_signed(desk: Terminal) -> None:
    with (desk.root / PDF).open("ab") as file:
        file.write(b"\n")
    refused(desk, SIGN, "SG11")
    assert "VE10" in codes(desk, PDF)


def test_a_file_that_was_changed_before_it_was_signed_is_told_of(desk: Terminal) -> None:
    (desk.root / "annan.pdf").write_bytes(parties.with_update(parties.built()))
    line = SIGN.replace(PDF, f"annan.pdf --out {ONCE}")
    refused(desk, line, "SG11")
    said = desk.run(f"{line} --force")
    assert said.code == Exit.LOOK
    assert said.err.startswith("SG11 varning: annan.pdf")
    assert "sha256 " in said.err
    assert "VE10" in codes(desk, ONCE)


def test_one_certificate_for_two_parties_is_told_before_and_after(desk: Terminal) -> None:
    assert desk.run(f"{SIGN} {AT}").code == Exit.FINE
    said = desk.run(f"{AGAIN.replace('b.p12', 'a.p12')} {AT}")
    assert (said.code, said.err[:5]) == (Exit.LOOK, "SG15 ")
    assert "VE21" in codes(desk, TWICE)


@pytest.mark.parametrize("force", ["", " --force"])
@pytest.mark.parametrize(
    ("kind", "code"), [(authority.Kind(signs=False), "SG12"), (authority.Kind(rsa=1024), "SG13")]
)
def test_a_key_that_may_not_sign_signs_nothing(
    desk: Terminal, kind: authority.Kind, code: str, force: str
) -> None:
    key = authority.p12("Fel Bruk", kind=kind)
    (desk.root / "a.p12").write_bytes(key)
    refused(desk, f"{SIGN}{force}", code)


def test_a_certificate_for_servers_is_told_before_and_after(desk: Terminal) -> None:
    server = authority.Kind(purposes=(ExtendedKeyUsageOID.SERVER_AUTH,))
    (desk.root / "a.p12").write_bytes(authority.p12("Webbserver", kind=server))
    said = desk.run(f"{SIGN} {AT}")
    assert (said.code, said.err[:5]) == (Exit.LOOK, "SG14 ")
    assert codes(desk, ONCE) == ["VE20", "VE07"]


def test_another_person_than_the_uppdrag_names_is_told_and_a_function_is_not(
    desk: Terminal,
) -> None:
    facts = desk.root / FILE
    text = facts.read_text("utf-8")
    facts.write_text(
        text.replace("      titel: direktör", "      titel: direktör\n      namn: Bo Provsson"),
        "utf-8",
    )
    assert facts.read_text("utf-8") != text
    assert desk.run(f"avtalsgen build {SLUG}@2026 --format pdf").code == Exit.FINE
    assert desk.run(f"{SIGN} {AT}").code == Exit.FINE
    said = desk.run(f"{AGAIN} {AT}")
    assert (said.code, said.err[:5]) == (Exit.LOOK, "SG16 ")
    assert "Bo Provsson" in said.err
    assert codes(desk, TWICE) == ["VE22"]


def test_a_title_changed_after_the_last_signature_is_told(desk: Terminal) -> None:
    (desk.root / TWICE).write_bytes(parties.with_title(parties.twice(), "Annat avtal"))
    said = desk.run(f"avtalsgen verify {TWICE} --trust rot.pem")
    assert said.err.startswith("VE23 ")
    assert "VE08" not in said.err


def test_a_file_called_after_another_edition_is_told(desk: Terminal) -> None:
    built = (desk.root / PDF).read_bytes()
    edition = (desk.root / FILE).read_bytes()
    (desk.root / FILE).with_name("2027.yaml").write_bytes(edition)
    (desk.root / f"{SLUG}-2027.pdf").write_bytes(built)
    (desk.root / "avtalet.pdf").write_bytes(built)
    assert "VE24" in codes(desk, f"{SLUG}-2027.pdf")
    assert "VE24" not in (*codes(desk, PDF), *codes(desk, "avtalet.pdf"))


def test_the_first_signature_stands_when_the_uppdrag_is_built_anew(desk: Terminal) -> None:
    desk.run(SIGN)
    facts = desk.root / FILE
    facts.write_text(facts.read_text("utf-8").replace("4561220", "4561221"), "utf-8")
    assert codes(desk, ONCE) == ["VE07", "VE11"]
    assert desk.run(f"avtalsgen build {SLUG}@2026 --format pdf").code == Exit.FINE
    assert desk.run(AGAIN).code == Exit.FINE
    assert codes(desk, TWICE) == ["VE11"]  # the record knows the earlier file


@pytest.mark.parametrize("name", ["annan.pdf", "mapp/annan.pdf", PDF])
def test_a_file_is_known_by_its_hash_whatever_its_name(desk: Terminal, name: str) -> None:
    """And by a fresh build where no record is left."""
    (desk.root / "mapp").mkdir()
    (desk.root / name).write_bytes(parties.built())
    assert codes(desk, name) == ["VE07", "VE07"]
    (desk.root / PDF).parent.joinpath(".avtalsgen.json").unlink()
    assert codes(desk, name) == ["VE07", "VE07"]
    assert desk.run(SIGN.replace(PDF, f"{name} --out ut.pdf")).code == Exit.FINE


@pytest.mark.parametrize("name", ["annan.pdf", "mapp/annan.pdf", PDF])
def test_an_altered_file_is_told_of_and_not_signed_whatever_its_name(
    desk: Terminal, name: str
) -> None:
    (desk.root / "mapp").mkdir()
    (desk.root / name).write_bytes(parties.with_update(parties.built()))
    assert "VE10" in codes(desk, name)
    refused(desk, SIGN.replace(PDF, name), "SG11")


def test_where_a_pdf_is_altered_is_told(desk: Terminal) -> None:
    (desk.root / "annan.pdf").write_bytes(parties.with_update(parties.built(), b"0 0 9 9 re f"))
    said = desk.run("avtalsgen verify annan.pdf")
    assert "VE18 varning: sidan 1: det som ritas är ett annat" in said.err


def test_outside_a_workspace_nobody_can_tell_what_a_file_is(
    desk: Terminal, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tmp_path_factory.mktemp("utanför")
    (outside / "annan.pdf").write_bytes(parties.built())
    monkeypatch.chdir(outside)
    key = f"--p12 {desk.root}/a.p12 --password-file {desk.root}/ord"
    said = desk.run(f"avtalsgen sign annan.pdf --party beställare {key}")
    assert said.code == Exit.DATA
    assert said.err.startswith("SG11 annan.pdf är inte känd här")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (SIGN.replace("file ord", "file rot.pem"), "SG05"),
        (SIGN.replace("a.p12", "rot.pem"), "SG04"),
        (SIGN.replace("beställare", "kunden"), "SG02"),
        (SIGN.replace(PDF, DOCX), "PF01"),
        (SIGN.replace(PDF, "finns-inte.pdf"), "ID02"),
        (SIGN.replace("a.p12", "finns-inte.p12"), "ID02"),
        (f"{SIGN} --time 2025-12-31", "SG07"),
        (f"{SIGN} --time 2027-12-31", "SG07"),
        (f"{SIGN} --out {PDF}", "SG10"),
    ],
)
def test_nothing_is_written_when_something_is_wrong(desk: Terminal, line: str, code: str) -> None:
    refused(desk, line, code)


def test_a_file_is_written_over_when_that_is_forced(desk: Terminal) -> None:
    assert desk.run(f"{SIGN} --out {PDF} --force").code == Exit.FINE
    assert codes(desk, PDF) == ["VE07"]


def test_a_time_must_be_a_time(desk: Terminal) -> None:
    assert desk.run(f"{SIGN} --time igår").code == Exit.USAGE


def test_the_password_is_asked_for(desk: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda *_: authority.PASSWORD)
    assert desk.run(SIGN.replace("--password-file ord", AT)).code == Exit.FINE


def test_an_unchanged_word_file_is_silent(desk: Terminal) -> None:
    said = desk.run(f"avtalsgen verify {DOCX}")
    assert (said.code, said.err) == (Exit.FINE, "")


def test_a_changed_word_in_a_word_file_is_told_of_with_its_section(desk: Terminal) -> None:
    _in_word(desk, "4\N{NO-BREAK SPACE}561", "4561")
    found = verified(desk, DOCX)
    assert [each["section"] for each in found["differences"]] == ["ersattning-fast"]
    (problem,) = found["problems"]
    assert problem["code"] == "VE09"
    assert "”2 Ersättning”" in str(problem["message"])
    assert "4561" in str(problem["message"])


def test_a_word_file_that_is_older_than_the_workspace_is_said_to_be(desk: Terminal) -> None:
    facts = desk.root / FILE
    facts.write_text(facts.read_text("utf-8").replace("4561220", "4561221"), "utf-8")
    assert codes(desk, DOCX) == ["VE11"]


def test_bookmarks_that_another_program_dropped_are_no_difference(desk: Terminal) -> None:
    _in_word(desk, '"_ag_ersattning_fast"', '"_ag_annat"')
    assert codes(desk, DOCX) == []


def test_a_tracked_change_is_told_of(desk: Terminal) -> None:
    added = '<w:ins w:id="900" w:author="Kim\u009b"><w:r><w:t>kvastskaft</w:t></w:r></w:ins>'
    _in_word(desk, "<w:r>", f"{added}<w:r>")
    said = desk.run(f"avtalsgen verify {DOCX}")
    assert said.code == Exit.LOOK
    assert "VE12 varning: omslaget: spårad ändring, tillagt av Kim\ufffd: ”kvastskaft”" in said.err


def test_outside_the_workspace_signatures_are_still_told_of(
    desk: Terminal, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("utanför"))
    Path("fil.pdf").write_bytes(parties.twice())
    Path("rot.pem").write_bytes(authority.root())
    found = verified(desk, "fil.pdf")
    assert [each["state"] for each in found["signatures"]] == ["holds", "holds"]
    assert [each["code"] for each in found["problems"]] == ["VE13"]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "VE02"), (b"text", "VE02"), (b"PK\x03\x04", "DX01"), (b"%PDF-1.7", "PF01")],
)
def test_a_file_of_another_kind_is_told_of(desk: Terminal, data: bytes, code: str) -> None:
    (desk.root / "fil").write_bytes(data)
    said = desk.run("avtalsgen verify fil")
    assert said.code == Exit.DATA
    assert code in said.err


def test_a_file_that_is_too_large_is_told_of(desk: Terminal) -> None:
    with (desk.root / "fil").open("wb") as file:
        file.truncate(50_000_001)
    said = desk.run("avtalsgen verify fil")
    assert (said.code, said.err.startswith("VE01")) == (Exit.DATA, True)
