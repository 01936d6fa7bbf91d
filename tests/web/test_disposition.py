"""What an edition has in its outline, what it is without and why, and what a tillägg changes."""

import re

import pytest
from tests.web.conftest import Client, client_of, etag_in, put_whole

EDIT = "/uppdrag/prov/1"
ADDENDUM = "/uppdrag/vald-i-nara-relation/2027-tillagg"


def file_of(client: Client) -> str:
    return (client.site.root / "uppdrag/prov/1.yaml").read_text(encoding="utf-8")


def test_a_clause_that_must_be_there_is_taken_out_with_a_reason(client: Client) -> None:
    asked = client.get(f"{EDIT}/ta-bort/1").text
    assert "Klausulen ska vara med" in asked
    sent = {"etag": etag_in(asked)}
    refused = client.post(f"{EDIT}/ta-bort/1", data=sent)
    assert refused.status_code == 422
    assert '<a href="#skal">' in refused.text
    assert "undantag" not in file_of(client)
    why = {"skal": "parterna löser tvister i nämnden", "beslutat_av": "SN § 7"}
    client.post(f"{EDIT}/ta-bort/1", data={**sent, **why})
    assert "disposition: [ersattning@1]" in file_of(client)
    exempt = '{klausul: tvist, skäl: parterna löser tvister i nämnden, beslutat_av: "SN § 7"}'
    assert f"undantag:\n  - {exempt}\n" in file_of(client)
    assert "DI05" not in client.get(f"{EDIT}/problem").text


def test_a_clause_is_put_in_and_its_exemption_goes(client: Client) -> None:
    etag = etag_in(client.get(f"{EDIT}/ta-bort/1").text)
    client.post(f"{EDIT}/ta-bort/1", data={"etag": etag, "skal": "behövs inte"})
    page = client.get(f"{EDIT}/klausuler").text
    assert "behövs inte" in page
    sent = {"etag": etag_in(page), "gor": "lagg-till", "klausul": "tvist", "efter": "0"}
    assert client.post(f"{EDIT}/klausuler", data={**sent, "klausul": ""}).status_code == 422
    client.post(f"{EDIT}/klausuler", data=sent)
    assert "disposition: [ersattning@1, tvist@1]" in file_of(client)
    assert "undantag" not in file_of(client)


def test_an_exemption_is_written_changed_and_taken_back(client: Client) -> None:
    etag = etag_in(client.get(f"{EDIT}/ta-bort/1").text)
    client.post(f"{EDIT}/ta-bort/1", data={"etag": etag, "skal": "första skälet"})
    here = f"{EDIT}/klausuler"
    for reason, gor in (("ett bättre skäl", "undantag"), ("", "undantag"), ("", "ta-bort")):
        sent = {"etag": etag_in(client.get(here).text), "klausul": "tvist", "gor": gor}
        answer = client.post(here, data={**sent, "skal": reason})
        assert answer.status_code == (422 if not reason and gor == "undantag" else 200)
        assert ("ett bättre skäl" in file_of(client)) == (gor == "undantag")
    assert "DI05" in client.get(f"{EDIT}/problem").text


def test_somebody_else_may_have_saved_meanwhile(client: Client) -> None:
    sent = {"etag": "x", "klausul": "tvist", "gor": "ta-bort"}
    assert "UP17" in client.post(f"{EDIT}/klausuler", data=sent).text
    assert client.post(f"{EDIT}/ta-bort/0", data={"etag": "x"}).status_code == 409
    assert "UP16" in client.get(f"{EDIT}/ta-bort/7").text


OF_THE_TYPE = """\
disposition:
  - ersattning@1   # vad det kostar
  - {rubrik: Målgrupp, ankare: malgrupp}
  # sist
  - tvist@1
"""
PRICE = "  - ersattning@1   # vad det kostar\n"
GROUP = "  - {rubrik: Målgrupp, ankare: malgrupp}\n"


@pytest.fixture
def following(client: Client) -> Client:
    """Return a client at an edition without an outline, of a type whose outline has notes."""
    for path, outline in (
        ("clauses/dokumenttyper/uppdrag/1.yaml", OF_THE_TYPE),
        ("uppdrag/prov/1.yaml", "# en not om svaren\n\n"),
    ):
        file = client.site.root / path
        text = re.sub("disposition: .*\n", outline, file.read_text(encoding="utf-8"))
        file.write_text(text, encoding="utf-8")
    (client.site.root / "clauses/ny").mkdir()
    clause = "---\nrubrik: Ny\n---\n\nEn ny text.\n"
    (client.site.root / "clauses/ny/1.md").write_text(clause, encoding="utf-8")
    return client


