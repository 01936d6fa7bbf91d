"""The overview: what holds, what is next, what remains; and it is made anew only where it must."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workspace import WHOLE

from avtalsgen.pipeline.memory.stamp import stamp
from avtalsgen.pipeline.overview import overview as module
from avtalsgen.pipeline.overview.axis import LEFT, WIDTH, axis
from avtalsgen.pipeline.overview.cards import MOST, cards
from avtalsgen.pipeline.overview.changed import last_changes
from avtalsgen.pipeline.overview.cost import HEIGHT, cost
from avtalsgen.pipeline.overview.overview import overview
from avtalsgen.pipeline.overview.rows import AxisSpan, Coming, OverviewRow
from avtalsgen.pipeline.overview.table import as_csv
from avtalsgen.pipeline.workspace.project import open_project

DAY = date(2026, 11, 29)
FIRST = WHOLE["uppdrag/prov/1.yaml"]


def workspace(root: Path, files: Mapping[str, str]) -> Path:
    for name, text in {**WHOLE, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_an_uppdrag_is_told_of(tmp_path: Path) -> None:
    told = overview(workspace(tmp_path, {}), DAY)
    (row,) = told.rows
    assert (row.slug, row.title, row.provider, row.dnr) == (
        "prov",
        "Prov",
        "Stödenheten",
        "SN 2026-1",
    )
    assert (row.newest, row.status, row.holds, row.step) == ("1", "utkast", "", "upprättad")
    assert row.left == ("låt granska 2 klausuler",)
    assert (row.errors, row.warnings) == (0, 0)
    assert told.problems == ()


def test_one_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    told = overview(workspace(tmp_path, {"uppdrag/trasig/1.yaml": "typ: [\n"}), DAY)
    assert {row.slug: row.errors for row in told.rows} == {"prov": 0, "trasig": 1}
    assert told.problems


def test_only_what_has_changed_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it hangs together with is made anew with it, by whichever end."""
    named = FIRST.replace("titel: Prov", "titel: Om prov  # se prov@1")
    root = workspace(tmp_path, {"uppdrag/annan/1.yaml": FIRST, "uppdrag/om/1.yaml": named})
    made: list[str] = []
    row = module._row

    def counted(project: object, slug: str, day: date) -> OverviewRow | None:
        made.append(slug)
        return row(project, slug, day)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_row", counted)
    first = overview(root, DAY)
    assert made == ["annan", "om", "prov"]
    assert overview(root, DAY) == first
    assert len(made) == 3
    (root / "uppdrag/prov/1.yaml").write_text(FIRST.replace("Prov", "Nytt"), "utf-8")
    assert {row.title for row in overview(root, DAY).rows} == {"Nytt", "Prov", "Om prov"}
    assert made[3:] == ["om", "prov"]
    assert (overview(root, DAY), made[5:]) == (overview(root, DAY), [])


def test_a_stamp_is_another_when_a_file_is(tmp_path: Path) -> None:
    root = workspace(tmp_path, {})
    before = stamp(root)
    assert stamp(root) == before
    file = root / "uppdrag/prov/1.yaml"
    beside = root / "beside"
    beside.write_text(FIRST, "utf-8")
    beside.replace(file)
    assert stamp(root) != before


def test_when_it_was_changed_is_told_by_the_disk(tmp_path: Path) -> None:
    root = workspace(tmp_path, {})
    rows = overview(root, DAY).rows
    (moment,) = last_changes(root, rows).values()
    assert moment.timestamp() == pytest.approx((root / "uppdrag/prov/1.yaml").stat().st_mtime)
    (root / "uppdrag/prov/1.yaml").unlink()
    assert last_changes(root, rows) == {}


def test_a_sheet_has_a_line_for_each(tmp_path: Path) -> None:
    lines = as_csv(overview(workspace(tmp_path, {}), DAY)).decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("prov;Prov;Stödenheten;SN 2026-1;1;utkast;")


def test_a_cost_that_is_not_known_says_why(tmp_path: Path) -> None:
    project = open_project(workspace(tmp_path, {}))
    assert "index" in cost(project, "prov", "1").why_not
    root = Path(__file__).parents[3]
    ladder = cost(open_project(root), "vald-i-nara-relation", "2019")
    assert [each.year for each in ladder.years] == [2019, 2020, 2021, 2022, 2023]
    assert ladder.years[0].told == "4\u00a0093\u00a0284"
    assert ladder.years[0].short == "4,09"
    assert ladder.years[0].percent is None
    tallest = max(ladder.years, key=lambda each: each.sum)
    assert all(0 < each.height <= tallest.height < HEIGHT for each in ladder.years)


ROW = OverviewRow(
    *("a", "A", "B", "1", "2", "utkast", "1", "2024-01-01", "", False, "", (), "", "", (), {}),
    *("upprättad", 0, 0, (), ()),
)


@pytest.mark.parametrize(
    ("row", "urgency", "headline", "acts"),
    [
        (replace(ROW, newest="1", until="2026-12-31"), "late", "Löper ut. Inget nytt", ("förnya",)),
        (replace(ROW, until="2027-03-31"), "soon", "Löper ut. Utgåva 2 är utkast.", ("öppna",)),
        (replace(ROW, errors=2), "soon", "Något är fel", ("öppna",)),
        (replace(ROW, status="beslutad"), "soon", "Beslutat.", ("verifiera", "öppna")),
        (replace(ROW, starts="2027-01-01"), "late", "Utgåva 2 ska börja gälla", ("öppna",)),
        (replace(ROW, coming=(Coming("2027-01-01", "räknar", "V"),)), "", "Räknar.", ("öppna",)),
    ],
)
def test_a_card_says_what_is_next(
    row: OverviewRow, urgency: str, headline: str, acts: tuple[str, ...]
) -> None:
    (card,) = cards([row], DAY)
    assert (card.urgency, card.acts) == (urgency, acts)
    assert card.headline.startswith(headline)


def test_what_nothing_is_next_for_has_no_card() -> None:
    signed = replace(ROW, status="undertecknad", until="2026-12-31", successor="2")
    assert cards([ROW, signed], DAY) == ()


def test_the_most_urgent_come_first_and_no_more_than_three() -> None:
    rows = [
        replace(ROW, title="C", until="2027-09-30"),
        replace(ROW, title="B", errors=1),
        replace(ROW, title="A", until="2026-12-31"),
        replace(ROW, title="D", until="2026-12-01"),
    ]
    shown = cards(rows, DAY)
    assert [card.row.title for card in shown] == ["D", "A", "B"]
    assert len(shown) == MOST


days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@given(st.lists(st.tuples(days, st.integers(0, 9000)), max_size=4), days)
def test_everything_stands_on_the_axis(spans: list[tuple[date, int]], today: date) -> None:
    row = replace(
        ROW,
        spans=tuple(
            AxisSpan("utkast", "x", start.isoformat(), (start + timedelta(length)).isoformat())
            for start, length in spans
        ),
        coming=(Coming(today.isoformat(), "x", "y"),),
    )
    drawn = axis([row], today)
    assert LEFT <= drawn.today <= WIDTH
    assert len(drawn.rows) == bool(spans)
    for shown in drawn.rows:
        assert all(LEFT <= mark.x <= mark.x + mark.width <= WIDTH + 0.1 for mark in shown.marks)
        assert shown.due == (drawn.today,)
