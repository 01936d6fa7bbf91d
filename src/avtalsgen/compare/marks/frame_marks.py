"""Cover and places to sign of two versions in one, and what of the old one has no words."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from avtalsgen.compare.marks.inline_marks import merged
from avtalsgen.compare.marks.runs import whole
from avtalsgen.compare.words.subsequence import common
from avtalsgen.model.nodes import (
    Cover,
    CoverRow,
    Document,
    Revision,
    Signatory,
    Signatures,
)

T = TypeVar("T")


def old_frame(old: Document) -> Document:
    """Return `old` without what a redline shows of it."""
    return replace(
        old,
        cover=Cover(old.cover.kicker, ()),
        sections=(),
        signatures=replace(old.signatures, signatories=()) if old.signatures else None,
        asides=(),
    )


def merged_cover(old: Cover, new: Cover) -> Cover:
    """Return both covers in one; a row answers to one with the same label."""
    return replace(
        new,
        title=merged(old.title, new.title),
        subtitle=merged(old.subtitle, new.subtitle),
        rows=tuple(_rows(old.rows, new.rows)),
    )


def merged_signatures(old: Signatures | None, new: Signatures | None) -> Signatures | None:
    """Return the places to sign of both; those answer to each other that say the same of it."""
    frame = new or old
    if not frame:
        return None
    olds, news = (side.signatories if side else () for side in (old, new))
    return replace(frame, signatories=tuple(_signatories(olds, news)))


def in_order(
    olds: Sequence[T], news: Sequence[T], key: Callable[[T], Hashable]
) -> Iterator[tuple[T | None, T | None]]:
    """Yield what has the same key on both sides, in order, with the rest where it stands."""
    names: dict[Hashable, int] = {}
    old_names, new_names = (
        [names.setdefault(key(each), len(names)) for each in side] for side in (olds, news)
    )
    old_at = new_at = 0
    for i, j in (*common(old_names, new_names), (len(olds), len(news))):
        yield from ((each, None) for each in olds[old_at:i])
        yield from ((None, each) for each in news[new_at:j])
        if i < len(olds):
            yield olds[i], news[j]
        old_at, new_at = i + 1, j + 1


def _rows(olds: Sequence[CoverRow], news: Sequence[CoverRow]) -> Iterator[CoverRow]:
    for old, new in in_order(olds, news, lambda row: row.label):
        if old and new:
            yield replace(new, content=merged(old.content, new.content))
        elif old:
            yield replace(old, content=whole(old.content), revision=Revision("deleted"))
        elif new:
            yield replace(new, content=whole(new.content), revision=Revision("inserted"))


def _signatories(olds: Sequence[Signatory], news: Sequence[Signatory]) -> Iterator[Signatory]:
    for old, new in in_order(
        olds, news, lambda signatory: (signatory.party, signatory.role, signatory.lines)
    ):
        if old and new:
            yield replace(
                new,
                organisation=merged(old.organisation, new.organisation),
                name=merged(old.name, new.name),
                title=merged(old.title, new.title),
            )
        elif old:
            yield _alone(old, Revision("deleted"))
        elif new:
            yield _alone(new, Revision("inserted"))


def _alone(signatory: Signatory, revision: Revision) -> Signatory:
    return replace(
        signatory,
        organisation=whole(signatory.organisation),
        name=whole(signatory.name),
        title=whole(signatory.title),
        revision=revision,
    )
