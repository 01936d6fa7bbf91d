"""Edits chosen by chance, each in a section of its own, with what is to be told written first.

What is expected is worked out from what was sent and the edit alone; nothing of takeback has been
run on the file by then.
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from tests.takeback.handed import Expected
from tests.takeback.program_edits import in_controls, split_runs
from tests.takeback.scribe import Scribe, Sheaf
from tests.takeback.scripted_words import SCRIPTS
from tests.takeback.word_edits import (
    ANNA,
    BO,
    W,
    WordFile,
)


def edited(sheaf: Sheaf, seed: int, count: int) -> tuple[bytes, list[tuple[str, list[Expected]]]]:
    """Return a file with some edits, and of each its name with what is to be told of it."""
    scribe = Scribe(sheaf, Random(seed))
    noise = scribe.chance.choice((None, None, split_runs, in_controls, _spaces))
    sections = sheaf.sections()
    scribe.chance.shuffle(sections)
    names = list(SCRIPTS)
    scribe.chance.shuffle(names)
    done: list[tuple[str, list[Expected]]] = []
    for section in sections:
        for name in list(names):
            if len(done) == count:
                break
            scribe.who = scribe.chance.choice((None, ANNA, BO))
            told = SCRIPTS[name](scribe, section)
            if told is not None:
                done.append((f"{name} {scribe.how} {section.anchor}", told))
                names.remove(name)
                break
    if noise is not None:
        _try(noise, scribe.file)
    return scribe.file.written(), done


def _try(noise: Callable[[WordFile], None], file: WordFile) -> None:
    try:
        noise(file)
    except (LookupError, StopIteration):
        return


def _spaces(file: WordFile) -> None:
    for node in file.body.iter(f"{W}t"):
        node.text = (node.text or "").replace("\u00a0", " ").replace("”", '"')


def matched(
    told: Sequence[dict[str, Any]],
    expected: Sequence[Expected],
    is_it: Callable[[dict[str, Any], Expected], bool],
) -> tuple[list[Expected], list[dict[str, Any]]]:
    """Return what was expected and is not told, and what is told that nobody did."""
    left, invented = list(expected), []
    for change in told:
        match = next((each for each in left if is_it(change, each)), None)
        if match is None:
            invented.append(change)
        else:
            left.remove(match)
    return left, invented
