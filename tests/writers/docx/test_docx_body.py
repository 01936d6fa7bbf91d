from collections.abc import Iterator
from dataclasses import replace

import pytest
from lxml import etree
from tests import sample
from tests.writers.docx.reading import NS, W, lines, part
from tests.writers.docx.rendering import written, written_anew

from avtalsgen.model import metrics
from avtalsgen.model.addresses import safe_address
from avtalsgen.model.nodes import (
    Block,
    Contents,
    Document,
    Gap,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Reference,
    Section,
    Strong,
    Table,
    Text,
    Value,
)
from avtalsgen.ooxml.units import twips
from avtalsgen.problems import AvtalsgenError, Exit
from avtalsgen.source import Origin
from avtalsgen.writers.render import Layout

BARE = replace(sample.document(), sections=(), contents=None, signatures=None)


def paragraph(*content: Inline | str) -> Paragraph:
    return Paragraph(tuple(Text(one) if isinstance(one, str) else one for one in content))


def section(anchor: str, number: str, *blocks: Block, level: int = 1) -> Section:
    return Section(anchor, (Text(anchor.capitalize()),), level, number, blocks)


def body(
    *sections: Section, document: Document = BARE, layout: Layout | None = None
) -> list[etree._Element]:
    """Return the paragraphs and tables after the cover."""
    file = written_anew(replace(document, sections=sections), layout)
    whole = list(part(file, "word/document.xml").find("w:body", NS))
    start = next(
        at for at, one in enumerate(whole) if one.find("w:pPr/w:pageBreakBefore", NS) is not None
    )
    return [one for one in whole[start:] if one.tag in {W + "p", W + "tbl"}]


def blocks(*content: Block) -> list[etree._Element]:
    return body(section("ett", "1.0", *content))[1:]


def items(*counted: str, ordered: bool = True) -> List:
    return List(tuple(ListItem((paragraph(one),)) for one in counted), ordered)


def value(element: etree._Element, path: str) -> str | None:
    found = element.find(path, NS)
    return None if found is None else found.get(W + "val")


def numbers(elements: list[etree._Element]) -> list[str | None]:
    return [value(one, "w:pPr/w:numPr/w:numId") for one in elements]


def test_a_heading_has_no_typed_number_and_the_style_counts() -> None:
    one, two = body(section("ett", "1.0"), section("tva", "2.0"))
    assert ["".join(own.itertext()) for own in (one, two)] == ["Ett", "Tva"]
    assert value(one, "w:pPr/w:pStyle") == "Rubrik1"
    assert one.find("w:pPr/w:numPr", NS) is None


def test_a_heading_without_a_number_has_its_style_and_the_count_turned_off() -> None:
    (one,) = body(section("ett", ""))
    assert value(one, "w:pPr/w:pStyle") == "Rubrik1"
    assert value(one, "w:pPr/w:numPr/w:numId") == "0"
    assert one.find("w:pPr/w:ind", NS).get(W + "left") == "0"


def test_a_number_that_word_would_count_otherwise_is_refused() -> None:
    wrong = replace(section("ett", "7.0"), origin=Origin("uppdrag/a/1.yaml", 3))
    with pytest.raises(AvtalsgenError) as caught:
        body(wrong)
    (problem,) = caught.value.problems
    assert (problem.code, problem.exit, problem.origin) == ("WD02", Exit.OURS, wrong.origin)


def test_a_number_deeper_than_the_numbering_is_refused() -> None:
    deep = replace(section("djup", "1.1.1.1", level=4))
    with pytest.raises(AvtalsgenError):
        written(replace(BARE, sections=(deep,)))


def test_every_ordered_list_begins_at_one() -> None:
    found = blocks(items("a", "b"), paragraph("mellan"), items("c"), items("d", ordered=False))
    first, again, between, other, bullet = numbers(found)
    assert first == again
    assert between is None
    assert len({first, other, bullet}) == 3
    numbering = part(
        written(replace(BARE, sections=(section("ett", "1.0", items("a"), items("b")),))),
        "word/numbering.xml",
    )
    restarts = numbering.findall("w:num/w:lvlOverride/w:startOverride", NS)
    assert [one.get(W + "val") for one in restarts] == ["1", "1"]


