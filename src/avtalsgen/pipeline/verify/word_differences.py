"""The words of a file beside those of the document that the workspace makes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from avtalsgen.compare.words.subsequence import common
from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.model.walk import runs, sections
from avtalsgen.records import dataclass

COVER, SIGNATURES = "omslaget", "underskrifterna"
_BEFORE, _AFTER = 3, 6
"""How many words are shown before and after the place where two texts part."""


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A part of a document: its cover, a section, or where it is signed."""

    name: str
    """As it is told to people."""
    anchor: str
    """The anchor of a section, else empty."""
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartDifference:
    """Where a part of a file first says something else than the workspace does."""

    part: DocumentPart
    expected: str
    found: str


def parts(document: Document) -> tuple[DocumentPart, ...]:
    """Return the parts of `document` in reading order; together they are all its words."""
    cover = plain.words(replace(document, sections=(), signatures=None))
    around = plain.words(replace(document, sections=()))
    return (
        DocumentPart(COVER, "", tuple(cover)),
        *_sections(document),
        DocumentPart(SIGNATURES, "", tuple(around[len(cover) :])),
    )


def _sections(document: Document) -> Iterator[DocumentPart]:
    for section in sections(document):
        heading = plain.heading(section)
        lines = [heading]
        lines += [plain.text(content) for block in section.blocks for content in runs(block)]
        name = f"avsnittet ”{heading or section.anchor}”"
        yield DocumentPart(name, section.anchor, tuple(" ".join(lines).split()))


def difference(part: DocumentPart, words: Sequence[str]) -> PartDifference | None:
    """Return where `words`, those of this part in a file, first differs; none if nowhere."""
    if tuple(words) == part.words:
        return None
    position = _parting(part.words, words)
    return PartDifference(part, _shown(part.words, position), _shown(words, position))


def differences(
    expected: Sequence[DocumentPart], file_words: Sequence[str]
) -> tuple[PartDifference, ...]:
    """Return where each part first differs from `file_words`, those of a whole file."""
    owners = [part for part in expected for _ in part.words]
    words = [word for part in expected for word in part.words]
    first: dict[DocumentPart, PartDifference] = {}
    for position, position_in_file in _partings(words, file_words):
        owner = owners[min(position, len(owners) - 1)]
        shown = PartDifference(owner, _shown(words, position), _shown(file_words, position_in_file))
        first.setdefault(owner, shown)
    return tuple(first.values())


def _partings(words: Sequence[str], file_words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield each place where the two texts part, as a place in either."""
    names: dict[str, int] = {}
    old, new = (
        [names.setdefault(word, len(names)) for word in side] for side in (words, file_words)
    )
    position = position_in_file = 0
    for place, place_found in (*common(old, new), (len(old), len(new))):
        if (place, place_found) != (position, position_in_file):
            yield position, position_in_file
        position, position_in_file = place + 1, place_found + 1


def _parting(words: Sequence[str], other_words: Sequence[str]) -> int:
    pairs = enumerate(zip(words, other_words, strict=False))
    shorter = min(len(words), len(other_words))
    return next((at for at, (word, found) in pairs if word != found), shorter)


def _shown(words: Sequence[str], position: int) -> str:
    first, last = max(0, position - _BEFORE), position + _AFTER
    shown = " ".join(words[first:last])
    return f"{'… ' if first else ''}{shown}{' …' if last < len(words) else ''}"
