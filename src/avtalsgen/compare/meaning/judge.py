"""How much a change matters: saklig unless all of it is on a closed list."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, get_args

from avtalsgen.compare.meaning.facts import Fact, hard, soft
from avtalsgen.compare.meaning.folds import FOLDS, PARAGRAPH, folded, renumbered
from avtalsgen.compare.words.token_weights import is_content
from avtalsgen.model.comparison import Reason, Weight

SameBody = Callable[[str, str], bool]

AROUND: Final = 8
"""How many tokens around a change belong to what it says: `12` of `12 månader`."""
_NAME: Final = 8
"""How many tokens a name of a body may have besides those that were changed."""
_LONG: Final = 12
"""Words of an insertion that no longer is about one thing."""
_ORDER: Final = {reason: at for at, reason in enumerate(get_args(Reason))}


@dataclass(frozen=True, slots=True)
class Wording:
    """A change of words, and the words around it that stay."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judge:
    """What must be known to say whether a change matters.

    `same_body` says whether two names are those of one body, `numbers` which number in the old
    version a section has that is numbered so in the new; `parties` are names that are signed.
    """

    same_body: SameBody
    numbers: Mapping[str, str] = field(default_factory=dict)
    parties: frozenset[str] = frozenset()

    def weigh(self, wording: Wording) -> tuple[Weight, tuple[Reason, ...]]:
        """Return how much `wording` matters and why.

        Redaktionell only if every part of it is on a closed list (DESIGN, section 5): spelling,
        numbers of sections, white space, punctuation, capitals, and another name of the same
        body. All else is saklig, for a person to look at.
        """
        before, after = wording.before[-AROUND:], wording.after[:AROUND]
        old = (*before, *wording.old, *after)
        new = (*before, *renumbered((*before, *wording.new), self.numbers)[len(before) :], *after)
        if folded(old) == folded(new):
            return "redaktionell", self._folds(old, new, (*before, *wording.new, *after))
        if self._is_renaming(wording):
            return "redaktionell", ("namnbyte",)
        return "saklig", self._reasons(wording, folded(old), folded(new)) or ("text",)

    def _folds(
        self, old: Sequence[str], new: Sequence[str], written: Sequence[str]
    ) -> tuple[Reason, ...]:
        needed = {reason for reason, _ in FOLDS if folded(old, reason) != folded(new, reason)}
        if "stavning" in needed:
            needed.discard("mellanrum")  # other words have other spaces between them
        if tuple(written) != tuple(new):
            needed.add("numrering")
        if not needed:
            needed = {reason for reason, fold in FOLDS if fold(old) == fold(new)}
        return _sorted(needed or {"stavning"})

    def _is_renaming(self, wording: Wording) -> bool:
        """Return whether the change and some of the words around it are names of one body."""
        return any(self.same_body(*names) for names in _windows(wording))

    def _reasons(
        self, wording: Wording, old: Sequence[str], new: Sequence[str]
    ) -> tuple[Reason, ...]:
        facts = Counter(hard(old)), Counter(hard(new))
        found = {fact[0] for fact in (facts[0] - facts[1]) + (facts[1] - facts[0])}
        own = folded(wording.old), folded(wording.new)
        if all(own) or max(sum(map(is_content, side)) for side in own) <= _LONG:
            found |= self._soft(*own, wording.after)
        return _sorted(found)

    def _soft(self, old: Sequence[str], new: Sequence[str], after: Sequence[str]) -> set[Reason]:
        follows = folded(after[:2])
        sides = [set[Fact](soft((*side, *follows), self.parties)) for side in (old, new)]
        found = {reason for reason, _ in sides[0] ^ sides[1]}
        joined = [{"och", "samt"} & set(side) for side in (old, new)]
        parted = ["eller" in side for side in (old, new)]
        if parted[0] != parted[1] and (any(joined) or not (old and new)):
            found.add("omfattning")
        return found


def _windows(wording: Wording) -> Iterator[tuple[str, str]]:
    for first in range(min(_NAME, len(wording.before)) + 1):
        head = wording.before[len(wording.before) - first :]
        for last in range(min(_NAME, len(wording.after)) + 1):
            tail = wording.after[:last]
            old = "".join((*head, *wording.old, *tail)).strip()
            new = "".join((*head, *wording.new, *tail)).strip()
            if PARAGRAPH not in old + new:
                yield old, new


def _sorted(reasons: set[Reason]) -> tuple[Reason, ...]:
    return tuple(sorted(reasons, key=_ORDER.__getitem__))
