"""How much differs: what the head of every view says in numbers."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from avtalsgen.model.comparison import ComparedLine, Comparison, Rank, SectionPair, Weight
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import enumerate_words
from avtalsgen.writers.comparison.comparison_lines import one_line
from avtalsgen.writers.comparison.vocabulary import counted

RANKED: Final[Mapping[Rank, str]] = {
    "avgörande": "med avgörande ändringar",
    "saklig": "med andra ändringar i sak",
    "redaktionell": "med bara redaktionella ändringar",
}
"""The ranks, the weightiest first, with what is said of sections that have it."""


def rank_of(pair: SectionPair) -> Rank | None:
    """Return the rank of the weightiest change of a section, None if it has none."""
    ranks = {change.rank for change in pair.changes}
    return next((rank for rank in RANKED if rank in ranks), None)


@dataclass(frozen=True, slots=True)
class Totals:
    """Sections by what happened to them, words and changes.

    A section that moved is counted as moved and by its status, so the four statuses add up
    to all sections.
    """

    unchanged: int
    changed: int
    moved: int
    added: int
    removed: int
    inserted_words: int
    deleted_words: int
    weights: dict[Weight, int]
    ranks: dict[Rank, int]
    """Sections by the weightiest of their changes; one that only moved is in none."""

    def said(self) -> tuple[str, str]:
        """Return the changes and the sections in words, without the sections there are none of."""
        ranked = [
            f"{counted(self.ranks[rank], 'avsnitt', 'avsnitt')} {what}"
            for rank, what in RANKED.items()
            if self.ranks[rank]
        ]
        fates = (
            (self.changed, "ändrat", "ändrade"),
            (self.moved, "flyttat", "flyttade"),
            (self.added, "nytt", "nya"),
            (self.removed, "borttaget", "borttagna"),
            (self.unchanged, "oförändrat", "oförändrade"),
        )
        return (
            f"{enumerate_words(ranked)}" if ranked else "Inget avsnitt har ändrad text",
            "Avsnitt: " + ", ".join(counted(*fate) for fate in fates if fate[0]),
        )


def totals(comparison: Comparison) -> Totals:
    """Return the numbers of `comparison`; text that moved whole is no inserted or deleted word."""
    statuses = Counter(pair.status for pair in comparison.sections)
    words: Counter[str] = Counter()
    for pair in comparison.sections:
        for line in pair.lines:
            words += marked_words(line)
    ranks = Counter(filter(None, map(rank_of, comparison.sections)))
    weights = Counter(change.weight for change in comparison.changes())
    return Totals(
        unchanged=statuses["unchanged"],
        changed=statuses["changed"],
        moved=sum(pair.moved for pair in comparison.sections),
        added=statuses["added"],
        removed=statuses["removed"],
        inserted_words=words["inserted"],
        deleted_words=words["deleted"],
        ranks={rank: ranks[rank] for rank in RANKED},
        weights={"saklig": weights["saklig"], "redaktionell": weights["redaktionell"]},
    )


def pair_words(pair: SectionPair) -> tuple[int, int]:
    """Return how many words of a section are inserted, and how many deleted."""
    counts = [marked_words(line) for line in pair.lines]
    return sum(each["inserted"] for each in counts), sum(each["deleted"] for each in counts)


def marked_words(line: ComparedLine) -> Counter[str]:
    """Return how many words of `line` are inserted and deleted."""
    words_by_mark: Counter[str] = Counter()
    for span in one_line(line):
        if span.mark != "same":
            words_by_mark[span.mark] += len(span.text.split())
    return words_by_mark
