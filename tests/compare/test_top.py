"""The first page: the few changes that a negotiator asks about first."""

from dataclasses import replace

import pytest
from tests.compare.test_duties import between
from tests.compare.worked import found_rows, read_pair, rows
from tests.compared import compare
from tests.read import read_markdown_document

from avtalsgen.model.comparison import TopRow
from avtalsgen.model.nodes import Document, Running


def read(text: str) -> Document:
    return read_markdown_document(text, "x").document


def top(old: str, new: str) -> tuple[TopRow, ...]:
    return between(old, new).top


def test_the_rows_of_the_worked_pair_are_those_of_its_lawyer() -> None:
    found = compare(*read_pair()).top
    assert len(found) <= 12
    assert len(found_rows(found)) >= 11, {row["vad"] for row in rows("viktigast")}
    assert {row.rank for row in found} == {"avgörande"}


def test_money_comes_before_time_and_time_before_the_rest() -> None:
    old = (
        "Personalen ska bära namnbricka.\n\nAvtalet gäller till och med den 31 mars 2027.\n\n"
        "Ersättningen är 412 kronor per timme."
    )
    new = (
        "Personalen ska bära namnbricka och tjänstekort.\n\nAvtalet gäller till och med den 30 "
        "april 2027.\n\nErsättningen är 438 kronor per timme."
    )
    found = top(old, new)
    assert [(row.what, row.rank, row.reason) for row in found] == [
        ("Ersättning", "avgörande", "belopp"),
        ("Avtalets tid", "avgörande", "datum"),
        ("Krav", "saklig", "text"),
    ]
    assert found[0].old == "Ersättningen är 412\u00a0kronor per timme."
    assert found[0].new == "Ersättningen är 438\u00a0kronor per timme."


def test_what_a_sentence_says_of_a_subject_stands_in_its_row_whatever_it_stands_below() -> None:
    old = "Ersättningen är 10 kronor.\n\nErsättningen justeras varje år med omsorgsprisindex."
    new = "Ersättningen är 12 kronor.\n\nBeställaren räknar upp ersättningen med prisindex i maj."
    rows_found = top(old, new)
    assert [row.what for row in rows_found] == ["Ersättning", "Prisjustering"]
    assert rows_found[1].old == "Ersättningen justeras varje år med omsorgsprisindex."


def test_what_the_other_side_says_below_a_heading_of_another_subject_is_not_said_to_lack() -> None:
    old = "## Ersättning\n\nErsättningen är 10 kronor. Ersättningen räknas upp enligt modellen."
    new = (
        "## Ersättning\n\nErsättningen är 12 kronor.\n\n## Prisjustering\n\n"
        "Beställaren visar hur indexet har använts."
    )
    row = next(row for row in top(old, new) if row.what == "Prisjustering")
    assert row.old == "Ersättningen räknas upp enligt modellen."
    row = next(row for row in top(new, old) if row.what == "Prisjustering")
    assert row.new == "Ersättningen räknas upp enligt modellen."


def test_who_may_give_notice_is_told_of_time_and_not_of_the_parties() -> None:
    old = "Uppdraget gäller i två år. Vardera parten får säga upp uppdraget när som helst."
    new = "Uppdraget gäller i två år. Båda parter får säga upp uppdraget i mars."
    assert [row.what for row in top(old, new)] == ["Avtalets tid"]


def test_sentences_of_unlike_subjects_are_told_where_each_is() -> None:
    old = "Beställaren betalar ersättning med 400 000 kronor per år för hela uppdraget."
    new = (
        "Det pågående uppdraget omfattar tolv årsarbetare.\n\nErsättning utgår med 500 000 kronor."
    )
    (row, *_) = top(old, new)
    assert row.what == "Ersättning"
    assert "500" in row.new
    assert "årsarbetare" not in row.new


@pytest.mark.parametrize(
    ("length", "other"), [("sex månaders", "tre månaders"), ("2 års", "3 års")]
)
def test_a_length_of_time_in_the_genitive_decides(length: str, other: str) -> None:
    said = "Avtalet får sägas upp med {} uppsägningstid."
    (row,) = top(said.format(length), said.format(other))
    assert (row.what, row.rank, row.reason) == ("Avtalets tid", "avgörande", "varaktighet")


