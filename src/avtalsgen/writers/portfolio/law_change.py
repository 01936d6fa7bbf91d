"""What a new edition of a clause means for every uppdrag that has it, as one memo to a nämnd."""

from collections.abc import Iterator, Mapping, Sequence

from avtalsgen.model.nodes import (
    Block,
    Cell,
    Cover,
    CoverRow,
    Document,
    Identity,
    Inline,
    LineBreak,
    List,
    ListItem,
    Paragraph,
    Running,
    Section,
    Table,
    Text,
)
from avtalsgen.records import dataclass

_KICKER = "Underlag för beslut"
_ASKED = ("Uppdrag", "Fråga som den nya texten ställer")
_FARED = ("Uppdrag", "Före", "Efter", "Nytt", "Borta")
_RANKS = {"avgörande": "Avgörande", "saklig": "Sakliga", "redaktionell": "Redaktionella"}
_CHANGED = ("Uppdrag", "Gäller i dag", "Ny utgåva", "Förut", *_RANKS.values())


@dataclass(frozen=True, slots=True)
class ChangedUppdrag:
    """An uppdrag that is to have the clause: its editions, what changes, and how it fares."""

    slug: str
    old: str
    new: str
    clause_before: str
    ranks: Mapping[str, int]
    asked: tuple[str, ...]
    """The questions that the new text asks."""
    before: tuple[str, ...]
    """The codes that a check finds today, one for each remark."""
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnchangedUppdrag:
    """An uppdrag that the program cannot change, and why."""

    slug: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LawChange:
    """A clause in a new edition, and every uppdrag that it concerns."""

    clause: str
    heading: str
    day: str
    changed: tuple[ChangedUppdrag, ...]
    unchanged: tuple[UnchangedUppdrag, ...]


def law_change_memo(change: LawChange) -> Document:
    """Return the memo: what is proposed, for which uppdrag, and what is to be answered before."""
    title = f"{change.heading}: {change.clause} i {_uppdrag(len(change.changed))}"
    sections = tuple(
        Section(anchor, (Text(heading),), 1, blocks=tuple(blocks))
        for anchor, heading, blocks in _parts(change)
        if blocks
    )
    rows = (
        CoverRow("Klausul", (Text(f"{change.heading} ({change.clause})"),)),
        CoverRow("Prövat mot", (Text(change.day),)),
    )
    return Document(
        Identity("underlag", change.day, _KICKER, "", f"{_KICKER} – {title}"),
        Cover(_KICKER, (Text(title),), (), rows, "letterhead"),
        sections,
        running=Running(_KICKER, change.day, title),
    )


def _parts(change: LawChange) -> Iterator[tuple[str, str, list[Block]]]:
    count = len(change.changed)
    if count:
        proposal = f"Nämnden antar de nya utgåvorna av {_uppdrag(count)}, enligt tabellen nedan."
    else:
        proposal = f"Inget uppdrag har en äldre utgåva än {change.clause}, så inget föreslås."
    yield "forslag", "Förslag till beslut", [_paragraph(proposal)]
    yield "andras", "Vad som ändras", _table(_CHANGED, [_changed(e) for e in change.changed])
    asked = [(e.slug, question) for e in change.changed for question in e.asked]
    yield "fragor", "Att besvara före beslut", _table(_ASKED, [_row(*pair) for pair in asked])
    yield "kontroll", "Kontroll före och efter", _fared(change.changed)
    yield "kvar", "Det som programmet inte kan ändra", _left(change.unchanged)


def _changed(uppdrag: ChangedUppdrag) -> tuple[Cell, ...]:
    counts = (uppdrag.ranks.get(rank, 0) for rank in _RANKS)
    editions = (uppdrag.old, uppdrag.new, uppdrag.clause_before)
    return _row(uppdrag.slug, *editions, *map(str, counts))


def _fared(changed: Sequence[ChangedUppdrag]) -> list[Block]:
    """Return what a check finds in both editions, of those where it finds different things."""
    other = [each for each in changed if sorted(each.before) != sorted(each.after)]
    same = len(changed) - len(other)
    told = (
        [_paragraph(f"I {_uppdrag(same)} finner kontrollen detsamma före och efter.")]
        if same
        else []
    )
    return [*told, *_table(_FARED, [_codes(each) for each in other])]


def _codes(uppdrag: ChangedUppdrag) -> tuple[Cell, ...]:
    new = _more(uppdrag.after, uppdrag.before)
    gone = _more(uppdrag.before, uppdrag.after)
    counts = (str(len(uppdrag.before)), str(len(uppdrag.after)))
    return _row(uppdrag.slug, *counts, ", ".join(new) or "–", ", ".join(gone) or "–")


def _more(codes: Sequence[str], than: Sequence[str]) -> list[str]:
    """Return the codes that are met more often than among others, each once."""
    return [code for code in dict.fromkeys(sorted(codes)) if codes.count(code) > than.count(code)]


def _left(unchanged: Sequence[UnchangedUppdrag]) -> list[Block]:
    items = tuple(ListItem((Paragraph(tuple(_lines(each))),)) for each in unchanged)
    return [List(items)] if items else []


def _lines(uppdrag: UnchangedUppdrag) -> Iterator[Inline]:
    yield Text(f"{uppdrag.slug}:")
    for why in uppdrag.why:
        yield LineBreak()
        yield Text(why)


def _table(heads: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> list[Block]:
    return [Table(_row(*heads), tuple(rows))] if rows else []


def _row(*texts: str) -> tuple[Cell, ...]:
    return tuple((Text(text),) for text in texts)


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def _uppdrag(count: int) -> str:
    return "ett uppdrag" if count == 1 else f"{count} uppdrag"
