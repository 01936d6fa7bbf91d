"""The calendar and the matrix: filtered by address, fetched as files."""

import re

import pytest
from playwright.sync_api import expect
from tests.web.conftest import AxeCheck, Client, SiteInBrowser, pictures


@pytest.mark.parametrize("path", ["kalender", "matris"])
def test_for_everybody(site_in_browser: SiteInBrowser, axe: AxeCheck, path: str) -> None:
    page = site_in_browser.open(f"/{path}")
    expect(page.get_by_role("heading", level=1)).to_have_text(path.capitalize())
    pictures(page, path)
    axe(page)


def test_the_days_of_one_uppdrag_and_of_one_party(whole_client: Client) -> None:
    every = whole_client.get("/kalender").text
    shown = whole_client.get("/kalender?uppdrag=familjeradgivning").text
    assert "verksamhetsberättelse" in shown
    assert shown.count("<tr>") < every.count("<tr>")
    assert 'value="familjeradgivning" selected' in shown
    mine = whole_client.get("/kalender?uppdrag=familjeradgivning&vem=Leanlink Råd och Stöd").text
    assert 0 < mine.count("<tr>") < shown.count("<tr>")


@pytest.mark.parametrize("written", ["i morgon", "2020-01-01", "2027-13-01"])
def test_a_day_that_is_none_is_told_at_its_field(whole_client: Client, written: str) -> None:
    answer = whole_client.get(f"/kalender?till={written}")
    assert answer.status_code == 422
    assert f'value="{written}"' in answer.text
    assert '<a href="#till">' in answer.text


def test_an_uppdrag_that_is_not_there(whole_client: Client) -> None:
    assert whole_client.get("/kalender?uppdrag=finns-inte").status_code == 404


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/kalender/ics", "text/calendar"),
        ("/kalender/csv", "text/csv"),
        ("/matris/csv", "text/csv"),
        ("/matris/html", "text/html"),
    ],
)
def test_a_file_is_fetched(whole_client: Client, path: str, kind: str) -> None:
    answer = whole_client.get(path)
    assert answer.headers["content-type"].startswith(kind)
    assert answer.headers["content-disposition"].startswith("attachment")
    assert len(answer.content) > 500


@pytest.mark.parametrize("path", ["/kalender/exe", "/matris/exe"])
def test_a_format_that_is_none(whole_client: Client, path: str) -> None:
    answer = whole_client.get(path)
    assert answer.status_code == 404
    assert "WE07" in answer.text
    said = re.search("[Vv]älj ett av (?P<kinds>[a-z, ]+)", answer.text)
    assert said
    for kind in said["kinds"].split(", "):
        assert whole_client.get(path.replace("exe", kind)).status_code == 200


def test_the_matrix_is_filtered(whole_client: Client) -> None:
    every = whole_client.get("/matris").text
    older = whole_client.get("/matris?visa=aldre").text
    assert "nyare utgåva" in older
    assert older.count('<th scope="row">') < every.count('<th scope="row">')
    assert whole_client.get("/matris?klausul=tvist").text.count('<th scope="row">') == 1
    assert "Ingen klausul hör hit." in whole_client.get("/matris?klausul=<x>").text
