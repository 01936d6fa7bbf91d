"""Which tokens of two texts answer to each other, as a person would have marked it.

matches    a longest common subsequence, in which words weigh and neighbours hold together
ends       what is alike at either end of a change is no part of it
islands    a little that stays between two changes goes with them
shifts     a change that may stand in several places stands at the border of a sentence
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from avtalsgen.compare.words.subsequence import Pairs, common, common_ends
from avtalsgen.compare.words.tidy import ChangedRange, tidied
from avtalsgen.compare.words.token_weights import is_content, total
from avtalsgen.records import dataclass

Kind = Literal["same", "insert", "delete", "replace"]

_SHARED = 0.25
"""The least share of the weight of two texts that both must have to be marked word by word."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Tokens of the old side and of the new; one of the ranges is empty unless both have some."""

    kind: Kind
    old_from: int
    old_to: int
    new_from: int
    new_to: int


def word_diff(old: Sequence[str], new: Sequence[str]) -> tuple[Edit, ...]:
    """Return how `old` becomes `new`.

    Laws: the ranges cover both sides in order; those that are the same hold the same tokens;
    no two edits of one kind follow each other; with the sides swapped the edits are swapped.
    Texts that share little are one replacement.
    """
    if (len(old), *old) > (len(new), *new):
        return tuple(_swapped(edit) for edit in word_diff(new, old))
    gaps = tidied(old, new, _gaps(_matches(old, new), len(old), len(new)))
    if _shares_little(old, new, gaps):
        gaps = [ChangedRange(0, len(old), 0, len(new))]
    return tuple(_edits(gaps, len(old), len(new)))


def _shares_little(old: Sequence[str], new: Sequence[str], gaps: list[ChangedRange]) -> bool:
    whole = total(old) + total(new)
    changed = sum(
        total(old[gap.old_from : gap.old_to]) + total(new[gap.new_from : gap.new_to])
        for gap in gaps
    )
    return whole - changed < _SHARED * whole


def _matches(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """Return the places of the tokens that answer to each other, spaces inside left out.

    Each token stands in the sequences once, one that says something twice, and between two
    stands the pair of them: so of words that occur again and again, those match whose
    neighbours match.
    """
    names: dict[object, int] = {}
    first, last = common_ends(old, new)
    old_names, old_places = _spread(old, first, len(old) - last, names)
    new_names, new_places = _spread(new, first, len(new) - last, names)
    pairs: Pairs = [(place, place) for place in range(first)]
    for i, j in common(old_names, new_names):
        old_place, new_place = old_places[i], new_places[j]
        if (
            old_place >= 0
            and new_place >= 0
            and (not pairs or (old_place > pairs[-1][0] and new_place > pairs[-1][1]))
        ):
            pairs.append((old_place, new_place))
    pairs += ((len(old) - n, len(new) - n) for n in range(last, 0, -1))
    return pairs


def _spread(
    tokens: Sequence[str], first: int, end: int, names: dict[object, int]
) -> tuple[list[int], list[int]]:
    """Return the sequence that is matched of `first` to `end`, and where each of it stands.

    -1 is between two.
    """
    spread: list[int] = []
    places: list[int] = []
    before = next((token for token in reversed(tokens[:first]) if not token.isspace()), None)
    for place in range(first, end):
        token = tokens[place]
        if token.isspace():
            continue
        times = 2 if is_content(token) else 1
        keys = ((before, token), *((token, n) for n in range(times)))
        spread += (names.setdefault(key, len(names)) for key in keys)
        places += (-1, *(place,) * times)
        before = token
    return spread, places


def _gaps(pairs: Pairs, olds: int, news: int) -> Iterator[ChangedRange]:
    """Yield what is between one match and the next, also where there is nothing."""
    old_from = new_from = 0
    for i, j in (*pairs, (olds, news)):
        yield ChangedRange(old_from, i, new_from, j)
        old_from, new_from = i + 1, j + 1


def _edits(gaps: Sequence[ChangedRange], olds: int, news: int) -> Iterator[Edit]:
    old_at = new_at = 0
    for gap in (*gaps, ChangedRange(olds, olds, news, news)):
        if old_at < gap.old_from:
            yield Edit("same", old_at, gap.old_from, new_at, gap.new_from)
        if gap.old_from < gap.old_to or gap.new_from < gap.new_to:
            yield Edit(_kind(gap), gap.old_from, gap.old_to, gap.new_from, gap.new_to)
        old_at, new_at = gap.old_to, gap.new_to


def _kind(gap: ChangedRange) -> Kind:
    if gap.old_from == gap.old_to:
        return "insert"
    return "delete" if gap.new_from == gap.new_to else "replace"


def _swapped(edit: Edit) -> Edit:
    kinds: dict[Kind, Kind] = {"insert": "delete", "delete": "insert"}
    kind = kinds.get(edit.kind, edit.kind)
    return Edit(kind, edit.new_from, edit.new_to, edit.old_from, edit.old_to)
