"""A line of a comparison as one text, and which of its changes are to be shown."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from avtalsgen.model.comparison import Change, ComparedLine, SectionPair, Span, Weight

_CONTEXT = 8
"""How many words around a change are shown of what is the same."""


def one_line(line: ComparedLine) -> tuple[Span, ...]:
    """Return both sides of `line` in one: what is the same once, what went before what came.

    Without what is inserted it reads as the old side, without what is deleted as the new.
    """
    if line.old is None or line.new is None:
        return line.new if line.new is not None else line.old or ()
    return tuple(_joined(_woven(line.old, line.new)))


def is_marked(line: ComparedLine) -> bool:
    """Return whether anything in `line` was changed or moved."""
    both = (*(line.old or ()), *(line.new or ()))
    return (
        line.move is not None
        or line.elsewhere is not None
        or any(span.mark != "same" for span in both)
    )


def changes_of(pair: SectionPair, line: ComparedLine) -> tuple[Change, ...]:
    """Return the changes that `line` shows, in their order."""
    both = (*(line.old or ()), *(line.new or ()))
    shown = {span.change for span in both} | {line.move}
    places = sorted(place for place in shown if place is not None)
    return tuple(pair.changes[place] for place in places)


def of_weight(pair: SectionPair, weight: Weight | None) -> SectionPair | None:
    """Return `pair` with the changes of `weight` only, none if it has none; all for no weight.

    The lines that show no such change are left out.
    """
    if weight is None:
        return pair
    if all(change.weight != weight for change in pair.changes):
        return None
    lines = (
        line
        for line in pair.lines
        if any(change.weight == weight for change in changes_of(pair, line))
    )
    return replace(pair, lines=tuple(lines))


def excerpt(spans: tuple[Span, ...]) -> Iterator[Span]:
    """Yield `spans` with the middle of what is long and the same left out.

    A line where nothing differs stays whole.
    """
    for place, span in enumerate(spans):
        words = span.text.split(" ")
        first, last = place == 0, place == len(spans) - 1
        most = _CONTEXT * (1 if first or last else 2)
        if span.mark != "same" or len(words) <= most + 2 or len(spans) == 1:
            yield span
            continue
        head = [] if first else words[:_CONTEXT]
        tail = [] if last else words[-_CONTEXT:]
        yield replace(span, text=" ".join((*head, "…", *tail)))


def _woven(old: Iterable[Span], new: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans of both sides, cut where either side cuts what is the same."""
    before, after = list(old)[::-1], list(new)[::-1]
    while before or after:
        if before and before[-1].mark != "same":
            yield before.pop()
        elif after and after[-1].mark != "same":
            yield after.pop()
        else:
            gone, came = before.pop(), after.pop()
            length = min(len(gone.text), len(came.text))
            yield replace(came, text=came.text[:length])
            before.extend(_rest(gone, length))
            after.extend(_rest(came, length))


def _rest(span: Span, length: int) -> list[Span]:
    rest = span.text[length:]
    return [replace(span, text=rest)] if rest else []


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield `spans` with neighbours of one mark and change as one, empty ones left out."""
    held: Span | None = None
    for span in spans:
        if not span.text:
            continue
        if held and (held.mark, held.change) == (span.mark, span.change):
            held = replace(held, text=held.text + span.text)
        else:
            if held:
                yield held
            held = span
    if held:
        yield held
