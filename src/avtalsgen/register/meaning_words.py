"""Swedish words by what they do to an agreement: `clauses/register/ord/`.

Closed lists that lawyers own. What is not in them says nothing.
"""

from collections.abc import Mapping, Sequence

from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.records import dataclass
from avtalsgen.register.word_files import Phrase, grouped, listed, numbered, opened, phrases
from avtalsgen.source import Files


@dataclass(frozen=True, slots=True)
class WordLists:
    """The lists, each as the comment above it in its file says."""

    same: Mapping[Phrase, Phrase]
    """Another way to write a phrase, and how we write it."""
    modality: Mapping[str, str]
    """A word, and the duty or right that it gives."""
    decisive: Mapping[str, Sequence[Phrase]]
    """A reason, and the phrases that give it: `x…` begins a word, `…` is up to four others."""
    restricting: frozenset[str]
    forms: tuple[str, ...]
    acts: tuple[str, ...]
    negation: frozenset[str]
    no_negation: frozenset[Phrase]
    scope: frozenset[str]
    bounds: Mapping[str, str]
    """A word before a number, and which way the number bounds."""
    beside_bounds: frozenset[str]
    price: frozenset[str]
    liability: tuple[str, ...]
    condition: frozenset[str]
    deadline: frozenset[str]
    events: frozenset[str]
    speed: frozenset[str]
    each: frozenset[str]
    often: frozenset[str]
    counting: frozenset[str]
    counted_in: frozenset[str]
    turns: frozenset[str]
    pointing: frozenset[str]
    exceptions: frozenset[str]
    leading: frozenset[str]
    """Phrases of a paragraph that says when what follows it applies."""
    order: frozenset[str]
    sections: frozenset[str]
    parts_of_sections: frozenset[str]
    other_places: frozenset[str]
    ends_of_laws: tuple[str, ...]
    parties: frozenset[str]
    starts_of_parties: tuple[str, ...]
    ends_of_parties: tuple[str, ...]
    after_names: frozenset[str]
    after_if: frozenset[str]
    ends_after_if: tuple[str, ...]
    not_after_if: tuple[str, ...]
    first_or_last: frozenset[str]
    kronor: Mapping[str, int]
    """What an amount is written in, and how many kronor that is."""
    times: Mapping[str, int]
    """A word between a number and its unit, and what it multiplies by."""
    currencies: frozenset[str]

    @property
    def references(self) -> frozenset[str]:
        """What has a number that is no amount."""
        return self.sections | self.parts_of_sections | self.other_places

    @property
    def money(self) -> frozenset[str]:
        """What an amount of money is in."""
        return frozenset(self.kronor) | self.currencies


def read_words(files: Files, problems: list[Problem]) -> WordLists:
    """Return the lists; what is wrong in them goes to `problems` as RE05."""
    same = _phrases(opened(files, "lika", problems))
    meaning = opened(files, "innebord", problems)
    sums = opened(files, "belopp", problems)

    word_lists = WordLists(
        same,
        _turned(meaning, "modalitet"),
        _phrased(meaning, "avgör"),
        listed(meaning, "inskränker"),
        tuple(sorted(listed(meaning, "form_börjar"))),
        tuple(sorted(listed(meaning, "rättshandling_börjar"))),
        listed(meaning, "nekande"),
        frozenset(tuple(text.split()) for text in listed(meaning, "inte_nekande")),
        listed(meaning, "omfattning"),
        _turned(meaning, "gränser"),
        listed(meaning, "mellan_gräns_och_tal"),
        listed(meaning, "pris"),
        tuple(sorted(listed(meaning, "ansvar"))),
        listed(meaning, "villkor"),
        listed(meaning, "frist"),
        listed(meaning, "händelser"),
        listed(meaning, "snabbhet"),
        listed(meaning, "varje"),
        listed(meaning, "hur_ofta"),
        listed(meaning, "framför_tid"),
        listed(meaning, "tid_som_återkommer"),
        listed(meaning, "vänder_meningen"),
        listed(meaning, "syftar_på_annat"),
        listed(meaning, "undantag"),
        listed(meaning, "inleder_det_som_följer"),
        listed(meaning, "ordning"),
        listed(meaning, "avsnitt"),
        listed(meaning, "del_av_avsnitt"),
        listed(meaning, "annat_ställe"),
        tuple(sorted(listed(meaning, "rättskällor_slutar"))),
        listed(meaning, "parter"),
        tuple(sorted(listed(meaning, "parter_börjar"))),
        tuple(sorted(listed(meaning, "parter_slutar"))),
        listed(meaning, "efter_namn"),
        listed(meaning, "efter_om"),
        tuple(sorted(listed(meaning, "efter_om_slutar"))),
        tuple(sorted(listed(meaning, "inte_efter_om"))),
        listed(meaning, "först_eller_sist"),
        numbered(sums, "kronor"),
        numbered(sums, "gånger"),
        frozenset(sums.texts("andra_mynt")),
    )
    meaning.done()
    sums.done()
    return word_lists


def _phrases(top: Keys) -> dict[Phrase, Phrase]:
    below = top.below("uttryck", required=True)
    top.done()
    same: dict[Phrase, Phrase] = {}
    for ours in below.branch.entries if below else ():
        assert below is not None
        for theirs in below.texts(ours):
            same[tuple(theirs.casefold().split())] = tuple(ours.casefold().split())
    return same


def _phrased(top: Keys, key: str) -> dict[str, tuple[Phrase, ...]]:
    """Return the phrases of the lists under `key`; a library may be older than they are."""
    below = top.below(key)
    return {name: phrases(below, name) for name in below.branch.entries} if below else {}


def _turned(top: Keys, key: str) -> dict[str, str]:
    """Return each word of the lists under `key` with the name of its list."""
    return {word.casefold(): kind for kind, words in grouped(top, key).items() for word in words}
