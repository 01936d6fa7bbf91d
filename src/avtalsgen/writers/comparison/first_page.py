"""What a comparison begins with: the changes that matter most, and who must do what.

Vad │ Förut │ Nu │ Plats                     at most twelve rows
Läge │ Skyldighet förut │ nu │ Plats         a table a party, below how many became what
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, takewhile
from typing import Final

from avtalsgen.model.comparison import Comparison, TopRow
from avtalsgen.model.duties import STATUSES, ComparedDuty
from avtalsgen.model.nodes import Block, Cell, LineBreak, Paragraph, Section, Strong, Table, Text
from avtalsgen.swedish.phrases import capitalise_first, enumerate_words
from avtalsgen.writers.comparison.vocabulary import WHY, counted

TOP: Final = "Det viktigaste"
DUTIES: Final = "Skyldigheter"
TOP_HEADER: Final = ("Vad", "Förut", "Nu", "Plats")
DUTY_HEADER: Final = ("Läge", "Förut", "Nu", "Plats")
PLACE: Final = -1
"""Where the column of places is: in a narrow table it stands below the first cell instead."""
NOTHING_SAID: Final = "–"
BRIEF: Final = 150
"""Letters of a side in a narrow column: four lines, so that twelve rows are one printed page."""
WHOLE: Final = 1_000_000
"""As many letters as there are."""
_BEFORE: Final = 4
"""Words before the first that differs."""
BY_SECTION: Final = (
    "Så många meningar skiljer sig att de inte är vägda var för sig. "
    "Här är i stället den tyngsta ändringen i varje avsnitt, de avgörande först."
)
"""Where there are too many sentences to weigh against each other."""
_PARTIES: Final = ("utföraren", "beställaren", "båda")
_BOTH: Final = "båda"
_REWORDED: Final = "omskriven"
"""What is the same in other words: a reader judges whether it is."""
_COUNTED: Final[Mapping[str, tuple[str, str]]] = {
    "skärpt": ("skärpt", "skärpta"),
    "ny": ("ny", "nya"),
    "annan part": ("hos annan part än förut", "hos annan part än förut"),
    "mildrad": ("mildrad", "mildrade"),
    _REWORDED: (_REWORDED, "omskrivna"),
    "samma": ("som förut", "som förut"),
}
"""How duties of each standing are counted, one and several, in the order that they are told."""


def top_section(comparison: Comparison, *, brief: bool = False) -> Section | None:
    """Return the changes that matter most as a section, None if there are none.

    If it is to be `brief`, the table is made for a narrow page.
    """
    if not comparison.top:
        return None
    rows = [(row.what, row) for row in comparison.top]
    by_section = (Paragraph((Text(BY_SECTION),)),) if comparison.top_by_section else ()
    blocks = (*by_section, _table(TOP_HEADER, rows, brief=brief))
    return Section("viktigast", (Text(TOP),), 1, blocks=blocks)


def duty_section(comparison: Comparison, *, brief: bool = False) -> Section | None:
    """Return the duties as a section with a table for each party, None if there are none.

    If it is to be `brief`, the tables are made for a narrow page.
    """
    if not comparison.duties:
        return None
    below = tuple(
        Section(
            f"skyldigheter-{place}",
            (Text(party_name(party)),),
            2,
            blocks=tuple(_said(duties, brief=brief)),
        )
        for place, (party, duties) in enumerate(by_party(comparison.duties), start=1)
    )
    return Section("skyldigheter", (Text(DUTIES),), 1, sections=below)


def by_party(duties: Sequence[ComparedDuty]) -> Iterator[tuple[str, tuple[ComparedDuty, ...]]]:
    """Yield each party with its duties, those that changed first, as a reader wants them."""
    parties = dict.fromkeys((*_PARTIES, *(duty.party for duty in duties)))
    for party in parties:
        of_party = [duty for duty in duties if duty.party == party]
        if of_party:
            yield party, tuple(sorted(of_party, key=_order))


def _order(duty: ComparedDuty) -> tuple[int, bool]:
    return STATUSES.index(duty.status), not duty.reworded


def in_table(duties: Sequence[ComparedDuty]) -> tuple[ComparedDuty, ...]:
    """Return the duties that a table shows: those that changed, and those in other words."""
    return tuple(duty for duty in duties if duty.changed or duty.reworded)


def standing(duty: ComparedDuty) -> str:
    """Return what a table says that a duty became; nothing says that other words are the same."""
    return _REWORDED if duty.reworded else duty.status


def party_name(party: str) -> str:
    """Return what a table of duties is called."""
    return "Båda parter" if party == _BOTH else capitalise_first(party)


def place_of(row: TopRow | ComparedDuty) -> str:
    """Return where something stood and stands: `1.2 → 2`."""
    if row.old_place and row.new_place and row.old_place != row.new_place:
        return f"{row.old_place} → {row.new_place}"
    return row.new_place or row.old_place


def why(row: TopRow) -> str:
    """Return in a sentence why a row is there."""
    if not row.old:
        return "Fanns inte förut."
    return WHY[row.reason] if row.new else "Finns inte längre."


def duty_totals(duties: Sequence[ComparedDuty]) -> str:
    """Return how many duties there are and became what: `7 nu: 2 skärpta och 5 som förut`.

    Those that are gone are no duties of the new version, and counted by themselves.
    """
    of_status = Counter(standing(duty) for duty in duties)
    gone = of_status.pop("utgår", 0)
    told = [
        counted(of_status[status], *said) for status, said in _COUNTED.items() if of_status[status]
    ]
    now = f"{of_status.total()} nu: {enumerate_words(told)}." if told else ""
    went = f"{gone} av dem som fanns utgår." if gone else ""
    return " ".join(filter(None, (now, went)))


def _table(
    header: Sequence[str], rows: Sequence[tuple[str, TopRow | ComparedDuty]], *, brief: bool
) -> Table:
    """Return `rows`, each with what it is called, as a table; a narrow one has three columns."""
    if not brief:
        cells = (_named(name, row, WHOLE) for name, row in rows)
        return Table(_cells(header), tuple(cells))
    narrow = (_narrow(*_named(name, row, BRIEF)) for name, row in rows)
    return Table(_cells(header[:PLACE]), tuple(narrow), letters="smallest")


def _named(name: str, row: TopRow | ComparedDuty, most: int) -> tuple[Cell, ...]:
    what: Cell = (Strong((Text(name),)),)
    return (what, *_sides(row, most))


def _narrow(what: Cell, old: Cell, new: Cell, place: Cell) -> tuple[Cell, ...]:
    below: Cell = (LineBreak(), *place) if place else ()
    return (*what, *below), old, new


def _said(duties: Sequence[ComparedDuty], *, brief: bool) -> Iterator[Block]:
    shown = [(standing(duty), duty) for duty in in_table(duties)]
    yield Paragraph((Text(duty_totals(duties)),))
    if shown:
        yield _table(DUTY_HEADER, shown, brief=brief)


def _sides(row: TopRow | ComparedDuty, most: int) -> tuple[Cell, ...]:
    old, new = row.old.split(" "), row.new.split(" ")
    texts = (_excerpt(*sides, most) or NOTHING_SAID for sides in ((old, new), (new, old)))
    return _cells((*texts, place_of(row)))


def _excerpt(words: list[str], others: list[str], most: int) -> str:
    """Return at most `most` letters, from a little before what the other side lacks.

    That is the first word that differs, or a number farther on that the other side has not: an
    amount or a day says more than how its sentence begins.
    """
    if len(" ".join(words)) <= most:
        return " ".join(words)
    same = (one == other for one, other in zip(words, others, strict=False))
    start = max(0, sum(1 for _ in takewhile(bool, same)) - _BEFORE)
    known = set(others)
    numbers = (at for at, word in enumerate(words) if word[:1].isdigit() and word not in known)
    told = next(numbers, 0)
    if told >= start + _fitting(words[start:], most) - 1:
        start = told - _BEFORE * 2
    start = min(start, len(words) - _fitting(words[::-1], most))
    end = start + _fitting(words[start:], most)
    head, tail = ["…"] * (start > 0), ["…"] * (end < len(words))
    return " ".join((*head, *words[start:end], *tail))


def _fitting(words: Sequence[str], most: int) -> int:
    """Return how many of `words` are at most `most` letters together, at least one."""
    lengths = accumulate(len(word) + 1 for word in words)
    return max(1, sum(1 for _ in takewhile(lambda length: length <= most, lengths)))


def _cells(texts: Sequence[str]) -> tuple[Cell, ...]:
    return tuple((Text(text),) if text else () for text in texts)
