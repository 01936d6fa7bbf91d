"""How much differs: what the head of every view says in numbers."""

from collections import Counter
from dataclasses import dataclass

from avtalsgen.model.comparison import Comparison, Line, Weight
from avtalsgen.writers.comparison.lines import one_line
from avtalsgen.writers.comparison.vocabulary import counted


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

    def said(self) -> tuple[str, str]:
        """Return the changes and the sections in words, without the sections there are none of."""
        saklig, redaktionell = self.weights["saklig"], self.weights["redaktionell"]
        fates = (
            (self.changed, "ändrat", "ändrade"),
            (self.moved, "flyttat", "flyttade"),
            (self.added, "nytt", "nya"),
            (self.removed, "borttaget", "borttagna"),
            (self.unchanged, "oförändrat", "oförändrade"),
        )
        return (
            f"{counted(saklig, 'saklig ändring', 'sakliga ändringar')} och "
            f"{counted(redaktionell, 'redaktionell', 'redaktionella')}",
            "Avsnitt: " + ", ".join(counted(*fate) for fate in fates if fate[0]),
        )


def totals(comparison: Comparison) -> Totals:
    """Return the numbers of `comparison`; text that moved whole is no inserted or deleted word."""
    statuses = Counter(pair.status for pair in comparison.sections)
    words: Counter[str] = Counter()
    for pair in comparison.sections:
        for line in pair.lines:
            words += marked_words(line)
    weights = Counter(change.weight for change in comparison.changes())
    return Totals(
        unchanged=statuses["unchanged"],
        changed=statuses["changed"],
        moved=sum(pair.moved for pair in comparison.sections),
        added=statuses["added"],
        removed=statuses["removed"],
        inserted_words=words["inserted"],
        deleted_words=words["deleted"],
        weights={"saklig": weights["saklig"], "redaktionell": weights["redaktionell"]},
    )


def marked_words(line: Line) -> Counter[str]:
    """Return how many words of `line` are inserted and deleted."""
    words_by_mark: Counter[str] = Counter()
    for span in one_line(line):
        if span.mark != "same":
            words_by_mark[span.mark] += len(span.text.split())
    return words_by_mark
