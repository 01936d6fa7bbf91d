"""What a check asks the register: read, and told with its place where it is wrong."""

from datetime import date
from pathlib import Path

import pytest
from tests.workspace import MemoryFiles

from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError
from avtalsgen.register.checking.lore import Lore, read_lore
from avtalsgen.register.checking.needs import FILE as NEEDS
from avtalsgen.register.checking.wordings import FILE as WORDINGS

ROOT = Path(__file__).parents[2]
OURS = Workspace(ROOT)


def lore(changed: dict[str, str]) -> Lore:
    return read_lore(MemoryFiles(changed), OURS)


def test_what_a_workspace_has_no_file_for_comes_along() -> None:
    ours, none = read_lore(OURS, OURS), lore({})
    assert none.wordings.keys() == ours.wordings.keys()
    assert none.needs.services == ours.needs.services
    assert none.language == ours.language


def test_a_workspace_has_wordings_of_its_own() -> None:
    text = (
        "lydelser:\n  egen:\n    uttryck: [gamla ord]\n    till: 2020-01-01\n    ny: nya ord\n"
        "    källa: SFS\n    kontrollerad_per: 2026-01-01\n"
    )
    (wording,) = lore({WORDINGS: text}).wordings.values()
    assert (wording.phrases, wording.until) == (("gamla ord",), date(2020, 1, 1))


WRONG = {
    "RE06": (WORDINGS, "lydelser:\n  egen:\n    uttryck: [x]\n    ny: y\n    källa: z\n"),
    "RE07": (NEEDS, "insatser: {}\nklausuler: {x: {namn: y, källa: z, typer: [annat]}}\n"),
}


@pytest.mark.parametrize("code", WRONG)
def test_an_entry_that_is_none_is_told_with_its_place(code: str) -> None:
    file, text = WRONG[code]
    with pytest.raises(AvtalsgenError) as caught:
        lore({file: text})
    assert {problem.code for problem in caught.value.problems} == {code}
    assert {problem.origin.file for problem in caught.value.problems if problem.origin} == {file}


def test_every_word_of_the_language_lists_is_met_once() -> None:
    language = lore({}).language
    for lists in (language.old, language.heavy, language.dated, language.apart):
        words = [word for wrong in lists.values() for word in wrong]
        assert len(words) == len(set(words))
