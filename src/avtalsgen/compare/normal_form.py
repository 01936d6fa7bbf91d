"""Characters that programs swap by themselves: spaces, quotes, hyphens, dashes of intervals, NFD.

A file that comes home from a counterpart has often lost its hard spaces, or got other quotes,
everywhere; that is one thing to say of the whole file, not a change in each sentence.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document, Gap, Inline, Reference, Revision, Text, Value
from avtalsgen.records import dataclass

_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2007\u2009", " "))
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'"})
_DOUBLE = re.compile(" {2,}")
_IN_INTERVAL = re.compile(r"(?<=\d)[–‑](?=\d)|(?<=\w)‑(?=\w)")
"""A dash of an interval, and a hyphen at which no line ends: a Word file has one sign for both."""
_SOFT = str.maketrans({"\u00ad": None, "\u200b": None, "\u2060": None})


def _translated(signs: dict[int, str] | dict[int, None]) -> Callable[[str], str]:
    """Return a fold by a table; a text without any of its signs is found so quickly.

    `str.translate` looks at each letter of a text that is not ASCII, and most texts have none.
    """
    any_of = re.compile(f"[{''.join(map(chr, signs))}]")
    return lambda text: text.translate(signs) if any_of.search(text) else text


@dataclass(frozen=True, slots=True)
class Form:
    """One such habit: what a text is without it, and how it is told of, one and several."""

    fold: Callable[[str], str]
    kept: tuple[str, str]
    """Where the old text has more of it: what `1` and `n` of it have become."""
    came: tuple[str, str]
    always: bool = False
    """Whether it says nothing among other words that differ either."""


FORMS: Final = (
    Form(
        _translated(_SPACES),
        ("hårt mellanslag är ett vanligt", "hårda mellanslag är vanliga"),
        ("vanligt mellanslag är hårt", "vanliga mellanslag är hårda"),
    ),
    Form(
        _translated(_QUOTES),
        ("typografiskt citattecken är rakt", "typografiska citattecken är raka"),
        ("rakt citattecken är typografiskt", "raka citattecken är typografiska"),
    ),
    Form(
        lambda text: _DOUBLE.sub(" ", text) if "  " in text else text,
        ("dubbelt mellanslag är enkelt", "dubbla mellanslag är enkla"),
        ("enkelt mellanslag är dubbelt", "enkla mellanslag är dubbla"),
        always=True,
    ),
    Form(
        lambda text: _IN_INTERVAL.sub("-", text) if "–" in text or "‑" in text else text,
        ("tankstreck i intervall är ett bindestreck", "tankstreck i intervall är bindestreck"),
        ("bindestreck i intervall är ett tankstreck", "bindestreck i intervall är tankstreck"),
    ),
    Form(
        _translated(_SOFT),
        ("mjukt bindestreck är borta", "mjuka bindestreck är borta"),
        ("mjukt bindestreck har kommit till", "mjuka bindestreck har kommit till"),
    ),
    Form(
        lambda text: unicodedata.normalize("NFC", text),
        ("tecken i två delar är ett", "tecken i två delar är hela"),
        ("helt tecken är i två delar", "hela tecken är i två delar"),
    ),
)
_FOLDED_BY_READERS: Final = FORMS[-2:]
_MARKS_OF_HABITS: Final = re.compile(rb"\xcc|\xcd[\x80-\xaf]|\xc2\xad|\xe2\x80\x8b|\xe2\x81\xa0")
"""Combining marks, soft hyphens and their like, as bytes."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two documents without the habits that set them apart, and one remark for each of those."""

    old: Document
    new: Document
    remarks: tuple[str, ...]


def alike(old: Document, new: Document) -> Alike:
    """Return both documents folded by each form in which equal paragraphs of theirs differ.

    A habit that both have, or that only comes with other words, is left as it is, but for double
    spaces, which are nowhere a change.
    """
    remarks = list[str]()
    written = "\n".join(line for document in (old, new) for line in plain.lines(document))
    if bare(written) == written:
        return Alike(old, new, ())
    for form in FORMS:
        away, come = _swapped(form, old, new)
        if away or come or (form.always and old != new):
            old, new = _folded(old, form), _folded(new, form)
            remarks += [
                _remark(count, words)
                for count, words in ((away, form.kept), (come, form.came))
                if count
            ]
    return Alike(old, new, tuple(remarks))


def letter_remarks(old: bytes, new: bytes) -> tuple[str, ...]:
    """Return a remark for each habit that readers fold away as they read, by the files' own text.

    Those are letters in two parts and soft hyphens; the bytes are UTF-8, XML or not.
    """
    sides = [[_folded_away(form, data) for form in _FOLDED_BY_READERS] for data in (old, new)]
    remarks = []
    for form, before, now in zip(_FOLDED_BY_READERS, *sides, strict=True):
        if before != now:
            words = form.kept if before > now else form.came
            remarks.append(_remark(abs(before - now), words))
    return tuple(remarks)


def _folded_away(form: Form, data: bytes) -> int:
    if not _MARKS_OF_HABITS.search(data):
        return 0
    text = data.decode("utf-8", "replace")
    return len(text) - len(form.fold(text))


def _swapped(form: Form, old: Document, new: Document) -> tuple[int, int]:
    """Return how many characters of the form have gone from, and come to, paragraphs alike."""
    olds, news = _by_fold(form, old), _by_fold(form, new)
    away = come = 0
    for folded in olds.keys() & news.keys():
        gone, added = olds[folded] - news[folded], news[folded] - olds[folded]
        away += sum(_characters(text, folded) * times for text, times in gone.items())
        come += sum(_characters(text, folded) * times for text, times in added.items())
    shared = min(away, come)
    return (away - shared, come - shared) if away != come else (away, 0)


def _by_fold(form: Form, document: Document) -> dict[str, Counter[str]]:
    """Return the paragraphs of a document by what each is without the form and all others."""
    by_fold: dict[str, Counter[str]] = {}
    for line in plain.lines(document):
        by_fold.setdefault(bare(line), Counter())[_only(form, line)] += 1
    return by_fold


def bare(text: str) -> str:
    """Return a text without any of the habits."""
    for form in FORMS:
        text = form.fold(text)
    return text


def _only(form: Form, text: str) -> str:
    """Return a text without all other forms."""
    for other in FORMS:
        text = text if other is form else other.fold(text)
    return text


def _characters(text: str, folded: str) -> int:
    """Return how many characters of a text the fold has changed or taken away."""
    if len(text) != len(folded):
        return abs(len(text) - len(folded))
    return sum(one != other for one, other in zip(text, folded, strict=True))


def _folded(document: Document, form: Form) -> Document:
    before = ""
    """The letter before, of words that look otherwise: two spaces may stand on both sides."""

    def fold(text: str) -> str:
        nonlocal before
        folded = form.fold(before + text)
        folded = folded[len(before) :] if folded.startswith(before) else form.fold(text)
        before = folded[-1:] or before
        return folded

    def inline(node: Inline, _mark: Revision | None) -> Iterable[Inline]:
        yield from _inline(node, fold)

    return walk.rewrite(document, inline=inline)


def _inline(node: Inline, fold: Callable[[str], str]) -> Iterator[Inline]:
    match node:
        case Text(text) | Value(text):
            folded = fold(text)
            if folded:
                yield replace(node, text=folded)
        case Gap(text):
            yield replace(node, text=fold(text))
        case Reference():
            yield replace(node, lead=fold(node.lead), text=fold(node.text))
        case _:
            yield node


def _remark(count: int, words: tuple[str, str]) -> str:
    return f"{count} {words[count > 1]}"
