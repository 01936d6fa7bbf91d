"""Runs of text, each of one look, to the inlines of a paragraph."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from avtalsgen.model.addresses import safe_address
from avtalsgen.model.nodes import Emphasis, Inline, LineBreak, Link, Strong, Text
from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class TextRun:
    """Characters of one look; an address where they lead somewhere."""

    text: str
    strong: bool = False
    emphasis: bool = False
    address: str = ""
    noted: int = 0
    """The sign of a note, and which one it is of the text; 0 for other words."""


def signed(runs: Iterable[TextRun]) -> Iterator[TextRun]:
    """Yield `runs`, the sign of a note as other formats print it: `[1]`."""
    for noted, alike in groupby(runs, lambda run: run.noted):
        if not noted:
            yield from alike
            continue
        sign = list(alike)
        words = "".join(run.text for run in sign)
        room = " " if words[:1].isspace() else ""
        yield replace(sign[0], text=f"{room}[{words.strip()}]", noted=0, address="")


def inlines(runs: Iterable[TextRun]) -> tuple[Inline, ...]:
    """Return `runs` as inlines, without white space at the ends, neighbours alike as one."""
    result: list[Inline] = []
    for address, linked in groupby(_trimmed(runs), lambda run: run.address):
        words = tuple(_styled(linked))
        if safe_address(address):
            result.append(Link(words, address))
        else:
            result.extend(words)
    return tuple(result)


def _styled(runs: Iterable[TextRun]) -> Iterator[Inline]:
    for look, alike in groupby(runs, lambda run: replace(run, text="", address="")):
        words = "".join(run.text for run in alike)
        for place, row in enumerate(words.split("\n")):
            if place:
                yield LineBreak()
            if row:
                inline: Inline = Text(row)
                if look.emphasis:
                    inline = Emphasis((inline,))
                yield Strong((inline,)) if look.strong else inline


def _trimmed(runs: Iterable[TextRun]) -> list[TextRun]:
    """Return `runs` with single spaces between words, and none at the ends."""
    kept: list[TextRun] = []
    for run in runs:
        text = _single(run.text, after_space=not kept or kept[-1].text.endswith(" "))
        if text:
            kept.append(replace(run, text=text))
    while kept and not kept[-1].text.rstrip(" "):
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" "))
    return kept


def _single(text: str, *, after_space: bool) -> str:
    words = [word for word in text.replace("\t", " ").split(" ") if word]
    lead = " " if text[:1] in " \t" and not after_space and words else ""
    trail = " " if text[-1:] in (" ", "\t") else ""
    if not words:
        return "" if after_space else " "
    return lead + " ".join(words) + trail
