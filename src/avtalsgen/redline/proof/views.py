"""The proof: the redline accepted says what the newer file says, rejected what the older does.

It starts from the bytes that would be handed over, and shares nothing with the writing of them
but how a file is read.
"""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Literal

from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.revisions import Way, resolve
from avtalsgen.redline.package.forms import Forms, blocks
from avtalsgen.redline.package.heads import Heads, shown_heads
from avtalsgen.redline.package.names import Names
from avtalsgen.redline.package.notes import notes_of

Side = Literal["old", "new"]
_CONTROL = re.compile(r"[\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class Failure:
    """What is not as it should be."""

    side: Side
    story: Literal["body", "page", "heads"]
    blocks: frozenset[int] = frozenset()
    """The blocks of the body of that side that it is about."""
    reason: str = ""
    """What was wanted and what there was."""

    def __str__(self) -> str:
        story = {"body": "texten", "page": "sidorna", "heads": "sidhuvud och sidfötter"}[self.story]
        side = {"old": "avvisad", "new": "godkänd"}[self.side]
        return f"{story} blir fel när jämförelsen är {side} ({self.reason})"


class View:
    """What a file says when its tracked changes are accepted, or rejected."""

    def __init__(self, package: Package, way: Way, names: Names | None = None) -> None:
        self._package, self._way = package, way
        self._names = names or Names(package)
        self._notes = {key: self._resolved(note) for key, note in notes_of(package).items()}
        root = self._resolved(package.tree(package.main))
        body = root.find(W + "body")
        forms = Forms(self._names, package.main, self._notes)
        self.body = [forms.block(one) for one in blocks(body)]
        self.section = forms.section(body.find(W + "sectPr"))
        self._said: dict[str, str] = {}
        self.heads = [self._heads(one) for one in shown_heads(package, root)]

    def _resolved(self, root: Element) -> Element:
        copied = deepcopy(root)
        resolve(copied, self._way)
        return copied

    def _heads(self, heads: Heads) -> dict[tuple[str, str], str]:
        said = {tuple(place): self._head(part) for place, part in heads.items()}
        return {(role, pages): text for (role, pages), text in said.items() if text}

    def _head(self, part: str) -> str:
        """Return the form of a header; nothing for one that shows nothing."""
        if part not in self._said:
            root = self._resolved(self._package.tree(part))
            forms = Forms(self._names, part, self._notes)
            said = [forms.block(one) for one in blocks(root)]
            shows = any(forms.flow(one).pieces for one in root.iter(W + "p"))
            self._said[part] = "\7".join(said) if shows else ""
        return self._said[part]


def prove(old: View, new: View, redline: Package) -> Iterator[Failure]:
    """Yield what in `redline` is not as in `old` when rejected, or as in `new` when accepted."""
    sides: tuple[tuple[Side, View, Way], ...] = (("old", old, "reject"), ("new", new, "accept"))
    names = Names(redline)
    for side, want, way in sides:
        yield from _compared(side, want, View(redline, way, names))


def _compared(side: Side, want: View, got: View) -> Iterator[Failure]:
    if want.body != got.body:
        differs = _differing(want.body, got.body)
        yield Failure(side, "body", differs, _reason(want.body, got.body))
    if want.section != got.section:
        yield Failure(side, "page", reason=_shown(want.section, got.section))
    if want.heads != got.heads:
        yield Failure(side, "heads", reason=_shown(str(want.heads), str(got.heads)))


def _differing(want: Sequence[str], got: Sequence[str]) -> frozenset[int]:
    """Return which of the blocks that were wanted are missing or stand elsewhere."""
    first, last = _ends(want, got)
    return frozenset(range(max(0, first - 1), min(len(want), len(want) - last + 1)))


def _reason(want: Sequence[str], got: Sequence[str]) -> str:
    first, _ = _ends(want, got)
    return _shown(*(side[first] if first < len(side) else "" for side in (want, got)))


def _shown(want: str, got: str) -> str:
    """Return two forms from where they part, with nothing in them that does not print."""
    shorter = min(len(want), len(got))
    at = next((at for at in range(shorter) if want[at] != got[at]), shorter)
    parts = (side[max(0, at - 30) : at + 50] for side in (want, got))
    return " mot ".join(f"”{_CONTROL.sub(' ', part).strip()}”" for part in parts)


def _ends(want: Sequence[str], got: Sequence[str]) -> tuple[int, int]:
    shorter = min(len(want), len(got))
    first = last = 0
    while first < shorter and want[first] == got[first]:
        first += 1
    while last < shorter - first and want[-1 - last] == got[-1 - last]:
        last += 1
    return first, last
