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


def test_a_check_is_made_beside_the_page_and_told(client: Client) -> None:
    clause = client.site.root / "clauses/ersattning/1.md"
    clause.write_text(f"{clause.read_text('utf-8')}\nDen betalas betalas varje månad.\n", "utf-8")
    assert "1 av 1 uppdrag är inte granskade än" in client.get("/").text
    assert "granskas" in client.get("/granskning").text
    client.site.checks.wait()
    told = client.get("/").text
    assert '<span id="kontroll-prov">' in told
    assert "inte granskade än" not in told
    assert "varning" in told


def test_a_check_that_cannot_be_made_says_so(client: Client) -> None:
    client.get("/")
    (client.site.root / "clauses/register/kontroll.yaml").write_text("regler: [\n", "utf-8")
    client.get("/granskning")
    client.site.checks.wait()
    assert "går inte att granska" in client.get("/").text
