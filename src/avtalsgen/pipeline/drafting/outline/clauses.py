"""Clauses put into the outline and taken out of it, and the reasons to be without one.

disposition:            take out tvist             disposition:
  - tid@2026       ──►  with a reason        ──►     - tid@2026
  - tvist@2026                                     undantag:
                                                     - {klausul: tvist, skäl: …}
"""

from collections.abc import Callable
from typing import Any, Final

from avtalsgen.assemble.rules.mandatory import LACKS
from avtalsgen.clauses.outline import every, pins
from avtalsgen.pipeline.drafting.draft import Draft
from avtalsgen.pipeline.drafting.outline.entries import (
    OUTLINE,
    UNDER,
    Place,
    entry_at,
    no_entry,
    owning,
)
from avtalsgen.pipeline.drafting.outline.rewriting import (
    Files,
    new_problems,
    seen_with,
    with_records,
)
from avtalsgen.pipeline.survey.portfolio import newest_edition
from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.blocks import edited_key
from avtalsgen.readers.yaml.values import Put
from avtalsgen.records import dataclass

_EXEMPT: Final = "undantag"
_CLAUSE, _WHY, _BY = "klausul", "skäl", "beslutat_av"


@dataclass(frozen=True, slots=True)
class Exempt:
    """A clause that an edition is without, and why."""

    clause: str
    reason: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What goes when an entry is taken out of the outline."""

    heading: str
    clause: str
    below: tuple[str, ...]
    """What stands below it and goes along."""
    etag: str
    missed: tuple[Problem, ...]
    """Why somebody has to say a reason."""
    problems: tuple[Problem, ...]
    """What else is wrong then."""


def exempted(draft: Draft) -> tuple[Exempt, ...]:
    """Return the clauses that an edition says that it is without."""
    return tuple(
        Exempt(*(str(record.get(key) or "") for key in (_CLAUSE, _WHY, _BY)))
        for record in draft.records(_EXEMPT)
    )


def absent(draft: Draft) -> tuple[str, ...]:
    """Return the clauses of the library that are not in the outline."""
    uppdrag = draft.uppdrag()
    outline = uppdrag.outline or draft.project.document_type(uppdrag).outline
    there = {clause for clause, _ in pins(outline)}
    return tuple(clause for clause in draft.project.library.ids() if clause not in there)


def without(draft: Draft, place: Place) -> TakenOut:
    """Return what goes when the entry at `place` is taken out.

    Raises:
        AvtalsgenError: UP16 there is no such entry.
    """
    entry = entry_at(owning(draft).uppdrag().outline, place)
    if entry is None:
        raise no_entry(draft)
    problems = new_problems(draft, seen_with(draft, take_out(draft, place)))
    missed = tuple(each for each in problems if each.code in LACKS)
    return TakenOut(
        entry.heading_text or entry.clause,
        entry.clause,
        tuple(each.heading_text or each.clause for each in every(entry.below)),
        draft.etag,
        missed,
        tuple(each for each in problems if each not in missed),
    )


def take_out(draft: Draft, place: Place, reason: str = "", decided_by: str = "") -> Files:
    """Return the files of an edition without the entry at `place`, and with the reason.

    Raises:
        AvtalsgenError: UP16 there is no such entry, or no other.
    """
    draft = owning(draft)
    outline = draft.uppdrag().outline
    entry = entry_at(outline, place)
    if entry is None or (len(place) == 1 and len(outline) == 1):
        raise no_entry(draft)
    text = edited_key(draft.text, OUTLINE, _removing(place))
    if not reason or not entry.clause:
        return {draft.file: text.encode()}
    return _with_exempt(draft, text, Exempt(entry.clause, reason, decided_by))


def put_in(draft: Draft, clause: str, after: Place) -> Files:
    """Return the files of an edition with the newest edition of a clause after an entry.

    A reason to be without it goes.

    Raises:
        AvtalsgenError: UP16 there is no such entry, or no such clause to put in.
    """
    draft = owning(draft)
    if entry_at(draft.uppdrag().outline, after) is None or clause not in absent(draft):
        raise no_entry(draft)
    pin = f"{clause}@{newest_edition(draft.project.library, clause)}"
    text = edited_key(draft.text, OUTLINE, _inserting(after, pin))
    kept = [each for each in draft.records(_EXEMPT) if each.get(_CLAUSE) != clause]
    return _with_records(draft, text, kept)


def exempt(draft: Draft, said: Exempt) -> Files:
    """Return the files of an edition with a reason to be without a clause.

    Raises:
        AvtalsgenError: UP16 the clause is there, or is none.
    """
    if said.clause not in absent(draft):
        raise no_entry(draft)
    return _with_exempt(draft, draft.text, said)


def not_exempt(draft: Draft, clause: str) -> Files:
    """Return the files of an edition without the reason to be without a clause."""
    kept = [each for each in draft.records(_EXEMPT) if each.get(_CLAUSE) != clause]
    return _with_records(draft, draft.text, kept)


def _with_exempt(draft: Draft, text: str, said: Exempt) -> Files:
    record: dict[str, Put] = {_CLAUSE: said.clause, _WHY: said.reason}
    if said.decided_by:
        record[_BY] = said.decided_by
    records = draft.records(_EXEMPT)
    places = [n for n, each in enumerate(records) if each.get(_CLAUSE) == said.clause]
    if places:
        records[places[0]] = record
    else:
        records.append(record)
    return _with_records(draft, text, records)


def _with_records(draft: Draft, text: str, records: list[dict[str, Put]]) -> Files:
    made = with_records(text, draft.file, _EXEMPT, records, (OUTLINE, _EXEMPT))
    return {draft.file: made.encode()}


def _removing(place: Place) -> Callable[[Any], Any]:
    def edit(outline: Any) -> Any:
        *above, last = place
        items, holder = outline, None
        for index in above:
            holder = items[index]
            items = holder[UNDER]
        del items[last]
        if holder is not None and not items:
            del holder[UNDER]
        return outline

    return edit


def _inserting(after: Place, pin: str) -> Callable[[Any], Any]:
    def edit(outline: Any) -> Any:
        *above, last = after
        items = outline
        for index in above:
            items = items[index][UNDER]
        items.insert(last + 1, pin)
        return outline

    return edit
