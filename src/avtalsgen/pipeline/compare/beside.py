"""What is told of two versions beside their text: comments, and characters that programs swap."""

from collections.abc import Iterator
from dataclasses import replace

from avtalsgen.compare.normal_form import alike
from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Aside, Document
from avtalsgen.problems import Problem, Severity

_LONGEST = 80
"""Characters of a comment, or of what it is on, in a line."""


def without_what_is_beside(
    old: Document, new: Document
) -> tuple[Document, Document, tuple[Problem, ...]]:
    """Return the two documents without comments and swapped characters, and what is told of them.

    JF23 one remark for each habit of a program, JF24 each comment that only one version has:
    neither is a change of the text.
    """
    pair = alike(_without_comments(old), _without_comments(new))
    remarks = (
        Problem("JF23", remark, Severity.STYLE, hint="orden är desamma; ingenting behöver göras")
        for remark in pair.remarks
    )
    return pair.old, pair.new, (*remarks, *_comments(old, new))


def _without_comments(document: Document) -> Document:
    kept = tuple(aside for aside in document.asides if aside.part != "comment")
    return replace(document, asides=kept)


def _comments(old: Document, new: Document) -> Iterator[Problem]:
    olds, news = set(map(_told, _of(old))), set(map(_told, _of(new)))
    for words in dict.fromkeys(map(_told, _of(new))):
        if words not in olds:
            yield _problem("ny kommentar", words)
    for words in dict.fromkeys(map(_told, _of(old))):
        if words not in news:
            yield _problem("borttagen kommentar", words)


def _problem(what: str, words: str) -> Problem:
    hint = "läs den i filen; texten är inte ändrad av den"
    return Problem("JF24", f"{what}: {words}", Severity.STYLE, hint=hint)


def _of(document: Document) -> Iterator[Aside]:
    return (aside for aside in document.asides if aside.part == "comment")


def _told(comment: Aside) -> str:
    """Return who says what on what: `Granskare om ”Hyran betalas”: Ska det inte …?`."""
    said = " ".join(plain.text(run) for block in comment.blocks for run in walk.runs(block))
    who = comment.name.lstrip("0123456789 ") or "någon"
    on = f" om ”{_short(comment.on)}”" if comment.on else ""
    return f"{who}{on}: {_short(said)}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0] + " …"
