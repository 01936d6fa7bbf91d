"""Where a build does not say what a file says that came home: what nothing was written of.

That is what the facts and the clauses bring along: a sum that is computed from a new fact, a
paragraph that stands there because a fact is known now, a place where the file has the old value
left. And it is what has no place in an uppdrag: words in a page head.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from avtalsgen.model.returned.changes import ReturnedChange
from avtalsgen.pipeline.takeback.takeback import TakebackOf, telling_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.readers.docx.returned.sheet import Sheet
from avtalsgen.takeback.paper.lines import accepted
from avtalsgen.takeback.paper.sections import FILLED_IN
from avtalsgen.takeback.taking import take_back

_SILENT: Final = ("format", "kommentar")
_MOST: Final = 8
"""Places that are told one by one."""
_LETTERS: Final = 60


def unlike(after: Project, built: TakebackOf, target: Sheet) -> Iterator[str]:
    """Yield where what is `built` does not say what `target` says with its changes accepted.

    Left out are words of ours that the file hides, which is told as that, and where the parties
    sign.
    """
    sheet = replace(accepted(target), printed={}, comments=())
    changes = take_back(built.sent, sheet, telling_of(after, built), "").result.changes
    told = [change for change in changes if change.kind not in _SILENT and _is_said(change)]
    for change in told[:_MOST]:
        yield f"{_place(change)}: {_difference(change)}"
    if len(told) > _MOST:
        yield f"bygget skiljer sig från filen på {len(told) - _MOST} ställen till"


def _is_said(change: ReturnedChange) -> bool:
    hidden = bool(change.unseen) and not change.new
    return not hidden and change.path not in FILLED_IN


def _place(change: ReturnedChange) -> str:
    return change.section or next(iter(change.places), "") or "filen"


def _difference(change: ReturnedChange) -> str:
    ours, theirs = _short(change.old), _short(change.new)
    if change.kind == "flyttad":
        return f"{ours or theirs} står på sin gamla plats i bygget"
    if not ours:
        return f"{theirs} står i filen men inte i bygget"
    if not theirs:
        return f"{ours} står i bygget men inte i filen"
    return f"{ours} står i bygget, {theirs} i filen"


def _short(told: object) -> str:
    text = " ".join(str("" if told is None else told).split())
    if not text:
        return ""
    return f"”{text[:_LETTERS].rstrip()} …”" if len(text) > _LETTERS else f"”{text}”"
