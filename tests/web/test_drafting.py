"""An edition that somebody works on: its pages, without a browser."""

import re
from html import unescape
from time import monotonic, sleep

import pytest
from tests.web.conftest import Client, client_of, etag_in, put_whole

EDIT = "/uppdrag/prov/1"


def answers(client: Client) -> dict[str, str | list[str]]:
    """Return what a browser sends that has opened the form and typed nothing."""
    page = client.get(EDIT).text
    sent: dict[str, str | list[str]] = {"etag": etag_in(page), "falt": []}
    falt = sent["falt"]
    assert isinstance(falt, list)
    for name in re.findall(r'<input type="hidden" name="falt" value="([^"]+)">', page):
        falt.append(name)
    for tag in re.findall(r"<input (?![^>]*(?:hidden|radio|checkbox))[^>]*>", page):
        name, value = (re.search(rf' {key}="([^"]*)"', tag) for key in ("name", "value"))
        if name and value:
            sent[name[1]] = unescape(value[1])
    for name, options in re.findall(r'<select [^>]*name="([^"]+)"[^>]*>(.*?)</select>', page):
        chosen = re.search(r'value="([^"]*)" selected', options)
        sent[name] = chosen[1] if chosen else ""
    for tag in re.findall(r"<input [^>]*(?:radio|checkbox)[^>]*checked[^>]*>", page):
        name, value = (re.search(rf' {key}="([^"]*)"', tag) for key in ("name", "value"))
        assert name
        assert value
        sent[name[1]] = value[1]
    return sent


def file_of(client: Client) -> str:
    return (client.site.root / "uppdrag/prov/1.yaml").read_text(encoding="utf-8")


def test_a_form_that_nobody_has_touched_changes_nothing(client: Client) -> None:
    before = file_of(client)
    answer = client.post(EDIT, data={**answers(client), "gor": "spara"})
    assert "Sparat." in answer.text
    assert file_of(client) == before


def test_an_answer_is_saved_and_every_other_line_stays(client: Client) -> None:
    before = file_of(client)
    client.post(EDIT, data={**answers(client), "ersättning.belopp": "4 093 284", "gor": "spara"})
    assert file_of(client) == before.replace("belopp: 605", "belopp: 4093284")
    assert 'value="4 093 284"' in client.get(EDIT).text


def test_what_is_wrong_stands_at_its_field_and_the_rest_is_saved(client: Client) -> None:
    typed = {"ersättning.belopp": "6,450", "titel": "Nytt namn", "gor": "spara"}
    answer = client.post(EDIT, data={**answers(client), **typed})
    assert answer.status_code == 422
    assert "En uppgift behöver rättas" in answer.text
    assert 'href="#f-ersättning.belopp"' in answer.text
    assert 'value="6,450"' in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert "Allt annat är sparat." in answer.text
    assert "titel: Nytt namn" in file_of(client)
    assert "belopp: 605" in file_of(client)


def test_a_reason_is_an_answer(client: Client) -> None:
    typed = {"dnr": "", "dnr:okänt": "registratorn svarar", "gor": "spara"}
    client.post(EDIT, data={**answers(client), **typed})
    assert "dnr: {okänt: registratorn svarar}" in file_of(client)
    page = client.get(EDIT).text
    assert '<details class="unknown" open>' in page
    both = client.post(EDIT, data={**answers(client), "titel:okänt": "vet inte", "gor": "spara"})
    assert "inte båda" in both.text


def test_lists_and_records_are_answered_row_by_row(client: Client) -> None:
    small = file_of(client)
    path = client.site.root / "uppdrag/prov/1.yaml"
    path.write_text(f"{small}kanaler: [telefon]\nresultat: []\n", encoding="utf-8")
    typed = {
        "kanaler": "telefon\n\n  brev  ",
        "resultat.1.text": "De får hjälp",
        "resultat.1.mål": "80",
        "resultat.2.text": "",
        "resultat.3.text": "De trivs",
        "resultat.3.mål": "okänt: mäts först",
        "gor": "spara",
    }
    sent = {name: text for name, text in answers(client).items() if name != "resultat:inga"}
    client.post(EDIT, data={**sent, **typed})
    saved = file_of(client)
    assert "kanaler: [telefon, brev]" in saved
    assert "resultat: [{text: De får hjälp, mål: 80 %}, " in saved
    assert "{text: De trivs, mål: {okänt: mäts först}}]" in saved
    wrong = client.post(EDIT, data={**answers(client), "resultat.1.mål": "många", "gor": "spara"})
    assert "Rad 1, mål: ”många”" in wrong.text


