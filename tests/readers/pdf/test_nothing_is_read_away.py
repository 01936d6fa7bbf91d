"""The words that are read from a PDF hold every letter; each one left out is told of."""

import re
from collections import Counter
from io import BytesIO
from typing import Literal

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read import read_pdf
from tests.readers.pdf.drawing import Drawn, drawn

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document
from avtalsgen.readers.reading import Reading

ROWS = (
    Drawn("1 Uppdraget", "H1", size=15),
    Drawn("Bolaget driver ett boende.", "P"),
    Drawn("2 Pris", "H1", size=15),
    Drawn("Priset är 2 480 kronor per dygn.", "P"),
)


def _read(data: bytes) -> Reading:
    return read_pdf(data, "avtal.pdf")


def _said(document: Document) -> str:
    beside = [plain.text(run) for a in document.asides for b in a.blocks for run in walk.runs(b)]
    running = (document.running.left, document.running.right, document.running.foot)
    return " ".join((*plain.lines(document), *beside, *running))


def _letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, text))


def _left_out(reading: Reading) -> int:
    told = (p.message for p in reading.problems if p.code == "PF09")
    return sum(int(count[0]) for message in told if (count := re.match(r"\d+", message)))


@pytest.mark.parametrize("tagged", [True, False])
@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_turned_page_is_read_as_a_viewer_shows_it(
    rotate: Literal[90, 180, 270], tagged: bool
) -> None:
    turned, upright = (_read(drawn([ROWS], rotate=how, tagged=tagged)) for how in (rotate, 0))
    assert turned.document.sections == upright.document.sections
    assert len(upright.document.sections) == 2
    assert not turned.problems


def test_rows_across_the_side_of_a_page_are_read_after_the_others() -> None:
    aside = Drawn("Dnr SON 2030-12", left=30, down=500, degrees=90)
    said = list(plain.lines(_read(drawn([(*ROWS, aside)], tagged=False)).document))
    assert said[-1] == "Dnr SON 2030-12"
    assert said[:-1] == list(plain.lines(_read(drawn([ROWS], tagged=False)).document))


@pytest.mark.parametrize("tag", ["P", "artifact"])
def test_what_leans_is_told_of_with_its_page_and_count(tag: str) -> None:
    stamp = Drawn("KOPIA", tag, left=200, down=500, degrees=45, size=60)
    reading = _read(drawn([ROWS, (*ROWS, stamp), (*ROWS, stamp)]))
    (problem,) = reading.problems
    assert problem.code == "PF09"
    assert "10 tecken" in problem.message
    assert "(sidorna 2–3: 5 var)" in problem.message
    assert problem.hint


@pytest.mark.parametrize("tag", ["P", "H1", "Caption", "Quote", "NonStruct", "Sect"])
def test_text_under_any_tag_is_read(tag: str) -> None:
    assert "Taket är 5 000 kronor." in _said(
        _read(drawn([(*ROWS, Drawn("Taket är 5 000 kronor.", tag))])).document
    )


@pytest.mark.parametrize("place", range(4))
def test_text_without_a_tag_stands_where_it_is_drawn(place: int) -> None:
    rows = [Drawn(r.text, "" if at == place else r.tag, size=r.size) for at, r in enumerate(ROWS)]
    found, whole = (_read(drawn([page])).document for page in (rows, ROWS))
    assert list(plain.lines(found)) == list(plain.lines(whole))


def test_a_running_head_without_a_tag_does_not_turn_the_tags_away() -> None:
    head = Drawn("Exempels kommun", down=30, size=9)
    page = (
        head,
        *(Drawn(r.text, r.tag, size=r.size, down=100 + 40 * at) for at, r in enumerate(ROWS)),
    )
    note = Drawn("En fotnot.", "Note", down=700, size=8)
    found = _read(drawn([page, page, (*page, note)])).document
    assert found.running.left == "Exempels kommun"
    assert [aside.part for aside in found.asides] == ["footnote"]


