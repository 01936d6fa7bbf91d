"""Who signs beside whom: nobody below the name of another party, everybody in order."""

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO

import pikepdf
from hypothesis import given
from hypothesis import strategies as st
from tests import sample
from tests.writers.docx.reading import W, part
from tests.writers.docx.rendering import written

from avtalsgen.model.nodes import Document, Signatory, Signatures, Text
from avtalsgen.writers.html.sections import write_signatures
from avtalsgen.writers.pdf import set_pages
from avtalsgen.writers.seats import COLUMNS, seats


def signatories(parties: Iterable[int]) -> tuple[Signatory, ...]:
    """Return so many who sign for each party."""
    return tuple(
        Signatory(f"p{party}", f"För p{party}", (Text(f"Part {party}"),), (), (), (Text(str(n)),))
        for party, many in enumerate(parties)
        for n in range(many)
    )


FIRM = signatories([1, 2])
"""A nämnd, and a firm that two sign for together."""


@given(st.lists(st.integers(1, 5), max_size=5))
def test_all_are_seated_in_order_and_nobody_below_another_party(parties: list[int]) -> None:
    all_of_them = signatories(parties)
    rows = [*seats(all_of_them)]
    assert tuple(each for row in rows for each in row) == all_of_them
    assert all(1 <= len(row) <= COLUMNS for row in rows)
    if max(parties, default=1) > 1:
        assert all(len({each.role for each in row}) == 1 for row in rows)
    else:
        assert all(len(row) == COLUMNS for row in rows[:-1])


def document(*signing: Signatory) -> Document:
    return replace(sample.document(), draft=False, signatures=Signatures("e-signering", signing))


def test_in_word_each_party_has_rows_of_its_own() -> None:
    table = [*part(written(document(*FIRM)), "word/document.xml").iter(W + "tbl")][-1]
    rows = [
        ["".join(cell.itertext()) for cell in row.iter(W + "tc")] for row in table.iter(W + "tr")
    ]
    assert rows == [["För p0Part 00", ""], ["För p1Part 10", "För p1Part 11"]]


def test_in_pdf_too() -> None:
    with pikepdf.open(BytesIO(set_pages(document(*FIRM), sample.PROFILE)[0])) as file:
        places = [tuple(map(float, own.Rect.as_list())) for own in file.Root.AcroForm.Fields]
    (one, first, second) = places
    assert first[3] < one[1]
    assert (one[0], first[1]) == (first[0], second[1])
    assert second[0] > first[2]


def test_on_screen_too() -> None:
    page = str(write_signatures(Signatures("e-signering", FIRM)))
    assert [each.partition('"')[0] for each in page.split('class="signatory')[1:]] == [
        "",
        " below",
        "",
    ]