def test_the_text_beside_follows_what_is_typed_and_saves_nothing(client: Client) -> None:
    before = file_of(client)
    piece = client.post(f"{EDIT}/text", data={**answers(client), "ersättning.belopp": "700"}).text
    assert '<a class="v" href="#f-ersättning.belopp">700&nbsp;kronor</a>' in piece
    whole = client.post(
        EDIT, data={**answers(client), "ersättning.belopp": "701", "gor": "forhandsvisa"}
    ).text
    assert "701&nbsp;kronor" in whole
    assert "Det här är inte sparat än." in whole
    assert file_of(client) == before


def test_two_who_answer_differently_choose(client: Client) -> None:
    mine, theirs = answers(client), answers(client)
    client.post(EDIT, data={**theirs, "titel": "Deras", "dnr": "SN 2026-2", "gor": "spara"})
    clash = client.post(EDIT, data={**mine, "titel": "Mitt", "gor": "spara"})
    assert clash.status_code == 409
    assert "När du öppnade sidan: Prov" in clash.text
    assert "Ditt: Mitt" in clash.text
    assert "Den andras: Deras" in clash.text
    assert "titel: Deras" in file_of(client)
    kept = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', clash.text)
    for choice, title in (("deras", "Deras"), ("mitt", "Mitt")):
        sent: dict[str, list[str]] = {}
        for name, value in kept:
            sent.setdefault(name, []).append(unescape(value))
        sent["etag"] = [etag_in(client.get(EDIT).text)]
        client.post(f"{EDIT}/val", data={**sent, "val:titel": [choice]})
        assert f"titel: {title}" in file_of(client)


def test_a_signed_edition_is_read_and_not_changed(client: Client) -> None:
    sent = answers(client)
    path = client.site.root / "uppdrag/prov/1.yaml"
    path.write_text(file_of(client).replace("utkast", "undertecknad"), encoding="utf-8")
    page = client.get(EDIT).text
    assert "är undertecknad och ändras inte" in page
    assert "<textarea" not in page
    refused = client.post(EDIT, data={**sent, "titel": "Nytt", "gor": "spara"})
    assert refused.status_code == 409
    assert "UP15" in refused.text
    assert "titel: Prov" in file_of(client)


def test_what_happens_after_the_words_are_locked_is_told_and_no_word_is_changed(
    whole: Client,
) -> None:
    path = "/uppdrag/vald-i-nara-relation/2019-tjansteskrivelse"
    file = whole.site.root / f"{path[1:]}.yaml"
    before = file.read_text(encoding="utf-8")
    page = whole.get(path).text
    assert "är låst och ändras inte" in page
    assert "Det som händer sedan" in page
    etag = etag_in(page)
    changed = {"etag": etag, "gor": "spara", "falt": "dnr", "dnr": "SN 1"}
    assert "UP15" in whole.post(path, data=changed).text
    assert file.read_text(encoding="utf-8") == before
    told = {"etag": etag, "gor": "spara", "falt": "beslutad.paragraf", "beslutad.paragraf": "§ 7"}
    assert "Sparat." in whole.post(path, data={**told, "status": "beslutad"}).text
    after = file.read_text(encoding="utf-8")
    assert "status: beslutad" in after
    assert "paragraf: § 7" in after or 'paragraf: "§ 7"' in after
    page = whole.get(path).text
    whole.post(path, data={"etag": etag_in(page), "gor": "spara", "status": "utkast"})
    assert "Det som händer sedan" not in whole.get(path).text
    file.write_text(before, encoding="utf-8")


