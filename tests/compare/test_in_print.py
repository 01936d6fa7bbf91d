"""Words that both sides have and one of them emphasises are told, and nothing else is."""

import pytest
from tests.read import read_markdown_document

from avtalsgen.compare.in_print import other_in_print
from avtalsgen.model.nodes import Document


def document(text: str) -> Document:
    return read_markdown_document(f"# Avtal\n\n## 1 Pris\n\n{text}\n", "a.md").document


@pytest.mark.parametrize(
    ("old", "new", "counts"),
    [
        ("Priset är **fast**.", "Priset är fast.", (1, 0)),
        ("Priset är fast.", "Priset är *fast*.", (0, 1)),
        ("Priset är **fast**.", "Priset är *fast*.", (1, 1)),
        ("- **fast** pris\n- **rörligt** pris", "- fast pris\n- rörligt pris", (2, 0)),
        ("- fast\n- rörligt", "1. fast\n2. rörligt", (1, 1)),
        ("- pris:\n  - fast", "- pris:\n  1. fast", (1, 1)),
        ("| Vad |\n|---|\n| **fast** |", "| Vad |\n|---|\n| fast |", (1, 0)),
        ("Se [**villkoren**](https://a.se).", "Se [villkoren](https://a.se).", (1, 0)),
    ],
)
def test_words_that_are_there_still_are_told(old: str, new: str, counts: tuple[int, int]) -> None:
    (change,) = other_in_print(document(old), document(new), same=True)
    assert (change.kind, change.old, change.new) == ("formatering", *counts)
    assert change.said.startswith("först vid ”")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Priset är **fast**.", "Priset är **fast**."),
        ("Priset är **fast**.", "Priset räknas upp."),
        ("Ett.\n\n**Två.**", "**Två.**\n\nEtt."),
    ],
)
def test_words_of_one_side_and_words_that_moved_are_no_matter_of_looks(old: str, new: str) -> None:
    assert other_in_print(document(old), document(new), same=False) == ()
