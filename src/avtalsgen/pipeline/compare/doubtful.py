"""Words that do not hold or are not seen, and what lies across the text, of any two files.

A Word file and a PDF tell it, any other text does not. What both have in the same words is no
difference; where only one format can tell, it is said whatever the other shows.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from avtalsgen.compare.beside import other_changes
from avtalsgen.model.comparison import OtherChange
from avtalsgen.ooxml.package import Package
from avtalsgen.readers.docx.beside.beside_words import beside_words, has_graphics, quoted_words
from avtalsgen.readers.docx.refusals import refusals
from avtalsgen.readers.doubtful import ACROSS, DOUBTFUL, DRAWN, Doubtful
from avtalsgen.records import dataclass

_PDF, _WORD = b"%PDF", b"PK"
_FORMATS: Final = {_PDF: "PDF-filen", _WORD: "Wordfilen"}
_UNKNOWN: Final = "den andra filens format säger inte om det är så där"
_ELSEWHERE: Final = "och inte i den andra filen"
_PINNED: Final = ("påritat", "text utanför sidan")
"""What only a PDF can have."""
_PICTURE: Final = "bild"


@dataclass(frozen=True, slots=True)
class _Told:
    """What a file tells of itself: `name` is that of its format, empty where it tells nothing."""

    name: str
    doubtful: Doubtful


def doubtful_that_differs(old: bytes, new: bytes, *, draft: bool) -> Iterator[OtherChange]:
    """Yield what only one of two files of different formats, or of two PDFs, has.

    `draft` where both are known to be drafts, whose mark across each page is no difference.

    Raises:
        AvtalsgenError: DX01–DX03, PF01–PF03 a file cannot be read.
    """
    sides = _told(old), _told(new)
    for place, (here, there) in enumerate((sides, sides[::-1])):
        for kind in sorted(DOUBTFUL & here.doubtful.keys() - ({ACROSS} if draft else set())):
            words = here.doubtful[kind]
            if there.name and _squeezed(words) == _squeezed(there.doubtful.get(kind, Counter())):
                continue
            quotes = Counter({f"”{said}”": count for said, count in words.items()})
            (change,) = other_changes({kind: quotes}, {}, {kind})
            said = change.said.removeprefix("bara i den gamla ")
            why = f" {_ELSEWHERE}" if there.name else f"; {_UNKNOWN}"
            counts = (change.old, 0) if place == 0 else (0, change.old)
            yield OtherChange(kind, *counts, f"i {here.name} {said}{why}")
    yield from _drawn(old, new, *sides)


def _told(data: bytes) -> _Told:
    if data[:4] == _PDF:
        from avtalsgen.readers.pdf.drawn.doubtful import doubtful  # Word files need none of it
        from avtalsgen.readers.pdf.file import opened, plain_copy

        with opened(data) as file:
            return _Told(_FORMATS[_PDF], doubtful(plain_copy(file)))
    if data[:2] == _WORD:
        with refusals():
            things = beside_words(Package(data))
        return _Told(_FORMATS[_WORD], {kind: quoted_words(things[kind]) for kind in things})
    return _Told("", {})


def _drawn(old: bytes, new: bytes, was: _Told, is_now: _Told) -> Iterator[OtherChange]:
    """Yield what is drawn in a PDF beside its words, where the other file surely has no such."""
    if _FORMATS[_PDF] == was.name == is_now.name:
        yield from other_changes(_only(was.doubtful), _only(is_now.doubtful))
        return
    for place, (data, told, other) in enumerate(((old, was, new), (new, is_now, old))):
        if data[:4] != _PDF:
            continue
        from avtalsgen.readers.pdf.beside_words import beside_words as of_pdf

        things = of_pdf(data)
        kinds = {kind: things[kind] for kind in _PINNED}
        if other[:2] == _WORD and not _has_graphics(other):
            kinds |= {_PICTURE: things[_PICTURE], **_only(told.doubtful)}
        sides = (kinds, {}) if place == 0 else ({}, kinds)
        for change in other_changes(*sides):
            yield OtherChange(change.kind, change.old, change.new, f"bara i {told.name}")


def _only(doubtful: Doubtful) -> Doubtful:
    return {DRAWN: doubtful[DRAWN]} if DRAWN in doubtful else {}


def _has_graphics(data: bytes) -> bool:
    with refusals():
        return has_graphics(Package(data))


def _squeezed(words: Counter[str]) -> str:
    return "".join(filter(str.isalnum, "".join(words.elements())))
