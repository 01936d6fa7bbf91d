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
    ],
)
def test_a_typed_number_is_told_with_the_words_alone(heading: str, words: str) -> None:
    assert hints(heading) == [f"skriv rubrik: {words}"]


@pytest.mark.parametrize(
    "heading",
    [
        "2 kap. socialtjänstlagen",
        "15 platser",
        "24 timmars stöd",
        "2026 års ersättning",
        "1,5 årsarbetare",
        "A-huset",
        "Mål 3",
        "I. o. med 2026",
    ],
)
def test_a_heading_that_begins_with_a_number_is_fine(heading: str) -> None:
    assert hints(heading) == []


def test_a_heading_that_the_program_does_not_number_may_have_its_own() -> None:
    assert hints("4) Mål", ", numrera: nej") == []
