"""What can be put right without anybody choosing: words in our own texts, at their exact place.

Only texts that were named are changed, and the facts and texts of an uppdrag that is not signed.
A clause is an edition that others may have signed, and is left to people.
"""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from avtalsgen.pipeline.output import atomic
from avtalsgen.problems import Place, Remark
from avtalsgen.records import dataclass
from avtalsgen.uppdrag.directory import LOCK

_OURS: Final = (".md", ".markdown", ".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class TextFix:
    """A file before and after, and how many places of it were put right."""

    path: Path
    before: str
    after: str
    count: int

    @property
    def diff(self) -> str:
        """What changes, as a unified diff."""
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True),
            self.after.splitlines(keepends=True),
            str(self.path),
            str(self.path),
            n=1,
        )
        return "".join(lines)


def fixes(
    remarks: Sequence[Remark], here: Path, root: Path | None, names: Iterable[str]
) -> tuple[TextFix, ...]:
    """Return what the safe fixes of `remarks` make of the texts that may be changed.

    `here` is where the user stands, `root` the workspace around it, if there is one.
    """
    named = set(names)
    by_file: dict[str, list[tuple[Place, str]]] = {}
    for remark in remarks:
        if remark.fix is None:
            continue
        for place, words in _places(remark, remark.fix):
            by_file.setdefault(place.spot.file, []).append((place, words))
    made = []
    for file, places in by_file.items():
        path = _changeable(here, root, file, named)
        fix = _fixed(path, places) if path else None
        if fix:
            made.append(fix)
    return tuple(made)


def write(made: Iterable[TextFix]) -> None:
    """Write the texts, all or none."""
    atomic.write_all({fix.path: fix.after.encode("utf-8") for fix in made})


def _places(remark: Remark, words: str) -> Iterator[tuple[Place, str]]:
    """Yield the place of a remark, and those where the same words stand."""
    yield remark.place, words
    yield from ((place, words) for place in remark.also if place.quote == remark.place.quote)


def _changeable(here: Path, root: Path | None, file: str, named: set[str]) -> Path | None:
    """Return where a file is that may be changed: named, or of an uppdrag that is not locked."""
    parts = Path(file).parts
    if Path(file).suffix.lower() not in _OURS:
        return None
    if root and parts[:1] == ("uppdrag",) and file not in named:
        edition = root / "uppdrag" / parts[1] / parts[2].removesuffix(".yaml")
        locked = edition.with_name(edition.name + LOCK).exists()
        return root / file if not locked and (root / file).is_file() else None
    return here / file if file in named and (here / file).is_file() else None


def _fixed(path: Path, places: Sequence[tuple[Place, str]]) -> TextFix | None:
    try:
        before = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None  # read in another encoding, and written in that by whoever owns it
    lines = before.split("\n")
    count = 0
    last_first = sorted(
        places, key=lambda told: (told[0].spot.line or 0, told[0].spot.column or 0), reverse=True
    )
    for place, words in last_first:
        line, column = place.spot.line, place.spot.column
        if line is None or column is None or line > len(lines):
            continue
        text, start = lines[line - 1], column - 1
        if text[start : start + len(place.quote)] == place.quote:
            lines[line - 1] = text[:start] + words + text[start + len(place.quote) :]
            count += 1
    after = "\n".join(lines)
    return TextFix(path, before, after, count) if count else None
