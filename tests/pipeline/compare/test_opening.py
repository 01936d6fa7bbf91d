"""A document of rows beside one that knows its pages and headings is read with their help."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.readers.pdf.drawing import HEIGHT, Drawn, drawn
from tests.redline.wordfile import cell, par, row, run, table, word

from avtalsgen.model.comparison import Comparison
from avtalsgen.pipeline.compare.diff import DiffOrder, diff

HEADS = {"hdefault": par("Vikens kommun"), "fdefault": par("Box 7, Viken")}
TEXT = "Avtal om stöd\n\n1 Pris\n\nPriset är 425 kronor per timme.\n"


def compared(folder: Path, old: bytes, new: str) -> Comparison:
    (folder / "a.docx").write_bytes(old)
    (folder / "b.txt").write_text(new, encoding="utf-8")
    there = diff(DiffOrder("a.docx", "b.txt"), folder)
    back = diff(DiffOrder("b.txt", "a.docx"), folder)
    assert there.same is back.same
    return there.comparison


PRICE = par("1 Pris", style="Heading1"), par("Priset är 425 kronor per timme.")


def agreement(*more: str, title: str = "Avtal om stöd", looks: str = "") -> bytes:
    price = par(run("Priset är "), run("425", looks), run(" kronor per timme."))
    return word(par(title, style="Title"), PRICE[0], price, *more, heads=HEADS)


def test_the_head_and_foot_of_a_word_file_are_known_in_its_text(tmp_path: Path) -> None:
    assert compared(tmp_path, agreement(), f"Vikens kommun\n\n{TEXT}\nBox 7, Viken\n").same


def test_a_head_of_two_rows_and_a_lone_number_of_the_page_are_known_too(tmp_path: Path) -> None:
    two = par(run("Vikens kommun"), "<w:r><w:br/></w:r>", run("Socialkontoret"))
    held = word(par("Avtal om stöd", style="Title"), PRICE[0], PRICE[1], heads={"hdefault": two})
    assert compared(tmp_path, held, f"Vikens kommun\nSocialkontoret\n\n{TEXT}\n1\n").same
    assert not compared(tmp_path, held, f"Vikens kommun\nSocialkontoret\n\n{TEXT}\n2\n").same


def test_the_colon_of_a_label_that_a_reader_took_is_no_difference(tmp_path: Path) -> None:
    head = (par("Avtal om stöd", style="Title"), par("Parter", style="Heading1"))
    held = word(*head, par("Utförare: Stöd AB"), *PRICE)
    text = TEXT.replace("stöd\n", "stöd\n\nParter\nUtförare: Stöd AB\n")
    assert compared(tmp_path, held, text).same
    assert not compared(tmp_path, held, text.replace("Stöd AB", "Hjälp AB")).same


def test_another_head_than_that_of_the_word_file_is_text(tmp_path: Path) -> None:
    assert not compared(tmp_path, agreement(), f"Storviks kommun\n\n{TEXT}").same


def test_a_title_that_the_head_says_again_is_no_head(tmp_path: Path) -> None:
    text = TEXT.replace("Avtal om stöd", "Vikens kommun")
    assert compared(tmp_path, agreement(title="Vikens kommun"), text).same


def test_a_heading_that_only_one_reader_knows_is_no_difference(tmp_path: Path) -> None:
    lone = (par("Hur vi följer upp avtalet?", style="Heading1"), par("Vi träffas i maj."))
    text = f"{TEXT}Hur vi följer upp avtalet?\nVi träffas i maj.\n"
    assert compared(tmp_path, agreement(*lone), text).same
    assert not compared(tmp_path, agreement(*lone), text.replace("maj", "juni")).same


def test_a_sum_in_another_column_is_a_difference(tmp_path: Path) -> None:
    rows = (("Tid", "Dag", "Natt"), ("Vecka", "10 kr", ""), ("Helg", "15 kr", "20 kr"))
    held = table(*(row(*map(cell, cells)) for cells in rows), columns=3)
    text = TEXT + "\n" + "".join(f"{a:12}{b:12}{c}".rstrip() + "\n" for a, b, c in rows)
    assert compared(tmp_path, agreement(held), text).same
    shifted = text.replace(f"{'Vecka':12}10 kr", f"{'Vecka':24}10 kr")
    assert not compared(tmp_path, agreement(held), shifted).same


@pytest.mark.parametrize(
    ("signed", "same"),
    [
        ("Viken Bolaget Anna Ek Bo Al Chef Vd", True),
        ("Viken Anna Ek Chef Bolaget Bo Al Vd", True),
        ("Viken Bolaget Anna Ek, Chef Bo Al, Vd", True),
        ("Viken Bo Al Chef Bolaget Anna Ek Vd", False),
        ("Viken Anna Ek Vd Bolaget Bo Al Chef", False),
        ("Bolaget Anna Ek Chef Viken Bo Al Vd", False),
    ],
)
def test_parties_that_sign_beside_each_other_are_read_by_row_or_by_column(
    signed: str, same: bool, tmp_path: Path
) -> None:
    rows = (("Viken", "Bolaget"), ("Anna Ek", "Bo Al"), ("Chef", "Vd"))
    held = agreement(table(*(row(*map(cell, cells)) for cells in rows)))
    rowed = TEXT + "\n" + signed.replace(" ", "\n") + "\n"
    assert compared(tmp_path, held, rowed).same is same


@pytest.mark.parametrize(
    ("looks", "kind"),
    [("<w:strike/>", "genomstruken text"), ('<w:color w:val="FFFFFF"/>', "text som knappt syns")],
)
def test_words_of_a_word_file_that_are_struck_or_not_seen_are_told_beside_a_text(
    looks: str, kind: str, tmp_path: Path
) -> None:
    comparison = compared(tmp_path, agreement(looks=looks), TEXT)
    (other,) = comparison.other
    assert (other.kind, "i Wordfilen ”425”" in other.said) == (kind, True)


def page_of_price(looks: str = "", over: str = "") -> bytes:
    """Return the agreement as a PDF, its price drawn with `looks` and something over it."""
    rows = [
        Drawn("Vikens kommun", down=40, size=8),
        Drawn("Avtal om stöd", down=80, size=20),
        Drawn("1 Pris", down=120, size=14),
        Drawn("Priset är", down=150, left=70),
        Drawn("425", down=150, left=120, under=looks, over=over),
        Drawn("kronor per timme.", down=150, left=144),
        Drawn("Box 7, Viken", down=800, size=8),
    ]
    return drawn([rows], tagged=False)


LOOKS: Mapping[str, tuple[str, str]] = {
    "<w:strike/>": ("", f"118 {HEIGHT - 150 + 3} 24 0.6 re f"),
    '<w:color w:val="FFFFFF"/>': ("1 g", ""),
}


@pytest.mark.parametrize(
    ("looks", "kind"),
    [("<w:strike/>", "genomstruken text"), ('<w:color w:val="FFFFFF"/>', "text som knappt syns")],
)
def test_words_that_do_not_hold_in_a_pdf_are_told_beside_a_word_file_that_has_them_whole(
    looks: str, kind: str, tmp_path: Path
) -> None:
    (tmp_path / "ren.docx").write_bytes(agreement())
    (tmp_path / "märkt.docx").write_bytes(agreement(looks=looks))
    (tmp_path / "ren.pdf").write_bytes(page_of_price())
    (tmp_path / "märkt.pdf").write_bytes(page_of_price(*LOOKS[looks]))
    for word_file in ("ren", "märkt"):
        for pdf in ("ren", "märkt"):
            outcome = diff(DiffOrder(f"{word_file}.docx", f"{pdf}.pdf"), tmp_path)
            assert outcome.same is (word_file == pdf)
            told = [(each.kind, "”425”" in each.said) for each in outcome.comparison.other]
            assert told == ([] if outcome.same else [(kind, True)])


def test_a_picture_in_a_pdf_is_told_where_the_word_file_has_none(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(agreement())
    stamp = "q 90 0 0 60 300 600 cm BI /W 1 /H 1 /BPC 8 /CS /G ID a EI Q"
    (tmp_path / "b.pdf").write_bytes(page_of_price("0 g", stamp))
    (other,) = diff(DiffOrder("a.docx", "b.pdf"), tmp_path).comparison.other
    assert (other.kind, other.new) == ("bild", 1)
