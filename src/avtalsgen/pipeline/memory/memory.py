"""Answers that hold as long as everything that they were made of is as it was."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from avtalsgen.pipeline.memory import store
from avtalsgen.pipeline.memory.store import Json
from avtalsgen.pipeline.workspace.snapshot import Snapshot

_MOST: Final = 20_000
"""Answers; with more, those that nobody asked for this time are forgotten."""


class Memory:
    """What commands have found in the workspace at `root`, by the name of what was asked.

    An answer is given only if every file and folder that it was made of has the content that
    it had then; so it is the one that the work would give again.
    """

    def __init__(self, root: Path, files: Snapshot) -> None:
        self._root = root
        self._files = files
        loaded = store.load(root)
        self._contents = _contents(loaded.get("contents"))
        self._kept = _kept(loaded.get("kept"), len(self._contents))
        self._asked: set[str] = set()
        self._changed = False

    def recall(self, question: str) -> Json:
        """Return the answer that was noted for `question`; nothing if it may be another now."""
        self._asked.add(question)
        numbers, answer = self._kept.get(question, ((), None))
        made_of = (self._contents[number] for number in numbers)
        fresh = all(self._files.digest(path) == digest for path, digest in made_of)
        return answer if fresh else None

    def note(self, question: str, made_of: Mapping[str, str], answer: Json) -> None:
        """Keep `answer`, which was made of what has the digests `made_of`, by path."""
        numbers = {content: number for number, content in enumerate(self._contents)}
        for content in made_of.items():
            if content not in numbers:
                numbers[content] = len(self._contents)
                self._contents.append(content)
        self._kept[question] = tuple(numbers[content] for content in made_of.items()), answer
        self._asked.add(question)
        self._changed = True

    def save(self) -> None:
        """Put what was noted on disk, if anything was and the disk takes it."""
        if not self._changed:
            return
        if len(self._kept) > _MOST:
            self._kept = {asked: self._kept[asked] for asked in self._asked & self._kept.keys()}
        used = sorted({number for numbers, _ in self._kept.values() for number in numbers})
        place = {number: place for place, number in enumerate(used)}
        kept: dict[str, Json] = {
            question: [[place[number] for number in numbers], answer]
            for question, (numbers, answer) in sorted(self._kept.items())
        }
        contents: list[Json] = [list(self._contents[number]) for number in used]
        store.save(self._root, {"contents": contents, "kept": kept})


def _contents(data: Json | None) -> list[tuple[str, str]]:
    pairs = data if isinstance(data, list) else []
    contents = []
    for pair in pairs:
        match pair:
            case [str(path), str(digest)]:
                contents.append((path, digest))
            case _:
                return []
    return contents


def _kept(data: Json | None, contents: int) -> dict[str, tuple[tuple[int, ...], Json]]:
    """Return the answers that name contents which are there."""
    kept_contents: dict[str, tuple[tuple[int, ...], Json]] = {}
    for question, kept in (data if isinstance(data, dict) else {}).items():
        match kept:
            case [list(numbers), answer]:
                named = tuple(n for n in numbers if isinstance(n, int) and 0 <= n < contents)
                if len(named) == len(numbers):
                    kept_contents[question] = named, answer
            case _:
                continue
    return kept_contents
