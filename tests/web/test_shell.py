"""What stands round every page: menu, way past it, colours, and the pages of what is wrong."""

from playwright.sync_api import expect
from starlette.testclient import TestClient
from tests.web.conftest import NARROW, AxeCheck, SiteInBrowser, pictures

import avtalsgen.web.pages.start as start
from avtalsgen.web.app import all_pages


def test_a_page_that_is_not_there_says_so(site_in_browser: SiteInBrowser, axe: AxeCheck) -> None:
    page = site_in_browser.open("/finns-inte")
    expect(page).to_have_title("Sidan finns inte – avtalsgen")
    axe(page)
    pictures(page, "404")


def test_an_ended_session_says_so(site_in_browser: SiteInBrowser, axe: AxeCheck) -> None:
    other = site_in_browser.page.context.browser
    assert other is not None
    page = other.new_page()
    page.goto(site_in_browser.address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Öppna avtalsgen igen")
    axe(page)
    page.close()


def test_no_page_breaks_the_policy(site_in_browser: SiteInBrowser) -> None:
    said: list[str] = []
    site_in_browser.page.on("console", lambda message: said.append(message.text))
    for shown in all_pages():
        if shown.word:
            site_in_browser.open(shown.ways[0].path)
    assert said == []


def test_the_menu_folds_without_script(site_in_browser: SiteInBrowser) -> None:
    page = site_in_browser.open("/")
    menu = page.get_by_role("navigation", name="Huvudmeny")
    expect(menu).to_be_visible()
    page.set_viewport_size(NARROW)
    expect(menu).to_be_hidden()
    page.get_by_role("button", name="Meny").click()
    expect(menu.get_by_role("link", name="Uppdrag", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()


def test_the_first_stop_of_the_keyboard_leads_past_the_menu(
    site_in_browser: SiteInBrowser,
) -> None:
    page = site_in_browser.open("/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Hoppa till innehållet")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_our_own_fault_shows_no_traceback(client: TestClient, monkeypatch: object) -> None:
    def broken(*_: object, **__: object) -> object:
        raise RuntimeError("hemlig sökväg")

    monkeypatch.setattr(start, "page", broken)  # type: ignore[attr-defined]
    answer = client.get("/")
    assert answer.status_code == 500
    assert "Något gick fel hos oss" in answer.text
    assert "Traceback" not in answer.text


def test_a_wrong_method_is_answered_in_swedish(client: TestClient) -> None:
    answer = client.post("/")
    assert answer.status_code == 405
    assert "Det gick inte" in answer.text
