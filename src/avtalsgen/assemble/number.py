"""Numbers of sections, by the scheme of the document type."""

from collections.abc import Iterable
from dataclasses import replace

from avtalsgen.model.nodes import Section
from avtalsgen.records import dataclass
from avtalsgen.swedish.typography import NO_BREAK_SPACE


def number(
    sections: Iterable[Section],
    patterns: tuple[str, ...],
    unnumbered: frozenset[str],
    inserted: frozenset[str] = frozenset(),
) -> tuple[Section, ...]:
    """Return `sections` with the number of each as printed.

    `patterns` has a form for each level, as `{1}.{2}`. A section has no number when it has
    no heading, its anchor is among `unnumbered`, it lies under one without number or below
    the last level that has a form. Numbered siblings count 1, 2, 3 whatever stands between;
    one of `inserted` has the number of the one before with a letter, so that no other gets a
    new number: 3, 3 a, 3 b, 4.
    """
    return _level(sections, _Scheme(patterns, unnumbered, inserted), ())


def letters(count: int) -> str:
    """Return the letters of the `count`th of some put in at the same place: a, b … z, aa."""
    text = ""
    while count:
        count, last = divmod(count - 1, _ALPHABET)
        text = chr(ord("a") + last) + text
    return text


_ALPHABET = 26


@dataclass(frozen=True, slots=True)
class _Scheme:
    patterns: tuple[str, ...]
    unnumbered: frozenset[str]
    inserted: frozenset[str]

    def has_none(self, section: Section, above: tuple[str, ...] | None) -> bool:
        too_deep = above is None or len(above) >= len(self.patterns)
        return too_deep or not section.heading or section.anchor in self.unnumbered

    def written(self, counters: tuple[str, ...]) -> str:
        text = self.patterns[len(counters) - 1]
        for level, counter in enumerate(counters, start=1):
            text = text.replace(f"{{{level}}}", counter)
        return text


def _level(
    sections: Iterable[Section], scheme: _Scheme, above: tuple[str, ...] | None
) -> tuple[Section, ...]:
    numbered = []
    count = put_in = 0
    for section in sections:
        if above is None or scheme.has_none(section, above):
            below = _level(section.sections, scheme, None)
            numbered.append(replace(section, number="", lettered=False, sections=below))
            continue
        if section.anchor in scheme.inserted:
            put_in += 1
            ordinal = f"{count}{NO_BREAK_SPACE}{letters(put_in)}"
        else:
            count, put_in = count + 1, 0
            ordinal = str(count)
        counters = (*above, ordinal)
        below = _level(section.sections, scheme, counters)
        lettered = any(NO_BREAK_SPACE in counter for counter in counters)
        text = scheme.written(counters)
        numbered.append(replace(section, number=text, lettered=lettered, sections=below))
    return tuple(numbered)
