"""A portfolio as one web page that needs nothing else: a table whose heads stay in sight."""

from functools import cache
from importlib.resources import files

from avtalsgen.model.portfolio import Cell, Column, Portfolio, PortfolioRow, State
from avtalsgen.model.profile import Profile
from avtalsgen.writers.lone_page import lone_page
from avtalsgen.writers.markup import Markup, block, element, escape
from avtalsgen.writers.portfolio.vocabulary import LEGEND, words

_TITLE = "Uppdrag och klausuler"
_CLASSES: dict[State, str] = {
    "har": "has",
    "ärver": "inherits",
    "saknar": "lacks",
    "undantag": "exempt",
    "upphäver": "ends",
    "utan": "without",
}
_SIGNS: dict[State, str] = {
    "har": "",
    "ärver": "↳",
    "saknar": "✕",
    "undantag": "–",
    "upphäver": "⊘",
    "utan": "",
}
"""What tells the states apart without colour."""


def to_html(portfolio: Portfolio, profile: Profile) -> bytes:
    """Return the portfolio as a page in the colours of `profile`, without anything to fetch."""
    return lone_page(_TITLE, _sheet(), profile, _body(portfolio))


@cache
def _sheet() -> str:
    return files(__package__).joinpath("portfolio.css").read_text(encoding="utf-8")


def _body(portfolio: Portfolio) -> Markup:
    lacking = sum(cell.state == "saknar" for row in portfolio.rows for cell in row.cells)
    older = sum(bool(cell.newer) for row in portfolio.rows for cell in row.cells)
    told = (
        f"{len(portfolio.columns)} uppdrag och tillägg, {len(portfolio.rows)} klausuler. "
        f"{lacking} obligatoriska klausuler saknas. {older} gånger finns en nyare utgåva."
    )
    content = (
        element("h1", escape(_TITLE)),
        element("p", escape(told)),
        _legend(),
        block(
            "div",
            _table(portfolio),
            class_="scroll",
            role="region",
            tabindex="0",
            aria_label=_TITLE,
        ),
    )
    return block("body", block("main", *content))


def _legend() -> Markup:
    terms = (
        element("li", _sign(state), escape(f" {meaning}"), class_=_CLASSES[state])
        for state, meaning in LEGEND.items()
        if state != "utan"
    )
    more = (
        element("li", element("strong", escape("fet")), escape(" obligatorisk")),
        element("li", element("span", escape("↑"), aria_hidden="true"), escape(" nyare finns")),
    )
    return block("ul", *terms, *more, class_="legend", role="list")


def _table(portfolio: Portfolio) -> Markup:
    corner = element("th", escape("Klausul"), scope="col")
    head = block("thead", block("tr", corner, *map(_column, portfolio.columns)))
    body = block("tbody", *map(_row, portfolio.rows))
    caption = element("caption", escape("Varje klausul i varje uppdrag, med utgåva"))
    return block("table", caption, head, body)


def _column(column: Column) -> Markup:
    parts = [
        element("span", escape(column.name)),
        element("span", escape(column.title), class_="title"),
        element("span", escape(column.status), class_="status"),
    ]
    if column.base:
        parts.append(element("span", escape(f"tillägg till {column.base}"), class_="status"))
    return element("th", *parts, scope="col")


def _row(row: PortfolioRow) -> Markup:
    return block("tr", element("th", escape(row.clause), scope="row"), *map(_cell, row.cells))


def _cell(cell: Cell) -> Markup:
    said = words(cell)
    weight = "strong" if cell.mandatory else "span"
    newer = (element("span", escape(" ↑"), aria_hidden="true"),) if cell.newer else ()
    text = element(weight, escape(said or "–"), *newer)
    return element("td", _sign(cell.state), text, class_=_CLASSES[cell.state])


def _sign(state: State) -> Markup:
    sign = _SIGNS[state]
    return (
        element("span", escape(f"{sign} "), class_="sign", aria_hidden="true")
        if sign
        else (Markup(""))
    )
