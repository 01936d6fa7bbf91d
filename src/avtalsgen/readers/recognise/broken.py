"""Paragraphs that a page has broken in the middle of a sentence, and rows that a hand has broken.

Whoever takes the text out of a PDF gets a paragraph for each page, and saves it so in Word.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from avtalsgen.model.nodes import Paragraph, Text
from avtalsgen.readers.recognise.line import Line, content
from avtalsgen.readers.recognise.line_words import is_name
from avtalsgen.readers.recognise.lists import typed
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.readers.recognise.signatures import (
    is_short,
    is_sign,
    may_stand_there,
    typed_rows,
)

_STOPS = re.compile(r"[.,!?:;…][”\"’')\]]*$")
_FEWEST = 40
"""Characters; a shorter line is as likely a heading, a name or an item."""


def mended(lines: Sequence[Line], words: PageWords) -> tuple[Line, ...]:
    """Return `lines`, a paragraph that stops in a sentence joined to the one that goes on in it."""
    whole: list[Line] = []
    for line in lines:
        joined = _joined(whole[-1], line, words) if whole else None
        if joined:
            whole[-1] = joined
        else:
            whole.append(line)
    return tuple(whole)


def _joined(before: Line, after: Line, words: PageWords) -> Line | None:
    """Return the two as one line, if the first stops where no sentence does."""
    first, second = before.block, after.block
    if not (isinstance(first, Paragraph) and isinstance(second, Paragraph)):
        return None
    text = before.text.rstrip()
    plain_ones = _is_plain(before) and _is_plain(after) and typed(after).item is None
    if (
        not (plain_ones and after.after_break)
        or first.revision != second.revision
        or len(text) < _FEWEST
    ):
        return None
    if _STOPS.search(text) or not after.text[:1].islower():
        return None
    if is_name(text, words) and text.rpartition(" ")[2].casefold() not in words.leads_on:
        return None
    joined = (*first.content, Text(" "), *second.content)
    return replace(before, block=replace(first, content=joined), text=f"{text} {after.text}")


def _is_plain(line: Line) -> bool:
    return not (line.level or line.part or line.anchor or line.number or "\t" in line.text)


def broken_by_hand(lines: Sequence[Line], words: PageWords) -> Iterator[Line]:
    """Yield `lines`, the rows of paragraphs where parties sign as lines of their own.

    Whoever types a place to sign often ends its rows with line breaks: `Åby den`, a ruled line
    and a name are one paragraph then. Any row that is a sign says it of all short ones around.
    """
    rows = [tuple(typed_rows(content(each))) if _is_broken(each) else (each,) for each in lines]
    short = [bool(row) and all(is_short(one, words) for one in row) for row in rows]
    for all_short, places in groupby(range(len(lines)), short.__getitem__):
        together = list(places)
        signed = all_short and any(is_sign(one, words) for place in together for one in rows[place])
        for place in together:
            yield from rows[place] if signed else (lines[place],)


def _is_broken(of: Line) -> bool:
    return may_stand_there(of) and not of.part and "\n" in of.text.strip()
