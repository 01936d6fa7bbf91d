"""Tracked changes that nobody has settled, and that only one of two files has.

Word shows each of them in the margin with a name: a word made bold, a cell put in, a page turned.
Words that were put in or struck are read as words, and told by themselves where they are read as
they stand: then a struck word is the same word as one that holds.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import TEXTS, lines_of, text_of, text_of_run
from avtalsgen.readers.docx.beside.only_one import CarriedChange
from avtalsgen.readers.docx.foreign import folded
from avtalsgen.readers.docx.seen.seen_words import stories

_CALLED: Final[Mapping[str, str]] = {
    "rPrChange": "teckenformat",
    "pPrChange": "styckeformat",
    "tblPrChange": "tabellformat",
    "tblPrExChange": "tabellformat",
    "tblGridChange": "kolumnbredd",
    "trPrChange": "radformat",
    "tcPrChange": "cellformat",
    "sectPrChange": "sidformat",
    "numberingChange": "numrering",
    "cellIns": "infogad cell",
    "cellDel": "borttagen cell",
    "cellMerge": "sammanfogad cell",
    "customXmlInsRangeStart": "infogad innehållskontroll",
    "customXmlDelRangeStart": "borttagen innehållskontroll",
}
"""What a reader calls each mark (17.13.5)."""
_OF_WORDS: Final[Mapping[str, str]] = {
    W + "ins": "infogat",
    W + "del": "struket",
    W + "moveFrom": "flyttat härifrån",
    W + "moveTo": "flyttat hit",
}
_ENDS: Final = {W + "rPr": "styckeslut", W + "trPr": "tabellrad"}
"""What a mark without words in it is on, by what it stands in (17.13.5.15, 17.13.5.16)."""
_TAGS: Final = {W + name: called for name, called in _CALLED.items()}
_DEFINED: Final = ("styles", "numbering")
"""Parts that say how text looks elsewhere, in which looks are tracked too."""
_NO_MATTER: Final = frozenset(W + name for name in ("id", "date", "rsidR", "rsidRPr"))
_SHOWN: Final = 60

_Mark = tuple[str, str, str, str]
"""What it is called, whose it is, what was there before, and the words that it is on."""


def pending_that_differs(
    old: Package, new: Package, *, of_words: bool = False
) -> Iterator[CarriedChange]:
    """Yield the tracked changes of looks, and `of_words`, that only one of two files has.

    Raises:
        UnfitError: one of them cannot be read.
    """
    before, now = Counter(_marks(old)), Counter(_marks(new))
    if of_words:
        before.update(_marks_of_words(old))
        now.update(_marks_of_words(new))
    if before != now:
        yield CarriedChange("spårad ändring", _shown(before - now), _shown(now - before))


def pending_words(file: Package) -> tuple[str, ...]:
    """Return how each tracked change of words is told: `struket, Eva: inte`.

    Raises:
        UnfitError: the file cannot be read.
    """
    return _shown(Counter(_marks_of_words(file)))


def _marks_of_words(file: Package) -> Iterator[_Mark]:
    """Yield each mark on words, ends of paragraphs and rows; those of a paragraph alike are one."""
    for _, root in stories(file):
        on_words: dict[tuple[str, str, object], str] = {}
        for mark in root.iter(*_OF_WORDS):
            called, author = _OF_WORDS[mark.tag], mark.get(f"{W}author") or ""
            home = mark.getparent()
            if home.tag in _ENDS:
                yield f"{called} {_ENDS[home.tag]}", author, "", _words_by(home)
            elif words := text_of(mark, TEXTS):
                paragraph = next(mark.iterancestors(f"{W}p"), None)
                key = (called, author, paragraph)
                on_words[key] = on_words.get(key, "") + words
        for (called, author, _), words in on_words.items():
            yield called, author, "", folded(words)


def _words_by(properties: etree._Element) -> str:
    """Return what stands in the paragraph or row that a mark is on."""
    home = next(properties.iterancestors(f"{W}p", f"{W}tr"), None)
    return "" if home is None else folded(text_of(home, TEXTS))


def _shown(marks: Counter[_Mark]) -> tuple[str, ...]:
    said = []
    for called, author, _, words in sorted(marks.elements()):
        on = f": {words[:_SHOWN]}" if words else ""
        said.append(f"{called}, {author or 'någon'}{on}")
    return tuple(said)


def _marks(file: Package) -> Iterator[_Mark]:
    """Yield each mark; runs of a paragraph that are marked alike are one, however it is parted."""
    roots = [root for _, root in stories(file)]
    defined = (file.related_part(role) for role in _DEFINED)
    for root in (*roots, *(part for part in defined if part is not None)):
        on_runs: dict[tuple[object, ...], str] = {}
        for mark in root.iter(*_TAGS):
            said = _TAGS[mark.tag], mark.get(f"{W}author") or "", _before(mark)
            around = next(mark.iterancestors(f"{W}r", f"{W}p", f"{W}tr", f"{W}tbl"), None)
            if around is None:
                yield *said, ""
            elif around.tag == f"{W}r":
                key = (*said, next(around.iterancestors(f"{W}p"), None))
                on_runs[key] = on_runs.get(key, "") + text_of_run(around)
            else:
                yield *said, folded(lines_of(around))
        for (called, author, was, _), words in on_runs.items():
            yield str(called), str(author), str(was), folded(words)


def _before(mark: etree._Element) -> str:
    """Return what was there before, as it is compared and never shown."""
    return " ".join(
        f"{own.tag} {sorted(pair for pair in own.attrib.items() if pair[0] not in _NO_MATTER)}"
        for own in mark.iter()
    )