def test_tags_in_another_order_than_the_page_are_not_followed() -> None:
    assert (
        _read(drawn([ROWS], order=(0, 2, 1, 3))).document.sections
        == _read(drawn([ROWS])).document.sections
    )


def test_two_columns_are_read_in_the_order_of_their_tags() -> None:
    left = [Drawn(f"Rad {n} i den vänstra spalten.", "P", 60, 100 + 30 * n) for n in range(5)]
    right = [Drawn(f"Rad {n} i den högra spalten.", "P", 320, 100 + 30 * n) for n in range(5)]
    said = list(plain.lines(_read(drawn([(*left, *right)])).document))
    assert said == [row.text for row in (*left, *right)]


def test_an_artifact_in_the_text_is_told_of_and_a_page_head_is_not() -> None:
    head = Drawn("Exempels kommun", "artifact", down=30)
    hidden = Drawn("Taket är 5 000 kronor.", "artifact", down=130)
    rows = [Drawn(r.text, r.tag, size=r.size, down=100 + 60 * at) for at, r in enumerate(ROWS)]
    assert _left_out(_read(drawn([(head, *rows)]))) == 0
    reading = _read(drawn([(head, hidden, *rows)]))
    assert _left_out(reading) == sum(_letters(hidden.text).values())
    assert "sidan 1" in reading.problems[0].message


def test_letters_whose_dots_are_drawn_by_themselves_are_whole() -> None:
    row = (
        "BT /F 12 Tf 70 700 Td (F) Tj (o) Tj 1 0 0 1 77.3 700 Tm <a8> Tj "
        "1 0 0 1 84 700 Tm (rvaltningen h) Tj 1 0 0 1 152.7 700 Tm (a) Tj "
        "1 0 0 1 153.6 702 Tm <b0> Tj 1 0 0 1 159.4 700 Tm (ller 20 ) Tj <b0> Tj (C.) Tj ET"
    )
    file = pikepdf.open(BytesIO(drawn([()], tagged=False)))
    file.pages[0].obj.Contents = pikepdf.Stream(file, row.encode("latin-1"))
    done = BytesIO()
    file.save(done)
    assert list(plain.lines(_read(done.getvalue()).document)) == ["Förvaltningen håller 20 °C."]


@st.composite
def _pages(draw: st.DrawFn) -> list[list[Drawn]]:
    """Draw pages of rows, each tagged or not, marked as an artifact, leaning or upright."""
    words = st.text(st.sampled_from("abcåäö 19"), min_size=1, max_size=20).filter(
        lambda text: any(map(str.isalnum, text))
    )
    tags = st.sampled_from(["P", "P", "H1", "", "artifact", "Caption", "Note", "L"])
    row = st.builds(Drawn, words, tags, degrees=st.sampled_from([0, 0, 0, 0, 90, 180, 45]))
    return draw(st.lists(st.lists(row, min_size=1, max_size=12), min_size=1, max_size=4))


@settings(max_examples=60)
@given(_pages(), st.sampled_from([0, 90, 180, 270]), st.booleans())
def test_no_letter_is_read_away(
    pages: list[list[Drawn]], rotate: Literal[0, 90, 180, 270], tagged: bool
) -> None:
    """A letter is in the words, or counted among those left out, or repeated on several pages."""
    every = [[row for row in page if row.degrees != 45] for page in pages]
    if not any(every):
        return
    reading = _read(drawn(pages, rotate=rotate, tagged=tagged))
    missing = _letters("".join(row.text for page in pages for row in page)) - _letters(
        _said(reading.document)
    )
    texts = Counter(row.text for page in pages for row in page)
    again = sum(_letters("".join(text * (times - 1) for text, times in texts.items())).values())
    numbers = sum(
        sum(_letters(t).values()) * n
        for t, n in texts.items()
        if len(t.split()) == 1 and t.strip().isdigit()
    )
    contents = 0 if reading.document.contents is None else missing.total()
    assert missing.total() <= _left_out(reading) + again + numbers + contents
