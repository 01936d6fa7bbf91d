"""Live references: every one gets the number of the section it leads to.

One that leads to a paragraph or an item has its place behind the number, and the place alone
where it stands in the same section: `avsnitt 4.3 andra stycket`, `andra stycket`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace

from avtalsgen.assemble.amended import NOT_AMENDED, Amended
from avtalsgen.assemble.places import places
from avtalsgen.model import plain
from avtalsgen.model.nodes import (
    Gap,
    Inline,
    Reference,
    Section,
    Text,
    Value,
)
from avtalsgen.model.trace import PLACES
from avtalsgen.model.walk import Mark, rewrite
from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.keys import nearest
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.swedish.typography import NO_BREAK_SPACE


@dataclass(frozen=True, slots=True)
class Targets:
    """What may be referred to: the sections of a document, and what another one has, in words."""

    sections: Mapping[str, Section]
    elsewhere: Mapping[str, Value] = field(default_factory=dict)
    """By anchor, or by anchor and mark as `named` puts them together."""
    quoted: frozenset[str] = frozenset()
    """The sections here whose words are to stand in the other document, and so have its numbers."""

    def place(self, anchor: str, mark: str) -> str | None:
        """Return the words for what is marked in a section; none where nothing is."""
        section = self.sections.get(anchor)
        return None if section is None else dict(reversed([*places(section)])).get(mark)

    def hint(self, anchor: str, mark: str, added: str) -> str:
        """Return how to mend a reference that leads nowhere; `added` is what would add it."""
        section = self.sections.get(anchor)
        if section is None and added:
            return added
        if section is None:
            near = nearest(anchor, (*self.headed(), *self.elsewhere))
            return f"menade du {near}?" if near else f"ta med {anchor} i dispositionen"
        if not mark:
            return f"ge avsnittet {anchor} en rubrik, eller märk det som hänvisningen leder till"
        near = nearest(mark, (name for name, _ in places(section)))
        written = f'skriv {{{{ märk("{mark}") }}}} först i stycket eller punkten'
        return f"menade du {near}?" if near else written

    def headed(self) -> Iterator[str]:
        """Yield the anchors of sections that can be named."""
        return (anchor for anchor, section in self.sections.items() if section.heading)


def named(anchor: str, mark: str) -> str:
    """Return the name of what a reference leads to, in one word."""
    return f"{anchor}.{mark}" if mark else anchor


def targets(sections: Iterable[Section], amended: Amended = NOT_AMENDED) -> Targets:
    """Return what may be referred to in a document of `sections`."""
    made = {section.anchor: section for section in _all(sections)}
    quoted = (made[anchor] for anchor in amended.quoted if anchor in made)
    below = frozenset(section.anchor for section in _all(quoted))
    return Targets(made, amended.elsewhere, below)


def missing(
    references: Iterable[tuple[str, str, Origin]], known: Targets, adding: Callable[[str], str]
) -> Iterator[Problem]:
    """Yield DI04 for each reference to what is neither here nor elsewhere.

    `adding` says how the section with an anchor is added, nothing if there is no such clause.
    """
    headed = {*known.headed()}
    for anchor, mark, origin in references:
        if named(anchor, mark) in known.elsewhere:
            continue
        if mark and anchor in known.sections:
            if known.place(anchor, mark) is not None:
                continue
            message = f"hänvisningen till ”{mark}” i ”{anchor}” leder till ett märke som inte finns"
        elif anchor in headed:
            continue
        else:
            which = "utan rubrik" if anchor in known.sections else "som inte är med"
            message = f"hänvisningen till ”{anchor}” leder till ett avsnitt {which}"
        yield Problem("DI04", message, origin=origin, hint=known.hint(anchor, mark, adding(anchor)))


def marked_twice(sections: Iterable[Section]) -> Iterator[Problem]:
    """Yield DI03 for each mark that two paragraphs or items of a section have."""
    for section in _all(sections):
        for mark, times in Counter(mark for mark, _ in places(section)).items():
            if times > 1:
                message = f"märket ”{mark}” finns på {times} ställen i ”{section.anchor}”"
                hint = f'skriv {{{{ märk("{mark}-2") }}}} på det ena'
                yield Problem("DI03", message, origin=section.origin, hint=hint)


def resolve(sections: tuple[Section, ...], known: Targets) -> tuple[Section, ...]:
    """Return `sections` with every reference printed as what it leads to is named.

    One that another document has is printed as `elsewhere` says, and words that are to stand in
    that document refer to nothing else: a number of this one would be another section there. A
    reference to what is nowhere becomes a gap; `missing` tells of it.
    """
    return tuple(_resolved_in(section, known) for section in sections)


def _all(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all(section.sections)


def _resolved_in(section: Section, known: Targets) -> Section:
    def resolved(inline: Inline, _mark: Mark) -> tuple[Inline, ...]:
        if not isinstance(inline, Reference):
            return (inline,)
        return tuple(_resolved(inline.anchor, inline.text, section, known))

    rewritten = rewrite(replace(section, sections=()), inline=resolved)
    assert rewritten is not None, "no step takes a section out"
    return replace(rewritten, sections=resolve(section.sections, known))


def _resolved(anchor: str, mark: str, here: Section, known: Targets) -> Iterator[Inline]:
    section = known.sections.get(anchor)
    place = known.place(anchor, mark) if mark else ""
    near = bool(place) and anchor == here.anchor
    there = here.anchor in known.quoted and named(anchor, mark) in known.elsewhere
    stands = section is not None and place is not None and bool(near or section.heading)
    if section is not None and stands and (near or not there):
        yield from () if near else (_to(section),)
        if place:
            yield from () if near else (Text(" "),)
            yield Value(place, f"{PLACES}.{named(anchor, mark)}", section.origin)
    elif named(anchor, mark) in known.elsewhere:
        yield known.elsewhere[named(anchor, mark)]
    else:
        shown = f"avsnitt {anchor}" if section is None else f"{mark} i {anchor}"
        yield Gap(f"[saknas: {shown}]", anchor, "det som hänvisningen leder till är inte med")


def _to(section: Section) -> Reference:
    if section.number:
        return Reference(section.anchor, f"avsnitt{NO_BREAK_SPACE}", section.number, "number")
    heading = plain.text(section.heading)
    return Reference(section.anchor, f"avsnittet{NO_BREAK_SPACE}", heading, "heading")
