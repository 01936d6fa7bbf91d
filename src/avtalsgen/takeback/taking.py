"""A file that came back, taken back: every change of it, each once, the silent ones first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Final

from avtalsgen.model.nodes import Identity
from avtalsgen.model.returned.changes import (
    MOVED_ON,
    ReturnedChange,
    TakenBack,
    ThreadReply,
    ordered,
)
from avtalsgen.ooxml.bookmarks import hidden_name
from avtalsgen.readers.docx.returned.sheet import Sheet, SheetComment
from avtalsgen.records import dataclass
from avtalsgen.takeback.elsewhere import told_elsewhere
from avtalsgen.takeback.looks import looks_once, without_lost_styles
from avtalsgen.takeback.once import edges_once, facts_once
from avtalsgen.takeback.paper.answering import Answers, answers
from avtalsgen.takeback.paper.lines import paper
from avtalsgen.takeback.paper.renumbered import renumbered
from avtalsgen.takeback.paper.sections import MARK, NOTES, PaperSection, sections
from avtalsgen.takeback.paper.sent import Sent
from avtalsgen.takeback.paper.untangled import untangled
from avtalsgen.takeback.silent.changes import SilentChanges
from avtalsgen.takeback.since import clashing, ours_since
from avtalsgen.takeback.telling import Telling, Where
from avtalsgen.takeback.tracked.changes import TrackedChanges
from avtalsgen.takeback.tracked.in_place import in_place
from avtalsgen.uppdrag import known


@dataclass(frozen=True, slots=True)
class TakenFile:
    """The changes of a file, and what answers to what in it."""

    result: TakenBack
    answers: Answers
    sheet: Sheet


def take_back(sent: Sent, sheet: Sheet, telling: Telling, source: str) -> TakenFile:
    """Return what was done to `sheet` since it was sent."""
    sheet = in_place(untangled(sheet))
    theirs = sections(paper(sheet), sent.headings)
    answering = answers(sent.sections, theirs)
    telling.noted = frozenset(
        line.words for section in theirs if section.part == NOTES for line in section.lines
    )
    telling.struck_since = _struck_since(sheet, answering, sent)
    telling.built_since = _built_since(sheet, sent)
    telling.renumbered = renumbered(answering, sheet, sent.nodes)
    SilentChanges(sheet, answering, telling).find()
    _without_our_moves(sheet, answering, telling)
    unsettled = _share_out(sheet, answering, telling)
    TrackedChanges(sheet, answering, telling).find()
    _comments(sheet, answering, telling)
    telling.changes = list(_with_conflicts(sheet, telling, unsettled))
    changes, note = telling.changes, ""
    if not any(line.level for line in sheet.of("body")) and any(sent.headings.titles):
        changes, note = without_lost_styles(changes)
    changes = looks_once(changes, len(sheet.lines))
    merged = facts_once(edges_once(changes, sheet), sent, telling.book)
    identity = sent.document.identity
    in_order = numbered(ordered(told_elsewhere(merged)))
    result = TakenBack(
        source, identity.uppdrag, identity.edition, in_order, (note,) if note else ()
    )
    return TakenFile(result, answering, sheet)


def _without_our_moves(sheet: Sheet, answering: Answers, telling: Telling) -> None:
    """Leave out moves of sections that stand as they were built: the workspace has moved them.

    A file that says nothing of what was built tells nothing of its order.
    """
    marks = [_built_as(sheet, each) for each in answering.news]
    here = [mark for mark in marks if mark in sheet.printed]
    if not here or here != [mark for mark in sheet.printed if mark in here]:
        return
    ours = [each for each in telling.changes if _is_moved_section(each, telling)]
    telling.always += [telling.undos[undo] for change in ours for undo in change.undo]
    telling.changes = [c for c in telling.changes if not any(c is each for each in ours)]


def _is_moved_section(change: ReturnedChange, telling: Telling) -> bool:
    return change.kind == "flyttad" and change.old == telling.sent.title(change.anchor)


def _share_out(sheet: Sheet, answering: Answers, telling: Telling) -> frozenset[str]:
    """Leave only their changes in sections that the workspace has changed since they were built.

    Returns the sections in which nobody can tell whose a change is.
    """
    unsettled = set()
    ours_now: set[tuple[str, str]] = set()
    for section in answering.news:
        told = sheet.printed.get(_built_as(sheet, section), "")
        renamed = bool(section.anchor) and section.foreign in sheet.printed
        if not told or not (renamed or section.anchor in telling.moved_on):
            continue
        here = [
            each
            for each in telling.changes
            if each.anchor == section.anchor and not _is_moved_section(each, telling)
        ]
        number = telling.sent.nodes[section.anchor].number
        ours = ours_since(sheet, section, here, telling.undos, told, number)
        if ours is None:
            unsettled |= {section.anchor} - telling.settled
            continue
        gone = [here[place] for place in ours]
        telling.always += [telling.undos[undo] for change in gone for undo in change.undo]
        ours_now |= {made for change in gone for made in _made_of(change)}
        telling.changes = [c for c in telling.changes if not any(c is each for each in gone)]
    telling.changes = [
        change
        for change in telling.changes
        if change.anchor
        or change.tracked
        or not (_made_of(change) & ours_now or _is_as_built_with(change, sheet))
    ]
    return frozenset(unsettled)


def _made_of(change: ReturnedChange) -> set[tuple[str, str]]:
    """Return what was made of which fact and of which words, wherever they stand."""
    new = str(change.new).casefold()
    return {(said, new) for said in (change.path, str(change.old).casefold()) if said}


def _is_as_built_with(change: ReturnedChange, sheet: Sheet) -> bool:
    """Return whether a fact is as the file says that it was built with it.

    Of the cover and the page heads, where it stands, the file says no digest.
    """
    return bool(change.new) and _named(sheet.identity).get(change.path, "").endswith(
        str(change.new)
    )


def _named(identity: Identity) -> dict[str, str]:
    """Return the facts that a file says of itself."""
    return {known.TITLE: identity.title, known.DNR: identity.dnr, known.DATED: identity.date}


def _with_conflicts(
    sheet: Sheet, telling: Telling, unsettled: frozenset[str]
) -> Iterator[ReturnedChange]:
    """Yield the changes, those of words that the workspace has changed too as conflicts."""
    clash = clashing(sheet, telling.changes, telling.undos, telling.always)
    ours, built = _named(telling.sent.document.identity), _named(sheet.identity)
    moved_on = {path for path, value in built.items() if value and value != ours[path]}
    for place, change in enumerate(telling.changes):
        told = place in clash or (change.anchor in unsettled and change.undo)
        told = told or change.path in moved_on
        yield replace(change, conflict=(*change.conflict, MOVED_ON)) if told else change


def _built_as(sheet: Sheet, section: PaperSection) -> str:
    """Return by which name the file says what was printed of a section of it.

    A section of ours that has another heading since has another name since.
    """
    mark = hidden_name("ag", section.anchor).removeprefix(MARK)
    return section.foreign if section.foreign in sheet.printed else mark


def _is_as_built(sheet: Sheet, section: PaperSection, anchor: str) -> bool:
    """Return whether a section says what the file says was printed of it, nothing in it tracked."""
    sources = [sheet.lines[source] for line in section.every_line for source in line.sources]
    if any(each.inserted or each.deleted for line in sources for each in line.stretches):
        return False
    told = sheet.printed.get(hidden_name("ag", anchor).removeprefix(MARK), "")
    number = section.heading.number if section.heading else ""
    words = " ".join((number, *(line.text for line in section.every_line))).split()
    return bool(told) and sha256(" ".join(words).encode()).hexdigest() == told


def _struck_since(sheet: Sheet, answering: Answers, sent: Sent) -> dict[str, bool]:
    """Return what the file was built with and our document has no more: whether it is as built."""
    marks = {hidden_name("ag", anchor).removeprefix(MARK) for anchor in sent.nodes}
    return {
        section.foreign: _is_as_built(sheet, section, section.foreign)
        for section in answering.news
        if section.foreign in sheet.printed and section.foreign not in marks
    }


def _built_since(sheet: Sheet, sent: Sent) -> frozenset[str]:
    """Return the sections of ours that the file does not say that it was built with, by anchor."""
    return frozenset(
        anchor
        for anchor, node in sent.nodes.items()
        if sheet.printed
        and node.provenance is not None
        and hidden_name("ag", anchor).removeprefix(MARK) not in sheet.printed
    )


_WHOLE: Final = ("ny", "struken", "flyttad")


def still_to_come(taken: TakenFile, left: Sequence[ReturnedChange]) -> TakenFile:
    """Return a file without the changes that the document has already.

    `left` are the differences of the document from the file with all its changes accepted: what
    is none of them has come home before, or is somebody else's.
    """
    sections = {change.anchor or change.section for change in left if change.kind not in _WHOLE}
    whole = {_said(change) for change in left}
    kept = [
        change
        for change in taken.result.changes
        if change.kind in ("kommentar", "format")
        or (change.kind in _WHOLE and _is_left(change, whole))
        or (change.kind not in _WHOLE and (change.anchor or change.section) in sections)
    ]
    return replace(taken, result=replace(taken.result, changes=numbered(kept)))


def without_accepted(
    taken: TakenFile, left: Sequence[ReturnedChange], accepted: frozenset[str]
) -> TakenFile:
    """Return a file without what was accepted of it, where the document is as it then became.

    That is what one put in and another took out: nothing of it was ever to be written. `left` is
    as for `still_to_come`.
    """
    here = {change.key for change in still_to_come(taken, left).result.changes}
    kept = [c for c in taken.result.changes if c.key in here or c.key not in accepted]
    return replace(taken, result=replace(taken.result, changes=numbered(kept)))


def not_decided(
    taken: TakenFile,
    left: Sequence[ReturnedChange],
    settled: frozenset[str],
    accepted: frozenset[str],
    told: frozenset[str],
) -> TakenFile:
    """Return a file that was taken back before without what was accepted of it then.

    In `settled` sections ours has what was accepted and nothing else: what differs is theirs if
    it is in `left` too, and what is hidden was hidden then if it was `told`.
    """
    real = {(change.kind, change.anchor, change.old, change.new) for change in left}
    kept = [
        change
        for change in taken.result.changes
        if change.anchor not in settled
        or change.kind in ("kommentar", "format")
        or (change.unseen and change.key in told - accepted)
        or (change.tracked and change.key not in accepted)
        or (
            not (change.unseen or change.tracked)
            and (change.kind, change.anchor, change.old, change.new) in real
        )
    ]
    return replace(taken, result=replace(taken.result, changes=numbered(kept)))


def _said(change: ReturnedChange) -> tuple[str, str, str]:
    return change.kind, change.anchor, str(change.new or change.old)


def _is_left(change: ReturnedChange, whole: set[tuple[str, str, str]]) -> bool:
    return _said(change) in whole or any(
        kind == change.kind and anchor == change.anchor for kind, anchor, _ in whole
    )


def numbered(changes: Iterable[ReturnedChange]) -> tuple[ReturnedChange, ...]:
    """Return changes with the numbers that a user calls them by, and their keys."""
    made: list[ReturnedChange] = []
    seen: Counter[str] = Counter()
    for number, change in enumerate(changes, 1):
        said = "\x00".join(
            map(
                str,
                (change.kind, change.anchor, change.path, change.old, change.new, change.author),
            )
        )
        seen[said] += 1
        key = sha256(f"{said}\x00{seen[said]}".encode()).hexdigest()[:16]
        made.append(replace(change, number=number, key=key))
    return tuple(made)


def _comments(sheet: Sheet, answering: Answers, telling: Telling) -> None:
    owner = {
        source: section
        for section in answering.news
        for line in section.every_line
        for source in line.sources
    }
    for comment in sheet.comments:
        place = comment.place
        while place >= 0 and place not in owner:
            place -= 1
        where = telling.where(owner.get(place), None, 1000 * comment.place)
        telling.changes.append(_comment(comment, where, telling))


def _comment(comment: SheetComment, where: Where, telling: Telling) -> ReturnedChange:
    return ReturnedChange(
        "kommentar",
        comment.on,
        comment.text,
        "redaktionell",
        where.anchor,
        where.section,
        telling.sent.clause(where.anchor),
        places=(where.place,) if where.place else (),
        author=comment.author,
        date=comment.date,
        position=where.position,
        thread=tuple(ThreadReply(each.author, each.date, each.text) for each in comment.replies),
        resolved=comment.resolved,
    )