def test_what_goes_before_what_is_told_as_order() -> None:
    (row,) = top("", "Handlingarna gäller i följande ordning:\n\n- avtalet\n- senaste bilagan")
    assert (row.what, row.reason) == ("Rangordning", "ordning")


def test_what_is_the_same_in_other_words_is_no_row() -> None:
    assert top("Taket är 20 mnkr.", "Taket är 20 000 000 kronor.") == ()
    assert top("Parterna skall mötas årligen.", "Parterna ska mötas varje år.") == ()


def test_a_law_that_was_replaced_is_a_row() -> None:
    (row,) = top(
        "Stödet ges enligt socialtjänstlagen (2001:453).",
        "Stödet ges enligt socialtjänstlagen (2025:400).",
    )
    assert (row.what, row.reason) == ("Lagar", "rättskälla")


def test_a_law_that_no_register_has_is_a_row_of_laws() -> None:
    said = "Stödet ges enligt lagen (1997:{}) om hamnar."
    (row,) = top(said.format(11), said.format(22))
    assert (row.what, row.reason) == ("Lagar", "rättskälla")


def test_a_table_of_prices_is_told_beside_what_else_is_said_of_payment() -> None:
    prices = "## 8 Ersättning\n\n| Fordon | Pris |\n|---|---|\n| Buss | {} kr |"
    paid = "## 9 Fakturering och betalning\n\nFakturan betalas inom {} dagar efter ankomst."
    time = "## 10 Avtalstid\n\nAvtalet gäller till och med den {} maj 2027."
    text = f"Avtalet gäller.\n\n{prices}\n\n{paid}\n\n{time}"
    found = top(text.format(31, 30, 2), text.format(34, 20, 3))
    assert [(row.what, row.reason) for row in found] == [
        ("Ersättning", "frist"),
        ("Ersättning", "belopp"),
        ("Avtalets tid", "datum"),
    ]


def test_sentences_of_no_subject_in_other_sections_are_two_rows() -> None:
    old = "## 8 Mat\n\nGästen bjuds på 30 rätter.\n\n## 9 Skåp\n\nSkåp finns."
    new = "## 8 Mat\n\nMaten är god.\n\n## 9 Skåp\n\nSkåp finns.\n\nSaker sparas i 30 dygn."
    assert {(row.what, bool(row.old and "30" in row.new)) for row in top(old, new)} == {
        ("Mat", False),
        ("Skåp", False),
    }


def test_a_mark_ends_no_sign_of_a_subject() -> None:
    (row,) = top("Lokalen lånas ut utan hyra.", "Lokalen lånas ut mot hyra.")
    assert row.what == "Ersättning"


def test_a_blank_is_told_as_one() -> None:
    (row,) = top("Skadan anmäls till ekonomichefen.", "Skadan anmäls till ........................")
    assert "(inte ifyllt)" in row.new


def test_what_is_new_on_one_side_has_nothing_on_the_other() -> None:
    (row,) = top("", "Utföraren ska betala vite med 10 000 kronor per dag.")
    assert (row.what, row.old, row.old_place) == ("Vite", "", "")


def test_what_goes_with_its_section_has_nothing_on_the_other_side() -> None:
    section = "## {} Vite\n\nUtföraren ska betala vite med {} kronor per dag."
    rows = top(f"Parterna samverkar.\n\n{section.format(7, '10 000')}", "Parterna samverkar.")
    assert [(row.what, row.new, row.new_place) for row in rows] == [("Vite", "", "")]


def test_a_short_word_inside_another_is_no_sign_of_a_subject() -> None:
    (row,) = top("", "Barnen ska erbjudas aktiviteter.")
    assert row.what == "Krav"


def test_items_in_another_order_are_a_row_only_where_order_is_content() -> None:
    plain = "Utföraren ska ha:\n\n- telefon\n- e-post\n- webbplats"
    assert top(plain, plain.replace("- telefon\n- e-post", "- e-post\n- telefon")) == ()
    ranked = "Handlingarna gäller i följande ordning:\n\n- tillägg\n- bilagor"
    (row,) = top(ranked, ranked.replace("- tillägg\n- bilagor", "- bilagor\n- tillägg"))
    assert (row.what, row.rank) == ("Rangordning", "avgörande")


