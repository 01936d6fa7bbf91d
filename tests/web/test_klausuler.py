"""The clauses: their editions beside each other, a new wording, and its review."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.web.conftest import AxeCheck, Client, client_of, pictures, put_whole, served

LEX = "/klausuler/lex-sarah"


@pytest.fixture
def desk(tmp_path: Path) -> Client:
    """Return a client at a copy of the workspace of this repository, which a test may change."""
    return client_of(put_whole(tmp_path / "arbetsyta"))


def etag(text: str) -> str:
    """Return the etag that a page has in its forms."""
    told = re.search(r'name="etag" value="([0-9a-f]{64})"', text)
    assert told
    return told[1]


def file_of(desk: Client, clause: str, edition: str) -> str:
    """Return the file of an edition."""
    return (desk.site.root / "clauses" / clause / f"{edition}.md").read_text()


def test_every_clause_is_listed_and_can_be_sought(whole_client: Client) -> None:
    text = whole_client.get("/klausuler").text
    assert '<a href="/klausuler/lex-sarah">' in text
    assert "tvist" in text
    assert "tvist" not in whole_client.get("/klausuler?q=sarah").text.split("</form>")[-1]


def test_the_editions_stand_beside_each_other_with_who_uses_them(whole_client: Client) -> None:
    text = whole_client.get(LEX).text
    assert text.index("/klausuler/lex-sarah/2019") < text.index("/klausuler/lex-sarah/2026")
    assert "Låst av vald-i-nara-relation@2019" in text
    assert "<ins>" in text
    assert "ej granskad av jurist" in text.casefold()
    assert whole_client.get("/klausuler/finns-inte").status_code in (400, 404)


def test_what_to_check_is_said_in_words_with_its_condition(whole_client: Client) -> None:
    text = whole_client.get(f"{LEX}/2026").text
    listed = text[text.index("Att kontrollera</h3>") :].split("</ul>")[0]
    assert '<li class="small">Senaste lydelse av SOSFS 2011:5' in listed
    assert "Om <code>relation == &#34;annan_nämnd&#34;</code>" in listed
    assert "CheckNote" not in text
    assert "Origin" not in text


def test_a_wording_is_seen_before_it_is_saved(desk: Client) -> None:
    before = file_of(desk, "lex-sarah", "2026")
    place = f"{LEX}/2026"
    page = desk.get(place).text
    said = {"etag": etag(page), "rubrik": "Lex Sarah", "gor": "forhandsvisa"}
    shown = desk.post(place, data={**said, "lydelse": "{{ utföraren | versal }} ska rapportera."})
    assert "Utföraren</span> ska rapportera." in shown.text
    wrong = desk.post(place, data={**said, "lydelse": "{{ finns.inte }}"})
    assert "finns.inte" in wrong.text
    assert "Lydelsen går inte att visa" in wrong.text
    assert file_of(desk, "lex-sarah", "2026") == before


def test_a_saved_wording_is_in_its_file_and_nothing_else_is_changed(desk: Client) -> None:
    place = f"{LEX}/2026"
    before = file_of(desk, "lex-sarah", "2026")
    body = (
        before.partition("---\n")[2].partition("---\n")[2] + "\nDet gäller till {{ tid.till }}.\n"
    )
    said = {"etag": etag(desk.get(place).text), "rubrik": "Lex Sarah", "lydelse": body}
    answer = desk.post(place, data={**said, "gor": "spara"})
    assert "Sparat." in answer.text
    after = file_of(desk, "lex-sarah", "2026")
    gone = set(before.splitlines()) - set(after.splitlines())
    came = set(after.splitlines()) - set(before.splitlines())
    assert gone == set()
    assert came == {"  - tid.till", "Det gäller till {{ tid.till }}."}
    again = desk.post(place, data={**said, "gor": "spara"})
    assert again.status_code == 422
    assert "Kod KW02" in again.text


def test_a_wrong_wording_is_refused_and_kept_in_the_field(desk: Client) -> None:
    place, before = f"{LEX}/2026", file_of(desk, "lex-sarah", "2026")
    said = {"etag": etag(desk.get(place).text), "rubrik": "Lex Sarah", "gor": "spara"}
    answer = desk.post(place, data={**said, "lydelse": "{% if %} oavslutat"})
    assert answer.status_code == 422
    assert "oavslutat</textarea>" in answer.text
    assert file_of(desk, "lex-sarah", "2026") == before


def test_signed_words_are_never_saved_over(desk: Client) -> None:
    place, before = f"{LEX}/2019", file_of(desk, "lex-sarah", "2019")
    page = desk.get(place).text
    assert "Lydelsen är låst" in page
    said = {"etag": etag(page), "rubrik": "Lex Sarah", "lydelse": "Något annat.", "gor": "spara"}
    answer = desk.post(place, data=said)
    assert answer.status_code == 422
    assert "Kod KW01" in answer.text
    assert file_of(desk, "lex-sarah", "2019") == before


def test_a_new_edition_is_a_draft_that_nobody_has_reviewed(desk: Client) -> None:
    said = {"fran": "2019", "utgava": "2027", "fran_dag": "2027-01-01"}
    answer = desk.post(LEX, data=said)
    assert str(answer.url).endswith("/klausuler/lex-sarah/2027")
    text = file_of(desk, "lex-sarah", "2027")
    assert "status: utkast" in text
    assert "2027-01-01" in text
    assert "Kod KW03" in desk.post(LEX, data=said).text
    assert desk.post(LEX, data={**said, "utgava": "../ut"}).status_code == 422
    assert desk.post(LEX, data={**said, "utgava": "2028", "fran_dag": "i vår"}).status_code == 422


def test_a_review_is_of_the_words_and_a_comment_is_to_be_checked(desk: Client) -> None:
    place = f"{LEX}/2026"
    said = {"etag": etag(desk.get(place).text), "roll": "Robin Exempel, jurist", "gor": "granska"}
    unread = desk.post(f"{place}/granskning", data=said)
    assert unread.status_code == 422
    assert "läst lydelsen" in unread.text
    nobody = desk.post(f"{place}/granskning", data={**said, "roll": "", "last": "ja"})
    assert "Kod KW04" in nobody.text
    done = desk.post(f"{place}/granskning", data={**said, "last": "ja"})
    assert "Granskad av Robin Exempel, jurist" in done.text
    later = {"etag": etag(done.text), "roll": "Robin", "kommentar": "Se över lagrummet."}
    told = desk.post(f"{place}/granskning", data={**later, "gor": "kommentera"})
    commented = file_of(desk, "lex-sarah", "2026")
    assert "Se över lagrummet. (Robin)" in commented
    assert 'relation == "kommunalt_bolag"' in commented.partition("\n---")[0]
    assert "Granskad av Robin Exempel, jurist" in told.text
    empty = {"etag": etag(told.text), "roll": "Robin", "gor": "kommentera"}
    assert "Kod KW05" in desk.post(f"{place}/granskning", data=empty).text


def test_a_fact_is_put_in_without_script(desk: Client) -> None:
    place = f"{LEX}/2026"
    said = {"etag": etag(desk.get(place).text), "rubrik": "Lex Sarah", "lydelse": "Text "}
    answer = desk.post(place, data={**said, "in": "{{ tid.till }}"})
    assert "Text {{ tid.till }}</textarea>" in answer.text


def test_the_pages_are_for_everybody(tmp_path: Path, browser: Browser, axe: AxeCheck) -> None:
    with served(put_whole(tmp_path / "arbetsyta"), browser) as site:
        pictures(site.open("/klausuler"), "klausuler")
        axe(site.open("/klausuler?q=tvist"))
        axe(site.open(LEX))
        pictures(site.page, "klausul")
        page = site.open(f"{LEX}/2026")
        axe(page)
        pictures(page, "klausul-skriv")
        page.locator("#lydelse").fill("Slut ")
        page.locator(".palette button").first.click()
        assert "{{" in page.locator("#lydelse").input_value()
        page.locator("#sa-blir-den", has_text="Slut").wait_for()
