"""How people and programs write the same thing in plain text: each way reads as the plain one."""

from collections.abc import Callable

import pytest
from tests.compared import compare_sections
from tests.read import read_plain_text

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document

_FIRST = (
    "Avtalet gäller för alla insatser som leverantören utför hos en enskild i kommunen och som har",
    "beslutats av nämnden enligt lag. Den som arbetar ska ha rätt utbildning och kunna språket.",
)
_SECOND = (
    "Leverantören ska utföra uppdraget enligt avtalet och de bilagor som hör till det, och kunden",
    "ska betala den ersättning som avtalet säger för varje dygn som en plats har varit belagd.",
)
_THIRD = (
    "Den part som vill ändra något i avtalet ska säga det till den andra parten minst tre månader",
    "innan ändringen ska gälla, och då ska parterna gå igenom vad det kostar för båda.",
)


def _read(text: str) -> Document:
    return read_plain_text(text, "avtal.txt").document


def _same(one: str, other: str) -> bool:
    return compare_sections(_read(one), _read(other), paged=False).same


def _paged(edge: Callable[[int], str]) -> str:
    """Return three paragraphs, each broken by the edge of a page."""
    named = enumerate(
        (("1. Allmänt", _FIRST), ("2. Tid", _SECOND), ("3. Ändringar", _THIRD)), start=1
    )
    parts = (f"{name}\n\n{edge(at).join(rows)}\n" for at, (name, rows) in named)
    return "\n".join(parts)


_EDGES = (
    *("\n\n{} (4)\n\n", "\n\n{}(4)\n\n", "\n\nSida {} (4)\n\n", "\n\nSid {} (4)\n\n", " {} (4) "),
    *("\n\nSida {} av 4\n\n", "\n\n{}/4\n\n", "\n\n- {} -\n\n", "\n\ns. {}\n\n", "\n{} (4)\n"),
    "\n\nExempels kommun          {} (4)\n\n",
    "\n\nPostadress: Box 3, 100 10 Staden          Telefon: 010-10 10 10\n\n{} (4)\n\n",
)


@pytest.mark.parametrize("edge", _EDGES)
def test_the_number_of_a_page_breaks_no_sentence(edge: str) -> None:
    assert _same(_paged(lambda _: "\n"), _paged(edge.format))


@pytest.mark.parametrize(
    ("said", "foot"),
    [
        ("https://www.exempel.se/regler/", "www.exempel.se/regler"),
        ("www.exempel.se/regler", "<https://www.exempel.se/regler>"),
        ("exempel.se/regler", "https://exempel.se/regler/"),
        ("info@exempel.se", "mailto:info@exempel.se"),
        ("http://exempel.se/en%20sida", "https://exempel.se/en sida"),
    ],
)
def test_the_address_of_a_link_at_the_foot_of_a_page_is_beside_the_text(
    said: str, foot: str
) -> None:
    text = f"1. Regler\n\nReglerna finns på {said} och gäller alla som arbetar i uppdraget.\n\n"
    rest = "2. Tid\n\n" + "\n".join(_SECOND) + "\n"
    assert _same(text + rest, f"{text}{foot}\n\f{rest}")


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**Avtalstid** gäller", "Avtalstid gäller"),
        ("***Avtalstid*** gäller", "Avtalstid gäller"),
        ("__Avtalstid__ gäller", "Avtalstid gäller"),
        ("[Regler](https://exempel.se/a) gäller", "Regler gäller"),
        ("Se `bilaga 1` nu", "Se bilaga 1 nu"),
        (r"Priset är 5 \* 3 kronor", "Priset är 5 * 3 kronor"),
        ("## 2. Priser", "2. Priser"),
        ("# 2. Priser #", "2. Priser"),
        ("**2. Priser**", "2. Priser"),
        ("2. Priser\n---------", "2. Priser"),
    ],
)
def test_marks_of_markdown_are_no_text(marked: str, plain: str) -> None:
    text = "1. Tid\n\n" + "\n".join(_FIRST) + "\n\n{}\n\n" + "\n".join(_SECOND) + "\n"
    assert _same(text.format(marked), text.format(plain))


_ITEMS = (
    "Krav\n\nLeverantören ska under hela avtalstiden och för varje insats ha:\n\n"
    "- personal som har den utbildning som insatsen kräver och som har arbetat minst två år inom\n"
    "  socialtjänst eller vård\n- lokaler\n\n" + "\n".join(_SECOND) + "\n"
)


@pytest.mark.parametrize(
    ("written", "otherwise"),
    [
        ("inom\n  soc", "inom\n\n  soc"),
        ("inom\n  soc", "inom\nsoc"),
        ("inom\n  soc", "inom\n\nsoc"),
        ("\n- ", "\n• "),
        ("\n- ", "\n•\t"),
        ("\n- ", "\n* "),
        ("\n- ", "\no\t"),
        ("\n- ", "\n– "),
        ("\n- lok", "\n\n- lok"),
    ],
)
def test_a_bullet_is_one_item_whatever_its_sign_and_its_rows(written: str, otherwise: str) -> None:
    assert _same(_ITEMS, _ITEMS.replace(written, otherwise))


_ROWS = (
    ("För kommunen", "För leverantören"),
    ("Ort och datum", "Ort och datum"),
    ("____________________", "____________________"),
    ("Anna Andersson", "Bo Berg"),
    ("Socialchef", "Verksamhetschef"),
)


@pytest.mark.parametrize(
    ("room", "rule", "between"),
    [
        (30, "_", "\n"),
        (24, "_", "\n"),
        (0, "_", "\n"),
        (30, ".", "\n"),
        (30, "_", "\n\n"),
    ],
)
def test_two_who_sign_beside_each_other_sign_as_one_after_the_other(
    room: int, rule: str, between: str
) -> None:
    rows = (f"{left.ljust(room)}{'' if room else chr(9)}{right}" for left, right in _ROWS)
    beside = between.join(rows).replace("_", rule)
    after = "\n\n".join("\n".join(column) for column in zip(*_ROWS, strict=True))
    text = "1. Tid\n\n" + "\n".join(_SECOND) + "\n\n"
    found = _read(text + beside + "\n").signatures
    assert found is not None
    assert found == _read(text + after + "\n").signatures


def test_an_annex_right_below_where_the_parties_sign_is_no_title_of_theirs() -> None:
    signed = (
        "Reglemente\n\n§ 1 Ansvar\n\nNämnden svarar för skolan och för alla barn i kommunen.\n\n"
        "För nämnden            För styrelsen\n\nNoor Lind            Alve Berg\n\n"
        "Ordförande            Ordförande\n\nBilaga 1 Delegationer\n\n"
        "Bilagan visar vem som får besluta i nämndens ställe."
    )
    document = _read(signed)
    assert document.signatures
    assert [plain.text(person.title) for person in document.signatures.signatories] == [
        "Ordförande",
        "Ordförande",
    ]
    assert "Bilaga 1 Delegationer" in [plain.text(s.heading) for s in walk.sections(document)]


def test_a_paragraph_number_on_a_row_of_its_own_heads_what_leads_to_a_list() -> None:
    rules = (
        "Reglemente för nämnden\n\n1 §\n\nNämnden svarar för kommunens skolor och barn.\n\n"
        "2 §\n\nNämnden ska\n\n- följa utvecklingen,\n- lämna förslag.\n\n"
        "3 §\nNämnden har sju ledamöter och lika många ersättare."
    )
    assert [section.number for section in walk.sections(_read(rules))] == ["1 §", "2 §", "3 §"]
