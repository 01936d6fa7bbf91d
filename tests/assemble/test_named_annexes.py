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
