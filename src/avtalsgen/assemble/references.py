"""Live references: every one gets the number of the section it leads to."""

from collections.abc import Iterable, Mapping

from avtalsgen.model import plain
from avtalsgen.model.nodes import (
    Gap,
    Inline,
    Reference,
    Section,
    Value,
)
from avtalsgen.model.walk import Mark, rewrite
from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.keys import nearest
from avtalsgen.source import Origin
from avtalsgen.swedish.typography import NO_BREAK_SPACE

_Known = Mapping[str, Section | Value]
"""The sections that may be referred to: those of the document, and those of another in words."""


def missing(
    references: Iterable[tuple[str, Origin]],
    sections: Iterable[Section],
    elsewhere: Mapping[str, Value] | None = None,
) -> tuple[Problem, ...]:
    """Return DI04 for each reference to a section that is neither here nor `elsewhere`."""
    known = {**(elsewhere or {}), **_by_anchor(sections)}
    return tuple(
        Problem(
            "DI04",
            f"hänvisningen till ”{anchor}” leder till ett avsnitt som inte är med",
            origin=origin,
            hint=_hint(anchor, known),
        )
        for anchor, origin in references
        if anchor not in known
    )


def resolve(
    sections: tuple[Section, ...], elsewhere: Mapping[str, Value] | None = None
) -> tuple[Section, ...]:
    """Return `sections` with every reference printed as the section it leads to is named.

    One that another document has is printed as `elsewhere` says. A reference to a section
    that is nowhere becomes a gap; `missing` tells of it.
    """
    known: dict[str, Section | Value] = {**(elsewhere or {}), **_by_anchor(sections)}

    def resolved(inline: Inline, _mark: Mark) -> tuple[Inline, ...]:
        return (_resolved(inline.anchor, known),) if isinstance(inline, Reference) else (inline,)

    rewritten = (rewrite(section, inline=resolved) for section in sections)
    return tuple(section for section in rewritten if section is not None)


def _hint(anchor: str, known: Iterable[str]) -> str:
    near = nearest(anchor, known)
    return f"menade du {near}?" if near else f"ta med {anchor} i dispositionen"


def _by_anchor(sections: Iterable[Section]) -> dict[str, Section]:
    by_anchor: dict[str, Section] = {}
    for section in sections:
        if section.heading:
            by_anchor[section.anchor] = section
        by_anchor.update(_by_anchor(section.sections))
    return by_anchor


def _resolved(anchor: str, known: _Known) -> Reference | Gap | Value:
    section = known.get(anchor)
    if isinstance(section, Value):
        return section
    if section is None:
        return Gap(f"[saknas: avsnitt {anchor}]", anchor, "avsnittet är inte med")
    if section.number:
        return Reference(anchor, f"avsnitt{NO_BREAK_SPACE}", section.number, "number")
    heading = plain.text(section.heading)
    return Reference(anchor, f"avsnittet{NO_BREAK_SPACE}", heading, "heading")
