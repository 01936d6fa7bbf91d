"""The tjänsteskrivelse: made, its rows chosen and saved, checked, and built with its package."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.web.conftest import (
    AxeCheck,
    Client,
    client_of,
    fetched,
    pictures,
    put_whole,
    served,
    tab_to,
)

MEMO = "/skrivelse/vald-i-nara-relation/2026-tjansteskrivelse"


@pytest.fixture
def desk(tmp_path: Path) -> Client:
    """Return a client at a copy of the workspace of this repository, which a test may change."""
    return client_of(put_whole(tmp_path / "arbetsyta"))


def rows_of(text: str) -> dict[str, list[str] | str]:
    """Return the form of the table as a browser would send it."""
    sent: dict[str, list[str] | str] = {
        "nummer": re.findall(r'name="nummer" value="(\d+)"', text),
        "rad": re.findall(r'name="rad" value="(\d+)" checked', text),
    }
    etag = re.search(r'name="etag" value="([0-9a-f]+)"', text)
    assert etag
    sent["etag"] = etag[1]
    for name, value in re.findall(r'<textarea name="(\w+)"[^>]*>\n(.*?)</textarea>', text, re.S):
        sent[name] = value
    return sent


def memo_file(desk: Client) -> str:
    """Return the file of the memo."""
    root = desk.site.root
    return (root / "uppdrag/vald-i-nara-relation/2026-tjansteskrivelse.yaml").read_text()


def test_the_memos_are_listed_and_begun_from_an_edition(whole_client: Client) -> None:
    assert f'<a href="{MEMO}">' in whole_client.get("/skrivelse").text
    answer = whole_client.get("/skrivelse/ny?uppdrag=vald-i-nara-relation%402026")
    assert str(answer.url).endswith(MEMO)
    none = whole_client.get("/skrivelse/ny?uppdrag=familjeradgivning%402026").text
    assert "Det finns ingen tjänsteskrivelse om familjeradgivning@2026" in none


def test_the_rows_of_the_memo_come_first_and_those_of_the_comparison_after(
    whole_client: Client,
) -> None:
    text = whole_client.get(MEMO).text
    assert "8 av högst 8 rader valda" in text
    ours = text.index("Utföraren deltar i möten med nämndens politiker")
    assert ours < text.index("Ta med Prisjustering")


def test_what_is_saved_unchanged_changes_nothing(desk: Client) -> None:
    before = memo_file(desk)
    answer = desk.post(MEMO, data=rows_of(desk.get(MEMO).text))
    assert "Raderna är sparade" in answer.text
    assert memo_file(desk) == before


def test_a_row_is_left_out_and_another_written(desk: Client) -> None:
    sent = rows_of(desk.get(MEMO).text)
    chosen, numbers = sent["rad"], sent["nummer"]
    assert isinstance(chosen, list)
    own = numbers[-1]
    sent["rad"] = [*chosen[:-1], own]
    sent |= {f"vad{own}": "Öppettider", f"idag{own}": "Vardagar.", f"forslag{own}": "Alla dagar."}
    sent[f"varfor{own}"] = "Fler når hjälpen."
    assert "Raderna är sparade" in desk.post(MEMO, data=sent).text
    after = memo_file(desk)
    assert "Miljö och forskning" not in after
    assert "varför: Fler når hjälpen." in after
    assert "# Det viktigaste för nämnden. Hela jämförelsen är bilaga." in after


def test_a_ninth_row_and_an_empty_one_are_refused_and_nothing_is_written(desk: Client) -> None:
    before, sent = memo_file(desk), rows_of(desk.get(MEMO).text)
    chosen, numbers = sent["rad"], sent["nummer"]
    assert isinstance(chosen, list)
    nine = desk.post(MEMO, data={**sent, "rad": [*chosen, numbers[8]]})
    assert nine.status_code == 422
    assert "högst 8 får plats" in nine.text
    empty = desk.post(MEMO, data={**sent, f"forslag{chosen[0]}": ""})
    assert empty.status_code == 422
    assert "säger inte vad, i dag och förslag" in empty.text
    assert memo_file(desk) == before


def test_a_memo_is_made_about_an_edition_without_one(desk: Client) -> None:
    answer = desk.post("/skrivelse/ny", data={"uppdrag": "familjeradgivning@2026"})
    assert str(answer.url).endswith("/skrivelse/familjeradgivning/2026-tjansteskrivelse")
    made = desk.site.root / "uppdrag/familjeradgivning/2026-tjansteskrivelse.yaml"
    assert "avser: familjeradgivning@2026" in made.read_text()
    again = desk.post("/skrivelse/ny", data={"uppdrag": "familjeradgivning@2026"})
    assert again.url == answer.url
    assert desk.post("/skrivelse/ny", data={"uppdrag": "finns@1"}).status_code == 404


def test_what_hinders_the_package_is_said_before_it_is_built(whole_client: Client) -> None:
    text = whole_client.get(f"{MEMO}/kontroll").text
    assert "säger inte emot varandra" in text
    assert "Bygg ett utkast" in text


def test_a_memo_with_locked_words_is_read_only(whole_client: Client) -> None:
    place = "/skrivelse/vald-i-nara-relation/2019-tjansteskrivelse"
    text = whole_client.get(place).text
    assert "Skrivelsen är låst och ändras inte" in text
    assert "Spara raderna" not in text
    answer = whole_client.post(place, data={"etag": "0", "nummer": "1", "rad": "1", "vad1": "Pris"})
    assert answer.status_code == 422
    row = {"vad1": "Pris", "idag1": "1", "forslag1": "2"}
    locked = whole_client.post(place, data={"etag": "0", "nummer": "1", "rad": "1", **row})
    assert "är låst och ändras inte" in locked.text


def test_a_memo_is_written_and_its_package_built_by_the_keyboard_alone(
    tmp_path: Path, browser: Browser, axe: AxeCheck
) -> None:
    with served(put_whole(tmp_path / "arbetsyta"), browser) as site:
        axe(site.open("/skrivelse"))
        site.page.route("**/kontroll", lambda route: route.abort())  # once is enough, when saved
        page = site.open(MEMO)
        assert page.locator("input[name=rad]:not(:checked)").first.is_disabled()
        tab_to(page, "Ta med")
        page.keyboard.press("Space")
        assert page.locator("#antal").inner_text() == "7 av högst 8 rader valda"
        tab_to(page, "Spara raderna")
        page.unroute("**/kontroll")
        page.keyboard.press("Enter")
        page.get_by_text("Raderna är sparade").wait_for()
        page.get_by_role("heading", name="5. Paket till nämndsekreteraren").wait_for()
        axe(page)
        pictures(page, "skrivelse")
        tab_to(page, "Bygg ett utkast")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Klart").wait_for()
        axe(page)
        pictures(page, "paket")
        assert fetched(page, "namndpaket").startswith(b"%PDF")
