"""The changes of a file that came back, as data: `avtalsgen.takeback/1`.

{"id", "kind", "clause", "section", "path", "old", "new", "places", "author", "date",
 "tracked", "rank"}  and beside them  anchor, conflict, hidden, unsure, hint, thread,
                                      resolved, source, key
"""

from avtalsgen.model.returned.changes import ReturnedChange


def change_data(change: ReturnedChange) -> dict[str, object]:
    """Return a change as JSON has it."""
    return {
        "id": change.number,
        "kind": change.kind,
        "clause": change.clause or None,
        "section": change.section or None,
        "path": change.path or None,
        "old": _told(change.old),
        "new": _told(change.new),
        "places": list(change.places),
        "author": change.author or None,
        "date": change.date or None,
        "tracked": change.tracked,
        "rank": change.rank,
        "anchor": change.anchor or None,
        "conflict": list(change.conflict),
        "hidden": change.unseen or None,
        "unsure": change.unsure or None,
        "hint": change.hint or None,
        "thread": [
            {"author": each.author, "date": each.date, "text": each.text} for each in change.thread
        ],
        "resolved": change.resolved,
        "source": change.source or None,
        "key": change.key,
    }


def _told(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
