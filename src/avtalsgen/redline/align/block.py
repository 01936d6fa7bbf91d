"""Blocks that are aligned: paragraphs, tables, rows and whatever else stands under each other."""

import re
from collections import Counter
from functools import cached_property

from avtalsgen.compare.words.tokens import tokens
from avtalsgen.compare.words.word_diff import word_diff
from avtalsgen.ooxml.elements import Element, first_child
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.revisions import MARKERS
from avtalsgen.ooxml.text import TEXT, lines_of

_WORD = re.compile(r"\w+")
_PAGE_NUMBER = re.compile(r"(?:\t|\.{3}| {3}) *[0-9]+\s*\Z")
_LEVELS = {"begin", "end"}
_AROUND_NOTHING = MARKERS | {W + "r", W + "lastRenderedPageBreak"}
_PROPERTIES = {W + "pPr", W + "rPr"}


class BlockFacts:
    """What alignment asks about a block, worked out when first asked.

    Blocks of one form say the same, so those of both files share it: most of them are alike.
    """

    def __init__(self, element: Element, *, is_heading: bool = False) -> None:
        self._element = element
        self.tag: str = element.tag
        self.is_heading = is_heading
        self.is_paragraph = self.tag == W + "p"

    @cached_property
    def shell(self) -> str:
        """Return what it is said to be around, if it is custom XML around blocks."""
        if self.tag != W + "customXml":
            return ""
        return f"{self._element.get(W + 'uri', '')}#{self._element.get(W + 'element', '')}"

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
        return lines_of(self._element)

    @cached_property
    def words(self) -> Counter[str]:
        """Return its words, however they are cased, and how often each stands there."""
        return Counter(_WORD.findall(self.text.casefold()))

    @cached_property
    def size(self) -> int:
        """Return how many letters its words have."""
        return sum(len(word) * times for word, times in self.words.items())

    @cached_property
    def is_plain(self) -> bool:
        """Return whether it is a paragraph that may be cut, joined and moved."""
        return self.is_paragraph and self.stands_free

    @cached_property
    def is_text(self) -> bool:
        """Return whether it is such a paragraph and no heading."""
        return self.is_plain and not self.is_heading

    @cached_property
    def stands_free(self) -> bool:
        """Return whether it may move: no section ends in it, and no field begins or ends alone."""
        return not self.ends_section and not self.fields_left

    @cached_property
    def ends_section(self) -> bool:
        """Return whether it is a paragraph that carries a section break."""
        properties = first_child(self._element, W + "pPr") if self.is_paragraph else None
        return properties is not None and first_child(properties, W + "sectPr") is not None

    @cached_property
    def fields_left(self) -> tuple[str, ...]:
        """Return the ends of fields that have their other end in another block."""
        left: list[str] = []
        for end in self._element.iter(W + "fldChar"):
            kind = end.get(W + "fldCharType")
            if kind == "end" and left and left[-1] == "begin":
                left.pop()
            elif kind in _LEVELS:
                left.append(kind)
        return tuple(left)

    @cached_property
    def is_blank(self) -> bool:
        """Return whether it is a paragraph with no text but spaces, and nothing else.

        One that ends a section or breaks a page is none.
        """
        return self.is_paragraph and _holds_nothing(self._element) and not self.ends_section


def _holds_nothing(element: Element) -> bool:
    for child in element:
        if child.tag == TEXT:
            if (child.text or "").strip():
                return False
        elif child.tag not in _PROPERTIES and not (
            child.tag in _AROUND_NOTHING and _holds_nothing(child)
        ):
            return False
    return True


class Block:
    """An element, its form, and what it says."""

    __slots__ = ("element", "form", "rigid", "said")

    def __init__(self, element: Element, form: str, said: BlockFacts | None = None) -> None:
        self.element = element
        self.form = form
        self.said = said or BlockFacts(element)
        self.rigid = False
        """Whether it may not become another."""


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


def likeness(first: BlockFacts, second: BlockFacts) -> float:
    """Return how large a part of the larger one is in both: 1 if they have the same words."""
    largest = max(first.size, second.size)
    return (
        shared(first.words, second.words) / largest if largest else float(first.text == second.text)
    )


def may_pair(first: Block, second: Block) -> bool:
    """Return whether one can become the other without being taken away."""
    if first.rigid or second.rigid:
        return False
    before, now = first.said, second.said
    return first.form == second.form or (
        before.tag == now.tag
        and before.shell == now.shell
        and before.ends_section == now.ends_section
        and (not before.is_paragraph or before.fields_left == now.fields_left)
    )
