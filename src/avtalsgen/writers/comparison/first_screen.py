"""What a comparison begins with, for a terminal.

1  Ersättning · 1.2 → 2 · belopp
Förut  Ersättningen är 412 kronor per timme.
Nu     Ersättningen är 438 kronor per timme.
"""

from collections.abc import Iterator

from avtalsgen.model.comparison import Comparison, Span
from avtalsgen.model.duties import ComparedDuty
from avtalsgen.writers.comparison.first_page import (
    BY_SECTION,
    DUTIES,
    NOTHING_SAID,
    TOP,
    by_party,
    duty_totals,
    in_table,
    party_name,
    place_of,
    standing,
)
from avtalsgen.writers.comparison.screen import MARGIN, Screen, clean, styled, wrapped
from avtalsgen.writers.comparison.vocabulary import counted

_LABEL = 7
"""The width of `Förut` and `Nu` with the space after them."""
_INDENT = MARGIN * 2
_WORD = ("ord", "ord")


def top_lines(comparison: Comparison, screen: Screen) -> list[str]:
    """Return the rows that matter most, old above new."""
    lines = [styled(TOP, "heading", screen)]
    if comparison.top_by_section:
        lines.extend(wrapped((Span(BY_SECTION, "same"),), MARGIN, screen))
    for number, row in enumerate(comparison.top, start=1):
        where = f" · {place_of(row)}" if place_of(row) else ""
        reason = "" if row.reason == "text" else f" · {row.reason}"
        head = styled(clean(row.what), "saklig", screen)
        lines.append(f"{MARGIN}{number:>2}  {head}{clean(where)}{reason}")
        lines.extend(_sides(row.old, row.new, screen))
    return lines


def side_lines(comparison: Comparison) -> list[str]:
    """Return what is compared: its name, its title and how many words it has."""
    old, new = comparison.old, comparison.new
    width = max(len(old.source), len(new.source))
    return [
        clean(
            f"{name:6} {side.source:{width}}  "
            + ", ".join(filter(None, (side.title, counted(side.words, *_WORD))))
        )
        for name, side in (("Förut", old), ("Nu", new))
    ]


def to_duties(comparison: Comparison, screen: Screen) -> str:
    """Return who must do what, party by party; first how many became what."""
    if not comparison.duties:
        return "Ingen skyldighet finns i någon av versionerna.\n"
    lines = [*side_lines(comparison), "", styled(DUTIES, "heading", screen)]
    for party, duties in by_party(comparison.duties):
        lines += ["", styled(party_name(clean(party)), "heading", screen)]
        lines.append(f"{MARGIN}{duty_totals(duties)}")
        for duty in in_table(duties):
            lines.extend(_duty(duty, screen))
    return "\n".join(lines) + "\n"


def _duty(duty: ComparedDuty, screen: Screen) -> Iterator[str]:
    yield f"{MARGIN}{styled(standing(duty), 'saklig', screen)} · {clean(place_of(duty))}"
    yield from _sides(duty.old, duty.new, screen)


def _sides(old: str, new: str, screen: Screen) -> Iterator[str]:
    for label, text in (("Förut", old), ("Nu", new)):
        margin = _INDENT + " " * _LABEL
        spans = [Span(clean(text) or NOTHING_SAID, "same")]
        first, *rest = wrapped(spans, margin, screen)
        yield f"{_INDENT}{label:{_LABEL}}{first.removeprefix(margin)}"
        yield from rest
