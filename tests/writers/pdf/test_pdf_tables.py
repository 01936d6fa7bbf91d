"""Words in narrow columns: whole if they fit, parted by syllables if not, and read back whole."""

from dataclasses import replace
from itertools import groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import sample
from tests.writers.docx import reading
from tests.writers.docx.rendering import written
from tests.writers.pdf.printed import Letter, letters, outside_margins

from avtalsgen.model import metrics, plain
from avtalsgen.model.nodes import Block, Document, Paragraph, Section, Table, Text
from avtalsgen.readers.pdf.ours import printed_text as pdf_text
from avtalsgen.writers.comparison.brief_table import BriefRow, brief_table
from avtalsgen.writers.pdf import set_pages
from avtalsgen.writers.pdf.inlines import inlines

WORDS = (
    *("förmögenhetsskada", "verksamhetsberättelse", "socialtjänstlagen", "behovsprövning"),
    *("personuppgiftsansvarig", "upphandlingsdokumenten", "barn", "stöd", "och", "utförare,"),
)
HYPHENS = {"-", "\u00ad", "\x02", "\ufffe"}
"""What PDFium gives for a hyphen at the end of a line."""
INTERVALS = ("2024–2026", "8–17", "07:00–21:00")


def _document(*blocks: Block) -> Document:
    section = Section("a", (Text("Rubrik"),), 1, "", blocks)
    return replace(sample.document(), sections=(section,), signatures=None, contents=None)


def _table(columns: int, *words: str) -> Document:
    cells = [(Text(word),) for word in words]
    rows = [tuple(cells[at : at + columns]) for at in range(0, len(cells), columns)]
    return _document(Table(tuple((Text("Vad"),) for _ in range(columns)), tuple(rows)))


def _pages(document: Document) -> bytes:
    return set_pages(document, sample.PROFILE)[0]


def _ends_of_lines(pdf: bytes) -> list[str]:
    """Return the last letter of each line of each column; a gap of 12 points parts columns."""
    ends: list[str] = []
    found = sorted(
        (each for each in letters(pdf) if each.page > 1),
        key=lambda each: (each.page, -round(each.baseline), each.left),
    )
    for _, group in groupby(found, key=lambda each: (each.page, round(each.baseline))):
        line: list[Letter] = [*group]
        ends += [one.character for one, after in pairwise(line) if after.left - one.right > 12]
        ends.append(line[-1].character)
    return ends


@settings(max_examples=15)
@given(st.integers(2, 6), st.data())
def test_every_word_of_a_table_comes_back_whole(columns: int, data: st.DataObject) -> None:
    texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
    cells = data.draw(st.lists(texts, min_size=columns * 2, max_size=columns * 2))
    document = _table(columns, *cells)
    pdf = _pages(document)
    assert pdf_text.words(pdf) == plain.words(document)
    assert list(outside_margins(pdf)) == []


def test_a_long_word_is_parted_with_a_hyphen_and_a_short_one_is_not() -> None:
    long = _ends_of_lines(_pages(_table(6, *("personuppgiftsansvarig",) * 6)))
    assert sum(end in HYPHENS for end in long) >= 6
    assert not HYPHENS & set(_ends_of_lines(_pages(_table(4, *("verksamheten behövs",) * 4))))


@pytest.mark.parametrize("interval", INTERVALS)
def test_a_line_does_not_end_within_an_interval(interval: str) -> None:
    blocks = [Paragraph((Text(f"{'ord ' * 15}{'i' * more} {interval}"),)) for more in range(40)]
    ends = _ends_of_lines(_pages(_document(*blocks)))
    assert "–" not in ends
    assert len(ends) > len(blocks)  # some did not fit


@pytest.mark.parametrize("sum_", ["20 000 000 kronor", "220 000 000 kronor"])
@pytest.mark.parametrize("columns", [3, 4, 5])
def test_the_figures_of_a_sum_stay_together_in_a_narrow_column(sum_: str, columns: int) -> None:
    """A column that does not hold the sum and its unit parts them there, and nowhere else."""
    held = sum_.replace(" ", "\u00a0")
    pdf = _pages(_table(columns, *[f"ansvarsförsäkring på {held} för personskada"] * columns))
    assert not {"2", "o"} & set(_ends_of_lines(pdf))  # of 20, of kronor
    assert inlines((Text(f"på {held} för"),), 14)[1:-1] == [
        ["long", [f"{held.removesuffix('kronor')}", "kronor"]]
    ]


def test_eight_changes_begin_where_there_is_room_below_what_leads_in_to_them() -> None:
    """Below half a page of text the table begins, and goes on below its head on the next page."""
    said = "Utföraren deltar i möten med nämndens politiker, två gånger om året."
    rows = [
        BriefRow((Text(f"Sak {n}"),), (Text(said),), (Text(said),), (Text(said),)) for n in range(8)
    ]
    lead = Section("c", (Text("Det som ändras"),), 1, "", (Paragraph((Text("Det här skiljer."),)),))
    table = Section("d", (), 1, "", (brief_table(rows),))
    before = _document(*[Paragraph((Text("ord " * 60),))] * 7)
    pdf = _pages(replace(before, sections=(*before.sections, lead, table)))
    pages = {
        page: "".join(each.character for each in found if not each.character.isspace())
        for page, found in groupby(letters(pdf), key=lambda each: each.page)
    }
    first, second = [words for words in pages.values() if "Sak" in words]
    assert first.index("Dethärskiljer.") < first.index("Vad") < first.index("Sak0")
    assert "Sak1" in first
    assert second.index("Vad") < second.index("Sak6") < second.index("Sak7")


def test_small_tables_look_alike_in_word() -> None:
    table = Table(((Text("Vad"),),), (((Text("ett"),),),), letters="small")
    styles = {
        own.get(f"{reading.W}styleId"): own
        for own in reading.part(written(_document(table)), "word/styles.xml").iter(
            f"{reading.W}style"
        )
    }
    size = styles["Tabelltextliten"].find(f"{reading.W}rPr/{reading.W}sz").get(f"{reading.W}val")
    assert int(size) == 2 * metrics.SMALL_TABLES["small"].size
    body = reading.part(written(_document(table)), "word/document.xml")
    used = {own.get(f"{reading.W}val") for own in body.iter(f"{reading.W}pStyle")}
    assert {"Tabelltextliten", "Tabellrubrikliten"} <= used


def test_word_hyphenates_in_tables_alone_and_only_what_has_no_room() -> None:
    docx = written(_table(2, "ett", "två"))
    told = reading.part(docx, "word/settings.xml")
    names = [own.tag.removeprefix(reading.W) for own in told]
    at = names.index("autoHyphenation")
    assert names[at + 1] == "hyphenationZone"
    styles = {
        own.get(f"{reading.W}styleId"): own.find(f"{reading.W}pPr/{reading.W}suppressAutoHyphens")
        for own in reading.part(docx, "word/styles.xml").iter(f"{reading.W}style")
    }
    assert styles["Normal"].get(f"{reading.W}val") is None
    assert {styles[name].get(f"{reading.W}val") for name in ("Tabelltext", "Tabellrubrik")} == {"0"}
