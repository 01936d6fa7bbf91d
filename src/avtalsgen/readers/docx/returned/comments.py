"""The comments of a Word file, each with what was answered to it (ECMA-376 part 1, 17.13.4).

Who answers whom stands in a part of Word's own, `commentsExtended`: by the last paragraph of each.
"""

from collections.abc import Callable

from lxml import etree

from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import lines_of
from avtalsgen.readers.docx.returned.sheet import SheetComment

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_LONGEST = 500
_OFF = {"", "0", "false", "off"}


def comments(package: Package, line_of: Callable[[str], int]) -> tuple[SheetComment, ...]:
    """Return the comments in the order of the file; `line_of` tells where each is pinned."""
    name = package.related("comments")
    root = package.part(name) if name else None
    if root is None:
        return ()
    pinned = _pinned(package.document())
    parents, resolved = _threads(package)
    first: dict[str, list[SheetComment]] = {}
    by_paragraph: dict[str, str] = {}
    every: dict[str, SheetComment] = {}
    answers: dict[str, str] = {}
    for node in root.iterchildren(f"{W}comment"):
        identity = node.get(f"{W}id", "")
        ids = [each.get(f"{_W14}paraId", "") for each in node.iter(f"{W}p")]
        key = ids[-1] if ids else ""
        by_paragraph[key] = identity
        if parents.get(key):
            answers[identity] = parents[key]
        every[identity] = SheetComment(
            identity,
            node.get(f"{W}author", ""),
            node.get(f"{W}date", ""),
            "\n".join(filter(None, (_text(each) for each in node.iter(f"{W}p")))),
            pinned.get(identity, ""),
            line_of(identity),
            bool(resolved.get(key)),
        )
    for identity, parent in answers.items():
        target = by_paragraph.get(parent, "")
        while target in answers:  # an answer to an answer belongs to the same thread
            target = by_paragraph.get(answers[target], "")
        first.setdefault(target, []).append(every[identity])
    threads = (
        (comment, first.get(key, ())) for key, comment in every.items() if key not in answers
    )
    return tuple(_with(comment, replies) for comment, replies in threads)


def _with(comment: SheetComment, replies: "list[SheetComment] | tuple[()]") -> SheetComment:
    return SheetComment(
        comment.identity,
        comment.author,
        comment.date,
        comment.text,
        comment.on,
        comment.place,
        comment.resolved,
        tuple(replies),
    )


def _threads(package: Package) -> tuple[dict[str, str], dict[str, bool]]:
    """Return who is answered by each comment, and which are resolved, by their paragraphs."""
    parents: dict[str, str] = {}
    resolved: dict[str, bool] = {}
    name = next((each for each in package.names if each.endswith("commentsExtended.xml")), "")
    root = package.part(name) if name else None
    for node in () if root is None else root.iter(f"{_W15}commentEx"):
        key = node.get(f"{_W15}paraId", "")
        parent = node.get(f"{_W15}paraIdParent", "")
        if parent and parent != key:
            parents[key] = parent
        resolved[key] = node.get(f"{_W15}done", "") not in _OFF
    return parents, resolved


def _pinned(root: etree._Element) -> dict[str, str]:
    words: dict[str, str] = {}
    opened: set[str] = set()
    kinds = ("commentRangeStart", "commentRangeEnd", "t", "delText", "p")
    for node in root.iter(*(W + kind for kind in kinds)):
        key = node.get(f"{W}id", "")
        if node.tag == f"{W}commentRangeStart":
            opened.add(key)
        elif node.tag == f"{W}commentRangeEnd":
            opened.discard(key)
        else:
            text = " " if node.tag == f"{W}p" else node.text or ""
            for identity in opened:
                if len(said := words.get(identity, "")) < _LONGEST:
                    words[identity] = said + text
    return {key: " ".join(text.split()) for key, text in words.items()}


def _text(paragraph: etree._Element) -> str:
    return " ".join(lines_of(paragraph).split())
