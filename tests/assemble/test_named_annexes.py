"""An annex that a text sends its reader to is one of the document's."""

import pytest
from tests.assemble.small import CLAUSE
from tests.workspace import WHOLE, document_of, project

UPPDRAG, PARAMETERS = "uppdrag/prov/1.yaml", "clauses/parametrar.yaml"
ROWS = """\
  kontakt.bilaga: {typ: text, fråga: Vilken bilaga?, bilaga: ja}
  kontakt.namn: {typ: text, fråga: Vilket namn?}
"""
USES = WHOLE[CLAUSE].replace("[utföraren]", "[utföraren, kontakt.bilaga, kontakt.namn]")
PRINTS = f"{USES}\nDe står i {{{{ kontakt.bilaga }}}} och {{{{ kontakt.namn }}}}.\n"


def hints(contact: str, annexes: str = "", clause: str = PRINTS) -> list[str | None]:
    files = {
        CLAUSE: clause,
        PARAMETERS: WHOLE[PARAMETERS].replace("alias:\n", f"{ROWS}alias:\n", 1),
        UPPDRAG: f"kontakt: {contact}\n{WHOLE[UPPDRAG]}{annexes}",
    }
    _, problems = document_of(project(files), "prov", "1")
    return [each.hint for each in problems if each.code == "DI13"]


@pytest.mark.parametrize(
    ("contact", "title"),
    [
        ("{bilaga: Kontakter, namn: Bo}", "Kontakter"),
        ("{bilaga: bilagan Kontakter, namn: Bo}", "Kontakter"),
        ('{bilaga: "Namn, nummer", namn: Bo}', '"Namn, nummer"'),
        ("{bilaga: {okänt: frågat}, namn: bilagan Prislista}", "Prislista"),
    ],
)
def test_an_annex_that_is_named_must_be_there(contact: str, title: str) -> None:
    assert hints(contact) == [f"lägg till bilagor: [{{titel: {title}}}]"]
    other = "bilagor: [{titel: Karta}]\n"
    assert hints(contact, other) == [f"lägg till - {{titel: {title}}} under bilagor"]
    assert hints(contact, f"bilagor: [{{titel: {title}}}]\n") == []


def test_two_that_lack_are_added_in_one_line() -> None:
    added = "lägg till bilagor: [{titel: Kontakter}, {titel: Prislista}]"
    assert hints("{bilaga: Kontakter, namn: bilagan Prislista}") == [added, added]


def test_words_that_name_no_annex_and_facts_that_are_not_printed_are_let_be() -> None:
    assert hints("{bilaga: {okänt: frågat}, namn: bilagan till beslutet}") == []
    assert hints("{bilaga: Kontakter, namn: bilagan Prislista}", clause=WHOLE[CLAUSE]) == []


def said_of(text: str, titles: tuple[str, ...] = ("Karta", "Prislista 2027")) -> list[str]:
    """Return the annexes that an own text names and the document lacks."""
    annexes = "".join(f"  - {{titel: {title}}}\n" for title in titles)
    outline = "[ersattning@1, tvist@1, {rubrik: Egen, text: 1/egen.md}]"
    files = {
        "uppdrag/prov/1/egen.md": f"{text}\n",
        UPPDRAG: WHOLE[UPPDRAG].replace("[ersattning@1, tvist@1]", outline)
        + (f"bilagor:\n{annexes}" if titles else ""),
    }
    _, problems = document_of(project(files), "prov", "1")
    told = [each for each in problems if each.code == "DI13"]
    assert {each.origin.file for each in told if each.origin} <= {"uppdrag/prov/1/egen.md"}
    return [each.message.split("”")[1].removeprefix("bilaga ") for each in told]


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("Krav på lokaler finns i bilaga 3.", ["3"]),
        ("Krav på lokaler finns i bilaga 2.", []),
        ("Se bilagorna 1 och 2.", []),
        ("Se bilagorna 2, 3 och 4.", ["3", "4"]),
        ("Se bilaga 1–3.", ["3"]),
        ("Bilaga 0 gäller.", ["0"]),
        ("Kraven står i bilaga Kravlista.", ["Kravlista"]),
        ("Kraven står i bilagan Kravlista och gäller hela tiden.", ["Kravlista"]),
        ("Kraven står i bilagan ”Krav och mål”.", ["Krav och mål"]),
        ("Området visas i bilagan Karta.", []),
        ("Området visas i bilaga karta.", []),
        ("Priserna står i bilagan Prislista 2027 och räknas upp.", []),
        ("Priserna står i bilagan ”Prislista 2027”.", []),
        ("Priserna står i bilagan Prislista.", ["Prislista"]),
        ("Priserna står i bilagan Prislista 2028.", ["Prislista 2028"]),
        ("Se bilaga 3 till riktlinjerna från 2024.", []),
        ("Se bilaga 3 till detta uppdrag.", ["3"]),
        ("Se bilaga 4 i upphandlingsdokumenten.", []),
        ("Uppgifterna lämnas i en bilaga. Kartan visar området.", []),
        ("Avtalet är en bilaga till uppdraget.", []),
        ("Bilagan Ändringar kan bytas utan underskrift.", ["Ändringar"]),
        ("Bilagan kan ändras.", []),
        ("- lokaler enligt bilaga 5\n- bilaga 5 gäller också bilar", ["5"]),
        ("| Vad | Var |\n|---|---|\n| Krav | bilaga 6 |", ["6"]),
        ("Det kostar 3 kronor i bilaga\u00a07.", ["7"]),
        ("Bilagor: 3 stycken.", []),
        ("Det gäller bilagorna till uppdraget.", []),
        ("Se bilaga 2.1.", []),
        ("Se bilaga A.", ["A"]),
        ("Det är bilaga X som gäller.", []),
    ],
)
def test_an_own_text_names_annexes_that_are_there(text: str, lacking: list[str]) -> None:
    assert said_of(text) == lacking


def test_an_annex_that_a_text_names_is_added_as_the_hint_says() -> None:
    assert said_of("Kraven står i bilaga Kravlista.", ()) == ["Kravlista"]
    assert said_of("Kraven står i bilaga Kravlista.", ("Kravlista",)) == []
