"""What stands above a line is a part of what it says: its list, its condition, its order."""

import pytest
from tests.compared import KNOWLEDGE, compare
from tests.read import read_markdown_document

from avtalsgen.model.comparison import Comparison

OUT = "Detta ingår inte:\n\n- kost\n- resor\n"


def between(old: str, new: str) -> Comparison:
    sides = (f"# Avtal\n\n## 1 Uppdrag\n\n{text}\n" for text in (old, new))
    return compare(*(read_markdown_document(text, "x").document for text in sides))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"{OUT}\nKommunen betalar logi.", f"{OUT}- Kommunen betalar logi."),
        ("Här ingår:\n\n- kläder\n  - skor\n- resor", "Här ingår:\n\n- kläder\n- skor\n- resor"),
    ],
)
def test_a_line_under_another_item_or_in_a_list_is_moved_in_substance(old: str, new: str) -> None:
    for compared in (between(old, new), between(new, old)):
        told = [(change.kind, change.weight, change.reasons) for change in compared.changes()]
        assert sorted(told) == [
            ("delete", "saklig", ("flyttad",)),
            ("insert", "saklig", ("flyttad",)),
        ]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Om handlingarna säger emot varandra gäller de så här:\n\n", ""),
        ("", "## 2 Rangordning\n\n"),
        ("", "## 2 Avtalshandlingarnas inbördes ordning\n\nAvtalet består av\n\n"),
    ],
)
def test_items_that_change_place_in_an_order_decide(above: str, below: str) -> None:
    old = f"{above}{below}- avtalet\n- bilagorna\n- anbudet"
    new = f"{above}{below}- bilagorna\n- avtalet\n- anbudet"
    assert {change.rank for change in between(old, new).changes()} == {"avgörande"}


def test_items_that_change_place_where_no_order_is_said_are_moved_only() -> None:
    old, new = "Här ingår\n\n- kost\n- resor\n- logi", "Här ingår\n\n- resor\n- kost\n- logi"
    assert {change.rank for change in between(old, new).changes()} == {"redaktionell"}


@pytest.mark.parametrize("lead", sorted(KNOWLEDGE.words.leading))
def test_a_paragraph_that_leaves_what_says_when_it_applies_is_moved_in_substance(
    lead: str,
) -> None:
    cleaning, travel = "Utföraren städar rummet.", "Kommunen betalar resan."
    above = f"Om barnet flyttar {lead}."
    old = "\n\n".join((above, travel, cleaning))
    new = "\n\n".join((cleaning, above, travel))
    for compared in (between(old, new), between(new, old)):
        assert {change.rank for change in compared.changes()} == {"saklig"}


FINE = "Utföraren betalar vite med 500 kronor."
BEFORE = f"Se avsnitt 2{{}}.\n\n## 2 Vite\n\n{FINE}"
AFTER = f"Se avsnitt {{}}.\n\n## 2 Lokaler\n\nLokalerna är ljusa.\n\n## 3 Vite\n\n{FINE}"


def references(old: str, new: str) -> set[tuple[str, str, str]]:
    changes = between(old, new).sections
    first = next(pair for pair in changes if pair.new and pair.new.number == "1")
    return {(change.old, change.new, change.rank) for change in first.changes}


def test_a_reference_that_stands_where_another_section_got_its_number_leads_elsewhere() -> None:
    old, new = BEFORE.format(""), AFTER.format("2")
    assert references(old, new) == {("2 Vite", "2 Lokaler", "saklig")}
    assert references(new, old) == {("2 Lokaler", "2 Vite", "saklig")}
    assert references(old, AFTER.format("3")) == {("2", "3", "redaktionell")}
    assert not any(row.reason == "hänvisning" for row in between(old, AFTER.format("3")).top)


def test_a_section_of_an_appendix_is_another_one() -> None:
    assert not references(BEFORE.format(" i bilaga 1"), AFTER.format("2 i bilaga 1"))


def test_duties_of_a_party_by_another_name_are_the_same() -> None:
    parties = "Avtalet gäller mellan Åby kommun, nedan kallad {}, och Vård AB, nedan kallat {}."
    text = f"{parties}\n\n{{}} ska betala hyran. {{}} ska städa lokalen."
    old = text.format(*("Beställaren", "Utföraren") * 2)
    new = text.format(*("Kunden", "Leverantören") * 2)
    for compared in (between(old, new), between(new, old)):
        assert [duty.status for duty in compared.duties] == ["samma", "samma"]
