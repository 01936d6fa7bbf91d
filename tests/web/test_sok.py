"""Search, in a browser and as an answer."""

from playwright.sync_api import expect
from tests.web.conftest import AxeCheck, Client, SiteInBrowser, pictures


def test_search_from_any_page_by_the_keyboard(
    site_in_browser: SiteInBrowser, axe: AxeCheck
) -> None:
    page = site_in_browser.open("/")
    page.keyboard.press("/")
    page.keyboard.type("klagomålet")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("på ”klagomålet”")
    expect(page.locator("mark").first).to_be_visible()
    pictures(page, "sok")
    axe(page)


def test_what_nobody_has_written_is_told(whole_client: Client) -> None:
    shown = whole_client.get("/sok?q=<script>xyzzy").text
    assert "<script>xyzzy" not in shown
    assert "Ingen träff" in shown
    assert "Pröva ett kortare ord" in shown
    assert "Skriv ett eller flera ord" in whole_client.get("/sok").text


def test_what_holds_is_a_choice(whole_client: Client) -> None:
    shown = whole_client.get("/sok?q=klagomål&i=galler").text
    assert "gäller i dag" in shown
    assert "utkast" not in shown.partition("<main")[2].partition("</form>")[2]
