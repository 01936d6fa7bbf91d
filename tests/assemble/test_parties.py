"""Two parties are two bodies, with a word each; no hint proposes one body for both."""

import pytest
from tests.assemble.small import CLAUSE, TYPE
from tests.workspace import WHOLE, document_of, project

from avtalsgen.problems import Problem, Severity

UPPDRAG, PARAMETERS = "uppdrag/prov/1.yaml", "clauses/parametrar.yaml"
ROWS = """\
  parter.beställare.benämning: {typ: text, fråga: Vad?, exempel: beställaren}
  parter.utförare.nämnd: {typ: organ, fråga: Vilken nämnd?, exempel: namnden}
"""
FACTS = """\
relation: RELATION
typ: uppdrag@1
status: utkast
titel: Prov
dnr: SN 2026-1
datum: 2026-03-01
parter:
  beställare: {organ: namnden, benämning: beställaren}
  utförare: {organ: enheten, benämning: utföraren}
ersättning: {belopp: 605}
disposition: [ersattning@1, tvist@1]
"""


def told(
    old: str = "", new: str = "", *, relation: str = "annan_nämnd", **more: str
) -> list[Problem]:
    assert old in FACTS
    parameters = WHOLE[PARAMETERS].replace("alias:\n", f"{ROWS}alias:\n", 1)
    parameters = parameters.replace(
        "typ: text, fråga: Vad kallas utföraren",
        "typ: text, exempel: utföraren, fråga: Vad kallas utföraren",
    )
    facts = FACTS.replace("RELATION", relation).replace(old, new)
    _, problems = document_of(
        project({UPPDRAG: facts, PARAMETERS: parameters, **more}), "prov", "1"
    )
    return [each for each in problems if each.code in {"FA04", "FA05", "FA12"}]


def test_two_parties_are_fine() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("old", "new", "relation", "hint"),
    [
        ("enheten", "namnden", "privat", 'skriv parter.utförare.organ: {okänt: "skäl"}'),
        ("enheten", "namnden", "samma_nämnd", 'skriv parter.utförare.organ: {okänt: "skäl"}'),
        (
            "enheten",
            "enheten, nämnd: namnden",
            "annan_nämnd",
            'skriv parter.utförare.nämnd: {okänt: "skäl"}',
        ),
        ("utföraren", "Beställaren", "annan_nämnd", "skriv parter.utförare.benämning: utföraren"),
        (
            "benämning: beställaren",
            "benämning: utföraren",
            "annan_nämnd",
            "skriv parter.beställare.benämning: beställaren",
        ),
    ],
)
def test_one_body_or_one_word_for_both_parties_is_told(
    old: str, new: str, relation: str, hint: str
) -> None:
    assert [
        (each.code, each.severity, each.hint) for each in told(old, new, relation=relation)
    ] == [("FA12", Severity.ERROR, hint)]


def test_a_provider_may_answer_to_the_body_that_orders() -> None:
    assert told("enheten", "enheten, nämnd: namnden", relation="samma_nämnd") == []


def test_no_hint_names_the_body_of_the_other_party() -> None:
    asks = WHOLE[TYPE].replace(
        "kräver: [titel, dnr]", "kräver: [titel, dnr, parter.utförare.nämnd]"
    )
    (required,) = told(**{TYPE: asks})
    unknown = 'lägg till parter.utförare.nämnd: {okänt: "skäl"}'
    assert str(required.hint).startswith(unknown)
    prints = WHOLE[CLAUSE].replace("[utföraren]", "[utföraren, parter.utförare.nämnd.namn]")
    (printed,) = told(**{CLAUSE: f"{prints}\n{{{{ parter.utförare.nämnd.namn }}}} svarar.\n"})
    assert str(printed.hint).startswith(unknown)
    (same,) = told(relation="samma_nämnd", **{TYPE: asks})
    assert str(same.hint).startswith("lägg till parter.utförare.nämnd: namnden")
