"""Lists in capitals and Roman numerals, numbers of laws, price lists: what people type."""

import pytest
from tests.read import read_plain_text

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Block, Document, List, Paragraph, Table


def read(text: str) -> Document:
    """Return a text in two sections, of which the second is always found."""
    return read_plain_text(
        f"Avtal om mat\n\n1. Krav\n\n{text}\n2. Tvist\n\nTvist avgörs.\n", "a.txt"
    ).document


def shown(block: Block) -> object:
    """Return a block as lists of texts."""
    match block:
        case Paragraph(content):
            return plain.text(content)
        case List(items, ordered):
            sign = ("a" if block.letters else "1") if ordered else "-"
            return [sign, *(shown(inner) for item in items for inner in item.blocks)]
        case Table(header, rows):
            return tuple(tuple(map(plain.text, row)) for row in (header, *rows))


def blocks(text: str) -> list[object]:
    """Return what the first section of a text says."""
    first, second = read(text).sections
    assert (first.number, second.number) == ("1.", "2.")
    return [shown(block) for block in first.blocks]


TWO = ["maten är kall, eller", "maten är sen."]


@pytest.mark.parametrize(
    ("first", "second", "sign"),
    [
        ("A)", "B)", "a"),
        ("(A)", "(B)", "a"),
        ("i)", "ii)", "1"),
        ("(i)", "(ii)", "1"),
        ("I)", "II)", "1"),
        ("i.", "ii.", "1"),
        ("I.", "II.", "1"),
    ],
)
def test_two_signs_in_order_are_a_list(first: str, second: str, sign: str) -> None:
    text = f"Avtalet får hävas om\n\n{first} {TWO[0]}\n{second} {TWO[1]}\n"
    assert blocks(text) == ["Avtalet får hävas om", [sign, *TWO]]


def test_the_letter_after_h_is_no_roman_number() -> None:
    said = [f"{sign}) {words}" for sign, words in zip("hij", (*TWO, "mat saknas."), strict=True)]
    assert blocks("\n".join(said) + "\n") == said


def test_a_name_that_begins_with_an_initial_is_no_list() -> None:
    assert blocks("A. Ek ska kalla till möte.\n\nI. Berg ska skriva protokoll.\n") == [
        "A. Ek ska kalla till möte.",
        "I. Berg ska skriva protokoll.",
    ]


def test_a_list_in_roman_numbers_stands_inside_one_in_capitals() -> None:
    text = "A) Mat ska vara\n   i) varm,\n   ii) god.\nB) Kök ska vara rena.\n"
    assert blocks(text) == [
        ["a", "Mat ska vara", ["1", "varm,", "god."], "Kök ska vara rena."],
    ]


@pytest.mark.parametrize(
    "number",
    ["17 kap. 1 §", "17 kap. 2 a §", "17 a kap. 2 §", "17 b–c §§", "2–4 §§", "17 b-18 a §§"],
)
def test_a_number_of_a_law_heads_what_stands_below(number: str) -> None:
    text = f"Reglemente\n\n{number} Samråd\nNämnden ska samråda med andra nämnder.\n"
    (section,) = read_plain_text(text, "a.txt").document.sections
    assert (section.number, plain.text(section.heading)) == (number, "Samråd")


def test_a_chapter_begins_its_paragraphs_anew() -> None:
    text = "".join(
        f"{chapter} kap. {name}\n\n1 §\n\nNämnden ska pröva.\n\n2 a §\n\nSaken ska avgöras.\n\n"
        for chapter, name in ((3, "Prövning"), (17, "Samråd"))
    )
    read_sections = walk.sections(
        read_plain_text(f"Reglemente\n\nInnan lagen.\n\n{text}", "a.txt").document
    )
    numbers = [(section.number, section.level) for section in read_sections if section.number]
    assert numbers == [
        *(("3 kap.", 1), ("1 §", 2), ("2 a §", 2)),
        *(("17 kap.", 1), ("1 §", 2), ("2 a §", 2)),
    ]


