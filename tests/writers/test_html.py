"""A web page says what the document says, keeps where it came from, and runs nothing."""

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.battery import BATTERY
from tests.cases import check_golden
from tests.strategies import blocks, documents, inlines
from tests.writers import looks, page_reader

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import (
    Block,
    Document,
    Gap,
    Inline,
    Paragraph,
    Running,
    Table,
    Text,
    Value,
)
from avtalsgen.model.profile import Colours, Profile
from avtalsgen.writers.html import write_html
from avtalsgen.writers.html.blocks import write_block
from avtalsgen.writers.html.style import style_sheet
from avtalsgen.writers.markup import css_string
from avtalsgen.writers.render import Render

RENDER = Render(Profile("Provkommunen", address=("Provgatan 1",), footer="Växel 000-00 00 00"))


def read(document: Document) -> page_reader.Element:
    """Return the page of `document`."""
    return page_reader.parse(write_html(document, RENDER))


def read_block(block: Block) -> page_reader.Element:
    """Return the one element that `block` is written as."""
    page = f"<!DOCTYPE html>\n<html>{write_block(block)}</html>"
    (element,) = page_reader.parse(page.encode()).elements()
    return element


@given(documents())
def test_the_words_are_those_of_the_document(document: Document) -> None:
    assert page_reader.words(read(document)) == plain.words(document)


@given(documents())
def test_equal_documents_give_equal_bytes(document: Document) -> None:
    assert write_html(document, RENDER) == write_html(document, RENDER)


@given(inlines())
def test_every_character_keeps_its_look_and_address(content: tuple[Inline, ...]) -> None:
    element = read_block(Paragraph(content))
    assert list(page_reader.seen(element)) == list(looks.seen(content))


@given(blocks())
def test_blocks_keep_their_shape(block: Block) -> None:
    assert page_reader.shape(read_block(block)) == looks.shape(block)


@given(documents())
def test_sections_are_found_by_anchor_and_named_by_clause(document: Document) -> None:
    written = [
        (element.attributes["id"], element.attributes.get("data-clause"))
        for element in read(document).all("section")
        if element.attributes.get("class") != "signatures"
    ]
    assert written == [
        (section.anchor, f"{made.clause}@{made.edition}" if made and made.clause else None)
        for section in walk.sections(document)
        for made in [section.provenance]
    ]


@given(documents())
def test_headings_keep_their_level_below_the_title(document: Document) -> None:
    main = read(document).one("main")
    headings = main.all("h1", "h2", "h3", "h4", "h5", "h6")
    levels = [section.level + 1 for section in walk.sections(document) if section.heading]
    assert [int(heading.name[1]) for heading in headings] == levels


@given(documents())
def test_a_level_deeper_than_html_has_is_said_in_another_way(document: Document) -> None:
    section = document.sections[0]
    deep = replace(section, level=7, heading=document.cover.title, sections=())
    (heading,) = read(replace(document, sections=(deep,))).one("main").all("h6")
    assert heading.attributes["aria-level"] == "8"


@given(documents())
def test_every_link_within_the_page_leads_somewhere(document: Document) -> None:
    page = read(document)
    ids = [element.attributes["id"] for element in page.all() if "id" in element.attributes]
    assert len(set(ids)) == len(ids)
    for link in page.all("a"):
        if link.attributes["href"].startswith("#"):
            assert link.attributes["href"][1:] in ids


@given(documents())
def test_the_contents_lists_every_heading_down_to_its_depth(document: Document) -> None:
    listed = [link.attributes["href"] for nav in read(document).all("nav") for link in nav.all("a")]
    contents = document.contents
    assert listed == [
        f"#{section.anchor}"
        for section in walk.sections(document)
        if contents and section.heading and section.level <= contents.depth
    ]


def facts(document: Document) -> Iterator[tuple[str, str, str | None]]:
    """Yield the text, path and place of every fact in the sections, known or not."""
    for section in walk.sections(document):
        runs = (run for block in section.blocks for run in walk.runs(block))
        for content in (section.heading, *runs):
            for leaf in walk.leaves(content):
                if isinstance(leaf, Value | Gap):
                    yield leaf.text, leaf.path, str(leaf.origin) if leaf.origin else None


