"""A comparison for a terminal: totals, then every changed section word by word.

    2.3 → 6 Barnkonventionen · ändrat, flyttat
      Stod förut som 2.3 under ”Krav”, står nu som 6 på högsta nivån.
      Barnets bästa [-bör-]{+ska+} beaktas i varje ärende.
        saklig: modalitet

Without colour, what was deleted stands in `[-…-]` and what was inserted in `{+…+}`.
"""

from collections.abc import Iterator

from avtalsgen.model.comparison import (
    ComparedLine,
    Comparison,
    FactChange,
    SectionPair,
    Span,
    Weight,
)
from avtalsgen.writers.comparison import vocabulary
from avtalsgen.writers.comparison.comparison_lines import (
    changes_of,
    excerpt,
    is_marked,
    of_weight,
    one_line,
)
from avtalsgen.writers.comparison.first_screen import side_lines, top_lines
from avtalsgen.writers.comparison.screen import MARGIN, Screen, clean, cut, styled, wrapped
from avtalsgen.writers.comparison.totals import Totals, pair_words, totals

_BAR = 24
"""The widest bar, in characters."""


def to_terminal(comparison: Comparison, screen: Screen, only: Weight | None = None) -> str:
    """Return `comparison` as lines of text; with `only`, the changes of that weight alone."""
    parts = [_head(comparison, screen)]
    if comparison.top and only is None:
        parts.append(top_lines(comparison, screen))
    shown = [kept for pair in comparison.sections if (kept := of_weight(pair, only))]
    parts.extend(pair_lines(pair, screen) for pair in shown if pair.differs)
    if comparison.facts and only is None:
        parts.append(_facts(comparison.facts, screen))
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def to_stat(comparison: Comparison, screen: Screen, only: Weight | None = None) -> str:
    """Return `comparison` with one line a section: how many words came and went, as a bar."""
    shown = [
        kept for pair in comparison.sections if (kept := of_weight(pair, only)) and kept.differs
    ]
    counts = [pair_words(pair) for pair in shown]
    most = max((came + went for came, went in counts), default=0)
    names = [vocabulary.name(pair) for pair in shown]
    widest = min(max(map(len, names), default=0), max(20, screen.width - _BAR - 34))
    rows = []
    for pair, name, (came, went) in zip(shown, names, counts, strict=True):
        numbers = f"{'+' + str(came):>6} {'−' + str(went):>6}"
        bar = _bar(came, went, most, screen)
        said = ", ".join(vocabulary.tidings(pair))
        rows.append(f"{MARGIN}{cut(name, widest):{widest}} {numbers}  {bar}  {said}")
    return "\n".join((*_head(comparison, screen), "", *rows)).rstrip("\n") + "\n"


def _head(comparison: Comparison, screen: Screen) -> list[str]:
    lines = side_lines(comparison)
    if comparison.same:
        return [*lines, "", "Versionerna är lika."]
    beside = (*vocabulary.others(comparison), *vocabulary.comments(comparison))
    counts = _totals(totals(comparison), screen)
    return [*lines, "", *counts, *map(clean, beside)]


def _totals(total: Totals, screen: Screen) -> Iterator[str]:
    changes, sections = total.said()
    yield styled(changes, "saklig", screen)
    yield sections
    inserted = styled(f"+{total.inserted_words}", "inserted", screen)
    deleted = styled(f"−{total.deleted_words}", "deleted", screen)
    yield f"Ord: {inserted} {deleted}"


def pair_lines(pair: SectionPair, screen: Screen) -> list[str]:
    """Return what happened to a section, and the lines of it that differ."""
    name = clean(vocabulary.name(pair))
    said = ", ".join(vocabulary.tidings(pair))
    lines = [f"{styled(name, 'heading', screen)} · {styled(said, 'moved', screen)}"]
    for sentence in vocabulary.whereabouts(pair):
        lines.extend(wrapped([Span(clean(sentence), "same")], MARGIN, screen, "faint"))
    for line in pair.lines:
        if is_marked(line):
            lines.extend(_line(pair, line, screen))
    return lines


def _line(pair: SectionPair, line: ComparedLine, screen: Screen) -> Iterator[str]:
    bullet = "– " if line.kind == "item" else ""
    spans = [Span(bullet, "same"), *excerpt(one_line(line))]
    yield from wrapped(spans, MARGIN, screen)
    if where := vocabulary.elsewhere(line):
        yield from wrapped([Span(clean(where), "same")], MARGIN * 2, screen, "moved")
    for weight, reasons in vocabulary.weighed(changes_of(pair, line)):
        text = vocabulary.said(weight, reasons)
        yield MARGIN * 2 + styled(text, "saklig" if weight == "saklig" else "faint", screen)


def _facts(facts: tuple[FactChange, ...], screen: Screen) -> list[str]:
    lines = [styled("Uppgifter", "heading", screen)]
    for fact in facts:
        spans = (
            Span(f"{fact.path}: ", "same"),
            Span(fact.old or "–", "deleted" if fact.old else "same"),
            Span(" → ", "same"),
            Span(fact.new or "–", "inserted" if fact.new else "same"),
        )
        lines.extend(wrapped(spans, MARGIN, screen))
    return lines


def _bar(came: int, went: int, most: int, screen: Screen) -> str:
    """Return a bar of at most 24 characters, at least one for each side that has words."""
    scale = min(1.0, _BAR / most) if most else 0.0
    plus, minus = (max(1, int(n * scale)) if n else 0 for n in (came, went))
    drawn = styled("+" * plus, "inserted", screen) + styled("−" * minus, "deleted", screen)
    return drawn + " " * max(0, min(_BAR, most) - plus - minus)
