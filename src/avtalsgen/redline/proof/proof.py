"""The proof: the redline accepted says what the newer file says, rejected what the older does.

It starts from the bytes that would be handed over, and shares nothing with the writing of them
but how a file is read.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from avtalsgen.compare.words.subsequence import common_ends
from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.package import Package
from avtalsgen.records import dataclass
from avtalsgen.redline.options import Listed
from avtalsgen.redline.package.package_names import PackageNames
from avtalsgen.redline.proof.views import FileView, same_both_ways, shown

Ours = Callable[[Element], bool]
"""Whether a mark is ours."""
Side = Literal["old", "new"]
Story = Literal["body", "page", "heads", "numbers", "targets", "relations", "marks", "kept"]
_STORIES: Mapping[Story, str] = {
    "body": "texten",
    "page": "sidornas form",
    "heads": "sidhuvud eller sidfot",
    "numbers": "numreringen",
    "targets": "en hänvisning",
    "relations": "en länk eller bild",
    "marks": "en tidigare ändring",
    "kept": "text som är lika i båda",
}
_MOST_NAMED = 5
"""How many bookmarks a message names."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What is not as it should be."""

    side: Side
    story: Story
    blocks: frozenset[int] = frozenset()
    """The blocks of the body of that side that it is about."""
    place: str = ""
    """The words at the first of them."""

    def __str__(self) -> str:
        side = {"old": "avvisad", "new": "godkänd"}[self.side]
        place = f", vid ”{self.place}”" if self.place else ""
        return f"{_STORIES[self.story]} blir fel när jämförelsen är {side}{place}"


@dataclass(frozen=True, slots=True)
class Proven:
    """What is wrong, and what is right but cannot be seen in the marks."""

    failures: tuple[Failure, ...]
    told: tuple[Listed, ...]


def prove(
    old: FileView, new: FileView, redline: Package, labels: Mapping[str, str] | None = None
) -> Proven:
    """Compare `redline` with `old` when rejected, and with `new` when accepted.

    `labels` are what the lists of the redline are called. What numbering and bookmarks are when
    it is rejected no mark can say: that they are as in the newer file is told.
    """
    names = PackageNames(redline, labels)
    same = same_both_ways(redline, names)
    rejected = FileView(redline, "reject", names, same)
    accepted = FileView(redline, "accept", names, same)
    failures = [*compared("old", old, rejected), *compared("new", new, accepted)]
    if accepted.numbers != new.numbers:
        failures.append(Failure("new", "numbers"))
    if _missing(new, accepted):
        failures.append(Failure("new", "targets"))
    if accepted.lost - old.lost - new.lost:
        failures.append(Failure("new", "relations"))
    return Proven(tuple(failures), (*_numbering(old, rejected), *_bookmarks(old, rejected)))


def compared(side: Side, want: FileView, got: FileView) -> Iterator[Failure]:
    """Yield where the text, the pages and the heads of `got` are not those of `want`."""
    if want.body != got.body:
        differs = _differing(want.body, got.body)
        first, _ = common_ends(want.body, got.body)
        place = next((text for text in want.texts[first:] if text), "")
        yield Failure(side, "body", differs, shown(place))
    if want.section != got.section:
        yield Failure(side, "page")
    if want.heads != got.heads:
        yield Failure(side, "heads")


def _differing(want: Sequence[str], got: Sequence[str]) -> frozenset[int]:
    """Return which of the blocks that were wanted are missing or stand elsewhere."""
    first, last = common_ends(want, got)
    return frozenset(range(max(0, first - 1), min(len(want), len(want) - last + 1)))


def _missing(want: FileView, got: FileView) -> list[str]:
    """Return the bookmarks that references find in `want`, and find otherwise or not in `got`."""
    return sorted(name for name, text in want.targets.items() if got.targets.get(name) != text)


def _elsewhere(want: FileView, got: FileView) -> list[str]:
    """Return the bookmarks that links lead to, and that stand in another paragraph in `got`."""
    return [name for name, text in want.homes.items() if got.homes.get(name, text) != text]


def _bookmarks(want: FileView, got: FileView) -> Iterator[Listed]:
    names = sorted({*_missing(want, got), *_elsewhere(want, got)})
    if not names:
        return
    more = f" och {len(names) - _MOST_NAMED} till" if len(names) > _MOST_NAMED else ""
    said = ", ".join(f"”{name}”" for name in names[:_MOST_NAMED]) + more
    what = f"bokmärket {said} står" if len(names) == 1 else f"bokmärkena {said} står"
    yield Listed(
        "bookmark", f"{what} på annan text i den nyare filen, också där ändringarna avvisas"
    )


def _numbering(want: FileView, got: FileView) -> Iterator[Listed]:
    if want.numbers == got.numbers:
        return
    first, _ = common_ends([str(one) for one in want.numbers], [str(one) for one in got.numbers])
    before = want.numbers[first] if first < len(want.numbers) else None
    now = got.numbers[first] if first < len(got.numbers) else None
    if before and now:
        change = f"”{before.number} {before.text}” är ”{now.number} {now.text}” i den nyare filen"
    elif before:
        change = f"”{before.number} {before.text}” är utan nummer i den nyare filen"
    else:
        assert now is not None
        change = f"”{now.number} {now.text}” är utan nummer i den äldre filen"
    yield Listed("numbering", f"numreringen är en annan: {change}, också där ändringarna avvisas")
