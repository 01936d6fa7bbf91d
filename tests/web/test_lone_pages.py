"""The pages that stand alone, as somebody is sent them: for everybody, by day and in the dark."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.comparison_sample import COMPARISON
from tests.web.conftest import NARROW, ROOT, WIDE, AxeCheck, pictures
from tests.workspace import project

from avtalsgen.model.profile import DEFAULT
from avtalsgen.pipeline.survey.calendar import CalendarOrder, calendar
from avtalsgen.pipeline.survey.calendar_views import VIEWS as CALENDAR
from avtalsgen.pipeline.survey.calendar_views import CalendarShown
from avtalsgen.pipeline.survey.portfolio import portfolio
from avtalsgen.pipeline.survey.portfolio_views import VIEWS as PORTFOLIO
from avtalsgen.pipeline.survey.portfolio_views import PortfolioShown
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.writers.comparison.html import to_html

DAY = date(2026, 11, 29)


def _comparison() -> bytes:
    return to_html(COMPARISON, DEFAULT, duties=True)


def _matrix() -> bytes:
    return PORTFOLIO["html"].write(PortfolioShown(portfolio(project())[0], DEFAULT)).data


@cache
def _calendar() -> bytes:
    whole, order = open_project(ROOT), CalendarOrder(("familjeradgivning",), DAY, DAY, None)
    made = calendar(whole, Workspace(ROOT), order)
    shown = CalendarShown(made.calendar, made.name, order.horizon, 0, whole, made.uppdrag)
    return CALENDAR["html"].write(shown).data


@pytest.mark.parametrize(
    ("name", "make"),
    [("jamforelse", _comparison), ("matris", _matrix), ("kalender", _calendar)],
)
def test_a_page_that_stands_alone(
    tmp_path: Path, browser: Browser, axe: AxeCheck, name: str, make: Callable[[], bytes]
) -> None:
    """Everything stands in a landmark, which axe asks for as good practice."""
    file = tmp_path / f"{name}.html"
    file.write_bytes(make())
    page = browser.new_page(viewport=WIDE)
    page.goto(file.as_uri())
    pictures(page, f"fristaende-{name}")
    axe(page, "region", "landmark-one-main", "page-has-heading-one")
    ground = "getComputedStyle(document.documentElement).colorScheme"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) == "dark"
    page.emulate_media(media="print")
    assert page.evaluate(ground) == "light"
    page.close()


def test_the_list_of_sections_is_folded_on_a_telephone(tmp_path: Path, browser: Browser) -> None:
    file = tmp_path / "jamforelse.html"
    file.write_bytes(_comparison())
    page = browser.new_page(viewport=WIDE)
    page.goto(file.as_uri())
    entry = page.get_by_role("navigation", name="Avsnitt").get_by_role("link").first
    expect(entry).to_be_visible()
    page.set_viewport_size(NARROW)
    page.reload()
    expect(entry).to_be_hidden()
    assert page.locator("details.outline[open]").count() == 0
    unfold = page.get_by_label("Visa alla avsnitt")
    unfold.focus()
    page.keyboard.press("Space")
    expect(entry).to_be_visible()
    page.close()


def test_a_row_of_a_calendar_is_a_card_on_a_telephone(tmp_path: Path, browser: Browser) -> None:
    file = tmp_path / "kalender.html"
    file.write_bytes(_calendar())
    page = browser.new_page(viewport=NARROW)
    page.goto(file.as_uri())
    tables = page.locator(".table")
    assert tables.count() > 1
    assert all(tables.evaluate_all("all => all.map(each => each.scrollWidth <= each.clientWidth)"))
    expect(page.locator("td[data-l='Vem']").first).to_have_css("display", "block")
    page.close()