@pytest.mark.parametrize(
    ("where", "sent", "old", "new"),
    [
        ("", {"gor": "ner:0"}, f"{PRICE}{GROUP}", f"{GROUP}{PRICE}"),
        ("/ta-bort/0", {}, PRICE, ""),
        ("/klausuler", {"gor": "lagg-till", "klausul": "ny"}, PRICE, f"{PRICE}  - ny@1\n"),
        ("/eget/1", {"gor": "spara", "lydelse": "Alla."}, "grupp}", "grupp, text: 1/malgrupp.md}"),
    ],
)
def test_the_first_change_writes_the_outline_that_holds(
    following: Client, where: str, sent: dict[str, str], old: str, new: str
) -> None:
    """Everything else stays as it is: the notes of both files, and the lines of the answers."""
    before = file_of(following)
    page = following.get(f"{EDIT}{where}").text
    following.post(f"{EDIT}{where}", data={"etag": etag_in(page), "efter": "0", **sent})
    assert file_of(following) == f"{before.rstrip()}\n\n{OF_THE_TYPE.replace(old, new)}"


@pytest.fixture(scope="module")
def addendum(tmp_path_factory: pytest.TempPathFactory) -> Client:
    """Return a client at a copy of the whole workspace, with its tillägg."""
    return client_of(put_whole(tmp_path_factory.mktemp("tillagg") / "arbetsyta"))


def test_a_tillagg_is_begun_beside_its_uppdrag(addendum: Client) -> None:
    shelf = addendum.get("/uppdrag/familjeradgivning").text
    assert '<option value="2026" selected>2026, verksamhetsuppdrag, utkast</option>' in shelf
    sent = {"typ": "tillagg@2026", "om": "2021", "namn": ""}
    here = "/uppdrag/familjeradgivning/handling"
    assert addendum.post(here, data={**sent, "typ": ""}).status_code == 422
    made = addendum.post(here, data=sent)
    assert str(made.url).endswith("/uppdrag/familjeradgivning/2021-tillagg")
    file = addendum.site.root / "uppdrag/familjeradgivning/2021-tillagg.yaml"
    assert "till: familjeradgivning@2021" in file.read_text("utf-8")
    assert "Tillägget ändrar inget än." in addendum.get(f"{made.url.path}/andringar").text
    assert addendum.post(here, data=sent).status_code == 422


def _changes(client: Client) -> str:
    path = client.site.root / f"{ADDENDUM.removeprefix('/')}.yaml"
    text = path.read_text("utf-8")
    return text[text.index("ändringar:") : text.index("disposition:")]


def test_what_a_tillagg_changes_is_listed_in_words(addendum: Client) -> None:
    page = addendum.get(f"{ADDENDUM}/andringar").text
    assert "Lägger till klausulen lokaler@2026 efter" in page
    assert "Upphäver" in page
    assert "från\u00a02028-01-01" in page
    assert "Stöd vid uppbrott" in page


def test_a_change_is_added_changed_and_taken_away(addendum: Client) -> None:
    before = _changes(addendum)
    here = f"{ADDENDUM}/andringar"
    form = addendum.get(f"{here}?ny=upphäver").text
    sent = {"etag": etag_in(form), "vad": "upphäver", "rad": ""}
    wrong = addendum.post(here, data={**sent, "gäller_från": "i våras"})
    assert wrong.status_code == 422
    assert '<a href="#avsnitt">' in wrong.text
    assert '<a href="#gäller_från">' in wrong.text
    addendum.post(here, data={**sent, "avsnitt": "valdsutovare", "gäller_från": "2028-03-01"})
    assert "upphäver: valdsutovare, gäller_från: 2028-03-01" in _changes(addendum).replace(
        "\n    ", ", "
    )
    form = addendum.get(f"{here}?rad=4").text
    assert '<option value="valdsutovare" selected>' in form
    again = {"etag": etag_in(form), "vad": "upphäver", "rad": "4", "avsnitt": "valdsutovare"}
    addendum.post(here, data=again)
    assert "2028-03-01" not in _changes(addendum)
    gone = {"etag": etag_in(addendum.get(here).text), "rad": "4", "gor": "ta-bort"}
    addendum.post(here, data=gone)
    assert _changes(addendum) == before


