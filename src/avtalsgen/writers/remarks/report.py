"""What a check found as a document: for each grade a table with place, words and what to do."""

from collections.abc import Sequence

from avtalsgen.model.nodes import (
    Block,
    Cell,
    Cover,
    CoverRow,
    Document,
    Identity,
    Inline,
    LineBreak,
    Paragraph,
    Running,
    Section,
    Strong,
    Table,
    Text,
)
from avtalsgen.problems import Place, Remark, Severity

_KICKER = "Granskning"
_HEADS = {
    Severity.ERROR: "Fel",
    Severity.WARNING: "Varningar",
    Severity.STYLE: "Stil",
}
_COLUMNS = ("Var", "Ord", "Vad", "Kod")


def report(remarks: Sequence[Remark], names: Sequence[str], day: str) -> Document:
    """Return what was found on `day` in the documents called `names`, as a document."""
    title = ", ".join(names)
    sections = tuple(
        Section(str(severity), (Text(heading),), 1, blocks=(_table(severity, remarks),))
        for severity, heading in _HEADS.items()
    )
    rows = (
        CoverRow("Handlingar", (Text(title),)),
        CoverRow("Prövat mot", (Text(day),)),
    )
    return Document(
        Identity("granskning", day, _KICKER, "", f"{_KICKER} – {title}"),
        Cover(_KICKER, (Text(title),), (), rows, "letterhead"),
        sections,
        running=Running(_KICKER, day, title),
    )


def _table(severity: Severity, remarks: Sequence[Remark]) -> Block:
    rows = tuple(_row(remark) for remark in remarks if remark.severity is severity)
    if not rows:
        return Paragraph((Text("Inget."),))
    return Table(tuple((Text(column),) for column in _COLUMNS), rows)


def _row(remark: Remark) -> tuple[Cell, ...]:
    what: tuple[Inline, ...] = (Text(remark.message),)
    if remark.hint:
        what = (*what, LineBreak(), Text(f"Tips: {remark.hint}"))
    if remark.also:
        others = dict.fromkeys(map(where, remark.also))
        what = (*what, LineBreak(), Text(f"Också: {'; '.join(others)}"))
    words: Cell = (Strong((Text(remark.place.quote),)),) if remark.place.quote else ()
    return ((Text(where(remark.place)),), words, what, (Text(remark.code),))


def where(place: Place) -> str:
    """Return where a place is, in words that a person can follow."""
    spot = place.spot
    if spot.line is not None:
        return f"{spot.file}, rad {spot.line}"
    return f"{spot.file}, {spot.place}" if spot.place else spot.file
