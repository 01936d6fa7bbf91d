"""Two versions beside each other: what is chosen, what is dropped, and what is fetched."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from tests.web.conftest import AxeCheck, Client, SiteInBrowser, fetched, pictures, tab_to

from avtalsgen.pipeline.workspace.memo.change_rows import MOST_ROWS

MEMOS = (
    "/jamfor?forut=vald-i-nara-relation%402019-tjansteskrivelse&nu=korttidsboende%402026-korthet"
)
YEARS = "/jamfor?forut=vald-i-nara-relation%402019&nu=vald-i-nara-relation%402026"


def test_a_choice_is_an_address(whole_client: Client) -> None:
    sides = {"forut": "vald-i-nara-relation@2019", "nu": "vald-i-nara-relation@2026"}
    answer = whole_client.post("/jamfor", data=sides, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, YEARS)


def test_what_matters_comes_first_with_a_way_to_its_section(whole_client: Client) -> None:
    text = whole_client.get(YEARS).text
    assert text.index("Det viktigaste") < text.index("Skyldigheter") < text.index('id="a1"')
    first = text[text.index("Det viktigaste") : text.index("Skyldigheter")]
    assert '<a href="#a' in first
    assert "<del>" in text
    assert "<ins>" in text


def test_the_same_edition_is_said_to_be_the_same(whole_client: Client) -> None:
    same = YEARS.replace("%402019", "%402026")
    assert "Versionerna är lika" in whole_client.get(same).text


def test_nothing_chosen_is_asked_for_at_the_field(whole_client: Client) -> None:
    answer = whole_client.post("/jamfor", data={"nu": "vald-i-nara-relation@2026"})
    assert answer.status_code == 422
    assert '<a href="#forut">Förut: välj en utgåva eller en fil</a>' in answer.text
    assert '<option value="vald-i-nara-relation@2026" selected>' in answer.text


def test_one_that_is_not_there_is_said_in_words(whole_client: Client) -> None:
    answer = whole_client.get("/jamfor?forut=finns-inte%401&nu=vald-i-nara-relation%402026")
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "name", ["README.md", "../utanfor.txt", "/etc/hostname", "../x@1", "x@../y"]
)
def test_no_file_is_opened_by_what_an_address_says(client: Client, name: str) -> None:
    (client.site.root / "README.md").write_text("hemligt")
    (client.site.root.parent / "utanfor.txt").write_text("hemligt")
    for path in ("/jamfor", "/jamfor/fil"):
        answer = client.get(path, params={"forut": name, "nu": name})
        assert answer.status_code == 404
        assert "hemligt" not in answer.text
    files = {"nu_fil": ("Nytt.txt", b"text")}
    assert client.post("/jamfor", data={"forut": name}, files=files).status_code == 404


def test_the_table_of_a_memo_is_fetched_as_word(whole_client: Client) -> None:
    assert "/jamfor/fil?" in whole_client.get(YEARS).text
    answer = whole_client.get(YEARS.replace("/jamfor?", "/jamfor/fil?som=tabell&"))
    named = "tabell-vald-i-nara-relation-2019-vald-i-nara-relation-2026"
    assert named in answer.headers["content-disposition"]
    with ZipFile(BytesIO(answer.content)) as package:
        body = package.read("word/document.xml").decode()
    table = body[body.index("<w:tbl>") :]
    assert table.count("<w:tr>") + table.count("<w:tr ") == 1 + MOST_ROWS
    assert "I dag" in table
    assert "Varför" in table


def test_files_that_are_dropped_are_compared_and_named_as_they_were(whole_client: Client) -> None:
    files = {
        "forut_fil": ("Gammalt avtal.txt", b"1 Pris\n\nPriset \xc3\xa4r 100 kronor.\n"),
        "nu_fil": ("Nytt avtal.txt", b"1 Pris\n\nPriset \xc3\xa4r 200 kronor.\n"),
    }
    text = whole_client.post("/jamfor", files=files).text
    assert "Gammalt avtal.txt" in text
    assert "<del>100</del>" in text
    assert "/tmp" not in text


def test_a_dropped_file_beside_an_edition_is_fetched_as_word(whole_client: Client) -> None:
    files = {"nu_fil": ("Nytt avtal.txt", "1 Pris\n\nPriset är 200 kronor.\n".encode())}
    data = {"forut": "vald-i-nara-relation@2019", "som": "docx"}
    answer = whole_client.post("/jamfor", data=data, files=files)
    assert answer.content.startswith(b"PK")


def test_an_edition_as_it_was_is_asked_for_by_its_day(whole_client: Client) -> None:
    sides = {"forut": "a@1", "forut_dag": "2026-11-01", "nu": "a@1"}
    answer = whole_client.post("/jamfor", data=sides, follow_redirects=False)
    assert answer.headers["location"] == "/jamfor?forut=a%401%402026-11-01&nu=a%401"


def test_a_day_that_is_not_known_is_said_at_its_field(whole_client: Client) -> None:
    answer = whole_client.get(f"{YEARS}%402020-01-01")
    assert answer.status_code == 422
    assert '<a href="#nu_dag">Nu: Det finns ingen git-historik för arbetsytan.</a>' in answer.text
    assert 'value="2020-01-01"' in answer.text
    assert str(whole_client.site.root) not in answer.text


def test_the_pages_are_for_everybody(site_in_browser: SiteInBrowser, axe: AxeCheck) -> None:
    axe(site_in_browser.open("/jamfor"))
    pictures(site_in_browser.page, "jamfor-valj")
    axe(site_in_browser.open(MEMOS))
    pictures(site_in_browser.open(YEARS), "jamfor")


def test_two_editions_are_compared_and_the_redline_is_fetched_by_the_keyboard_alone(
    site_in_browser: SiteInBrowser,
) -> None:
    page = site_in_browser.open("/jamfor")
    for side, year in (("Förut", "2019"), ("Nu", "2026")):
        tab_to(page, f"|{side}|Utgåva|")
        edition = f"vald-i-nara-relation@{year}"
        for _ in range(40):
            if page.evaluate("document.activeElement.value") == edition:
                break
            page.keyboard.press("ArrowDown")
    tab_to(page, "Visa vad som skiljer")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Det viktigaste").wait_for()
    page.wait_for_load_state()  # its script listens to keys
    changes = page.locator(".chg:visible")
    whole = changes.count()
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.matches('[data-step]')")
    page.get_by_label("Avgörande").focus()
    page.keyboard.press("Space")
    assert 0 < changes.count() < whole
    page.get_by_label("Löpande").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator(".sbs:visible").count() > 0
    assert page.locator(".inl:visible").count() == 0
    page.locator("main").focus()
    with ZipFile(BytesIO(fetched(page, "Word med spårade ändringar"))) as package:
        assert b"<w:ins " in package.read("word/document.xml")
