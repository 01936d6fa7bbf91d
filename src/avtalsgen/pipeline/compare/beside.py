"""What is told of two versions beside their text: comments, and characters that programs swap."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from avtalsgen.compare.normal_form import alike, letter_remarks
from avtalsgen.model import plain, walk
from avtalsgen.model.comparison import CommentChange
from avtalsgen.model.nodes import Document
from avtalsgen.ooxml.package import Package
from avtalsgen.pipeline.workspace.document_argument import Opened
from avtalsgen.problems import Problem, Severity
from avtalsgen.records import dataclass

_PLAIN = frozenset({".txt", ".text", ".md", ".markdown"})
_HINT = "gör ingenting; orden är desamma"


@dataclass(frozen=True, slots=True)
class Bare:
    """Two documents without what is no text of theirs, and what is told of that."""

    old: Document
    new: Document
    problems: tuple[Problem, ...]
    """JF23: one for each habit of a program."""
    comments: tuple[CommentChange, ...]
    """Those that only one version has, the new first."""


def without_what_is_beside(old: Opened, new: Opened) -> Bare:
    """Return the two documents without comments and swapped characters: no change of the text."""
    pair = alike(_without_comments(old.document), _without_comments(new.document))
    said = (*pair.remarks, *letter_remarks(_written(old), _written(new)))
    remarks = tuple(Problem("JF23", remark, Severity.STYLE, hint=_HINT) for remark in said)
    return Bare(pair.old, pair.new, remarks, tuple(_comments(old.document, new.document)))


def _written(opened: Opened) -> bytes:
    """Return the text of a file as it is written, nothing of one that has its letters elsewhere."""
    data = opened.data or b""
    if data.startswith(b"PK"):
        package = Package(data)
        return package.blob(package.main)
    return data if opened.suffix in _PLAIN else b""


def _without_comments(document: Document) -> Document:
    kept = tuple(aside for aside in document.asides if aside.part != "comment")
    return replace(document, asides=kept)


def _comments(old: Document, new: Document) -> Iterator[CommentChange]:
    olds, news = Counter(_said(old)), Counter(_said(new))
    yield from (CommentChange("ny", *said) for said in (news - olds).elements())
    yield from (CommentChange("borttagen", *said) for said in (olds - news).elements())


def _said(document: Document) -> Iterator[tuple[str, str, str]]:
    """Yield who says what on which words."""
    for comment in document.asides:
        if comment.part == "comment":
            words = " ".join(
                plain.text(run) for block in comment.blocks for run in walk.runs(block)
            )
            who = comment.name.lstrip("0123456789 ")
            yield who, " ".join(comment.on.split()), " ".join(words.split())
