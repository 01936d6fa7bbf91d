"""The portfolio: what is next in turn, every uppdrag, and the pictures of time and of cost."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from types import MappingProxyType
from typing import Final

from starlette.responses import Response

from avtalsgen.pipeline.overview.axis import axis
from avtalsgen.pipeline.overview.cards import cards
from avtalsgen.pipeline.overview.changed import last_changes
from avtalsgen.pipeline.overview.cost import CostLadder, cost
from avtalsgen.pipeline.overview.overview import overview
from avtalsgen.pipeline.overview.rows import Overview, OverviewRow
from avtalsgen.pipeline.overview.table import as_csv
from avtalsgen.swedish.numbers import in_words
from avtalsgen.swedish.phrases import capitalise_first
from avtalsgen.uppdrag.status import SIGNED
from avtalsgen.web.ask import Ask, Site
from avtalsgen.web.check_board import CheckState
from avtalsgen.web.page import Way, WebPage
from avtalsgen.web.reply import download, page, piece, see_other
from avtalsgen.web.safety.tokens import today

_CHOICES: Final[Mapping[str, tuple[str, Callable[[OverviewRow], bool]]]] = MappingProxyType(
    {
        "alla": ("Alla", lambda _: True),
        "kraver": ("Kräver något", lambda row: row.needs),
        "utkast": ("Inte undertecknade", lambda row: row.status != SIGNED),
        "upphor": ("Upphör", lambda row: row.ends_alone),
    }
)


def overview_of(site: Site) -> Overview:
    """Return the overview of the workspace as it is now."""
    day = today()
    return site.remembered.get(f"overview {day}", lambda: overview(site.root, day))


def show(ask: Ask) -> Response:
    """Return the portfolio."""
    told = overview_of(ask.site)
    chosen = ask.query.get("visa", "alla")
    chosen = chosen if chosen in _CHOICES else "alla"
    rows = [row for row in told.rows if _CHOICES[chosen][1](row)]
    return page(
        ask,
        "start/page.html",
        told=told,
        cards=cards(told.rows, told.day),
        rows=rows,
        checks=_checks(ask, rows),
        chosen=chosen,
        choices=[
            (name, word, sum(map(keep, told.rows))) for name, (word, keep) in _CHOICES.items()
        ],
        changes=ask.site.remembered.get("changes", lambda: last_changes(ask.root, told.rows)),
        axis=axis(told.rows, told.day),
        ladder=_ladder(ask, told),
        lead=_lead(told),
        spans=sorted(
            ({**asdict(span), "title": row.title} for row in told.rows for span in row.spans),
            key=lambda span: span["start"],
        ),
    )


def check(ask: Ask) -> Response:
    """Have every uppdrag checked, beside the pages; for htmx, how far it has come."""
    rows = overview_of(ask.site).rows
    ask.site.checks.start([row.name for row in rows], today())
    if not ask.by_script:
        return see_other("/")
    return piece(ask, "start/checks.html", rows=rows, checks=_checks(ask, rows))


def _checks(ask: Ask, rows: Sequence[OverviewRow]) -> Mapping[str, CheckState]:
    return ask.site.checks.told([row.name for row in rows], today())


def _lead(told: Overview) -> str:
    """Return how many there are, and how many somebody has to do something about."""
    count, needing = len(told.rows), sum(row.needs for row in told.rows)
    every = capitalise_first(in_words(count, "ett")) if count else "Inga"
    some = capitalise_first(in_words(needing, "ett")) if needing else "Inget"
    return f"{every} uppdrag. {some} kräver något av er."


def fetch(ask: Ask) -> Response:
    """Return the portfolio as a sheet."""
    return download(as_csv(overview_of(ask.site)), "uppdrag.csv", "text/csv")


def _ladder(ask: Ask, told: Overview) -> CostLadder | None:
    """Return the cost of the uppdrag that is asked for, else of the first that has one."""
    asked = ask.query.get("kostnad", "")
    ladders = {row.slug: _cost(ask.site, row) for row in told.rows}
    known = (ladder for ladder in ladders.values() if ladder.years)
    return ladders.get(asked) or next(known, None) or next(iter(ladders.values()), None)


def _cost(site: Site, row: OverviewRow) -> CostLadder:
    edition = row.holds or row.newest
    return site.remembered.get(
        f"cost {row.slug}@{edition}", lambda: cost(site.project, row.slug, edition)
    )


PAGE = WebPage(
    (Way("/", show), Way("/granskning", check), Way("/uppdrag.csv", fetch)), "Uppdrag", 10
)
