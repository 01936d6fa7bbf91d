"""One table as a web page that needs nothing else, as wide as the screen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from avtalsgen.model.profile import Profile
from avtalsgen.writers.lone_page import lone_page
from avtalsgen.writers.markup import Markup, block, element, escape

Kind = Literal["words", "number", "unknown", "missing"]
_NOTHING = "uppgift saknas"
_SHORT, _LONG = 12, 60
"""Characters in a cell that is not broken, as a day, and in one that wants a wide column."""


@dataclass(frozen=True, slots=True)
class PageCell:
    """A cell of the table: its lines, and what tells it apart."""

    lines: tuple[str, ...]
    kind: Kind = "words"


@dataclass(frozen=True, slots=True)
class PageHead:
    """The head of a column, and what it holds in more words."""

    name: str
    explained: str = ""


@dataclass(frozen=True, slots=True)
class TablePage:
    """A page: what is said above and below the table, and rows of as many cells as heads.

    The first cell of a row names it.
    """

    title: str
    told: tuple[str, ...]
    heads: tuple[PageHead, ...]
    rows: tuple[tuple[PageCell, ...], ...]
    notes: tuple[str, ...] = ()


def to_page(page: TablePage, profile: Profile) -> bytes:
    """Return the page in the colours of `profile`, without anything to fetch."""
    return lone_page(page.title, _sheet(), profile, _body(page))


@cache
def _sheet() -> str:
    return files(__package__).joinpath("table_page.css").read_text(encoding="utf-8")


def _body(page: TablePage) -> Markup:
    notes = [element("li", escape(note)) for note in page.notes]
    content = (
        element("h1", escape(page.title)),
        *(element("p", escape(told)) for told in page.told),
        *((_table(page),) if page.rows else ()),
        *((block("ul", *notes, class_="notes"),) if notes else ()),
    )
    return block("body", block("main", *content))


def _table(page: TablePage) -> Markup:
    head = block("thead", block("tr", *map(_head, page.heads)))
    body = block("tbody", *map(_row, page.rows))
    table = block("table", element("caption", escape(page.title)), head, body)
    return block("div", table, class_="scroll", role="region", tabindex="0", aria_label=page.title)


def _head(head: PageHead) -> Markup:
    more = (element("span", escape(head.explained), class_="explained"),) if head.explained else ()
    return element("th", element("span", escape(head.name)), *more, scope="col")


def _row(row: tuple[PageCell, ...]) -> Markup:
    first, *others = row
    return block("tr", element("th", *_content(first.lines), scope="row"), *map(_cell, others))


def _cell(cell: PageCell) -> Markup:
    size = sum(map(len, cell.lines))
    width = "long" if size > _LONG else "short" if size <= _SHORT else ""
    kinds = [kind for kind in (cell.kind if cell.kind != "words" else "", width) if kind]
    return element("td", *_content(cell.lines), class_=" ".join(kinds) or None)


def _content(lines: Iterable[str]) -> Iterator[Markup]:
    told = tuple(line for line in lines if line) or (_NOTHING,)
    if len(told) == 1:
        yield escape(told[0])
    else:
        yield element("ul", *(element("li", escape(line)) for line in told))