def test_a_list_in_a_list_stands_a_level_deeper_and_counts_by_itself() -> None:
    inner = items("x", "y")
    outer = List(
        (ListItem((paragraph("a"), inner)), ListItem((paragraph("b"), inner, paragraph("mer")))),
        ordered=True,
    )
    found = blocks(outer)
    assert [value(one, "w:pPr/w:numPr/w:ilvl") for one in found] == [*"011011", None]
    a, x, y, b, x_again, y_again, _ = numbers(found)
    assert a == b
    assert x == y != x_again == y_again
    assert found[-1].find("w:pPr/w:ind", NS).get(W + "left") == "340"


def test_an_item_that_begins_with_a_list_keeps_its_sign() -> None:
    found = blocks(List((ListItem((items("a"),)),)))
    assert [value(one, "w:pPr/w:numPr/w:ilvl") for one in found] == ["0", "1"]


def test_lists_deeper_than_word_has_levels_are_still_written() -> None:
    deep: List = items("innerst")
    for level in range(12):
        deep = List((ListItem((paragraph(str(level)), deep)),))
    levels = [value(one, "w:pPr/w:numPr/w:ilvl") for one in blocks(deep)]
    assert levels == [*"012345678", "8", "8", "8", "8"]


def test_the_last_item_has_the_space_of_a_paragraph_below_it() -> None:
    first, last = blocks(items("a", "b"))
    assert first.find("w:pPr/w:spacing", NS) is None
    after = twips(metrics.body(sample.PROFILE.size).after)
    assert last.find("w:pPr/w:spacing", NS).get(W + "after") == str(after)


def test_a_table_has_a_header_row_that_repeats_and_rows_that_hold_together() -> None:
    cells = ((Text("A"),), (Text("B"),))
    (table, _) = blocks(Table(cells, (cells, ((), ())), ("left", "right")))
    head, *rows = table.findall("w:tr", NS)
    assert head.find("w:trPr/w:tblHeader", NS) is not None
    assert all(row.find("w:trPr/w:tblHeader", NS) is None for row in rows)
    assert all(row.find("w:trPr/w:cantSplit", NS) is not None for row in (head, *rows))
    assert value(head, "w:tc/w:p/w:pPr/w:pStyle") == "Tabellrubrik"
    assert head.find("w:tc/w:tcPr/w:shd", NS) is not None
    assert [value(one, "w:p/w:pPr/w:jc") for one in head.findall("w:tc", NS)] == [None, "right"]
    widths = [int(one.get(W + "w")) for one in table.findall("w:tblGrid/w:gridCol", NS)]
    assert sum(widths) == int(table.find("w:tblPr/w:tblW", NS).get(W + "w")) == 8732


@pytest.mark.parametrize(("rows", "whole"), [(4, True), (40, False)])
def test_a_low_table_is_on_one_page_and_lets_go_of_what_follows(rows: int, *, whole: bool) -> None:
    cells = ((Text("A"),), (Text("B"),))
    (table, _) = blocks(Table(cells, (cells,) * rows))
    held = [row.find(".//w:keepNext", NS) is not None for row in table.findall("w:tr", NS)[1:]]
    assert held[-1] is False
    assert held[0] is held[-2] is True  # no row is alone on a page
    assert set(held[1:-2]) == {whole}


def test_only_a_word_without_room_is_hyphenated_and_a_sum_is_not_cut() -> None:
    said = ("verksamhetsberättelsen", "personuppgiftsansvarig", "4 093 284 kronor")
    cells = tuple((Text(each.replace(" ", "\u00a0")),) for each in (*said, *said))
    (table, _) = blocks(Table(cells, (cells,)))
    written = [*table.iter(W + "p")]
    whole = [own.find("w:pPr/w:suppressAutoHyphens", NS) is not None for own in written]
    assert whole == [False, False, True] * 4
    assert "".join(written[2].itertext()) == "4\u00a0093\u00a0284 kronor"