def test_a_new_text_and_new_values_are_brought(addendum: Client) -> None:
    here, before = f"{ADDENDUM}/andringar", _changes(addendum)
    etag = etag_in(addendum.get(here).text)
    text = {"vad": "lägger_till", "plats": "efter", "avsnitt": "tid", "rubrik": "Besök"}
    addendum.post(here, data={"etag": etag, **text, "text": "Utföraren tar emot besök."})
    assert "Utföraren tar emot besök." in (
        addendum.site.root / "uppdrag/vald-i-nara-relation/2027-tillagg/besok.md"
    ).read_text("utf-8")
    assert "Besök" in addendum.get(ADDENDUM).text
    etag = etag_in(addendum.get(here).text)
    facts = {"vad": "fakta", "fakta": ["tid.uppsägning", ""], "varde": ["6 fyror", ""]}
    assert addendum.post(here, data={"etag": etag, **facts}).status_code == 422
    facts["varde"] = ["6 månader", ""]
    addendum.post(here, data={"etag": etag, **facts})
    assert "6 månader" in _changes(addendum)
    for row in ("5", "4"):
        etag = etag_in(addendum.get(here).text)
        addendum.post(here, data={"etag": etag, "rad": row, "gor": "ta-bort"})
    assert _changes(addendum) == before


def test_what_a_tillagg_cannot_do_is_said_and_nothing_is_written(addendum: Client) -> None:
    here, before = f"{ADDENDUM}/andringar", _changes(addendum)
    sent = {"etag": etag_in(addendum.get(here).text), "vad": "upphäver", "avsnitt": "tvist"}
    answer = addendum.post(here, data=sent)
    assert answer.status_code == 422
    assert "Den obligatoriska klausulen ”tvist” saknas" in answer.text
    assert _changes(addendum) == before


MIXED = """\
  - lägger_till:   # en not
      klausul: lokaler@2026
      under:
        - rubrik: Nycklar
          ankare: nycklarna
          text: 2027-tillagg/nycklar.md
          under: [{rubrik: Kopior, text: 2027-tillagg/kopior.md, numrera: nej}]
        - registerkontroll@2026
    efter: kompetens
  - fakta:
      samverkan: {med: [polisen, skolan]}
      resultat: [{text: Fler får stöd, mål: 80 %}, {text: Färre väntar, mål: {okänt: mäts inte än}}]
      tid: {uppsägning: {okänt: förhandlas}}
"""


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Client:
    """Return a client at a tillägg that brings sections below sections, and facts of every kind."""
    client = client_of(put_whole(tmp_path_factory.mktemp("blandat") / "arbetsyta"))
    file = client.site.root / f"{ADDENDUM.removeprefix('/')}.yaml"
    text = file.read_text("utf-8")
    start, end = text.index("  - fakta: {ersättning"), text.index("\ndisposition:")
    file.write_text(f"{text[:start]}{MIXED}{text[end:]}", encoding="utf-8")
    for name, words in (("nycklar", "Utföraren har nycklar."), ("kopior", "Inga kopior.")):
        (file.with_suffix("") / f"{name}.md").write_text(f"{words}\n", encoding="utf-8")
    return client


def _form(client: Client, row: int) -> dict[str, list[str]]:
    """Return what a form of a change is sent with, as a browser takes it from the page."""
    page = client.get(f"{ADDENDUM}/andringar?rad={row}").text
    form = page[page.index('id="andra"') :].partition("</form>")[0]
    sent: dict[str, list[str]] = {"gor": ["spara"]}
    fields = re.finditer(
        r"""
        <input\ [^>]*?name="(?P<input>[^"]+)"[^>]*?value="(?P<value>[^"]*)"[^>]*>
        | <textarea\ [^>]*?name="(?P<area>[^"]+)"[^>]*>(?P<text>[^<]*)
        | <select\ [^>]*?name="(?P<select>[^"]+)"[^>]*>(?P<options>.*?)</select>
        """,
        form,
        re.VERBOSE | re.DOTALL,
    )
    for each in fields:
        if 'type="checkbox"' in each[0] and " checked>" not in each[0]:
            continue
        chosen = re.search(r'value="([^"]*)" selected', each["options"] or "") or re.search(
            r'value="([^"]*)"', each["options"] or ""
        )
        name = each["input"] or each["area"] or each["select"]
        value = each["value"] or each["text"] or (chosen[1] if chosen else "")
        sent.setdefault(name, []).append(value)
    return sent


@pytest.mark.parametrize("row", [0, 1])
def test_a_change_that_is_saved_as_it_was_changes_nothing(mixed: Client, row: int) -> None:
    before = _changes(mixed)
    answer = mixed.post(f"{ADDENDUM}/andringar", data=_form(mixed, row))
    assert answer.status_code == 200, answer.text
    assert _changes(mixed) == before


