"""Blocks that are aligned: paragraphs, tables, rows and whatever else stands under each other."""

import re
from collections import Counter
from collections.abc import Callable
from functools import cached_property

from avtalsgen.compare.words.tokens import tokens
from avtalsgen.compare.words.word_diff import word_diff
from avtalsgen.ooxml.elements import Element, first_child
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.text import lines_of

_WORD = re.compile(r"\w+")
_PAGE_NUMBER = re.compile(r"(?:\t|\.{3}| {3}) *[0-9]+\s*\Z")
_LEVELS = {"begin": 1, "end": -1}


class Block:
    """An element with what alignment asks about it; worked out when first asked."""

    def __init__(
        self, element: Element, form: Callable[[Element], str], *, is_heading: bool = False
    ) -> None:
        self.element = element
        self.is_heading = is_heading
        self.tag: str = element.tag
        self.form = form(element)
        self.rigid = False
        """Whether it may not become another."""

    @cached_property
    def shell(self) -> str:
        """Return what it is said to be around, if it is custom XML around blocks."""
        if self.tag != W + "customXml":
            return ""
        return f"{self.element.get(W + 'uri', '')}#{self.element.get(W + 'element', '')}"

    @cached_property
    def text(self) -> str:
        """Return the text in it, each paragraph on a line of its own, with tabs and breaks.

        The entries of contents are without: lines that change at both ends are better replaced,
        as LibreOffice joins two where one ends and the other begins with what is new.
        """
        return self._gapped.replace("\t", "") if self.is_entry else self._gapped

    @cached_property
    def is_entry(self) -> bool:
        """Return whether it ends, after a gap, in a number, as the entries of contents do."""
        ends_in_digit = self._gapped.rstrip()[-1:].isdigit()
        return ends_in_digit and self.is_paragraph and _PAGE_NUMBER.search(self._gapped) is not None

    @cached_property
    def _gapped(self) -> str:
        return lines_of(self.element)

    @cached_property
    def words(self) -> Counter[str]:
        """Return its words, however they are cased, and how often each stands there."""
        return Counter(_WORD.findall(self.text.casefold()))

    @cached_property
    def size(self) -> int:
        """Return how many letters its words have."""
        return sum(len(word) * times for word, times in self.words.items())

    @property
    def is_paragraph(self) -> bool:
        """Return whether it is a paragraph."""
        return self.tag == W + "p"

    @cached_property
    def is_plain(self) -> bool:
        """Return whether it is a paragraph that may be cut, joined and moved."""
        return self.is_paragraph and self.stands_free

    @property
    def stands_free(self) -> bool:
        """Return whether it may move: no section ends in it, and no field begins or ends alone."""
        return not self.ends_section and not self.fields_left

    @cached_property
    def ends_section(self) -> bool:
        """Return whether it is a paragraph that carries a section break."""
        properties = first_child(self.element, W + "pPr") if self.is_paragraph else None
        return properties is not None and first_child(properties, W + "sectPr") is not None

    @cached_property
    def fields_left(self) -> tuple[str, ...]:
        """Return the ends of fields that have their other end in another block."""
        left: list[str] = []
        for end in self.element.iter(W + "fldChar"):
            kind = end.get(W + "fldCharType")
            if kind == "end" and left and left[-1] == "begin":
                left.pop()
            elif kind in _LEVELS:
                left.append(kind)
        return tuple(left)


def shared(first: Counter[str], second: Counter[str]) -> int:
    """Return how many letters the words have that both hold."""
    if len(first) > len(second):
        first, second = second, first
    return sum(
        len(word) * min(times, second[word]) for word, times in first.items() if word in second
    )


def kept_letters(before: str, now: str) -> int:
    """Return how many letters and signs stay when one text becomes the other word by word."""
    olds, news = tokens(before), tokens(now)
    return sum(
        len(token)
        for edit in word_diff(olds, news)
        if edit.kind == "same"
        for token in olds[edit.old_from : edit.old_to]
    )


def likeness(first: Block, second: Block) -> float:
    """Return how large a part of the larger one is in both: 1 if they have the same words."""
    largest = max(first.size, second.size)
    return (
        shared(first.words, second.words) / largest if largest else float(first.text == second.text)
    )


def may_pair(first: Block, second: Block) -> bool:
    """Return whether one can become the other without being taken away."""
    if first.rigid or second.rigid:
        return False
    return first.form == second.form or (
        first.tag == second.tag
        and first.shell == second.shell
        and first.ends_section == second.ends_section
        and (not first.is_paragraph or first.fields_left == second.fields_left)
    )