def test_a_file_with_a_wrong_answer_in_it_is_opened_and_mended(client: Client) -> None:
    path = client.site.root / "uppdrag/prov/1.yaml"
    path.write_text(file_of(client).replace("belopp: 605", "belopp: mycket"), encoding="utf-8")
    page = client.get(EDIT)
    assert page.status_code == 200
    assert 'value="mycket"' in page.text
    client.post(EDIT, data={**answers(client), "ersättning.belopp": "605", "gor": "spara"})
    assert "belopp: 605" in file_of(client)


def test_a_file_that_is_no_yaml_is_told_of(client: Client) -> None:
    path = client.site.root / "uppdrag/prov/1.yaml"
    path.write_text("titel: [", encoding="utf-8")
    page = client.get(EDIT)
    assert page.status_code == 400
    assert "YA01" in page.text
    assert "Filen går inte att läsa" in client.get("/uppdrag/prov").text


def test_the_answers_are_gone_through_before_the_build(client: Client) -> None:
    sent = {**answers(client), "dnr": "", "dnr:okänt": "väntar", "gor": "kontrollera"}
    page = client.post(EDIT, data=sent).text
    assert "Kontrollera dina svar" in page
    assert "vet inte än" in page
    assert "Bygg Word och PDF" in page


def test_a_new_uppdrag_and_a_new_edition(client: Client) -> None:
    empty = client.post("/nytt", data={"titel": "", "typ": ""})
    assert empty.status_code == 422
    assert "Skriv vad uppdraget heter" in empty.text
    made = client.post("/nytt", data={"titel": "Stöd & råd", "typ": "uppdrag@1"})
    assert made.url.path == "/uppdrag/stod-rad/1"
    assert "Stöd &amp; råd" in made.text
    again = client.post("/nytt", data={"titel": "Stöd & råd", "typ": "uppdrag@1"})
    assert again.status_code == 422
    assert "finns redan" in again.text
    renewed = client.post("/uppdrag/prov/ny", data={"fran": "1", "utgava": "2027"})
    assert renewed.url.path == "/uppdrag/prov/2027"
    assert "Utgår från prov@1" in renewed.text
    for wrong in ("", "2027", "Å"):
        answer = client.post("/uppdrag/prov/ny", data={"fran": "1", "utgava": wrong})
        assert answer.status_code == 422


def test_a_newer_clause_is_shown_before_it_is_taken(client: Client) -> None:
    root = client.site.root
    old = (root / "clauses/ersattning/1.md").read_text(encoding="utf-8")
    text = old.replace("rubrik: Ersättning", "rubrik: Ersättning\ngäller: {från: 2026-01-01}")
    (root / "clauses/ersattning/2.md").write_text(
        text.replace("Ersättningen är", "Priset är"), encoding="utf-8"
    )
    assert "Se vad 2 ändrar" in client.get(EDIT).text
    shown = client.get(f"{EDIT}/byt/ersattning").text
    assert "<del>" in shown
    assert "Priset" in shown
    assert "ersattning@1" in file_of(client)
    refused = client.post(f"{EDIT}/byt/ersattning", data={"etag": "x"})
    assert refused.status_code == 409
    assert "UP17" in refused.text
    client.post(f"{EDIT}/byt/ersattning", data={"etag": etag_in(shown)})
    assert "disposition: [ersattning@2, tvist@1]" in file_of(client)
    assert "UP16" in client.get(f"{EDIT}/byt/ersattning").text


def test_an_entry_is_moved_and_what_was_typed_is_saved(client: Client) -> None:
    sent = {**answers(client), "titel": "Nytt", "gor": "ner:0"}
    client.post(EDIT, data=sent)
    assert "disposition: [tvist@1, ersattning@1]" in file_of(client)
    assert "titel: Nytt" in file_of(client)
    client.post(EDIT, data={**answers(client), "gor": "upp:1"})
    assert "disposition: [ersattning@1, tvist@1]" in file_of(client)
    for wrong in ("upp:0", "ner:1", "ner:", "upp:7.1"):
        assert "UP16" in client.post(EDIT, data={**answers(client), "gor": wrong}).text


