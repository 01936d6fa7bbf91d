"""A number that was pasted with a heading would be printed twice."""

import pytest
from tests.assemble.small import UPPDRAG, built, uppdrag


def hints(heading: str, more: str = "") -> list[str | None]:
    outline = f"[ersattning@1, tvist@1, {{rubrik: '{heading}', text: egen.md{more}}}]"
    changed = {UPPDRAG: uppdrag(disposition=outline), "uppdrag/prov/egen.md": "Text."}
    return [each.hint for each in built(changed)[1] if each.code == "DI11"]


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("1.2 Tid och plats", "Tid och plats"),
        ("§ 3 Avgifter", "Avgifter"),
        ("4) Mål", "Mål"),
        ("(4) Mål", "Mål"),
        ("(a) Mål", "Mål"),
        ("4. Mål", "Mål"),
        ("1.2.3. Mål", "Mål"),
        ("3 § Avgifter", "Avgifter"),
        ("a) Mål", "Mål"),
        ("IV. Mål", "Mål"),
        ("Kap. 2 Mål", "Mål"),
        ("7 Mål", "Mål"),
        ("3 a Mål", "Mål"),
        ("3a Mål", "Mål"),
        ("IV Mål", "Mål"),
        ("II. MÅL OCH MEDEL", "MÅL OCH MEDEL"),
        ("XII – Mål", "Mål"),
        ("V Mål", "Mål"),
        ("iv) mål", "mål"),
        ("A. Mål", "Mål"),
        ("B: Mål", "Mål"),
        ("a) mål", "mål"),
        ("4. mål", "mål"),
        ("4.Mål", "Mål"),
        ("4)Mål", "Mål"),
        ("4 – Mål", "Mål"),
        ("4: Mål", "Mål"),
        ("1.2 IT-stöd", "IT-stöd"),
        ("§4 Mål", "Mål"),
        ("4 kap. Mål", "Mål"),
        ("Kapitel IV Mål", "Mål"),
        ("Kap 4: Mål", "Mål"),
        ("Avsnitt 4 – Mål", "Mål"),
        ("Del 2 Mål", "Mål"),
        ("Nr 4 Mål", "Mål"),
        ("iv Pris", "Pris"),
        ("④ Pris", "Pris"),
        ("❹ pris", "pris"),
        ("Bilaga 4 Pris", "Pris"),
        ("# Pris", "Pris"),
        ("## pris", "pris"),
        ("• Pris", "Pris"),
    ],
)
def test_a_typed_number_is_told_with_the_words_alone(heading: str, words: str) -> None:
    assert hints(heading) == [f"skriv rubrik: {words}"]


@pytest.mark.parametrize(
    "heading",
    [
        "2 kap. socialtjänstlagen",
        "1:a linjens stöd",
        "1:e juli",
        "i Linköping",
        "vi Och ni",
        "Bilaga till avtalet",
        "#nu",
        "15 platser",
        "24 timmars stöd",
        "2026 års ersättning",
        "1,5 årsarbetare",
        "A-huset",
        "Mål 3",
        "I. o. med 2026",
        "I Exempelby",
        "IT-stöd",
        "IVO:s tillsyn",
        "IV-behandling",
        "1,5 miljoner",
        "1.2 miljoner",
        "15 LSS-platser",
        "3 § socialtjänstlagen",
        "Vi och ni",
        "Del av ersättningen",
        "Delat ansvar",
        "Artikel 3 i barnkonventionen",
        "Punkt för punkt",
        "X-kassan",
        "Civilrätt",
        "08.00–17.00",
        "Mix av insatser",
    ],
)
def test_a_heading_that_begins_with_a_number_is_fine(heading: str) -> None:
    assert hints(heading) == []


@pytest.mark.parametrize("heading", ["4", "4.", "1.2", "IV", "§ 4", "Kap. 4", "a)"])
def test_a_heading_that_is_only_a_number_is_told(heading: str) -> None:
    assert hints(heading) == ["skriv vad avsnittet handlar om"]


def test_a_heading_that_the_program_does_not_number_may_have_its_own() -> None:
    assert hints("4) Mål", ", numrera: nej") == []


LETTERS = "stycken som börjar med"
SKIPS = "listan går vidare med"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("(a) ett\n\n(b) två", f"{LETTERS} (a)"),
        ("(a) ett\n\nmer om ett\n\n(b) två\n\n(c) tre", f"{LETTERS} (a)"),
        ("**a)** ett\n\n**b)** två", f"{LETTERS} a)"),
        ("A) ett\n\nB) två", f"{LETTERS} A)"),
        ("A. ett\n\nmer\n\nB. två", f"{LETTERS} A."),
        ("a. ett\n\nmer\n\nb. två", f"{LETTERS} a."),
        ("i) ett\n\nii) två", f"{LETTERS} i)"),
        ("(i) ett\n\n(ii) två", f"{LETTERS} (i)"),
        ("a) ett\n\nb) två\n\nd) fyra", f"{SKIPS} d), men det som kommer näst är c)"),
        ("a) ett\n\nmer\n\nc) tre", f"{SKIPS} c), men det som kommer näst är b)"),
        ("a) ett\n\nb) två\n\nc) tre", ""),
        ("a) ett\n\nmer om ett\n\nb) två", ""),
        ("a) ett\n\nb) två\n\nDet gäller också\n\na) tre\n\nb) fyra", ""),
        ("b) två\n\nc) tre", ""),
        ("A. Exempelsson svarar för det.\n\nC. Exempelgren gör det inte.", ""),
        ("Utföraren ska (a) komma, (b) gå.\n\nDet gäller alltid.", ""),
        ("1. ett\n\nmer\n\n2. två", ""),
        ("I) ett", ""),
    ],
)
def test_letters_that_are_no_list_or_skip_one_are_told(text: str, said: str) -> None:
    outline = "[ersattning@1, tvist@1, {rubrik: Egen, text: egen.md}]"
    changed = {UPPDRAG: uppdrag(disposition=outline), "uppdrag/prov/egen.md": f"{text}\n"}
    told = [each for each in built(changed)[1] if each.code == "DI11"]
    assert [each.message[: len(said)] for each in told] == ([said] if said else [])
    assert {each.origin.file for each in told if each.origin} <= {"uppdrag/prov/egen.md", UPPDRAG}