def test_space_below_a_table_is_that_of_a_paragraph() -> None:
    table = Table(((Text("A"),),), ())
    after = twips(metrics.body(sample.PROFILE.size).after - 0.5)
    one, then, two, gap, three, heading = body(
        section("ett", "1.0", table, paragraph("sedan"), table, table), section("tva", "2.0")
    )[1:]
    assert [own.tag for own in (one, two, three)] == [W + "tbl"] * 3
    before = twips(metrics.heading(1, sample.PROFILE.size).before)
    assert then.find("w:pPr/w:spacing", NS).get(W + "before") == str(after)
    assert gap.find("w:pPr/w:spacing", NS).get(W + "line") == str(after)
    assert heading.find("w:pPr/w:spacing", NS).get(W + "before") == str(after + before)


def test_values_and_line_breaks_are_plain_runs() -> None:
    (one,) = blocks(paragraph(Value("tolv", "antal"), LineBreak(), "slut"))
    assert [node.tag.removeprefix(W) for run in one.findall("w:r", NS) for node in run] == [
        *("t", "br", "t")
    ]
    assert one.find(".//w:sdt", NS) is None


def test_strong_words_are_bold_and_gaps_have_a_style() -> None:
    strong, gap = blocks(
        paragraph(Strong((Text("fet"),))), paragraph(Strong((Gap("…", "a", "b"),)))
    )
    assert strong.find("w:r/w:rPr/w:b", NS) is not None
    assert value(gap, "w:r/w:rPr/w:rStyle") == "Lucka"
    assert gap.find("w:r/w:rPr/w:b", NS) is not None


def test_gaps_are_marked_in_a_draft_only() -> None:
    for document, marked in ((BARE, False), (replace(BARE, draft=True), True)):
        styles = part(written(document), "word/styles.xml")
        gap = next(one for one in styles if one.get(W + "styleId") == "Lucka")
        assert (gap.find("w:rPr/w:shd", NS) is not None) is marked


def test_a_reference_is_a_field_to_the_heading_with_its_answer_in_place() -> None:
    to_number = paragraph(Reference("ett", "avsnitt\u00a0", "1.0", "number"))
    to_heading = paragraph(Reference("tva", "avsnittet\u00a0", "Tva", "heading"))
    one, first, two, second = body(section("ett", "1.0", to_number), section("tva", "", to_heading))
    assert codes(first) == [" REF _Ref_ett \\r \\h "]
    assert codes(second) == [" REF _Ref_tva \\h "]
    assert "".join(first.itertext()).startswith("avsnitt\u00a0 REF")
    for heading, name in ((one, "_Ref_ett"), (two, "_Ref_tva")):
        assert name in [mark.get(W + "name") for mark in heading.findall("w:bookmarkStart", NS)]


def test_a_reference_without_a_heading_to_lead_to_is_words() -> None:
    bare = Section("slut", (), 1, blocks=(paragraph("Slut"),))
    lost = paragraph(Reference("slut", "", "slutet", "heading"))
    found = body(section("ett", "1.0", lost), bare)
    assert codes(found[1]) == []
    assert "".join(found[1].itertext()) == "slutet"


def codes(element: etree._Element) -> list[str]:
    return [node.text for node in element.iter(W + "instrText")]


