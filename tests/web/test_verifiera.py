"""A file is dropped: what it is, what is proven and what is not, and what one does next."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, expect
from tests.signing import authority, parties
from tests.web.conftest import AxeCheck, Client, SiteInBrowser, client_of, pictures, served
from tests.web.loading import loaded_by

from avtalsgen.pipeline.verify.proof import proof
from avtalsgen.pipeline.verify.verdict import Standing, Verdict
from avtalsgen.pipeline.verify.verify import verify
from avtalsgen.web.uploads.apart import apart

ROOT_KEY = ("certifikat", ("rot.pem", authority.root()))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the workspace in which the uppdrag of `parties` was built."""
    root = tmp_path_factory.mktemp("skrivbord")
    for name, data in parties.files().items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


@pytest.fixture(scope="module")
def at_desk(desk: Path) -> Client:
    return client_of(desk)


@pytest.fixture(scope="module")
def desk_site(desk: Path, browser: Browser) -> Iterator[SiteInBrowser]:
    with served(desk, browser) as site:
        yield site


def _altered(docx: bytes) -> bytes:
    """Return a Word file with another sum, as nobody tracked it."""
    packed = BytesIO()
    with ZipFile(BytesIO(docx)) as old, ZipFile(packed, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "word/document.xml":
                data = data.replace("utföraren".encode(), "någon annan".encode(), 1)
            new.writestr(part, data)
    return packed.getvalue()


def _posted(client: Client, *files: tuple[str, tuple[str, bytes]]) -> str:
    answer = client.post("/verifiera", files=list(files))
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.text)


BY_ALL = "Oförändrad och underskriven av alla parter"
LACKING = "Oförändrad, men inte underskriven av alla"
STRANGE = "av en utfärdare som ni inte har valt"


def test_a_file_is_read_by_what_was_loaded_before_it_came(desk: Path, tmp_path: Path) -> None:
    file = tmp_path / "byggd.pdf"
    file.write_bytes(parties.built())
    assert apart(loaded_by, verify, file, (), desk) == []


@pytest.mark.parametrize(
    ("name", "data", "trusts", "headline", "also"),
    [
        ("byggd.pdf", parties.built, False, "Oförändrad", "Varje byte är som i filen"),
        ("en.pdf", parties.once, True, LACKING, "tförare har inte skrivit under"),
        ("tva.pdf", parties.twice, True, BY_ALL, "som ni litar på"),
        ("tva.pdf", parties.twice, False, STRANGE, "Vem som skrev under"),
    ],
    ids=["byggd", "en", "tva", "okand"],
)
def test_a_pdf_of_ours_is_known(
    at_desk: Client, name: str, data: object, headline: str, also: str, *, trusts: bool
) -> None:
    trust = [ROOT_KEY] if trusts else []
    shown = _posted(at_desk, ("fil", (name, data())), *trust)  # type: ignore[operator]
    assert headline in shown
    assert also in shown
    assert "Sidan 1 av" in shown


def test_a_changed_pdf_is_not_to_be_signed(at_desk: Client) -> None:
    changed = parties.with_update(parties.twice(), b"0 0 100 100 re f")
    shown = _posted(at_desk, ("fil", ("andrad.pdf", changed)))
    assert "Filen är ändrad" in shown
    assert "Skriv inte under den." in shown


def test_several_files_have_an_answer_each(at_desk: Client) -> None:
    word = parties.files()[f"{parties.STEM}.docx"]
    files = [
        ("fil", ("a.docx", word)),
        ("fil", ("b.docx", _altered(word))),
        ("fil", ("c.txt", b"ord")),
    ]
    shown = _posted(at_desk, *files)
    assert "Filen är ändrad" in shown
    assert "Den här sidan" in shown
    assert shown.count('id="svar-') == 3


def test_a_file_that_is_none_is_refused_in_words(at_desk: Client) -> None:
    answer = at_desk.post("/verifiera", files=[("fil", ("avtal.docx", b"PK\x03\x04x"))])
    assert answer.status_code == 400
    assert "är skadad och läses därför inte" in answer.text
    assert at_desk.post("/verifiera", files=[("fil", ("", b""))]).status_code == 422


def test_a_foreign_file_is_not_known(at_desk: Client) -> None:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/document.xml", "<x/>")
    shown = _posted(at_desk, ("fil", ("avtal.docx", packed.getvalue())))
    assert "Filen går inte att läsa" in shown
    shown = _posted(at_desk, ("fil", ("a.pdf", parties.without_identity(parties.built()))))
    assert "Filen kan inte jämföras" in shown


def test_nothing_is_kept(at_desk: Client, desk: Path) -> None:
    before = {path for path in desk.rglob("*") if path.is_file()}
    _posted(at_desk, ("fil", ("byggd.pdf", parties.built())))
    assert {path for path in desk.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "standing", ["unchanged", "earlier", "outdated", "unproven", "changed", "unknown"]
)
def test_what_was_not_compared_is_never_proven(standing: Standing) -> None:
    told = proof(Verdict(standing=standing))
    assert bool(told.proven) == (standing not in {"changed", "unknown"})
    assert (told.mood == "fine") == (standing in {"unchanged", "earlier"})


def test_the_verdict_is_for_everybody(desk_site: SiteInBrowser, axe: AxeCheck) -> None:
    """By the keyboard: the field, the file, the button; then what one reads."""
    page = desk_site.open("/verifiera")
    axe(page)
    page.get_by_role("button", name="Kontrollera", exact=True).click()
    page.get_by_text("Utfärdare som ni litar på").click()
    twice = {"name": "underskriven.pdf", "mimeType": "application/pdf", "buffer": parties.twice()}
    trust = {"name": "rot.pem", "mimeType": "text/plain", "buffer": authority.root()}
    page.get_by_label("Kontrollera en PDF eller en Wordfil").set_input_files(twice)  # type: ignore[arg-type]
    page.get_by_label("Certifikat (PEM)").set_input_files(trust)  # type: ignore[arg-type]
    page.get_by_role("button", name="Kontrollera", exact=True).press("Enter")
    expect(page.get_by_role("heading", level=2).first).to_contain_text(
        "underskriven av alla parter"
    )
    axe(page)
    pictures(page, "verifiera")
    word = _altered(parties.files()[f"{parties.STEM}.docx"])
    given = {"name": "andrad.docx", "mimeType": "application/zip", "buffer": word}
    page.get_by_label("Kontrollera en PDF eller en Wordfil").set_input_files(given)  # type: ignore[arg-type]
    page.get_by_role("button", name="Kontrollera", exact=True).press("Enter")
    expect(page.get_by_role("heading", level=2).first).to_have_text("Filen är ändrad")
    axe(page)
    pictures(page, "verifiera-andrad")
