"""How much a change matters: saklig unless all of it is on a closed list."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from itertools import pairwise, starmap, takewhile, zip_longest
from typing import Final, get_args

from avtalsgen.compare.meaning.conditions import (
    imposed,
    same_but_for_order,
    sentences,
    with_opening,
)
from avtalsgen.compare.meaning.decisive import decisive_phrases
from avtalsgen.compare.meaning.facts import BindingFacts, Fact
from avtalsgen.compare.meaning.folds import CELL, PARAGRAPH, Folding, folding
from avtalsgen.compare.meaning.pauses import without_loose_pauses
from avtalsgen.compare.words.token_weights import is_content
from avtalsgen.model.comparison import Reason, Weight
from avtalsgen.records import dataclass
from avtalsgen.register.knowledge import Knowledge
from avtalsgen.swedish.infinitives import may_be_infinitive

AROUND: Final = 10
"""How many tokens around a change belong to what it says: `12` of `12 månader`."""
_NEXT: Final = 4
"""How many tokens after a change its words may be read with: `inkl`, `.`, ` `, `moms`."""
_SIGNED: Final = ("[", "]")
"""What stands on either side of the sign of a note."""
_LONG: Final = 12
"""Words of an insertion that no longer is about one thing."""
_AND, _ALSO = "och", "samt"
_WITHOUT: Final = "utan"
"""Begins how something is done as often as what is taken out."""
_DUTIES: Final = frozenset(("ska", "måste", "skyldig"))
_WHEREVER: Final[tuple[Reason, ...]] = (
    *("belopp", "procent", "datum", "frist", "varaktighet", "klockslag", "rättskälla"),
    *("part", "modalitet", "form"),
)
"""What says the same wherever it stands in its sentence; a negation does not."""
Sentences = tuple[tuple[str, ...], tuple[str, ...]]
NO_SENTENCES: Final[Sentences] = ((), ())
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

    `numbers` says which number in the old version a section has that is numbered so in the new.
    """

    folding: Folding
    facts: BindingFacts
    numbers: Mapping[str, str] = field(default_factory=dict)
    elsewhere: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """A number that another section has in the new version, with what each is called."""
    signs: Mapping[str, str] = field(default_factory=dict)
    """The old sign of a note for its new one, where only the sign differs."""
    is_verb: Callable[[str], object] = field(default=lambda _word: False, compare=False)
    """What may be a finite verb."""

    def same_line(self, old: Sequence[str], new: Sequence[str]) -> tuple[Reason, ...]:
        """Return why two lines that differ say the same, nothing if they may not.

        What one change alone does not tell the whole line may: the times of `08:00 till 17:00`,
        or a condition or a time that was put last.
        """
        folded = self.folding.folded
        if folded(old) == folded(new):
            return self._folds(old, new, new)
        plain = [without_loose_pauses(side, self.facts.words) for side in (old, new)]
        if folded(plain[0]) == folded(plain[1]):
            return ("skiljetecken",)
        cells = [_parts(side, CELL) for side in plain]
        if len(cells[0]) != len(cells[1]):
            return ()
        if all(self._same_order(*pair) for pair in zip(*cells, strict=True)):
            return ("ordföljd",)
        return ()

    def _same_order(self, old: Sequence[str], new: Sequence[str]) -> bool:
        """Return whether every sentence is the same but for what stands first, or last."""
        short = self.folding.longest
        olds, news = (map(self.folding.folded, sentences(side, short)) for side in (old, new))
        return all(starmap(self._is_same_sentence, zip_longest(olds, news, fillvalue=())))

    def _is_same_sentence(self, old: Sequence[str], new: Sequence[str]) -> bool:
        words = self.facts.words
        verbs, openings, is_verb = frozenset(words.modality), words.first_or_last, self.is_verb
        old, new = imposed(old), imposed(new)
        opened = with_opening(old, is_verb), with_opening(new, is_verb)
        return any(
            before == after or same_but_for_order(before, after, verbs, openings, is_verb)
            for before, after in ((old, new), opened)
        )

    def weigh(
        self,
        wording: Wording,
        of_line: tuple[Reason, ...] = (),
        sentences: Sentences = NO_SENTENCES,
    ) -> tuple[Weight, tuple[Reason, ...]]:
        """Return how much `wording` matters and why; `of_line` is why its whole line does not.

        `sentences` are those of both sides that it stands in, where they are one sentence.

        Redaktionell only if every part of it is on a closed list or a matter of arithmetic
        (DESIGN, section 5): spelling, numbers of sections, white space, punctuation, capitals,
        another form of one amount or time, and another name of the same body or law. All else
        is saklig, for a person to look at.
        """
        before, after = wording.before[-AROUND:], wording.after[:AROUND]
        is_sign = (*before[-1:], *after[:1]) == _SIGNED
        if is_sign and self._is_same_note(wording):
            return "redaktionell", ("numrering",)
        old = (*before, *wording.old, *after)
        referring = self.folding.renumbered((*before, *wording.new), self.numbers)
        new = (*before, *referring[len(before) :], *after)
        folded = self.folding.folded(old), self.folding.folded(new)
        if folded[0] == folded[1]:
            return "redaktionell", self._folds(old, new, (*before, *wording.new, *after))
        if of_line:
            return "redaktionell", of_line
        sides = self.folding.folded(sentences[0]), self.folding.folded(sentences[1])
        if any(sides) and self._is_same_sentence(*sides):
            return "redaktionell", ("ordföljd",)
        reasons = self._reasons(wording, *folded) - self._settled(*sides)
        if all(not self.facts.words.order.isdisjoint(side) for side in sides):
            reasons.add("ordning")
        if "tal" in reasons and not is_sign and all(map(self._binds, sides)):
            reasons.add("skyldighet")  # how many somebody must have or do
        if self._is_also_due(wording, sides):
            reasons.add("skyldighet")
        if self._is_excepted(wording):
            reasons.add("inskränkning")
        if self._is_named(wording):
            reasons.add("part")
        return "saklig", _sorted(reasons) or ("text",)

    def _is_also_due(self, wording: Wording, sides: Sentences) -> bool:
        """Return whether one side must do one thing more: `sätta in en buss och betala resan`."""
        gone, came = self.folding.folded(wording.old), self.folding.folded(wording.new)
        more, sentence = (came, sides[1]) if came else (gone, sides[0])
        joins = more[:1] in ((_AND,), (_ALSO,)) and may_be_infinitive("".join(more[1:2]))
        return not (gone and came) and joins and self._binds(sentence)

    def _is_excepted(self, wording: Wording) -> bool:
        """Return whether words changed inside what is taken out: `alla rum utom köket`."""
        if self.facts.duties is None:
            return False
        sentence = list(takewhile(_goes_on, reversed(wording.before[-AROUND:])))
        words = {word.casefold() for word in sentence}
        return not words.isdisjoint(self.facts.duties.exceptions_within - {_WITHOUT})

    def _is_same_note(self, wording: Wording) -> bool:
        return len(wording.new) == 1 and self.signs.get(wording.new[0]) == "".join(wording.old)

    def _folds(
        self, old: Sequence[str], new: Sequence[str], written: Sequence[str]
    ) -> tuple[Reason, ...]:
        folds, folded = self.folding.folds, self.folding.folded
        needed = {reason for reason, _ in folds if folded(old, reason) != folded(new, reason)}
        if needed & {"stavning", "namnbyte"}:
            needed.discard("mellanrum")  # other words have other spaces between them
        if tuple(written) != tuple(new):
            needed.add("numrering")
        if not needed:
            needed = {reason for reason, fold in folds if fold(old) == fold(new)}
        return _sorted(needed or {"stavning"})

    def _reasons(self, wording: Wording, old: Sequence[str], new: Sequence[str]) -> set[Reason]:
        facts = Counter(self.facts.hard(old)), Counter(self.facts.hard(new))
        reasons = {fact[0] for fact in (facts[0] - facts[1]) + (facts[1] - facts[0])}
        folded = self.folding.folded(wording.old), self.folding.folded(wording.new)
        if all(folded) or max(sum(map(is_content, side)) for side in folded) <= _LONG:
            reasons |= self._soft(*folded, wording.after)
        elif self._binds(folded[0] or folded[1]):
            reasons.add("skyldighet")
        return reasons

    def _settled(self, old: Sequence[str], new: Sequence[str]) -> set[Reason]:
        """Return what the whole sentence has one of, the same on both sides, wherever it stands.

        `Klagomål ska besvaras av utföraren`, `Utföraren ska besvara klagomål`: other words, and
        nobody else who must. Of two parties or two sums one may have taken the place of the other.
        """
        sides = self._facts_of(old), self._facts_of(new)
        settled = {
            reason
            for reason in _WHEREVER
            if len(sides[0][reason]) == 1 and sides[0][reason] == sides[1][reason]
        }
        if self._is_denied_alike(old, new):
            settled.add("negation")
        named = sorted(len(side["part"]) for side in sides)
        return settled | {"part"} if named == [0, 1] and _has_other_voice(old, new) else settled

    def _is_denied_alike(self, old: Sequence[str], new: Sequence[str]) -> bool:
        """Return whether both deny one thing that somebody may, must or can: `får inte`."""
        words = self.facts.words
        denied = [
            [(verb, after) for verb, after in pairwise(side) if verb in words.modality]
            for side in (old, new)
        ]
        negations = [sum(word in words.negation for word in side) for side in (old, new)]
        alone = len(denied[0]) == len(denied[1]) == 1 and negations == [1, 1]
        return alone and denied[0] == denied[1] and denied[0][0][1] in words.negation

    def _facts_of(self, sentence: Sequence[str]) -> Mapping[Reason, list[str]]:
        facts: dict[Reason, list[str]] = {reason: [] for reason in _WHEREVER}
        for reason, said in (*self.facts.hard(sentence), *self.facts.soft(sentence)):
            facts.get(reason, []).append(said)
        return facts

    def _is_named(self, wording: Wording) -> bool:
        """Return whether what changed is the name of a party: `Norra Vård AB, nedan utföraren`."""
        names = any(word[0].isupper() for word in (*wording.old, *wording.new) if word.isalpha())
        after = (word.casefold() for word in wording.after[:AROUND])
        return names and not self.facts.words.after_names.isdisjoint(after)

    def _binds(self, words: Sequence[str]) -> bool:
        """Return whether a sentence that came or went has a word of duty in it."""
        modality = self.facts.words.modality
        return any(modality.get(word) in _DUTIES for word in words)

    def _soft(self, old: Sequence[str], new: Sequence[str], after: Sequence[str]) -> set[Reason]:
        follows = self.folding.folded(after[:_NEXT])
        sides = [set[Fact](self.facts.soft((*side, *follows))) for side in (old, new)]
        if not (old and new):  # what comes before a sentence that says it too says it all the same
            said = set[Fact](self.facts.soft(follows))
            sides = [
                (side - said) | set(self.facts.soft(own))
                for side, own in zip(sides, (old, new), strict=True)
            ]
        parties = [dict(self.facts.parties_named(side)) for side in (old, new)]
        if not all(parties):  # whose something is says nothing of who is bound
            owners = {("part", name) for side in parties for name, owns in side.items() if owns}
            sides = [side - owners for side in sides]
        reasons = {reason for reason, _ in sides[0] ^ sides[1]}
        turned = self.facts.words.bounds
        bounds = [{turned[word] for word in side if word in turned} for side in (old, new)]
        if all(bounds) and bounds[0] != bounds[1]:
            reasons.add("gräns")
        joined = [{"och", "samt"} & set(side) for side in (old, new)]
        parted = ["eller" in side for side in (old, new)]
        if parted[0] != parted[1] and (any(joined) or not (old and new)):
            reasons.add("omfattning")
        return reasons