def test_what_stands_below_what_a_change_brings_is_changed_in_the_form(mixed: Client) -> None:
    sent = _form(mixed, 0)
    assert sent["rubrik"][:4] == ["", "Nycklar", "Kopior", ""]
    assert sent["niva"][:4] == ["0", "1", "2", "1"]
    sent["text"][1] = "Utföraren förvarar alla nycklar."
    sent["rubrik"][4], sent["text"][4], sent["niva"][4] = "Larm", "Larmet är på.", "1"
    sent["klausul"][3] = ""
    assert mixed.post(f"{ADDENDUM}/andringar", data=sent).status_code == 200
    changes = _changes(mixed)
    assert "registerkontroll" not in changes.partition("efter:")[0]
    assert "ankare: nycklarna" in changes
    assert "rubrik: Larm" in changes
    folder = mixed.site.root / ADDENDUM.removeprefix("/")
    assert (folder / "nycklar.md").read_text("utf-8") == "Utföraren förvarar alla nycklar.\n"
    assert (folder / "larm.md").read_text("utf-8") == "Larmet är på.\n"
    both = _form(mixed, 0)
    both["text"][0] = "En text bredvid klausulens."
    refused = mixed.post(f"{ADDENDUM}/andringar", data=both)
    assert refused.status_code == 422
    assert '<a href="#text">Klausulen har redan en text' in refused.text


def test_a_new_section_has_a_name_a_number_and_a_page_of_its_own(mixed: Client) -> None:
    here, sent = f"{ADDENDUM}/andringar", _form(mixed, 0)
    assert sent["ankare"][:3] == ["", "nycklarna", ""]
    assert sent["onumrerat"] == ["2"]
    assert "ny_sida" not in sent
    changed = {**sent, "ny_sida": ["1"], "onumrerat": ["1"]}
    changed["ankare"] = ["", "Nycklar & lås", *sent["ankare"][2:]]
    refused = mixed.post(here, data=changed)
    assert refused.status_code == 422
    assert '<a href="#ankare-1">Skriv med a–z, siffror och bindestreck, till' in refused.text
    changed["ankare"][1] = "nyckelskap"
    assert mixed.post(here, data=changed).status_code == 200
    said = "ankare: nyckelskap text: 2027-tillagg/nycklar.md numrera: nej ny_sida: ja under:"
    assert said in " ".join(_changes(mixed).split())
    assert "kopior.md, numrera: nej" not in _changes(mixed)
    again = _form(mixed, 0)
    assert again == {**changed, "etag": again["etag"]}


def test_what_replaces_a_section_begins_a_page_but_keeps_its_name(mixed: Client) -> None:
    here = f"{ADDENDUM}/andringar"
    form = mixed.get(f"{here}?ny=ersätter").text
    assert 'name="ankare"' not in form
    sent = {"vad": "ersätter", "avsnitt": "tid", "klausul": "tid@2026", "ny_sida": "0"}
    mixed.post(here, data={"etag": etag_in(form), **sent})
    assert "{ersätter: tid, med: {klausul: tid@2026, ny_sida: ja}}" in _changes(mixed)


def test_lists_and_what_nobody_knows_are_changed_in_the_form(mixed: Client) -> None:
    sent = _form(mixed, 1)
    told = dict(zip(sent["fakta"], sent["varde"], strict=True))
    assert told["samverkan.med"] == "polisen\nskolan"
    assert told["tid.uppsägning"] == "okänt: förhandlas"
    assert told["resultat"].splitlines()[1] == "text: Färre väntar; mål: okänt: mäts inte än"
    wrong = {**told, "resultat": "Fler får stöd"}
    answer = mixed.post(f"{ADDENDUM}/andringar", data={**sent, "varde": [*wrong.values()]})
    assert "Rad 1 är skriven på annat sätt. Skriv text: …; mål: …." in answer.text
    new = {**told, "samverkan.med": "inga", "tid.uppsägning": "6 månader"}
    new["resultat"] = "text: Fler får stöd; mål: 90 %"
    mixed.post(f"{ADDENDUM}/andringar", data={**sent, "varde": [*new.values()]})
    changes = " ".join(_changes(mixed).split())
    assert "samverkan: {med: []}" in changes
    assert "resultat: [{text: Fler får stöd, mål: 90 %}]" in changes
    assert "uppsägning: 6 månader" in changes
