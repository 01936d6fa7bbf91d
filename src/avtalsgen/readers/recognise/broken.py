"""Paragraphs that a page has broken in the middle of a sentence.

Whoever takes the text out of a PDF gets a paragraph for each page, and saves it so in Word.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from avtalsgen.model.nodes import Paragraph, Text
from avtalsgen.readers.recognise.line import Line
from avtalsgen.readers.recognise.line_words import is_name
from avtalsgen.readers.recognise.lists import typed
from avtalsgen.readers.recognise.page_words import PageWords

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
    content = (*first.content, Text(" "), *second.content)
    return replace(before, block=replace(first, content=content), text=f"{text} {after.text}")


def _is_plain(line: Line) -> bool:
    return not (line.level or line.part or line.anchor or line.number or "\t" in line.text)