@pytest.mark.parametrize(
    "sentence", ["17 kap. 2 a § socialtjänstlagen gäller.", "17 kap. lagen gäller."]
)
def test_a_law_that_a_sentence_begins_with_is_no_number(sentence: str) -> None:
    assert blocks(f"{sentence}\n") == [sentence]


def test_a_short_form_alone_on_the_last_row_ends_its_sentence() -> None:
    rows = (
        "Beställaren får granska allt i köket, i matsalen, vid leverans, i förråd, i bilar\nm.m.\n"
    )
    assert blocks(rows) == [" ".join(rows.split())]


def test_two_columns_with_amounts_are_a_price_list() -> None:
    text = "Tjänst              Pris\nStädning     1 200 kronor\nPutsning       450 kronor\n"
    assert blocks(text) == [
        (("Tjänst", "Pris"), ("Städning", "1 200 kronor"), ("Putsning", "450 kronor"))
    ]


def test_two_columns_of_words_are_no_price_list() -> None:
    text = "Beställaren       Utföraren\nAnna Ek           Bo Berg\nChef              Direktör\n"
    assert not [block for block in blocks(text) if isinstance(block, tuple)]


@pytest.mark.parametrize("signs", [("1. ", "2. "), ("1) ", "2) ")])
def test_a_heading_below_a_list_and_above_a_list_is_a_heading(signs: tuple[str, str]) -> None:
    listed = "".join(
        f"{sign}{words}\n"
        for sign, words in zip(signs, ("Mat ska vara god.", "Kök ska vara rena."), strict=True)
    )
    text = f"Avtal\n\n1. Ett\n\n{listed}\n2. Två\n\n{listed}\n3. Tre\n\nText ska läsas av alla.\n"
    sections = read_plain_text(text, "a.txt").document.sections
    assert [section.number for section in sections] == ["1.", "2.", "3."]


def test_the_title_above_a_number_with_a_stop_is_the_title() -> None:
    assert plain.text(read("Mat ska vara god.\n").cover.title) == "Avtal om mat"


def test_two_columns_below_the_number_of_copies_are_where_the_parties_sign() -> None:
    said = "Avtalet är upprättat i två exemplar, varav parterna har fått var sitt."
    columns = ("Ekeby", "Ekeby", "Nämnden", "Bolaget AB", "Anna Ek", "Bo Berg")
    document = read_plain_text(
        f"Avtal\n\n1 Tvist\n\nTvist avgörs av domstol.\n\n{said}\n\n" + "\n\n".join(columns) + "\n",
        "a.txt",
    ).document
    assert document.signatures
    first, second = document.signatures.signatories
    assert (first.lines, plain.text(first.organisation), plain.text(first.name)) == (
        ("Ekeby",),
        "Nämnden",
        "Anna Ek",
    )
    assert plain.text(second.organisation) == "Bolaget AB"


def test_a_figure_that_ends_its_sentence_alone_on_a_row_is_no_item() -> None:
    rows = (
        "Beställaren betalar inom trettio dagar och parterna får komma överens om annat",
        "som kostar mera än det som sägs här, om det bara är till nytta för beställaren",
        "och för alla andra som berörs av det, och det inte gäller avtalet med nummer",
        "1.",
    )
    assert blocks("\n".join(rows) + "\n") == [" ".join(rows)]


def test_a_short_lead_that_a_list_ends_stands_below_its_heading() -> None:
    text = (
        "Policy för inköp\n\nSyfte\n\nPolicyn ska ge kommunen goda inköp till rätt pris.\n\n"
        "Ansvar\n\nDen som köper ska\n\n- pröva behovet\n- skriva avtal\n"
    )
    sections = read_plain_text(text, "a.txt").document.sections
    assert [plain.text(section.heading) for section in sections] == ["Syfte", "Ansvar"]
