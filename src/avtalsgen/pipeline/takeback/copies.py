"""Copies of one file decided together, by the numbers of the list that they have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from avtalsgen.model.returned.changes import ReturnedChange, TakenBack
from avtalsgen.pipeline.takeback.acceptance import (
    Accepted,
    AcceptOrder,
    accepted_files,
    no_such_change,
)
from avtalsgen.pipeline.takeback.takeback import Return, joined_copies, named_apart, taken_back
from avtalsgen.pipeline.takeback.text_files import over
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.takeback.hands import clashing, same


def accepted_of_copies(project: Project, backs: Sequence[Return], order: AcceptOrder) -> Accepted:
    """Return what is to be written when some changes of copies of one file are accepted.

    The numbers are those of the joined list. A copy is decided beside what the ones before it made
    of the workspace, so that the last has what all of them brought: all is written or nothing.
    Those with something accepted come first. If they make a new edition all are read beside that
    from then on.

    Raises:
        AvtalsgenError: TB15 two that clash are accepted, or one does not go with the others; as
            `joined_copies` and `accepted_files`.
    """
    if len(backs) == 1:
        return accepted_files(project, backs[0], order)
    result = joined_copies(backs)
    by_number = {change.number: change for change in result.changes}
    if unknown := sorted((order.accept | order.reject) - by_number.keys()):
        raise AvtalsgenError([no_such_change(unknown[0], order, len(by_number))])
    chosen = [by_number[number] for number in sorted(order.accept)]
    _refuse_clashes(chosen)
    made, home = Accepted({}, result.edition, (), ()), list[ReturnedChange]()
    every = [(copy, _changes_of(result, copy)) for copy in named_apart(backs)]
    for copy, here in sorted(every, key=lambda each: not _decided(each[1], order.accept)):
        if _decided(here, order.accept | order.reject) or made.edition != result.edition:
            back = _with_numbers(_beside(project, copy, made, result.edition), here)
            known = {c.number for c in chosen if any(same(c, other) for other in home)}
            made = _with(made, project, back, replace(order, accept=order.accept - known))
            home += (c for c in back.taken.result.changes if c.number in order.accept)
    for change in chosen:
        if not any(same(change, other) for other in home):
            message = f"ändring {change.number} går inte att godta ihop med de andra"
            hint = f"godta den för sig, ur {change.source}"
            raise AvtalsgenError([Problem("TB15", message, hint=hint, exit=Exit.USAGE)])
    return made


def _refuse_clashes(chosen: Sequence[ReturnedChange]) -> None:
    for change in chosen:
        for other in clashing(change, chosen):
            message = f"ändring {change.number} och {other.number} gör olika av samma ord"
            hint = f"godta en av dem: --accept {change.number}"
            raise AvtalsgenError([Problem("TB15", message, hint=hint, exit=Exit.USAGE)])


def _changes_of(result: TakenBack, copy: Return) -> dict[str, ReturnedChange]:
    """Return the changes of the joined list that stand in a copy, by their keys."""
    source = f", {copy.taken.result.source}, "  # a change may stand in several copies
    return {each.key: each for each in result.changes if source in f", {each.source}, "}


def _decided(here: Mapping[str, ReturnedChange], numbers: frozenset[int]) -> bool:
    return any(change.number in numbers for change in here.values())


def _beside(project: Project, copy: Return, made: Accepted, edition: str) -> Return:
    """Return a copy beside what the ones before it made."""
    if not made.files:
        return copy
    after = over(project, made.files)
    beside = made.edition if made.edition != edition else ""
    return taken_back(after, copy.file, copy.taken.result.source, edition=beside)


def _with_numbers(back: Return, known: Mapping[str, ReturnedChange]) -> Return:
    """Return a copy with the numbers of the joined list; what that does not have is not decided."""
    changes = tuple(
        replace(each, number=known[each.key].number if each.key in known else -place)
        for place, each in enumerate(back.taken.result.changes, 1)
    )
    result = replace(back.taken.result, changes=changes)
    return replace(back, taken=replace(back.taken, result=result))


def _with(made: Accepted, project: Project, back: Return, order: AcceptOrder) -> Accepted:
    """Return what has been made, with what a copy brings."""
    numbers = frozenset(change.number for change in back.taken.result.changes)
    begun = made.files and made.edition == back.taken.result.edition
    here = replace(
        order,
        accept=order.accept & numbers,
        reject=order.reject & numbers,
        edition="" if begun else order.edition,
    )
    new = accepted_files(over(project, made.files) if made.files else project, back, here)
    notes = new.notes if here.accept or not made.files else ()
    return Accepted(
        {**made.files, **new.files},
        new.edition,
        tuple(dict.fromkeys((*made.notes, *notes))),
        tuple(dict.fromkeys((*made.proposed, *new.proposed))),
    )
