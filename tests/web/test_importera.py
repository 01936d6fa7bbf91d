"""Old documents: dropped, read through, corrected and saved; nothing is written before that."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.web.conftest import AxeCheck, Client, client_of, pictures, put_whole, served, tab_to

OLD = """Avtal om ledsagning

Dnr: SN 2018-17

Datum: 2018-03-01

1 Uppdraget

Utföraren ger ledsagning till personer med funktionsnedsättning i Granvik.

2 Pris

Ersättningen är 640 000 kronor per år.
"""
OTHER = OLD.replace("ledsagning", "avlösning").replace("2018-17", "2018-18")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Client:
    """Return a client at a copy of the whole workspace; each test saves what no other looks at."""
    return client_of(put_whole(tmp_path_factory.mktemp("gamla") / "arbetsyta"))


def dropped(desk: Client, *texts: str) -> str:
    """Return the address of what the texts become."""
    sent = [("fil", ("gammalt.txt", text.encode(), "text/plain")) for text in texts]
    answer = desk.post("/importera", files=sent, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def workspace(desk: Client) -> dict[Path, bytes]:
    """Return every file of the workspace."""
    return {path: path.read_bytes() for path in desk.site.root.rglob("*") if path.is_file()}


def test_what_a_file_becomes_is_shown_and_nothing_is_written(desk: Client) -> None:
    before = workspace(desk)
    text = desk.get(dropped(desk, OLD)).text
    assert "Inget är borta" in text
    assert "SN 2018-17" in text
    assert "640" in text
    assert "Uppdraget" in text
    assert workspace(desk) == before


def test_it_is_saved_as_drafts_and_the_files_are_let_go(desk: Client) -> None:
    place = dropped(desk, OLD, OTHER)
    answer = desk.post(place, data={"gor": "spara"})
    assert answer.status_code == 200, answer.text
    made = sorted(desk.site.root.glob("uppdrag/avtal-om-*/2018.yaml"))
    assert [path.parent.name for path in made] == ["avtal-om-avlosning", "avtal-om-ledsagning"]
    assert "/uppdrag/avtal-om-ledsagning/2018" in answer.text
    assert desk.get(place).status_code == 404
    assert desk.get("/uppdrag/avtal-om-ledsagning/2018").status_code == 200


def test_the_same_file_twice_is_two_files(desk: Client) -> None:
    text = desk.get(dropped(desk, OLD, OLD)).text
    assert "gammalt-2.txt" in text


def test_a_file_that_cannot_be_taken_in_stops_no_other(desk: Client) -> None:
    text = desk.get(dropped(desk, OLD, " \n")).text
    assert "Filen går inte att ta in" in text
    assert "SN 2018-17" in text


def test_a_section_that_is_like_a_clause_can_be_kept_as_a_text(desk: Client) -> None:
    text = (desk.site.root / "clauses/volym/2026.md").read_text().rpartition("---\n")[2]
    place = dropped(desk, f"{OLD}\n3 Volym\n\n{text}\n")
    before = desk.get(place).text
    assert "volym, 2026" in before
    name = re.findall(r'<select id="(a0-\d+)"', before)[0]
    kept = desk.post(place, data={"gor": "prova", name: "egen", "a9-9": "egen", "ax": "egen"})
    assert kept.status_code == 200
    assert "volym, 2026" not in kept.text
    assert 'value="egen" selected' in kept.text
    other = desk.post(place, data={"gor": "prova", name: "klausul:sekretess"})
    assert "klausul med avvikelse" in other.text
    assert 'value="klausul:sekretess" selected' in other.text


def test_a_fact_is_corrected_before_it_is_saved(desk: Client) -> None:
    place = dropped(desk, *(text.replace("Avtal", "Uppdrag") for text in (OLD, OTHER)))
    shown = desk.get(place).text
    assert 'name="u0:dnr" value="SN 2018-17"' in shown
    typed = {
        "u0:falt": ["dnr", "datum", "tid.uppsägning"],
        "u0:dnr": "SN 2018-19",
        "u0:dnr:visat": "SN 2018-17",
        "u0:datum": "2018-03-01",
        "u0:datum:visat": "2018-03-01",
        "u0:tid.uppsägning": "tre fyror",
        "u0:tid.uppsägning:visat": "",
    }
    wrong = desk.post(place, data={**typed, "gor": "spara"})
    assert wrong.status_code == 422
    assert '<a href="#f-u0:tid.uppsägning">' in wrong.text
    assert 'value="tre fyror"' in wrong.text
    assert "Rättat för hand" in wrong.text
    assert not list(desk.site.root.glob("uppdrag/uppdrag-om-*"))
    right = {**typed, "u0:tid.uppsägning": "3 månader", "gor": "spara"}
    assert desk.post(place, data=right).status_code == 200
    made = (desk.site.root / "uppdrag/uppdrag-om-ledsagning/2018.yaml").read_text("utf-8")
    assert 'dnr: "SN 2018-19"' in made
    assert "uppsägning: 3 månader" in made
    assert "SN 2018-17" in made  # on the cover, word for word
    other = (desk.site.root / "uppdrag/uppdrag-om-avlosning/2018.yaml").read_text("utf-8")
    assert 'dnr: "SN 2018-18"' in other


def test_what_nobody_is_sure_of_can_be_vouched_for(desk: Client) -> None:
    unsure = OLD.replace("Dnr: SN 2018-17\n", "").replace("i Granvik", "i ärende SN 2018-17")
    place = dropped(desk, unsure)
    text = desk.get(place).text
    name = re.findall(r'name="u0:([^"]+):stämmer"', text)[0]
    value = re.findall(rf'name="u0:{re.escape(name)}" value="([^"]*)"', text)[0]
    sent = {"u0:falt": name, f"u0:{name}": value, f"u0:{name}:visat": value}
    assert "kontrollera" in desk.post(place, data={**sent, "gor": "prova"}).text
    vouched = desk.post(place, data={**sent, f"u0:{name}:stämmer": "ja", "gor": "prova"}).text
    assert "Rättat för hand" in vouched


def test_nothing_is_called_saved_when_nothing_could_be_taken_in(desk: Client) -> None:
    before = workspace(desk)
    place = dropped(desk, " \n")
    assert 'value="spara"' not in desk.get(place).text
    answer = desk.post(place, data={"gor": "spara"})
    assert answer.status_code == 422
    assert "sparade" not in answer.text
    assert workspace(desk) == before


def test_files_are_forgotten(desk: Client) -> None:
    place = dropped(desk, OLD)
    desk.post(place, data={"gor": "glom"})
    assert desk.get(place).status_code == 404


def test_no_file_is_asked_for(desk: Client) -> None:
    assert desk.post("/importera").status_code == 422


def test_old_files_are_taken_in_by_the_keyboard_alone_and_the_pages_are_for_everybody(
    tmp_path: Path, browser: Browser, axe: AxeCheck
) -> None:
    old, other = tmp_path / "ledsagning.txt", tmp_path / "avlosning.txt"
    old.write_text(OLD)
    other.write_text(OTHER)
    with served(put_whole(tmp_path / "arbetsyta"), browser) as site:
        page = site.open("/importera")
        axe(page)
        page.set_input_files("#fil", [old, other])
        tab_to(page, "Läs filerna")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Det som filerna blir").wait_for()
        axe(page)
        pictures(page, "importera")
        tab_to(page, "Hur lång är uppsägningstiden?")
        page.keyboard.type("tre fyror")
        tab_to(page, "Spara som uppdrag")
        page.keyboard.press("Enter")
        expect(page.locator(".summary")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_label("Hur lång är uppsägningstiden?").first).to_be_focused()
        page.keyboard.press("Control+a")
        page.keyboard.type("3 månader")
        tab_to(page, "Spara som uppdrag")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Handlingarna är sparade").wait_for()
        axe(page)
        made = (site.root / "uppdrag/avtal-om-ledsagning/2018.yaml").read_text("utf-8")
        assert "uppsägning: 3 månader" in made