@given(documents())
def test_every_fact_carries_its_path_and_place(document: Document) -> None:
    sections = [
        element
        for element in read(document).one("main").elements()
        if element.attributes.get("class") != "signatures"
    ]
    written = [
        (
            "".join(map(str, span.content)),
            span.attributes["data-path"],
            span.attributes.get("data-origin"),
        )
        for section in sections
        for span in section.all("span")
        if "data-path" in span.attributes
    ]
    assert written == list(facts(document))


@given(documents())
def test_nothing_is_fetched_and_nothing_runs(document: Document) -> None:
    page = read(document)
    assert not list(page.all("script", "link", "img", "iframe", "object", "base", "form"))
    for element in page.all():
        assert not {"src", "srcset", "style"} & set(element.attributes)
        assert not any(name.startswith("on") for name in element.attributes)
    for link in page.all("a"):
        assert re.match(r"#|https?://|mailto:", link.attributes["href"])
    (style,) = page.one("style").content
    assert "url(" not in str(style)
    assert "@import" not in str(style)


@given(documents())
def test_the_policy_lets_in_the_style_sheet_as_it_stands(document: Document) -> None:
    page = read(document)
    (style,) = page.one("style").content
    digest = base64.b64encode(hashlib.sha256(str(style).encode()).digest()).decode()
    (policy,) = (
        meta.attributes["content"] for meta in page.all("meta") if "http-equiv" in meta.attributes
    )
    assert policy.startswith("default-src 'none';")
    assert f"style-src 'sha256-{digest}'" in policy


@given(st.text())
def test_a_string_of_css_holds_nothing_that_could_end_it(text: str) -> None:
    written = css_string(text)
    assert re.fullmatch(r'"([\w ]|\\[0-9a-f]{6})*"', written)
    unescaped = re.sub(r"\\([0-9a-f]{6})", lambda code: chr(int(code[1], 16)), written[1:-1])
    assert unescaped == text


def test_running_heads_and_house_style_stay_in_the_style_sheet() -> None:
    hostile = '</style><script>alert(1)</script>"}'
    colours = Colours(accent=f"#123456;{hostile}")
    sheet = style_sheet(
        Profile("x", font=hostile, colours=colours), Running(hostile, hostile, hostile)
    )
    assert "<" not in sheet.split("/* The web page")[0]
    assert "alert(" not in sheet


def test_a_draft_says_so_before_all_else() -> None:
    first = read(BATTERY).one("header").elements()[0]
    assert first.text().split() == ["UTKAST"]


def test_an_empty_cell_heads_no_column_and_one_among_many_repeats_its_head() -> None:
    """So a row can be a card on a telephone, which its first cell names."""
    heads = ((Text("Dag"),), (Text("Vem"),), (Text("Vad"),), ())
    row = tuple((Text(word),) for word in "abcd")
    many, few = (read_block(Table(heads[:count], (row[:count],))) for count in (4, 3))
    scopes = [cell.attributes.get("scope") for cell in many.one("thead").all("th", "td")]
    assert scopes == ["col", "col", "col", None]
    repeated = [cell.attributes.get("data-l") for cell in many.one("tbody").all("td")]
    assert repeated == [None, "Vem", "Vad", None]
    assert not any("data-l" in cell.attributes for cell in few.all("td"))


@pytest.mark.parametrize("colour", [Colours().accent, Colours().text, Colours().muted])
def test_text_colours_have_enough_contrast(colour: str) -> None:
    """WCAG 1.4.3: 4,5:1 against white."""

    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5


def test_the_battery_reads_as_it_should(rewrite: bool) -> None:
    golden = Path(__file__).parent / "golden" / "battery.html"
    page = write_html(BATTERY, RENDER).decode()
    page = re.sub("(?<=<style>).*(?=</style>)", "…", page, flags=re.DOTALL)
    check_golden(golden, re.sub("sha256-[^']+", "sha256-…", page), rewrite=rewrite)