def test_a_link_that_leads_elsewhere_is_a_row_where_no_sentence_differs() -> None:
    (row,) = top("Se [sidan](https://exempel.se/a).", "Se [sidan](https://exempel.se/b).")
    assert (row.old, row.new, row.reason) == ("exempel.se/a", "exempel.se/b", "länk")


def test_a_sign_that_took_the_place_of_a_space_is_shown_in_its_line() -> None:
    read_on = read("Parterna samverkar.")
    old, new = (
        replace(read_on, running=Running("", "", f"Dnr SN{sign}2026/14"))
        for sign in (" ", "\N{MINUS SIGN}")
    )
    (row,) = compare(old, new).top
    assert (row.old, row.new) == ("Dnr SN 2026/14", "Dnr SN\N{MINUS SIGN}2026/14")


def test_the_same_words_in_another_order_are_a_row() -> None:
    (row,) = top("Beställaren ska meddela utföraren.", "Utföraren ska meddela beställaren.")
    assert row.new == "Utföraren ska meddela beställaren."


def test_why_a_row_matters_is_what_differs_between_all_that_it_was_and_all_that_it_is() -> None:
    old = "Ersättningen justeras varje år med omsorgsprisindex (OPI)."
    new = (
        "Beställaren räknar upp ersättningen den 1 maj 2027. Vid uppräkningen av priset används "
        "varje år omsorgsprisindex (OPI), så som det då har publicerats av utgivaren."
    )
    (row,) = top(old, new)
    assert row.reason == "datum"
    (row,) = top(old, old.replace("omsorgsprisindex (OPI)", "konsumentprisindex (KPI)"))
    assert row.reason == "pris"


def test_another_party_has_a_row_and_words_in_another_order_have_none() -> None:
    old = (
        "Nämnden och Stiftelsen Vinden har träffat detta avtal.\n\n"
        "Utföraren ska kontrollera registret innan någon anställs."
    )
    new = (
        "Nämnden och Vinden Omsorg AB har träffat detta avtal.\n\n"
        "Innan någon anställs ska utföraren kontrollera registret."
    )
    assert [(row.what, row.rank) for row in top(old, new)] == [("Parter", "avgörande")]


TABLE = """# Avtal

## 1 Ersättning

Priset står i tabellen{end}.

| Insats | Pris per dygn |
|---|---|
| Vardag | 2 100 kronor |
| Helg | {weekend} kronor |
{more}
"""


def test_a_row_of_a_table_is_told_with_its_label_beside_what_sentences_say() -> None:
    """A price in a table is money too, also where a sentence differs somewhere."""
    old = TABLE.format(end="", weekend="2 650", more="")
    new = TABLE.format(end=" nedan", weekend="2 950", more="| Julafton | 4 000 kronor |")
    (row,) = compare(*map(read, (old, new))).top
    told = [side.replace("\u00a0", " ") for side in (row.old, row.new)]
    assert "Helg: 2 650 kronor" in told[0]
    assert "Helg: 2 950 kronor; Julafton: 4 000 kronor" in told[1]
    assert row.reason == "belopp"


def test_a_row_of_a_table_is_no_duty() -> None:
    table = "# Avtal\n\n## 1 Krav\n\n| Vem | Vad |\n|---|---|\n| Utföraren | ska städa |\n"
    changed = compare(read(table), read(table.replace("städa", "sopa")))
    assert changed.top
    assert changed.duties == ()


def test_sums_that_changed_have_rows_before_what_is_of_less_weight() -> None:
    sections = ("Avgiften", "Hyran", "Priset")
    old = "\n\n".join(f"## {name}\n\n{name} är 100 kronor per år." for name in sections)
    more = "\n\n## Rapport\n\nUtföraren redovisar statistik för verksamheten{}."
    found = top(old + more.format(""), old.replace("100", "200") + more.format(" varje månad"))
    assert [row.reason for row in found[:3]] == ["belopp"] * 3
    assert len(found) == len(sections) + 1
