"""What the page begins with: the changes that matter most, and who must do what."""

from collections.abc import Iterable, Sequence

from avtalsgen.model.comparison import Comparison, TopRow
from avtalsgen.model.duties import ComparedDuty
from avtalsgen.writers.comparison.first_page import (
    BY_SECTION,
    DUTIES,
    DUTY_HEADER,
    NOTHING_SAID,
    TOP,
    TOP_HEADER,
    by_party,
    duty_totals,
    in_table,
    party_name,
    place_of,
    standing,
    why,
)
from avtalsgen.writers.comparison.vocabulary import counted
from avtalsgen.writers.markup import NOTHING, Markup, block, element, escape

_TAGS = {"skärpt": "warn", "mildrad": "ok", "ny": "ok", "utgår": "bad", "annan part": "moved"}


def top_table(comparison: Comparison) -> Markup:
    """Return the rows that matter most, old beside new; nothing where there are none."""
    if not comparison.top:
        return NOTHING
    return block(
        "section",
        element("h2", escape(TOP), id="_top"),
        element("p", escape(BY_SECTION)) if comparison.top_by_section else NOTHING,
        _table(TOP_HEADER, map(_top, comparison.top)),
        class_="card first",
        aria_labelledby="_top",
    )


def duty_tables(comparison: Comparison, *, shown: bool) -> Markup:
    """Return a table of duties for each party, folded away unless `shown`."""
    if not in_table(comparison.duties):
        return NOTHING
    changed = sum(duty.changed for duty in comparison.duties)
    many = counted(changed, "ändrad", "ändrade")
    tables = (
        part for party, duties in by_party(comparison.duties) for part in _party(party, duties)
    )
    return block(
        "details",
        element("summary", element("h2", escape(f"{DUTIES} ({many})"))),
        *tables,
        class_="card duties",
        open="" if shown else None,
    )


def _party(party: str, duties: Sequence[ComparedDuty]) -> Iterable[Markup]:
    yield element("h3", escape(party_name(party)))
    shown = in_table(duties)
    yield element("p", escape(duty_totals(duties)))
    if shown:
        yield _table(DUTY_HEADER, map(_duty, shown))


def _table(header: Sequence[str], rows: Iterable[Markup]) -> Markup:
    heads = (element("th", escape(name), scope="col") for name in header)
    head = block("thead", element("tr", *heads))
    return block("table", head, block("tbody", *rows), class_="folds texts")


def _top(row: TopRow) -> Markup:
    reason = element("small", escape(why(row)))
    return element("tr", element("th", escape(row.what), reason, scope="row"), *_sides(row))


def _duty(duty: ComparedDuty) -> Markup:
    kind = _TAGS.get(duty.status, "")
    tag = element("span", escape(standing(duty)), class_=f"tag {kind}".rstrip())
    return element("tr", element("th", tag, scope="row"), *_sides(duty))


def _sides(row: TopRow | ComparedDuty) -> Iterable[Markup]:
    """Yield what was said, what is said and where, each with its heading for a narrow screen."""
    for text, other, label in (
        (row.old, row.new, TOP_HEADER[1]),
        (row.new, row.old, TOP_HEADER[2]),
        (place_of(row), "", TOP_HEADER[3]),
    ):
        said = _numbers_marked(text, other) if text else (escape(NOTHING_SAID),)
        yield element("td", *said, data_l=label, class_=None if text else "nothing")


def _numbers_marked(text: str, other: str) -> Iterable[Markup]:
    """Yield a text with the amounts and days marked that the other side lacks."""
    known = set(other.split(" "))
    for place, word in enumerate(text.split(" ")):
        is_other = other and word not in known and any(map(str.isdigit, word))
        yield escape(" " if place else "")
        yield element("b", escape(word)) if is_other else escape(word)
