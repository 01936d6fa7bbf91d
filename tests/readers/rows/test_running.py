"""What is the head or foot of a page, and what is text that pages happen to begin or end with."""

import pytest
from tests.read import read_plain_text

from avtalsgen.model import plain
from avtalsgen.model.walk import runs

PARAGRAPH = (
    "Utföraren ska varje vardag städa samtliga lokaler\nsom anges i bilaga 1 och lämna dem i gott\n"
    "skick.\n"
)
HEAD = "Ekeby kommun                  Avtal om städning\n\n"
SIGNED = "\nDetta dokument är elektroniskt underskrivet och gäller utan namnteckning.\n"
ADDRESS = "\nEkeby kommun, Socialförvaltningen, Box 356, 581 03 Ekeby. Tel 013-20 60 00.\n"


def said(pages: int, head: str = "", foot: str = "") -> list[str]:
    """Return the lines that are read of pages, each with a heading and a sentence of its own."""
    own = (
        f"\n{page} Avsnitt {page}\n\nBeställaren betalar {page} 000 kronor för område {page}.\n"
        for page in range(1, pages + 1)
    )
    text = "\f".join(f"{head}{one}{foot}" for one in own)
    return list(plain.lines(read_plain_text(text, "prov.txt").document))


@pytest.mark.parametrize("pages", [2, 3, 6])
def test_a_paragraph_that_every_page_begins_with_is_text(pages: int) -> None:
    lines = said(pages, PARAGRAPH)
    assert lines.count(" ".join(PARAGRAPH.split())) == pages


@pytest.mark.parametrize("pages", [2, 3, 6])
def test_a_paragraph_that_every_page_ends_with_is_text(pages: int) -> None:
    lines = said(pages, HEAD, f"\n{PARAGRAPH}{ADDRESS}")
    assert lines.count(" ".join(PARAGRAPH.split())) == pages
    assert not [line for line in lines if "Ekeby" in line]


def test_a_head_above_a_paragraph_that_is_repeated_is_a_head() -> None:
    lines = said(3, HEAD + PARAGRAPH, ADDRESS)
    assert lines.count(" ".join(PARAGRAPH.split())) == 3
    assert not [line for line in lines if "Ekeby" in line]


def test_a_sentence_that_binds_nobody_is_a_foot_where_most_of_many_pages_have_it() -> None:
    assert SIGNED.strip() not in said(6, HEAD, SIGNED)
    assert said(3, HEAD, SIGNED).count(SIGNED.strip()) == 3


def test_a_part_of_a_sentence_that_goes_on_from_the_page_before_is_text() -> None:
    rows = (
        "Utföraren ska varje vardag städa samtliga lokaler som anges i bilaga 1 och lämna dem i",
        "gott skick till den som beställaren har utsett att ta emot dem efter städningen.",
    )
    text = "\f".join(
        (rows[0], *(f"{rows[1]}\n\n{page} Avsnitt\n\n{rows[0]}" for page in "123"), rows[1])
    )
    lines = list(plain.lines(read_plain_text(text, "prov.txt").document))
    assert lines.count(" ".join(rows)) == 4


@pytest.mark.parametrize("foot", ["Avtal, sida 1", "Avtal\t\tSida 1 av 3", "Ekeby | Sid. 1"])
def test_a_last_row_that_ends_with_its_page_is_a_foot_on_the_only_page_too(foot: str) -> None:
    assert said(1, foot=f"\n{foot}\n")[-1] == "Beställaren betalar 1 000 kronor för område 1."


def test_a_sentence_that_ends_with_a_page_is_text() -> None:
    last = "Resten av priserna framgår av utförarens bilaga, sida 3"
    assert said(1, foot=f"\n{last}\n")[-1] == last


def feet(*last: str) -> list[str]:
    """Return the feet that are read of pages whose last rows are these."""
    pages = (
        f"{page} Avsnitt\n\nBeställaren betalar {page} 000 kronor för område {page}.\n\n{row}"
        for page, row in enumerate(last, start=1)
    )
    document = read_plain_text("\f".join(pages), "prov.txt").document
    asides = (plain.text(run) for each in document.asides for run in runs(each.blocks[0]))
    return [*filter(None, [document.running.foot]), *asides]


def test_a_number_that_counts_on_as_the_pages_do_is_no_part_of_the_foot() -> None:
    assert feet("Avtal, sida 1", "Avtal, sida 2", "Avtal, sida 3") == ["Avtal,"]
    assert feet("Avtal | 3", "Avtal | 4", "Avtal | 5") == ["Avtal |"]
    assert feet("Ring 0300-55 12. Sid 1.", "Ring 0300-55 12. Sid 2.") == ["Ring 0300-55 12."]


def test_a_number_that_all_pages_have_alike_is_a_part_of_the_foot() -> None:
    assert feet(*["Avropskontrakt 7 av 11"] * 3) == ["Avropskontrakt 7 av 11"]
