"""What is not alike in two Word files whose words are, and in which nothing else was found.

The Word redline knows every way in which a file can differ from another, for it is proven to give
either back; so it is asked, and what it marks is told. A file that another program has written
anew has everything written otherwise; in it each word is held to the other by how it looks.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from avtalsgen.compare.looks import other_looks
from avtalsgen.compare.looks import told as lines_of_looks
from avtalsgen.compare.normal_form import bare
from avtalsgen.model.comparison import OtherChange
from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.revisions import CHANGES, TRACKED
from avtalsgen.ooxml.text import DELETED_TEXT, TEXT, lines_of, text_of
from avtalsgen.pipeline.compare.views import Pair, settled
from avtalsgen.problems import AvtalsgenError
from avtalsgen.readers.docx.altered import is_written_anew
from avtalsgen.readers.docx.foreign import folded
from avtalsgen.readers.docx.left_over import without_emptied_headings
from avtalsgen.readers.docx.seen.seen_words import stories
from avtalsgen.redline import Options, word_redline

_AUTHOR: Final = "avtalsgen/jämförelse"
_LOOKS: Final = "formatering"
_OF_WORDS: Final = (f"{W}ins", f"{W}del")
_SOFT: Final = f"{W}softHyphen"
_LETTERS: Final = frozenset((*_OF_WORDS, TEXT, DELETED_TEXT, f"{W}r", f"{W}rPr", _SOFT))
_SHOWN: Final = 60


def unlike_in_word(pair: Pair, before: Package, now: Package) -> Iterator[OtherChange]:
    """Yield what differs in two Word files with the same words.

    Raises:
        UnfitError: one of them cannot be read.
    """
    if pair.old.data == pair.new.data:
        return
    if is_written_anew(now, before) and _program(before) != _program(now):
        for line in lines_of_looks(other_looks(now, before)):
            yield OtherChange(_LOOKS, 1, 1, line)
        return
    for was, table in zip(*(_tables(file) for file in (before, now)), strict=False):
        if _columns(was) != _columns(table):
            where = folded(lines_of(table))[:_SHOWN]
            yield OtherChange(_LOOKS, 1, 1, f"kolumnerna i tabellen ”{where}” har annan bredd")
    yield from _marked(pair)


def _tables(file: Package) -> list[Element]:
    return [table for _, root in stories(file) for table in root.iter(f"{W}tbl")]


def _columns(table: Element) -> list[str]:
    """Return how wide the columns of a table are drawn (17.4.16); no redline can show it."""
    return [column.get(f"{W}w") or "" for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]


def _program(file: Package) -> str:
    """Return the program that the file says has written it."""
    ways = file.relations("").values()
    part = next((way.part for way in ways if way.role == "extended-properties"), "")
    root = file.part(part) if part else None
    said = () if root is None else (each for each in root if str(each.tag).endswith("Application"))
    return next((each.text or "" for each in said), "")


def _marked(pair: Pair) -> Iterator[OtherChange]:
    files = pair.old.data or b"", pair.new.data or b""
    old, new = map(without_emptied_headings, files)
    if old == new:
        return
    options = Options(author=_AUTHOR, tracked=settled(pair.tracked))
    if (old, new) == files:
        options = replace(options, alignment=pair.body)
    try:
        made = word_redline(old, new, options)
    except AvtalsgenError as error:
        yield OtherChange("annat innehåll", 1, 1, error.problems[0].message)
        return
    for listed in made.listed:
        yield OtherChange(_LOOKS, 1, 1, listed.message)
    marks = tuple(mark for mark in _marks(Package(made.docx)) if not _is_swapped(mark))
    if marks:
        of_looks = all(mark.tag in CHANGES for mark in marks)
        kind = _LOOKS if of_looks else "annat innehåll"
        where = next(filter(None, map(_words, marks)), "")
        said = f"först vid ”{where}”" if where else "sidornas utformning"
        yield OtherChange(kind, len(marks), len(marks), f"{said}; --format docx visar allt")


def _marks(redline: Package) -> Iterator[Element]:
    for _, root in stories(redline):
        for mark in root.iter(*TRACKED, *CHANGES):
            if mark.get(f"{W}author") == _AUTHOR:
                yield mark


def _is_swapped(mark: Element) -> bool:
    """Return whether a mark is only of characters that programs swap, which is told by itself."""
    around = next(mark.iterancestors(f"{W}p"), None)
    if around is None or not len(mark) or {one.tag for one in mark.iter()} - _LETTERS:
        return False
    sides = {f"{W}ins": "", f"{W}del": ""}
    for node in around.iter(TEXT, DELETED_TEXT, _SOFT):
        side = next(node.iterancestors(*_OF_WORDS), None)
        for way in sides if side is None else (side.tag,):
            sides[way] += "\N{SOFT HYPHEN}" if node.tag == _SOFT else node.text or ""
    old, new = sides.values()
    return old != new and bare(old) == bare(new)


def _words(mark: Element) -> str:
    """Return the first words of what a mark stands in: its paragraph, or its row or table."""
    around = next(mark.iterancestors(f"{W}p", f"{W}tr", f"{W}tbl"), None)
    if around is None:
        return ""
    return folded(lines_of(around) or text_of(around, (DELETED_TEXT,)))[:_SHOWN]
