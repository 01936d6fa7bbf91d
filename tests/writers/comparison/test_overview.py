"""A long comparison in brief."""

from dataclasses import replace

import pytest

from avtalsgen.model import plain
from avtalsgen.model.comparison import (
    Change,
    Comparison,
    Face,
    FactChange,
    Line,
    Reason,
    SectionPair,
    Side,
    Span,
    Weight,
)
from avtalsgen.model.nodes import Paragraph, Table
from avtalsgen.writers.comparison.overview import ADDED, CHANGED, REMOVED, overview

SUMS = (("4 093 284 kronor", "2019"), ("4 561 220 kronor", "2023"))


def _pair(name: str, *reasons: Reason, weight: Weight = "saklig") -> SectionPair:
    face = Face("1", name, ())
    change = Change("replace", "a", "b", weight, reasons)
    return SectionPair("body", "changed", False, False, 0.9, face, face, (change,))


def _one_sided(name: str, *texts: str, old: bool = False, kind: str = "paragraph") -> SectionPair:
    spans = tuple((Span(text, "deleted" if old else "inserted", 0),) for text in texts)
    lines = tuple(
        Line(kind, each if old else None, None if old else each)  # type: ignore[arg-type]
        for each in spans
    )
    face, change = Face("", name, ()), Change("insert", "", "x", "saklig", ("text",))
    status = "removed" if old else "added"
    old_face, new_face = (face, None) if old else (None, face)
    return SectionPair("body", status, False, False, 0.0, old_face, new_face, (change,), lines)  # type: ignore[arg-type]


def _overview(
    *pairs: SectionPair, facts: tuple[FactChange, ...] = ()
) -> tuple[list[str], dict[tuple[str, ...], list[list[str]]]]:
    side = Side("a", "A", 1)
    blocks = overview(Comparison(side, side, pairs, facts))
    said = [plain.text(block.content) for block in blocks if isinstance(block, Paragraph)]
    tables = {
        tuple(map(plain.text, block.header)): [[plain.text(c) for c in row] for row in block.rows]
        for block in blocks
        if isinstance(block, Table)
    }
    return said, tables


def test_money_and_time_come_first_and_the_rest_in_its_order() -> None:
    pairs = (_pair("Text", "text"), _pair("Lag", "rättskälla"), _pair("Pengar", "part", "belopp"))
    _, tables = _overview(*pairs)
    assert tables[CHANGED] == [
        ["1 Pengar", "Belopp och vem som gör vad"],
        ["1 Text", "Innehållet"],
        ["1 Lag", "Vilka lagar som gäller"],
    ]


def test_a_figure_that_the_section_said_is_told_with_what_it_becomes() -> None:
    spans = [(Span(f"Ersättningen är {sum_} i {year} års pris.", "same"),) for sum_, year in SUMS]
    pair = replace(_pair("Pengar", "belopp"), lines=(Line("paragraph", spans[0], spans[1]),))
    facts = (
        FactChange("ersättning.belopp", *(sum_ for sum_, _ in SUMS)),
        FactChange("ersättning.prisnivå", *(year for _, year in SUMS)),
        FactChange("tid.till", "31 mars 2020", "31 mars 2027"),
        FactChange("titel", "Ersättningen", "Ersättningen"),
    )
    _, tables = _overview(pair, facts=facts)
    assert tables[CHANGED] == [["1 Pengar", "Belopp: 4 093 284 kronor blir 4 561 220 kronor"]]


def test_no_more_than_three_reasons_are_told_the_weightiest() -> None:
    _, tables = _overview(_pair("A", "text", "modalitet", "datum", "villkor", "belopp"))
    assert tables[CHANGED] == [["1 A", "Belopp, datum och villkor"]]


def test_what_came_and_went_begins_as_its_text_does() -> None:
    long = " ".join(f"ord{n}" for n in range(1, 30))
    _, tables = _overview(
        _one_sided("ny", "Först.", "Sedan."), _one_sided("gammal", long, old=True)
    )
    assert tables[ADDED] == [["Ny", "Först. Sedan."]]
    assert tables[REMOVED] == [["Gammal", " ".join(f"ord{n}" for n in range(1, 15)) + " …"]]


def test_items_are_parted() -> None:
    _, tables = _overview(_one_sided("A", "det första", "det andra", kind="item"))
    assert tables[ADDED] == [["A", "det första; det andra"]]


def test_where_a_text_went_is_told() -> None:
    gone = replace(_one_sided("A", "Text.", old=True), merged_into=Face("3.2", "B", ()))
    _, tables = _overview(gone)
    assert tables[REMOVED] == [["A", "Texten går upp i avsnitt\N{NO-BREAK SPACE}3.2 B."]]


def test_a_heading_that_only_gathers_others_is_not_told() -> None:
    said, tables = _overview(_one_sided("A"))
    assert (said, tables) == (["Ingenting ändras i sak."], {})


@pytest.mark.parametrize(
    ("pairs", "says"),
    [
        ((), ["Ingenting ändras i sak."]),
        ((_pair("A", "text"),), ["I den nya versionen ändras ett avsnitt i sak."]),
        (
            (
                _pair("A", "text"),
                _pair("B", "text"),
                _one_sided("C", "x"),
                _one_sided("D", "x", old=True),
            ),
            [
                "I den nya versionen ändras två avsnitt i sak, tillkommer ett avsnitt "
                "och utgår ett avsnitt."
            ],
        ),
        (
            (_pair("A", "stavning", weight="redaktionell"),),
            ["Ingenting ändras i sak.", "I ett avsnitt till ändras bara språket."],
        ),
    ],
)
def test_the_numbers_are_told_in_a_sentence(
    pairs: tuple[SectionPair, ...], says: list[str]
) -> None:
    assert _overview(*pairs)[0] == says


def test_the_cover_is_not_told() -> None:
    assert _overview(replace(_pair("Omslag", "belopp"), part="cover"))[1] == {}


def test_a_section_without_heading_goes_by_its_first_words() -> None:
    pair = _one_sided("", "Parterna undertecknar handlingen elektroniskt i dag.")
    _, tables = _overview(pair)
    assert tables[ADDED][0][0] == "Det som börjar ”Parterna undertecknar handlingen elektroniskt …”"
