"""Changes that give one fact one value, as one change with all the places of the fact."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from avtalsgen.model.returned.changes import RANKS, ReturnedChange
from avtalsgen.takeback.facts.book import FactBook
from avtalsgen.takeback.paper.folding import folded
from avtalsgen.takeback.paper.sent import Sent
from avtalsgen.takeback.telling import PLACES

_LEFT = "samma faktum har kvar sitt gamla värde på andra ställen"


def facts_once(
    changes: Sequence[ReturnedChange], sent: Sent, book: FactBook
) -> list[ReturnedChange]:
    """Return changes, those of one fact to one value by one hand as one.

    The name of a body is one fact however many facts name the body, and also where a clause of
    the uppdrag's own has it in its words.
    """
    printed = _printed(sent, book)
    kept: list[ReturnedChange] = []
    same: dict[tuple[object, ...], list[ReturnedChange]] = defaultdict(list)
    for change in changes:
        name = fact_name(change.path, book)
        if change.kind == "värde" and name in printed:
            same[name, change.new, change.tracked, change.author].append(change)
        else:
            kept.append(change)
    merged = [_merged(group, printed[str(name)]) for (name, *_), group in same.items()]
    for change in merged:
        if book.is_name(change.path):
            absorbed = [each for each in (*kept, *merged) if _is_same_name(each, change)]
            kept = [each for each in kept if each not in absorbed]
            merged = [each for each in merged if each not in absorbed]
            merged[merged.index(change)] = _with(change, absorbed)
    return [*kept, *merged]


def fact_name(path: str, book: FactBook) -> str:
    """Return what one fact is called: a body, if it is the name of one."""
    return f"organ {book.body(path)}" if path and book.is_name(path) else path


def _merged(group: Sequence[ReturnedChange], every: Sequence[str]) -> ReturnedChange:
    first = min(group, key=lambda each: each.position)
    changed = [place for each in group for place in each.places]
    left = tuple((Counter(every) - Counter(changed)).elements())
    rank = min((each.rank for each in group), key=RANKS.index)
    return replace(
        first,
        places=(*changed, *left),
        conflict=(*dict.fromkeys(told for each in group for told in each.conflict), *left),
        hint=_LEFT if left else first.hint,
        rank=rank,
        unseen=next((each.unseen for each in group if each.unseen), ""),
        undo=tuple(undo for each in group for undo in each.undo),
        spans=tuple(span for each in group for span in each.spans),
    )


def _is_same_name(change: ReturnedChange, name: ReturnedChange) -> bool:
    """Return whether a change puts the new name of a body for the old one, and does no more."""
    if change is name or (change.tracked, change.author) != (name.tracked, name.author):
        return False
    if change.kind not in ("värde", "avvikelse") or None in (change.old, name.old):
        return False  # what was a dotted line had no name to be put for
    old, new, was, came = (
        folded(str(e)).text for e in (change.old, change.new, name.old, name.new)
    )
    return bool(was) and was in old and old.replace(was, came) == new


def _with(name: ReturnedChange, absorbed: Sequence[ReturnedChange]) -> ReturnedChange:
    places = [place for each in absorbed for place in each.places]
    return replace(
        name,
        places=(*name.places, *places),
        parts=tuple(absorbed),
        undo=tuple(undo for each in (name, *absorbed) for undo in each.undo),
        rank=min((each.rank for each in (name, *absorbed)), key=RANKS.index),
    )


def _printed(sent: Sent, book: FactBook) -> dict[str, list[str]]:
    """Return where each fact is printed in what was sent."""
    places: dict[str, list[str]] = defaultdict(list)
    edges: set[tuple[str, str]] = set()
    for section in sent.sections:
        for line in section.every_line:
            for span in line.spans:
                if span.kind == "reference":
                    continue
                place = sent.title(section.anchor) or PLACES.get(section.part, "")
                if line.part in ("header", "footer"):
                    place = "sidhuvud" if line.part == "header" else "sidfot"
                    if (span.path, place) in edges:
                        continue
                    edges.add((span.path, place))
                places[fact_name(span.path, book)].append(place)
    return places
