"""Running heads and feet as a document has them."""

from collections.abc import Sequence

from avtalsgen.model.nodes import Aside, Paragraph, Running, Text
from avtalsgen.readers.rows.row import Row
from avtalsgen.readers.rows.running import Edge, unpaged
from avtalsgen.records import dataclass

DRAFT = "UTKAST"
"""What a draft says at the head of each page but the first, and across all of them."""


@dataclass(frozen=True, slots=True)
class PageEdges:
    """`running` is what stands on every page but the cover; all else stands in `asides`."""

    running: Running
    asides: tuple[Aside, ...]
    draft: bool
    """Whether the head says UTKAST between its ends, as that of a draft of ours does."""


def edges(rows: Sequence[tuple[Edge, Row]]) -> PageEdges:
    """Return what stands at the edges of the pages, once each.

    A head and a foot of a single row, alike on all pages, are what a document has of its own:
    `Running`. Page numbers are left out, since every format writes its own.
    """
    heads = _said("header", rows)
    feet = _said("footer", rows)
    left, right, draft = _sides(heads[0]) if len(heads) == 1 else ("", "", False)
    foot = feet[0][0] if len(feet) == 1 and len(feet[0]) == 1 else ""
    asides = (
        *(() if left or right else (_aside("header", cells) for cells in heads)),
        *(() if foot else (_aside("footer", cells) for cells in feet)),
    )
    return PageEdges(Running(left, right, foot), asides, draft)


def _said(edge: Edge, rows: Sequence[tuple[Edge, Row]]) -> list[tuple[str, ...]]:
    """Return the columns of each row at `edge`, those that say the same once."""
    texts = unpaged([row for at, row in rows if at == edge])
    return [tuple(text.split("\t")) for text in dict.fromkeys(texts) if text]


def _sides(cells: tuple[str, ...]) -> tuple[str, str, bool]:
    draft = DRAFT in cells[1:]
    match tuple(cell for at, cell in enumerate(cells) if not (at and cell == DRAFT)):
        case [only]:
            return only, "", draft
        case [left, right]:
            return left, right, draft
        case _:
            return "", "", draft


def _aside(edge: Edge, cells: tuple[str, ...]) -> Aside:
    return Aside(edge, "", (Paragraph((Text(" ".join(cells)),)),))
