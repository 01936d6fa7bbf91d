"""Numbers of sections, by the scheme of the document type."""

from collections.abc import Iterable
from dataclasses import replace

from avtalsgen.model.nodes import Section


def number(
    sections: Iterable[Section], patterns: tuple[str, ...], unnumbered: frozenset[str]
) -> tuple[Section, ...]:
    """Return `sections` with the number of each as printed.

    `patterns` has a form for each level, as `{1}.{2}`. A section has no number when it has
    no heading, its anchor is among `unnumbered`, it lies under one without number or below
    the last level that has a form. Numbered siblings count 1, 2, 3 whatever stands between.
    """
    return _level(sections, patterns, unnumbered, ())


def _level(
    sections: Iterable[Section],
    patterns: tuple[str, ...],
    unnumbered: frozenset[str],
    above: tuple[int, ...] | None,
) -> tuple[Section, ...]:
    numbered = []
    count = 0
    for section in sections:
        has_none = above is None or len(above) >= len(patterns) or not section.heading
        if has_none or section.anchor in unnumbered:
            below = _level(section.sections, patterns, unnumbered, None)
            numbered.append(replace(section, number="", sections=below))
            continue
        assert above is not None
        count += 1
        counters = (*above, count)
        text = patterns[len(above)]
        for level, counter in enumerate(counters, start=1):
            text = text.replace(f"{{{level}}}", str(counter))
        below = _level(section.sections, patterns, unnumbered, counters)
        numbered.append(replace(section, number=text, sections=below))
    return tuple(numbered)
