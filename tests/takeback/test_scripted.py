"""Edits by chance: what is told is what was written down before, and nothing else."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.takeback.scribe import Sheaf
from tests.takeback.scripted import edited, matched
from tests.takeback.taking import DOCUMENT, base, project
from tests.takeback.test_handed import is_it
from tests.takeback.test_many import facts_of_it

from avtalsgen.pipeline.takeback.takeback import taken_back
from avtalsgen.writers.returned.json import change_data


@cache
def sheaf() -> Sheaf:
    return Sheaf(base(*DOCUMENT), facts_of_it())


@given(st.integers(0, 10**6), st.integers(4, 9))
@settings(max_examples=6)
def test_what_is_told_is_what_was_done(seed: int, count: int) -> None:
    file, done = edited(sheaf(), seed, count)
    taken = taken_back(project(), file, "prov.docx", sheaf().base).taken
    told = [change_data(change) for change in taken.result.changes]
    expected = [each for _, every in done for each in every]
    assert matched(told, expected, is_it) == ([], []), [name for name, _ in done]
