"""Files that came back: shown silent first, decided one by one, answered in a list."""

import re
import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser
from tests.takeback.taking import DOCUMENT, OWN, ROOT, base
from tests.takeback.word_edits import WordFile
from tests.web.conftest import AxeCheck, Client, client_of, fetched, pictures, served, tab_to

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def workshop(root: Path) -> Path:
    """Put the workspace that the file was built in at `root` and return it."""
    shutil.copytree(ROOT / "clauses", root / "clauses")
    shutil.copytree(OWN, root, dirs_exist_ok=True)
    return root


@pytest.fixture(scope="module")
def returned_file() -> bytes:
    """Return a file with a silent sum and a tracked word."""
    file = WordFile(base(*DOCUMENT).file)
    file.replace("605", "625")
    file.track("skriftlig", "muntlig", paragraph=file.paragraph("Uppsägningen ska vara"))
    file.comment("Uppsägningen ska vara", "Går det bra?")
    return file.written()


@pytest.fixture
def desk(tmp_path: Path) -> Client:
    """Return a client that is in at the workspace of the file."""
    return client_of(workshop(tmp_path / "arbetsyta"))


def dropped(desk: Client, *files: bytes) -> str:
    """Return the address of the changes of `files`."""
    sent = [("fil", (f"svar-{place}.docx", data, WORD)) for place, data in enumerate(files, 1)]
    answer = desk.post("/ta-emot", files=sent, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def test_the_silent_change_comes_first(desk: Client, returned_file: bytes) -> None:
    text = desk.get(dropped(desk, returned_file)).text
    assert text.index("Tysta ändringar") < text.index("625") < text.index("Spårade ändringar")
    assert text.index("Spårade ändringar") < text.index("<ins>muntlig</ins>")
    assert "uppgiften ersättning.belopp blir 625" in text
    assert "Går det bra?" in text
    assert re.search(r"Uppsägningen ska vara <del>skriftlig</del> <ins>muntlig</ins>\S*", text)


def test_a_decision_is_written_and_the_rest_is_left(desk: Client, returned_file: bytes) -> None:
    place = dropped(desk, returned_file)
    answer = desk.post(place, data={"gor": "spara", "b1": "godta", "b2": "senare"})
    assert "1 godtagna, 0 avvisade" in answer.text
    yaml = (desk.site.root / "uppdrag/prov/2026.yaml").read_text()
    assert "belopp: 625" in yaml
    assert "# parterna och tiden" in yaml
    again = desk.get(place).text
    assert "ersättning.belopp" not in again
    assert "<ins>muntlig</ins>" in again


def test_what_is_refused_is_said_at_its_field_and_nothing_is_written(desk: Client) -> None:
    file = WordFile(base(*DOCUMENT).file)
    file.replace_everywhere("Leanlink Råd och Stöd", "Stadens Samtal")
    place = dropped(desk, file.written())
    before = sorted(desk.site.root.rglob("*"))
    answer = desk.post(place, data={"gor": "spara", "b1": "godta", "s1": "Vi frågar dem."})
    assert answer.status_code == 422
    assert '<a href="#spara">' in answer.text
    assert "Vi frågar dem." in answer.text
    assert sorted(desk.site.root.rglob("*")) == before


def test_nothing_decided_is_said(desk: Client, returned_file: bytes) -> None:
    answer = desk.post(dropped(desk, returned_file), data={"gor": "spara"})
    assert (answer.status_code, "Godta eller avvisa något först" in answer.text) == (422, True)


def test_the_list_has_what_we_answered(desk: Client, returned_file: bytes) -> None:
    place = dropped(desk, returned_file)
    said = {"b1": "avvisa", "s1": "Priset står kvar.", "o1": "för dyrt", "v1": "controllern"}
    rows = desk.post(place, data={"gor": "csv", **said}).content.decode("utf-8-sig")
    assert "Nej. Priset står kvar." in rows
    assert "för dyrt" in rows
    assert "controllern" in rows


def test_the_changes_are_fetched_tracked(desk: Client, returned_file: bytes) -> None:
    word = desk.get(f"{dropped(desk, returned_file)}/andringar.docx").content
    assert b"<w:ins " in ZipFile(BytesIO(word)).read("word/document.xml")


def test_several_copies_are_shown_together_and_decided_together_or_one_at_a_time(
    desk: Client, returned_file: bytes
) -> None:
    other = WordFile(base(*DOCUMENT).file)
    other.track("605", "635")
    place = dropped(desk, returned_file, other.written())
    text = desk.get(place).text
    assert "svar-1.docx" in text
    assert "svar-2.docx" in text
    assert "I konflikt med svar-2.docx" in text or "I konflikt med Anna" in text
    clash = desk.post(place, data={"gor": "spara", "b1": "godta", "b3": "godta"})
    assert (clash.status_code, "gör olika av samma ord" in clash.text) == (422, True)
    assert "635" in desk.get(f"{place}/2").text
    assert "muntlig" not in desk.get(f"{place}/2").text
    assert desk.get(f"{place}/3").status_code == 404
    saved = desk.post(place, data={"gor": "spara", "b1": "avvisa", "b2": "godta", "b3": "godta"})
    assert "2 godtagna, 1 avvisade" in saved.text
    yaml = (desk.site.root / "uppdrag/prov/2026.yaml").read_text()
    assert "belopp: 635" in yaml


def test_a_file_that_is_let_go_is_gone(desk: Client, returned_file: bytes) -> None:
    place = dropped(desk, returned_file)
    desk.post(place, data={"gor": "glom"})
    answer = desk.get(place)
    assert answer.status_code == 404
    assert "Kod WE06" in answer.text
    assert "älj den igen" in answer.text
    assert desk.get(dropped(desk, returned_file)).status_code == 200


def test_a_file_that_is_none_of_ours_is_refused_in_words(desk: Client) -> None:
    answer = desk.post("/ta-emot", files={"fil": ("a.pdf", b"%PDF-1.7\n", "application/pdf")})
    assert answer.status_code == 400
    assert "Wordfiler (docx)" in answer.text


def test_a_file_is_taken_back_by_the_keyboard_alone_and_its_pages_are_for_everybody(
    tmp_path: Path, browser: Browser, axe: AxeCheck, returned_file: bytes
) -> None:
    upload = tmp_path / "svar.docx"
    upload.write_bytes(returned_file)
    with served(workshop(tmp_path / "arbetsyta"), browser) as site:
        page = site.open("/ta-emot")
        axe(page)
        page.set_input_files("#fil", upload)  # the window that asks for a file is the system's
        tab_to(page, "Läs filen")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Tysta ändringar").wait_for()
        axe(page)
        pictures(page, "ta-emot")
        page.keyboard.press("n")
        page.keyboard.press("g")
        assert page.locator("input[name=b1][value=godta]").is_checked()
        page.keyboard.press("n")
        page.keyboard.press("a")
        tab_to(page, "Svar till motparten")
        page.keyboard.press("Enter")
        tab_to(page, "|Svar|")
        page.keyboard.type("Skriftlig ska det vara.")
        word = fetched(page, "Svarslista i Word")
        assert (
            "Skriftlig ska det vara." in ZipFile(BytesIO(word)).read("word/document.xml").decode()
        )
        tab_to(page, "Spara besluten")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Besluten är sparade").wait_for()
        assert "1 godtagna, 1 avvisade" in page.locator("main").inner_text()
        axe(page)
        pictures(page, "ta-emot-sparat")
