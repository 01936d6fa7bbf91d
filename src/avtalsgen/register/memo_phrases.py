"""What a finished memo may not say: `skrivelse.yaml` and `belopp.yaml` of the word lists."""

from collections.abc import Mapping
from typing import Final

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.register.word_files import Phrase, listed, numbered, opened, phrases
from avtalsgen.source import Files

NAME, SUMS = "skrivelse", "belopp"
FILES: Final = (f"{NAME}.yaml", f"{SUMS}.yaml")
"""The files of `FOLDER` that are read."""


@dataclass(frozen=True, slots=True)
class MemoPhrases:
    """The lists, each as the comment above it in its file says; `…` stands for a few words."""

    notes: tuple[Phrase, ...]
    asks: tuple[Phrase, ...]
    """What a sentence to a colleague begins with; one to the nämnd does not."""
    subjects: tuple[Phrase, ...]
    stays: tuple[Phrase, ...]
    spared: tuple[Phrase, ...]
    """What a sentence has that says in which way it stays."""
    same: tuple[Phrase, ...]
    """What stands right before that which stays."""
    cost: frozenset[str]
    """What says that a sentence is about the cost."""
    budget: frozenset[str]
    """What says that a sum is one to pay with."""
    kronor: Mapping[str, int]
    times: Mapping[str, int]
    """A word between a number and its unit, and what it multiplies by."""


def read_memo_phrases(files: Files) -> MemoPhrases:
    """Return the lists.

    Raises:
        AvtalsgenError: RE05 for each entry that is not one, FI01 the file is missing.
    """
    problems: list[Problem] = []
    top = opened(files, NAME, problems)
    sums = opened(files, SUMS, problems)
    below = top.below("oförändrat", required=True)
    memo_phrases = MemoPhrases(
        phrases(top, "arbetsnotering"),
        phrases(top, "uppmaning"),
        phrases(below, "vad") if below else (),
        phrases(below, "står_sig") if below else (),
        phrases(below, "utom") if below else (),
        phrases(below, "framför") if below else (),
        listed(top, "kostnad"),
        listed(top, "budget"),
        numbered(sums, "kronor"),
        numbered(sums, "gånger"),
    )
    if below:
        below.done()
    top.done()
    if problems:
        raise AvtalsgenError(problems)
    return memo_phrases