def test_a_text_of_its_own_is_written_and_seen(client: Client) -> None:
    path = client.site.root / "uppdrag/prov/1.yaml"
    outline = "disposition:\n  - ersattning@1   # not\n  - rubrik: Målgrupp\n  - tvist@1\n"
    text = file_of(client).replace("disposition: [ersattning@1, tvist@1]\n", outline)
    path.write_text(text, encoding="utf-8")
    assert "Skriv text" in client.get(EDIT).text
    opened = client.get(f"{EDIT}/eget/1").text
    typed = {"etag": etag_in(opened), "lydelse": "Uppdraget {{ titel }} gäller\r\n\r\n- alla"}
    seen = client.post(f"{EDIT}/eget/1", data={**typed, "gor": "visa"}).text
    assert '<span class="number">2</span> Målgrupp' in seen
    assert "<li>alla</li>" in seen
    assert not (client.site.root / "uppdrag/prov/1").exists()
    client.post(f"{EDIT}/eget/1", data={**typed, "gor": "spara"})
    own = client.site.root / "uppdrag/prov/1/malgrupp.md"
    assert own.read_text(encoding="utf-8") == "Uppdraget {{ titel }} gäller\n\n- alla\n"
    assert file_of(client) == text.replace("Målgrupp\n", "Målgrupp\n    text: 1/malgrupp.md\n")
    assert "Ändra texten" in client.get(EDIT).text
    wrong = {"etag": etag_in(client.get(f"{EDIT}/eget/1").text), "gor": "spara"}
    refused = client.post(f"{EDIT}/eget/1", data={**wrong, "lydelse": "{{ finns_inte }}"})
    assert refused.status_code == 422
    assert "{{ finns_inte }}" in refused.text
    stale = client.post(f"{EDIT}/eget/1", data={**typed, "gor": "spara"})
    assert "UP17" in stale.text
    assert "UP16" in client.get(f"{EDIT}/eget/0").text
    assert "{{ titel }}" in own.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Client:
    return client_of(put_whole(tmp_path_factory.mktemp("drafting")))


def test_every_edition_there_is_can_be_opened(whole: Client) -> None:
    for file in sorted((whole.site.root / "uppdrag").glob("*/*.yaml")):
        path = f"/uppdrag/{file.parent.name}/{file.stem}"
        page = whole.get(path)
        assert page.status_code == 200, path


def built(client: Client, path: str, what: str) -> str:
    """Return the page of a build when it is over."""
    page = client.post(f"{path}/bygg", data={"gor": what})
    job = client.site.jobs.get(page.url.path.rpartition("/")[2])
    assert job
    until = monotonic() + 120
    while not job.is_over and monotonic() < until:
        sleep(0.05)
    return client.get(page.url.path).text


def test_an_edition_is_built_as_a_job_with_its_files(whole: Client) -> None:
    done = built(whole, "/uppdrag/familjeradgivning/2026", "utkast")
    assert "familjeradgivning-2026-utkast.docx" in done
    (path,) = re.findall(r'href="(/jobb/[^"]+/fil/1)"', done)
    assert whole.get(path).content.startswith(b"%PDF")


def test_a_build_that_is_stopped_says_why(client: Client) -> None:
    assert "PR02" in built(client, EDIT, "bygg")


def test_problems_lead_to_their_questions(whole: Client) -> None:
    path = whole.site.root / "uppdrag/familjeradgivning/2026.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("verksamhet: familjerådgivning\n", ""), encoding="utf-8")
    page = whole.get("/uppdrag/familjeradgivning/2026").text
    path.write_text(text, encoding="utf-8")
    assert "Frågan ”Vad handlar verksamheten om?” är inte besvarad." in page
    assert 'href="#f-verksamhet">Till uppgiften</a>' in page
    assert '<a class="v gap" href="#f-verksamhet">[svar saknas]</a>' in page
    checked = whole.get("/uppdrag/familjeradgivning/2026/problem").text
    assert "Regel RK10" in checked


def test_a_question_says_when_it_applies(whole: Client) -> None:
    page = unescape(whole.get("/uppdrag/familjeradgivning/2026").text)
    assert "Gäller när ”Vilket index följer ersättningen?” är besvarad." in page


def test_no_edition_that_is_not_there(whole: Client) -> None:
    for path in ("/uppdrag/finns-inte", "/uppdrag/finns-inte/1", "/uppdrag/..%2f..%2fetc/1"):
        assert whole.get(path).status_code in {400, 404}, path
