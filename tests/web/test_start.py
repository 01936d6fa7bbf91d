"""The portfolio, in a browser and as an answer."""

from playwright.sync_api import expect
from tests.web.conftest import AxeCheck, Client, SiteInBrowser, pictures


def test_the_portfolio_is_for_everybody(site_in_browser: SiteInBrowser, axe: AxeCheck) -> None:
    page = site_in_browser.open("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Uppdrag")
    pictures(page, "start")
    page.get_by_text("Visa som tabell").click()
    axe(page)


def test_a_view_is_an_address(whole_client: Client) -> None:
    ending = whole_client.get("/?visa=upphor").text
    assert "Inget uppdrag hör hit just nu." in ending
    assert 'value="upphor" checked' in ending
    assert 'value="alla" checked' in whole_client.get("/?visa=<b>").text


def test_the_cost_of_another_is_an_address(whole_client: Client) -> None:
    assert "Indextrappa, utgåva 2019" in whole_client.get("/").text
    shown = whole_client.get("/?kostnad=korttidsboende").text
    assert "Kostnaden kan inte räknas år för år" in shown
    assert '<option value="korttidsboende" selected>' in shown


def test_the_register_is_a_sheet(whole_client: Client) -> None:
    answer = whole_client.get("/uppdrag.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert "familjeradgivning;" in answer.text


def test_an_empty_workspace_says_where_to_begin(client: Client) -> None:
    (client.site.root / "uppdrag/prov/1.yaml").unlink()
    assert "Ingenting än" in client.get("/").text
