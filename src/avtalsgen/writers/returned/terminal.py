"""The changes of a file that came back, for a terminal: the silent ones first."""

from collections.abc import Iterable, Iterator

from avtalsgen.model.returned.changes import MOVED_ON, ReturnedChange, TakenBack, Told

UNTRACKED = "Inte spårade"
_SHOWN = 300
_SHORT = 40
"""Letters of a change that is not understood without the words round it."""
_NOTHING = "inget"


def to_terminal(result: TakenBack) -> str:
    """Return what was done to a file, one change a paragraph."""
    return "\n".join((*_lines(result), ""))


def _lines(result: TakenBack) -> Iterator[str]:
    yield f"{result.source}: {result.uppdrag}@{result.edition}"
    yield from (f"  {note}" for note in result.notes)
    if not result.changes:
        yield "  Ingen ändring."
        return
    for heading, changes in parted(result.changes):
        yield ""
        yield f"{heading}: {len(changes)}"
        for change in changes:
            yield from change_lines(change)


def parted(
    changes: Iterable[ReturnedChange],
) -> Iterator[tuple[str, list[ReturnedChange]]]:
    """Yield the changes that nobody tracked, those that are tracked, and the comments."""
    every = list(changes)
    said = [change for change in every if change.kind == "kommentar"]
    silent = [change for change in every if not change.tracked and change not in said]
    tracked = [change for change in every if change.tracked]
    parts = ((UNTRACKED, silent), ("Spårade", tracked), ("Kommentarer", said))
    yield from (part for part in parts if part[1])


def change_lines(change: ReturnedChange) -> Iterator[str]:
    """Yield what a change is, on lines."""
    what = f"{change.kind} {change.path}" if change.path else change.kind
    by = " ".join(part for part in (change.author, change.date[:10]) if part)
    marks = [change.rank, *([f"{change.unseen} text"] if change.unseen else []), by]
    yield f"{change.number:>4}  {what}, {', '.join(mark for mark in marks if mark)}"
    places = "; ".join(dict.fromkeys(change.places)) or change.section
    if places:
        yield f"      i {places}"
    if change.kind == "kommentar":
        yield f"      om: {shown(change.old)}"
        yield f"      {shown(change.new)}"
        yield from (f"      {each.author}: {shown(each.text)}" for each in change.thread)
        return
    if change.old not in ("", None):
        yield f"      - {shown(change.old)}"
    elif change.kind == "värde":
        yield "      - okänt"
    if change.new not in ("", None):
        yield f"      + {shown(change.new)}"
    if words := in_context(change):
        yield f"      läses: {words}"
    if change.conflict:
        yield f"      KONFLIKT: {conflict(change)}"
    for told in (change.hint, change.unsure):
        if told and not change.conflict:
            yield f"      {told}"


def in_context(change: ReturnedChange) -> str:
    """Return the words round a short change as they read with it; nothing for any other."""
    if change.kind != "avvikelse" or not (change.before or change.after):
        return ""
    if max(len(str(change.old or "")), len(str(change.new or ""))) > _SHORT or change.unseen:
        return ""
    return " ".join(f"{change.before}{change.new or ''}{change.after}".split())


def conflict(change: ReturnedChange) -> str:
    """Return what a change clashes with."""
    left = [told for told in dict.fromkeys(change.conflict) if told != MOVED_ON]
    told = [MOVED_ON] if MOVED_ON in change.conflict else []
    if left:
        told.append("; ".join(left) if change.source else f"kvar i {'; '.join(left)}")
    return "; ".join(told)


def shown(value: Told) -> str:
    """Return a value or words on one line, cut where they are long."""
    if value is None:
        return _NOTHING
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float):
        return str(value).replace(".", ",")
    text = ", ".join(value) if isinstance(value, tuple) else str(value)
    text = " ¶ ".join(" ".join(line.split()) for line in text.split("\n"))
    return f"{text[:_SHOWN]} …" if len(text) > _SHOWN else text
