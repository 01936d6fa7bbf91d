"""A portfolio as one web page that needs nothing else: a table whose heads stay in sight."""

from avtalsgen.model.portfolio import Cell, Column, Portfolio, PortfolioRow, State
from avtalsgen.model.profile import Profile
from avtalsgen.writers.lone_page import lone_page
from avtalsgen.writers.markup import Markup, block, element, escape
from avtalsgen.writers.portfolio.table_page import table_sheet
from avtalsgen.writers.portfolio.vocabulary import LEGEND, words

_TITLE = "Uppdrag och klausuler"
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
    return lone_page(_TITLE, table_sheet(profile), _body(portfolio))


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
    return block("main", *content)


def _legend() -> Markup:
    terms = (
        element(
            "li",
            element("span", _sign(state) or escape("2026"), class_=f"matrix-key {state}"),
            escape(f" {meaning}"),
        )
        for state, meaning in LEGEND.items()
        if state != "utan"
    )
    more = (
        element("li", element("strong", escape("fet")), escape(" obligatorisk")),
        element("li", element("span", escape("↑"), aria_hidden="true"), escape(" nyare finns")),
    )
    return block("ul", *terms, *more, class_="key", role="list")


def _table(portfolio: Portfolio) -> Markup:
    corner = element("th", escape("Klausul"), scope="col")
    head = block("thead", block("tr", corner, *map(_column, portfolio.columns)))
    names = [column.name for column in portfolio.columns]
    body = block("tbody", *(_row(row, names) for row in portfolio.rows))
    caption = element(
        "caption", escape("Varje klausul i varje uppdrag, med utgåva"), class_="heard"
    )
    return block("table", caption, head, body, class_="matrix folds")


def _column(column: Column) -> Markup:
    parts = [
        element("span", escape(column.name)),
        element("small", escape(column.title)),
        element("small", escape(column.status)),
    ]
    if column.base:
        parts.append(element("small", escape(f"tillägg till {column.base}")))
    return element("th", *parts, scope="col")


def _row(row: PortfolioRow, names: list[str]) -> Markup:
    cells = map(_cell, row.cells, names)
    return block("tr", element("th", escape(row.clause), scope="row"), *cells)


def _cell(cell: Cell, name: str) -> Markup:
    said = words(cell)
    weight = "strong" if cell.mandatory else "span"
    newer = (element("span", escape(" ↑"), aria_hidden="true"),) if cell.newer else ()
    text = element(weight, escape(said or "–"), *newer)
    return element("td", _sign(cell.state), text, class_=cell.state, data_l=name)


def _sign(state: State) -> Markup:
    sign = _SIGNS[state]
    return (
        element("span", escape(f"{sign} "), class_="sign", aria_hidden="true")
        if sign
        else (Markup(""))
    )
