"""The published index figures, and what an entry that is none is told."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.workspace import MemoryFiles

from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError
from avtalsgen.register.indices import FILE, read_indices

PUBLISHED = {
    **{2015: "2.2", 2016: "2.6", 2017: "2.7", 2018: "2.6", 2019: "2.7"},
    **{2020: "3.0", 2021: "1.5", 2022: "1.9", 2023: "4.6"},
}


def test_opi_is_what_was_published() -> None:
    opi = read_indices(Workspace(Path(__file__).parents[2]))["OPI"]
    assert {year: value.final for year, value in opi.years.items()} == {
        year: Decimal(value) for year, value in PUBLISHED.items()
    }
    assert opi.years[2023].preliminary == Decimal("3.5")
    assert all(value.confidence in {"A", "B"} for value in opi.years.values())


def test_the_parts_explain_every_year_but_2020() -> None:
    """Why a figure is looked up and never computed (80 percent labour, 20 percent KPI)."""
    opi = read_indices(Workspace(Path(__file__).parents[2]))["OPI"]
    apart = {
        year
        for year, value in opi.years.items()
        if value.parts
        and value.final
        != round(
            Decimal("0.8") * value.parts["arbetskraft"] + Decimal("0.2") * value.parts["kpi"], 1
        )
    }
    assert apart == {2020}


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("tjugotre: {definitivt: '4,6', källa: x, kontrollerad_per: 2026-01-01}", "är inget år"),
        ("2023: {källa: x, kontrollerad_per: 2026-01-01}", "har inget värde"),
        ("2023: {definitivt: , källa: x, kontrollerad_per: 2026-01-01}", "har inget värde"),
        ("2023: {definitivt: fyra, källa: x, kontrollerad_per: 2026-01-01}", "är inget tal"),
        (
            "2023: {definitivt: '4,6', slutligt: '1', källa: x, kontrollerad_per: 2026-01-01}",
            "okänd",
        ),
    ],
)
def test_an_entry_that_is_none_is_told_with_its_place(entry: str, told: str) -> None:
    text = (
        "serier:\n  OPI:\n    namn: omsorgsprisindex\n    enhet: procent\n    avser: x\n"
        f"    publiceras: x\n    källa: x\n    värden:\n      {entry}\n"
    )
    with pytest.raises(AvtalsgenError) as caught:
        read_indices(MemoryFiles({FILE: text}))
    assert {problem.code for problem in caught.value.problems} == {"RE04"}
    assert any(told in problem.message for problem in caught.value.problems)
    assert all(problem.origin and problem.origin.line == 9 for problem in caught.value.problems)