@pytest.mark.parametrize(
    ("address", "written_as"),
    [
        ("https://exempel.se", "https://exempel.se"),
        ("HTTPS://EXEMPEL.SE:8080/A?b=c&d=(e)#f", "https://EXEMPEL.SE:8080/A?b=c&d=(e)#f"),
        ("https://räksmörgås.se/å ä", "https://xn--rksmrgs-5wao1o.se/%C3%A5%20%C3%A4"),
        ("https://exempel.se/100%/a%20b", "https://exempel.se/100%25/a%20b"),
        ('https://exempel.se/"<>\\[x]', "https://exempel.se/%22%3C%3E%5C%5Bx%5D"),
        ("mailto:namn@exempel.se", "mailto:namn@exempel.se"),
        ("javascript:alert(1)", None),
        (" javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("//exempel.se", None),
        ("#ankare", None),
        ("", None),
        ("https://", None),
        ("https://[::1", None),
        ("https://a.se:port/", None),
        ("https://namn:ord@a.se/", None),
        ("mailto:", None),
        ("mailto:ingen", None),
    ],
)
def test_an_address_is_written_as_a_uri_or_not_at_all(address: str, written_as: str | None) -> None:
    assert safe_address(address) == written_as


def test_words_that_may_not_lead_anywhere_are_kept_without_the_link() -> None:
    (one,) = blocks(paragraph(Link((Text("hit"),), "javascript:alert(1)")))
    assert one.find(".//w:hyperlink", NS) is None
    assert "".join(one.itertext()) == "hit"


def test_contents_and_first_chapter_begin_on_new_pages_and_no_other() -> None:
    document = replace(BARE, contents=Contents("Innehåll", 2))
    found = body(section("ett", "1.0"), section("tva", "2.0"), document=document)
    breaks = [one.find("w:pPr/w:pageBreakBefore", NS) is not None for one in found]
    assert breaks == [True, False, False, True, False]


def test_text_goes_on_below_a_letterhead() -> None:
    letter = replace(BARE, cover=replace(BARE.cover, form="letterhead"))
    for contents in (None, Contents("Innehåll", 2)):
        document = replace(letter, contents=contents, sections=(section("ett", "1.0"),))
        root = part(written(document), "word/document.xml")
        assert root.find(".//w:pageBreakBefore", NS) is None


@pytest.mark.parametrize(
    ("count", "held"),
    [(1, "lead"), (2, "lead 1"), (3, "lead 1 2"), (4, "lead 1 3"), (7, "lead 1 6")],
)
def test_no_item_stands_alone(count: int, held: str) -> None:
    lead = Paragraph((Text("lead"),))
    items = tuple(ListItem((Paragraph((Text(f"{number}"),)),)) for number in range(1, count + 1))
    sections = (Section("a", (), 1, blocks=(lead, List(items))),)
    root = part(written(replace(BARE, sections=sections)), "word/document.xml")
    kept = [
        "".join(one.itertext())
        for one in root.iter(W + "p")
        if one.find("w:pPr/w:keepNext", NS) is not None
    ]
    assert " ".join(kept) == held


def test_a_table_does_not_touch_the_letterhead_above_it() -> None:
    bare = Section("a", (), 1, blocks=(Table(((Text("A"),),), ()),))
    letter = replace(BARE, cover=replace(BARE.cover, form="letterhead"), sections=(bare,))
    table = next(part(written(letter), "word/document.xml").iter(W + "tbl"))
    gap = next(own for own in table.itersiblings(preceding=True) if own.tag == W + "p")
    assert int(gap.find("w:pPr/w:spacing", NS).get(W + "line")) > 0
    assert not "".join(gap.itertext())


def test_a_document_that_begins_with_a_table_begins_on_a_new_page() -> None:
    bare = Section("a", (), 1, blocks=(Table(((Text("A"),),), ()),))
    file = written(replace(BARE, sections=(bare,)))
    first = next(part(file, "word/document.xml").iter(W + "tbl"))
    assert first.find(".//w:pPr/w:pageBreakBefore", NS) is not None


def test_the_contents_has_pages_from_the_layout_and_a_dash_where_none_is_known() -> None:
    document = replace(BARE, contents=Contents("Innehåll", 2))
    found = body(
        section("ett", "1.0"),
        section("tva", ""),
        document=document,
        layout=Layout({"ett": 7}, 9),
    )
    assert [list(shown(one)) for one in found[1:3]] == [["1.0", "Ett", "7"], ["Tva", "–"]]


def shown(element: etree._Element) -> Iterator[str]:
    for node in element.iter(W + "t"):
        yield node.text


def test_a_section_without_heading_has_its_words_and_no_place_in_the_contents() -> None:
    bare = Section("slut", (), 1, blocks=(paragraph("Till sist"),))
    document = replace(BARE, contents=Contents("Innehåll", 3), sections=(bare,))
    file = written(document)
    assert lines(file)[-1] == "Till sist"
    assert "Innehåll" not in "".join(part(file, "word/document.xml").itertext())


def test_a_character_that_xml_has_no_way_to_write_is_told() -> None:
    for character in ("\x00", "\x0b", "\ufffe", "\ud800"):
        with pytest.raises(AvtalsgenError) as caught:
            blocks(paragraph(f"före{character}efter"))
        (problem,) = caught.value.problems
        assert problem.code == "WD01"
        assert f"U+{ord(character):04X}" in problem.message
        problem.message.encode()
