"""Which uppdrag has which edition of which clause, and which must."""

from starlette.responses import Response

from avtalsgen.model.portfolio import Cell, Portfolio
from avtalsgen.pipeline.output.views import chosen as view_of
from avtalsgen.pipeline.survey.portfolio import portfolio
from avtalsgen.pipeline.survey.portfolio_views import VIEWS, PortfolioShown
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.web.ask import Ask, Site
from avtalsgen.web.page import Way, WebPage
from avtalsgen.web.reply import download, page
from avtalsgen.writers.portfolio.vocabulary import LEGEND, words

_KINDS = {"csv": "text/csv", "html": "text/html"}
_CHOICES = {
    "alla": "Alla klausuler",
    "saknas": "Det som saknas",
    "aldre": "Äldre utgåvor",
    "egna": "Egna lydelser",
}


def show(ask: Ask) -> Response:
    """Return the matrix; of the clauses that are asked for."""
    whole, problems = _portfolio(ask.site)
    asked = ask.query.get("visa", "alla")
    chosen = asked if asked in _CHOICES else "alla"
    sign = ask.query.get("klausul", "").strip().casefold()
    rows = [row for row in whole.rows if sign in row.clause and _is_shown(row.cells, chosen)]
    return page(
        ask,
        "matris/page.html",
        whole=whole,
        rows=rows,
        chosen=chosen,
        sign=sign,
        choices=[
            (name, word, sum(_is_shown(row.cells, name) for row in whole.rows))
            for name, word in _CHOICES.items()
        ],
        legend=LEGEND,
        words=words,
        problems=problems,
    )


def fetch(ask: Ask) -> Response:
    """Return the matrix as a sheet, or as a page of its own."""
    kind = ask.parts["kind"]
    if kind not in _KINDS:
        hint = f"välj ett av {', '.join(_KINDS)}"
        message = f"matrisen finns inte som {kind}"
        raise AvtalsgenError([Problem("WE07", message, hint=hint, exit=Exit.NOT_FOUND)])
    shown = PortfolioShown(_portfolio(ask.site)[0], ask.site.project.house.profile)
    return download(view_of(VIEWS, kind).write(shown).data, f"matris.{kind}", _KINDS[kind])


def _portfolio(site: Site) -> tuple[Portfolio, tuple[Problem, ...]]:
    return site.remembered.get("portfolio", lambda: portfolio(site.project))


def _is_shown(cells: tuple[Cell, ...], choice: str) -> bool:
    match choice:
        case "saknas":
            return any(cell.state == "saknar" for cell in cells)
        case "aldre":
            return any(cell.newer for cell in cells)
        case "egna":
            return any(cell.deviates for cell in cells)
        case _:
            return True


PAGE = WebPage((Way("/matris", show), Way("/matris/{kind}", fetch)), "Matris", 75)
