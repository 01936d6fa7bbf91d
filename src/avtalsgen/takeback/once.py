"""Changes that are one though they stand at several places, with all the places of each."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from avtalsgen.model.returned.changes import RANKS, ReturnedChange
from avtalsgen.readers.docx.returned.sheet import Sheet
from avtalsgen.takeback.facts.book import FactBook
from avtalsgen.takeback.paper.folding import folded
from avtalsgen.takeback.paper.sent import Sent
from avtalsgen.takeback.telling import PLACES

_EDGES: Final = ("sidhuvud", "sidfot")
_PAGES: Final = {"first": " på första sidan", "even": " på jämna sidor"}
"""What the parts of a head or foot are for; the rest are for every other page."""
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
        name = fact_name(change.path, str(change.old), book)
        if change.kind == "värde" and name in printed:
            same[name, change.new, change.tracked, change.author].append(change)
        else:
            kept.append(change)
    merged = [_merged(group, printed[str(name)]) for (name, *_), group in same.items()]
    for change in merged:
        if book.is_name(change.path):
            every = (*kept, *merged)
            absorbed = [each for each in every if _is_same_name(each, change)]
            parts = list(absorbed)
            for group in _making_name([each for each in every if each not in absorbed], change):
                absorbed += group
                parts += _as_fact(group, change, sent, book)
            kept = [each for each in kept if each not in absorbed]
            merged = [each for each in merged if each not in absorbed]
            merged[merged.index(change)] = _with(change, parts)
    return [*kept, *merged]


def fact_name(path: str, printed: str, book: FactBook) -> str:
    """Return what one fact is called: a body, if it is the name of one.

    What a tillägg says for some days and otherwise for others is two facts.
    """
    if path and book.is_name(path):
        return f"organ {book.body(path)}"
    of_days = None if book.fact(path) else book.printed_fact(path, printed)
    return f"{path} {of_days.origin}" if of_days else path


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


def _making_name(
    changes: Sequence[ReturnedChange], name: ReturnedChange
) -> Iterator[list[ReturnedChange]]:
    """Yield the changes of a line that together put the new name of a body for the old one."""
    was, came = folded(str(name.old)).text, folded(str(name.new)).text
    edits: dict[str, list[ReturnedChange]] = defaultdict(list)
    for change in changes:
        same_hand = (change.tracked, change.author) == (name.tracked, name.author)
        told = change.kind in ("värde", "avvikelse") and change is not name
        if not (was and told and same_hand and len(change.spans) == 1):
            continue
        ((line, start, end),) = change.spans
        first = line.find(was)
        if first >= 0 and start <= first + len(was) and end >= first:
            edits[line].append(change)
    for line, group in edits.items():
        if _squeezed(_edited(line, group)) == _squeezed(line.replace(was, came, 1)):
            yield group


def _edited(line: str, changes: Sequence[ReturnedChange]) -> str:
    for change in sorted(changes, key=lambda each: each.spans, reverse=True):
        ((_, start, end),) = change.spans
        line = line[:start] + folded(f"x{change.new}x").text[1:-1] + line[end:]
    return line


def _as_fact(
    group: Sequence[ReturnedChange], name: ReturnedChange, sent: Sent, book: FactBook
) -> Sequence[ReturnedChange]:
    """Return changes of a line that make a new name as one of the fact that the name stands in."""
    words = group[0].spans[0][0]
    first, length = words.find(folded(str(name.old)).text), len(folded(str(name.old)).text)
    lines = (line for section in sent.sections for line in section.every_line)
    line = next((each for each in lines if each.words == words), None)
    for span in line.spans if line else ():
        printed = book.before(span.path, words[span.start : span.end])
        around = span.start <= first and first + length <= span.end
        if around and not book.why_not(span.path) and str(name.old) in str(printed):
            return [
                replace(
                    group[0],
                    kind="värde",
                    path=span.path,
                    old=printed,
                    new=str(printed).replace(str(name.old), str(name.new)),
                    undo=tuple(dict.fromkeys(undo for each in group for undo in each.undo)),
                    spans=((words, span.start, span.end),),
                )
            ]
    return group


def _squeezed(text: str) -> str:
    """Return a text without its spaces: what is put in is told without those at its ends."""
    return "".join(text.split())


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
                printed = line.words[span.start : span.end]
                places[fact_name(span.path, printed, book)].append(place)
    return places


def edges_once(changes: Sequence[ReturnedChange], sheet: Sheet) -> list[ReturnedChange]:
    """Return changes, the same one in several page heads or feet of a file as one.

    Word keeps a head for the first page, one for even pages and one for the others. A fact that is
    printed there is told with its other places.
    """
    part_of = list(_parts(sheet))
    kept: list[ReturnedChange] = []
    same: dict[tuple[object, ...], list[ReturnedChange]] = defaultdict(list)
    met: Counter[tuple[object, ...]] = Counter()
    for change in changes:
        if change.path or change.section not in _EDGES:
            kept.append(change)
            continue
        said = (change.kind, change.section, str(change.old), str(change.new), change.unseen)
        key = (*said, change.tracked, change.author)
        part = part_of[change.position // 1000]
        same[*key, met[*key, part]].append(change)
        met[*key, part] += 1
    return [*kept, *(_of_edges(group, sheet) for group in same.values())]


def _parts(sheet: Sheet) -> Iterator[int]:
    """Yield of each line which part of the file it stands in."""
    parts = groupby(sheet.lines, lambda line: (line.part, line.name))
    for number, (_, lines) in enumerate(parts):
        yield from (number for _ in lines)


def _of_edges(group: Sequence[ReturnedChange], sheet: Sheet) -> ReturnedChange:
    first = group[0]
    names = [sheet.lines[each.position // 1000].name for each in group]
    return replace(
        first,
        places=tuple(dict.fromkeys(first.section + _PAGES.get(name, "") for name in names)),
        conflict=tuple(dict.fromkeys(told for each in group for told in each.conflict)),
        undo=tuple(dict.fromkeys(undo for each in group for undo in each.undo)),
        done=tuple(dict.fromkeys(done for each in group for done in each.done)),
        spans=tuple(dict.fromkeys(span for each in group for span in each.spans)),
    )
