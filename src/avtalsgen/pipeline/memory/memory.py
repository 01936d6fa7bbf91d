"""Answers that hold as long as everything that they were made of is as it was."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from avtalsgen.pipeline.memory import store
from avtalsgen.pipeline.memory.store import Json
from avtalsgen.pipeline.workspace.snapshot import Snapshot

_MOST: Final = 100_000
"""Answers; with more, those that nobody asked for this time are forgotten."""


class Memory:
    """What commands have found in the workspace at `root`, by the name of what was asked.

    An answer is given only if every file and folder that it was made of has the content that
    it had then; so it is the one that the work would give again.
    """

    def __init__(self, root: Path, files: Snapshot) -> None:
        self._root = root
        self._files = files
        self._contents: list[tuple[str, str]] = []
        self._numbers: dict[tuple[str, str], int] = {}
        self._kept: dict[str, tuple[tuple[int, ...], Json]] = {}
        self._asked: set[str] = set()
        self._new: set[str] = set()
        self._learn(store.load(root))

    def recall(self, question: str) -> Json:
        """Return the answer that was noted for `question`; nothing if it may be another now."""
        self._asked.add(question)
        numbers, answer = self._kept.get(question, ((), None))
        made_of = (self._contents[number] for number in numbers)
        fresh = all(self._files.digest(path) == digest for path, digest in made_of)
        return answer if fresh else None

    def made_of(self, question: str) -> dict[str, str]:
        """Return what the answer that was noted for `question` was made of, by path."""
        numbers, _ = self._kept.get(question, ((), None))
        return dict(self._contents[number] for number in numbers)

    def note(self, question: str, made_of: Mapping[str, str], answer: Json) -> None:
        """Keep `answer`, which was made of what has the digests `made_of`, by path."""
        self._kept[question] = tuple(map(self._number, made_of.items())), answer
        self._asked.add(question)
        self._new.add(question)

    def save(self) -> None:
        """Put what was noted on disk, if anything was and the disk takes it.

        What another process has put there in the meantime is kept beside it.
        """
        if not self._new:
            return
        with store.turn_of(self._root):
            self._learn(store.load(self._root))
            kept = self._kept
            if len(kept) > _MOST:
                kept = {asked: kept[asked] for asked in self._asked & kept.keys()}
            store.save(self._root, _as_data(self._contents, kept))
        self._new = set()

    def _learn(self, loaded: Mapping[str, Json]) -> None:
        """Take in what is on disk, but for what was noted here since."""
        contents = _contents(loaded.get("contents"))
        for question, (numbers, answer) in _kept(loaded.get("kept"), len(contents)).items():
            if question not in self._new:
                ours = tuple(self._number(contents[number]) for number in numbers)
                self._kept[question] = ours, answer

    def _number(self, content: tuple[str, str]) -> int:
        number = self._numbers.get(content)
        if number is None:
            number = self._numbers[content] = len(self._contents)
            self._contents.append(content)
        return number


def _as_data(
    contents: Sequence[tuple[str, str]], kept: Mapping[str, tuple[tuple[int, ...], Json]]
) -> dict[str, Json]:
    used = sorted({number for numbers, _ in kept.values() for number in numbers})
    place = {number: place for place, number in enumerate(used)}
    answers: dict[str, Json] = {
        question: [[place[number] for number in numbers], answer]
        for question, (numbers, answer) in sorted(kept.items())
    }
    return {"contents": [list(contents[number]) for number in used], "kept": answers}


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
