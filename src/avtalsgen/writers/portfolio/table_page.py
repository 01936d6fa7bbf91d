"""One table as a web page that needs nothing else, as wide as the screen."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Literal

from avtalsgen.model.profile import Profile
from avtalsgen.records import dataclass
from avtalsgen.writers.dressed import dressed
from avtalsgen.writers.lone_page import lone_page
from avtalsgen.writers.markup import Markup, block, element, escape

Kind = Literal["words", "number", "unknown", "missing"]
_CLASSES: dict[Kind, str] = {"words": "", "number": "r", "unknown": "unknown", "missing": "missing"}
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
    return lone_page(page.title, table_sheet(profile), _body(page))


def table_sheet(profile: Profile) -> str:
    """Return the sheet of a page that is one table."""
    return f"{dressed(profile, 'tokens', 'base', 'parts', 'folds', 'tables')}\n{_own()}"


@cache
def _own() -> str:
    return files(__package__).joinpath("table_page.css").read_text(encoding="utf-8")


def _body(page: TablePage) -> Markup:
    notes = [element("li", escape(note)) for note in page.notes]
    content = (
        element("h1", escape(page.title)),
        *(element("p", escape(told)) for told in page.told),
        *((_table(page),) if page.rows else ()),
        *((block("ul", *notes, class_="notes"),) if notes else ()),
    )
    return block("main", *content)


def _table(page: TablePage) -> Markup:
    head = block("thead", block("tr", *map(_head, page.heads)))
    names = [head.name for head in page.heads]
    body = block("tbody", *(_row(row, names) for row in page.rows))
    caption = element("caption", escape(page.title), class_="heard")
    table = block("table", caption, head, body, class_="register folds")
    return block("div", table, class_="scroll", role="region", tabindex="0", aria_label=page.title)


def _head(head: PageHead) -> Markup:
    more = (
        (element("span", escape(head.explained), class_="explained small"),)
        if head.explained
        else ()
    )
    return element("th", element("span", escape(head.name)), *more, scope="col")


def _row(row: tuple[PageCell, ...], names: list[str]) -> Markup:
    first, *others = row
    cells = map(_cell, others, names[1:])
    return block("tr", element("th", *_content(first.lines), scope="row"), *cells)


def _cell(cell: PageCell, name: str) -> Markup:
    """Return a cell, which says the name of its column itself where the table is narrow."""
    size = sum(map(len, cell.lines))
    width = "long" if size > _LONG else "short" if size <= _SHORT else ""
    kinds = [kind for kind in (_CLASSES[cell.kind], width) if kind]
    return element("td", *_content(cell.lines), class_=" ".join(kinds) or None, data_l=name)


def _content(lines: Iterable[str]) -> Iterator[Markup]:
    told = tuple(line for line in lines if line) or (_NOTHING,)
    if len(told) == 1:
        yield escape(told[0])
    else:
        yield element("ul", *(element("li", escape(line)) for line in told))
