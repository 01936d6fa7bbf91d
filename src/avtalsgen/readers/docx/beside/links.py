r"""Where the links and references inside a Word file lead: to which words, however they are named.

    hyperlink w:anchor="b1", REF b1, PAGEREF b1, HYPERLINK \l "b1"
        └ the bookmark b1 begins in a paragraph: ”Avtalet gäller ett år.”

A program names bookmarks as it likes, so only the words that they stand in are held together.
Entries of the contents are told by themselves.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from lxml import etree

from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import TEXT, lines_of
from avtalsgen.readers.docx.foreign import folded
from avtalsgen.readers.docx.seen.seen_words import stories
from avtalsgen.records import dataclass

_REFERS: Final = frozenset({"REF", "PAGEREF", "NOTEREF"})
_ENTRY: Final = "_Toc"
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class LinkInside:
    """A link with the words that it shows and those that it leads to."""

    shown: str
    target: str
    """The words of the paragraph; empty where there is no such place."""
    place: int
    """Which of the paragraphs with words it is."""
    missing: str
    """The name of a place that the file has not."""


@dataclass(frozen=True, slots=True)
class LinksInside:
    """The links of a file, and the words of all its paragraphs."""

    links: tuple[LinkInside, ...]
    paragraphs: Counter[str]


def links_inside(package: Package) -> LinksInside:
    """Return the links inside a file.

    Raises:
        UnfitError: a part of the file cannot be read.
    """
    roots = [root for _, root in stories(package)]
    named = [link for root in roots for link in _named(root)]
    if not named:
        return LinksInside((), Counter())
    places, paragraphs = _bookmarks(roots)
    links = (
        LinkInside(shown, *places.get(name, ("", 0)), "" if name in places else name)
        for shown, name in named
    )
    return LinksInside(tuple(links), paragraphs)


def _bookmarks(
    roots: list[etree._Element],
) -> tuple[dict[str, tuple[str, int]], Counter[str]]:
    """Return the paragraph in which each bookmark begins, or the one after it."""
    places: dict[str, tuple[str, int]] = {}
    paragraphs, count = Counter[str](), 0
    waiting: list[str] = []
    for node in (node for root in roots for node in root.iter(f"{W}p", f"{W}bookmarkStart")):
        if node.tag != f"{W}p":
            waiting.append(node.get(f"{W}name", ""))
            above = next(node.iterancestors(f"{W}p"), None)
            if above is not None and (words := folded(lines_of(above))):
                places |= dict.fromkeys(waiting, (words, count))
                waiting = []
        elif words := folded(lines_of(node)):
            paragraphs[words] += 1
            count += 1
            places |= dict.fromkeys(waiting, (words, count))
            waiting = []
    return places, paragraphs


def _named(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the words that each link shows, and the bookmark that it leads to."""
    fields: list[list[str]] = []
    tags = (f"{W}hyperlink", f"{W}fldSimple", f"{W}fldChar", f"{W}instrText", TEXT)
    for node in root.iter(*tags):
        kind = node.get(f"{W}fldCharType")
        if node.tag == f"{W}hyperlink" and node.get(f"{W}anchor"):
            yield from _link(lines_of(node), node.get(f"{W}anchor", ""))
        elif node.tag == f"{W}fldSimple":
            yield from _link(lines_of(node), _referred(node.get(f"{W}instr", "")))
        elif kind == "begin":
            fields.append(["", ""])
        elif kind == "end" and fields:
            code, shown = fields.pop()
            yield from _link(shown, _referred(code))
        elif fields and node.tag == f"{W}instrText":
            fields[-1][0] += node.text or ""
        elif fields and node.tag == TEXT:
            fields[-1][1] += node.text or ""


def _link(shown: str, name: str) -> Iterator[tuple[str, str]]:
    if name and not name.startswith(_ENTRY):
        yield folded(shown), name


def _referred(instruction: str) -> str:
    """Return the bookmark that a field leads to; nothing for one that leads nowhere inside."""
    words = instruction.split()
    kind = words[0].upper() if words else ""
    if kind in _REFERS:
        return words[1].strip('"') if len(words) > 1 else ""
    if kind == "HYPERLINK" and r"\l" in words[:-1]:
        return words[words.index(r"\l") + 1].strip('"')
    return ""


def led_elsewhere(old: LinksInside, new: LinksInside, *, same: bool) -> Iterator[str]:
    """Yield in Swedish each link that leads to other words than before, though those are there.

    That only one of two leads nowhere is no matter of this: programs leave bookmarks out.

    `same` where the words of the files are alike: then the place is held too, as the same words
    may stand in two places.
    """
    before, now = (
        Counter(
            (one.shown, one.target, one.place if same else 0, one.missing) for one in side.links
        )
        for side in (old, new)
    )
    gone, came = before - now, now - before
    for shown, target, _, missing in sorted(came):
        _, was, _, missed = next((one for one in sorted(gone) if one[0] == shown), ("", "", 0, ""))
        lead = f"”{shown[:_SHOWN]}” leder till ”{target[:_SHOWN]}”"
        if was and was == target:
            yield f"{lead} på ett annat ställe"
        elif was and target and (same or was in new.paragraphs or target in old.paragraphs):
            yield f"{lead} i den nya, ”{was[:_SHOWN]}” i den gamla"
        elif missing and missed and missing != missed:
            yield f"”{shown[:_SHOWN]}” leder till ett annat ställe, som ingen av filerna har"
