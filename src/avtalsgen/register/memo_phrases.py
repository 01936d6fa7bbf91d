"""What a finished memo may not say: `clauses/register/ord/skrivelse.yaml`."""

from typing import Final

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.register.word_files import FOLDER, Phrase, opened, phrases
from avtalsgen.source import Files

NAME: Final = "skrivelse"
PATH: Final = f"{FOLDER}/{NAME}.yaml"


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


def read_memo_phrases(files: Files) -> MemoPhrases:
    """Return the lists.

    Raises:
        AvtalsgenError: RE05 for each entry that is not one, FI01 the file is missing.
    """
    problems: list[Problem] = []
    top = opened(files, NAME, problems)
    below = top.below("oförändrat", required=True)
    memo_phrases = MemoPhrases(
        phrases(top, "arbetsnotering"),
        phrases(top, "uppmaning"),
        phrases(below, "vad") if below else (),
        phrases(below, "står_sig") if below else (),
        phrases(below, "utom") if below else (),
    )
    if below:
        below.done()
    top.done()
    if problems:
        raise AvtalsgenError(problems)
    return memo_phrases
