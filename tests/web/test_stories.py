"""Stories by the keyboard alone, and an edition as only a browser shows it.

Draft and build; renew. Those of a page of its own stand beside it: compare (test_jamfor.py), take
back (test_ta_emot.py), old documents (test_importera.py), memo and package (test_skrivelse.py).
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, expect
from tests.web.conftest import (
    AxeCheck,
    SiteInBrowser,
    fetched,
    pictures,
    put_small,
    served,
    tab_to,
)

EDIT = "/uppdrag/prov/1"
FAMILY = "/uppdrag/familjeradgivning"


def file_of(site: SiteInBrowser, path: str) -> str:
    return (site.root / f"{path.removeprefix('/')}.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Path:
    return put_small(tmp_path_factory.mktemp("liten") / "arbetsyta")


def test_every_state_of_an_edition_is_for_everybody(
    small: Path, browser: Browser, axe: AxeCheck
) -> None:
    file = small / "uppdrag/prov/1.yaml"
    text = file.read_text(encoding="utf-8").replace("tvist@1]", "tvist@1, {rubrik: Eget}]")
    text += "resultat: [{text: De får hjälp}]\nkanaler: []\n"
    file.write_text(text, encoding="utf-8")
    with served(small, browser) as site:
        page = site.open(EDIT)
        page.get_by_label("Alla 11 frågor").check()
        page.get_by_label("Hur mycket?").fill("6,450")
        page.get_by_role("button", name="Spara").click()
        expect(page.locator(".summary")).to_be_focused()
        axe(page)
        pictures(page, "uppdrag-fel")
        for path, name in (
            ("/uppdrag/prov", "utgavor"),
            (f"{EDIT}/svar", "svar"),
            (f"{EDIT}/problem", "problem"),
            (f"{EDIT}/eget/2", "eget"),
            ("/nytt", "nytt"),
        ):
            axe(site.open(path))
            pictures(page, name)
        other = site.open(EDIT)
        other.get_by_label("Vad heter uppdraget?").fill("Mitt")
        file.write_text(text.replace("titel: Prov", "titel: Deras"), encoding="utf-8")
        other.get_by_role("button", name="Spara").click()
        expect(other.get_by_text("Den andras: Deras")).to_be_visible()
        axe(other)
        pictures(other, "konflikt")
        file.write_text(text.replace("utkast", "undertecknad"), encoding="utf-8")
        axe(site.open(EDIT))
        pictures(page, "undertecknad")


def test_the_text_beside_follows_the_field_and_its_answer(own_site: SiteInBrowser) -> None:
    page = own_site.open(f"{FAMILY}/2026")
    field = page.get_by_label("Vad handlar verksamheten om?")
    field.focus()
    expect(page.locator(".page a.v.here")).to_have_text("familjerådgivning")
    field.fill("råd åt familjer")
    expect(page.locator(".page a.v.here")).to_have_text("råd åt familjer")
    expect(field).to_be_focused()
    page.locator(".page").get_by_role("link", name="tolv månader").first.click()
    expect(page.get_by_label("Hur lång är uppsägningstiden?")).to_be_in_viewport()
    page.get_by_role("link", name="Granska också språk, lagrum och siffror").click()
    expect(page.get_by_text("Regel RK10").first).to_be_visible()
    assert "råd åt familjer" not in file_of(own_site, f"{FAMILY}/2026")


def test_without_script_a_button_shows_the_text(own_site: SiteInBrowser, browser: Browser) -> None:
    cookies = own_site.page.context.cookies()
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(cookies)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{own_site.address}{FAMILY}/2026")
    page.get_by_label("Vad handlar verksamheten om?").fill("hjälp åt familjer")
    page.get_by_role("button", name="Uppdatera texten").click()
    expect(page.locator(".page")).to_contain_text("hjälp åt familjer")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("Sparat.")).to_be_visible()
    context.close()
    assert "verksamhet: hjälp åt familjer" in file_of(own_site, f"{FAMILY}/2026")


def test_a_new_uppdrag_is_drafted_and_built_by_the_keyboard_alone(own_site: SiteInBrowser) -> None:
    page = own_site.open("/nytt")
    tab_to(page, "Vad heter uppdraget?")
    page.keyboard.type("Stöd åt anhöriga")
    tab_to(page, "Vad för slags handling")
    chosen = page.evaluate("document.activeElement.value")
    while not chosen.startswith("verksamhetsuppdrag@"):
        page.keyboard.press("ArrowDown")
        chosen = page.evaluate("document.activeElement.value")
    page.keyboard.press("Space")
    tab_to(page, "Börja skriva")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/uppdrag/stod-at-anhoriga/"))
    path = page.url.removeprefix(own_site.address)
    expect(page.get_by_label("Vad heter uppdraget?")).to_have_value("Stöd åt anhöriga")
    tab_to(page, "Vilket diarienummer")
    page.keyboard.type("SON 2027-12")
    tab_to(page, "Vilken nämnd är beställare?")
    page.keyboard.type("Social- och omsorgsn")
    tab_to(page, "Hur stor är ersättningen i kronor?")
    page.keyboard.type("1 250 000")
    tab_to(page, "Kontrollera dina svar")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Kontrollera dina svar")).to_be_visible()
    expect(page.get_by_role("row", name="Hur stor är ersättningen")).to_contain_text("1 250 000")
    saved = file_of(own_site, path)
    assert "dnr: SON 2027-12" in saved
    assert "belopp: 1250000" in saved
    tab_to(page, "Bygg utkast")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Klart")).to_be_visible()
    assert fetched(page, "-utkast.docx").startswith(b"PK")
    assert fetched(page, "-utkast.pdf").startswith(b"%PDF")


def test_an_uppdrag_is_renewed_by_the_keyboard_alone(own_site: SiteInBrowser) -> None:
    page = own_site.open(f"{FAMILY}/2021")
    before = file_of(own_site, f"{FAMILY}/2021")
    tab_to(page, "Ny utgåva från 2021")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Ny utgåva")).to_be_visible()
    expect(page.get_by_label("Gör den av")).to_have_value("2021")
    tab_to(page, "Vad heter den nya?")
    page.keyboard.press("Control+a")
    page.keyboard.type("2028")
    tab_to(page, "Gör en ny utgåva")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{FAMILY}/2028"))
    tab_to(page, "Från och med vilken dag gäller uppdraget?")
    page.keyboard.press("Control+a")
    page.keyboard.type("2028-01-01")
    tab_to(page, "Spara")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Sparat.")).to_be_visible()
    new = file_of(own_site, f"{FAMILY}/2028")
    assert "status: utkast" in new
    assert "från: 2028-01-01" in new
    assert file_of(own_site, f"{FAMILY}/2021") == before


def test_the_browser_asks_before_answers_that_nobody_has_saved_are_left(
    own_site: SiteInBrowser,
) -> None:
    page = own_site.open(f"{FAMILY}/2026")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.get_by_label("Vad heter uppdraget?").fill("Rådgivning")
    page.get_by_role("link", name="Kalender").click()
    expect(page.get_by_label("Vad heter uppdraget?")).to_have_value("Rådgivning")
    assert asked == ["beforeunload"]
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_text("Sparat.")).to_be_visible()
    page.get_by_role("link", name="Kalender").click()
    expect(page).to_have_url(re.compile("/kalender"))
    assert asked == ["beforeunload"]


def test_focus_outlives_that_text_and_parts_are_made_anew(own_site: SiteInBrowser) -> None:
    page = own_site.open(f"{FAMILY}/2026")
    answer = page.get_by_label("Vad handlar verksamheten om?")
    for place, told in (
        (page.locator(".page").get_by_role("link", name="tolv månader").first, "stöd åt familjer"),
        (page.get_by_role("link", name="Disposition"), "råd åt familjer"),
    ):
        answer.fill(told)
        place.focus()
        expect(page.locator(".page")).to_contain_text(told)
        expect(place).to_be_focused()