def judge_by(
    knowledge: Knowledge,
    numbers: Mapping[str, str] | None = None,
    parties: frozenset[str] = frozenset(),
) -> Judge:
    """Return a judge who knows what the register does, and who signs the two documents."""
    phrases = decisive_phrases(knowledge.words.decisive)
    facts = BindingFacts(knowledge.words, phrases, parties, knowledge.lexicon.duties)
    is_verb = knowledge.lexicon.duties.grammar.finite_verb.fullmatch
    return Judge(folding(knowledge), facts, numbers or {}, is_verb=is_verb)


def _has_other_voice(old: Sequence[str], new: Sequence[str]) -> bool:
    """Return whether what is done on one side does somebody on the other: `tas ut`, `ta ut`."""
    return any(
        word.endswith("a") and f"{word}s" in other
        for side, other in ((old, new), (new, old))
        for word in side
    )


def _goes_on(token: str) -> bool:
    return token not in (".", ";", ":", CELL, PARAGRAPH)


def _sorted(reasons: set[Reason]) -> tuple[Reason, ...]:
    return tuple(sorted(reasons, key=_ORDER.__getitem__))


def _parts(tokens: Sequence[str], border: str) -> list[tuple[str, ...]]:
    """Return what stands between the tokens that are a `border`."""
    parts: list[list[str]] = [[]]
    for token in tokens:
        if token == border:
            parts.append([])
        else:
            parts[-1].append(token)
    return list(map(tuple, parts))
