"""The changes of a file that came back as a document: a report, and the list of a negotiation."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from avtalsgen.model.nodes import (
    Block,
    Cell,
    Cover,
    CoverRow,
    Document,
    Identity,
    Paragraph,
    Running,
    Section,
    Table,
    Text,
)
from avtalsgen.model.returned.changes import ReturnedChange, TakenBack
from avtalsgen.records import dataclass
from avtalsgen.writers.returned.terminal import UNTRACKED, conflict, in_context, parted, shown

_KICKER, _REPLIES = "Ändringar i filen som kom tillbaka", "Svarslista"
_COLUMNS = ("Nr", "Ändring", "Var", "Rank", "Av")
_REPLY_COLUMNS = ("Nr", "Motpartens ändring", "Rank", "Vår bedömning", "Svar", "Vem")
_NOBODY = "okänt vem"


@dataclass(frozen=True, slots=True)
class OurReply:
    """What we say of a change; what nobody has said yet is empty."""

    judgement: str = ""
    reply: str = ""
    who: str = ""


_UNSAID = OurReply()
_NO_ANSWERS: Mapping[int, OurReply] = MappingProxyType({})


def report(result: TakenBack) -> Document:
    """Return what was done to a file as a document, what is silent first."""
    sections = [
        Section(f"del-{place}", (Text(title),), 1, blocks=(_table(_COLUMNS, map(_row, changes)),))
        for place, (title, changes) in enumerate(parted(result.changes), 1)
    ]
    return _document(_KICKER, result, sections)


def silent_rows(changes: Iterable[ReturnedChange]) -> Iterator[Sequence[str]]:
    """Yield of each change that nobody tracked its number, what it is, where, and its rank."""
    for title, silent in parted(changes):
        if title == UNTRACKED:
            yield from (_row(change)[:-1] for change in silent)


def replies(result: TakenBack, answers: Mapping[int, OurReply] = _NO_ANSWERS) -> Document:
    """Return the list of a negotiation: each change with its answer or room for it, by author."""
    sections = [
        Section(
            f"av-{place}",
            (Text(author),),
            1,
            blocks=(_table(_REPLY_COLUMNS, [_reply(each, answers) for each in changes]),),
        )
        for place, (author, changes) in enumerate(_by_author(result.changes), 1)
    ]
    return _document(_REPLIES, result, sections)


def reply_rows(
    result: TakenBack, answers: Mapping[int, OurReply] = _NO_ANSWERS
) -> list[Sequence[str]]:
    """Return the list of a negotiation as rows of a spreadsheet."""
    rows: list[Sequence[str]] = [("Av", *_REPLY_COLUMNS)]
    for author, changes in _by_author(result.changes):
        rows += [(author, *_reply(change, answers)) for change in changes]
    return rows


def _by_author(changes: Iterable[ReturnedChange]) -> list[tuple[str, list[ReturnedChange]]]:
    named = sorted(changes, key=lambda change: (bool(change.author), change.author, change.number))
    groups = groupby(named, lambda change: change.author or _NOBODY)
    return [(author, list(group)) for author, group in groups]


def _document(kicker: str, result: TakenBack, sections: Sequence[Section]) -> Document:
    name = f"{result.uppdrag}@{result.edition}"
    notes: tuple[Block, ...] = tuple(Paragraph((Text(note),)) for note in result.notes)
    if not sections:
        notes = (*notes, Paragraph((Text("Ingen ändring."),)))
    first = (Section("om", (Text("Om filen"),), 1, blocks=notes),) if notes else ()
    row = CoverRow("Fil", (Text(result.source),))
    return Document(
        Identity("takeback", result.edition, kicker, "", f"{kicker} – {name}"),
        Cover(kicker, (Text(name),), (), (row,), "letterhead"),
        (*first, *sections),
        numbering=(),
        running=Running(kicker, "", name),
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    cells = tuple(tuple(map(_cell, row)) for row in rows)
    return Table(tuple(map(_cell, head)), cells, letters="smallest")


def _cell(text: str) -> Cell:
    return (Text(text),) if text else ()


def _what(change: ReturnedChange) -> str:
    what = f"{change.kind} {change.path}".strip()
    if change.kind == "kommentar":
        return f"{what}: ”{shown(change.new)}” om ”{shown(change.old)}”"
    old = shown(change.old) if change.old not in ("", None) else ""
    new = shown(change.new) if change.new not in ("", None) else ""
    told = f"”{old}” → ”{new}”" if old and new else f"+ ”{new}”" if new else f"− ”{old}”"
    hidden = f" ({change.unseen} text)" if change.unseen else ""
    clash = f" KONFLIKT: {conflict(change)}" if change.conflict else ""
    words = in_context(change)
    read = f" Läses: ”{words}”" if words else ""
    return f"{what}: {told}{hidden}{read}{clash}"


def _row(change: ReturnedChange) -> tuple[str, ...]:
    where = "; ".join(dict.fromkeys(change.places)) or change.section
    by = " ".join(part for part in (change.author, change.date[:10]) if part)
    return str(change.number), _what(change), where, change.rank, by


def _reply(change: ReturnedChange, answers: Mapping[int, OurReply]) -> tuple[str, ...]:
    where = "; ".join(dict.fromkeys(change.places)) or change.section
    what = f"{where}: {_what(change)}" if where else _what(change)
    answer = answers.get(change.number, _UNSAID)
    return str(change.number), what, change.rank, answer.judgement, answer.reply, answer.who
