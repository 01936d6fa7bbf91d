"""A comparison for a terminal: totals, then every changed section word by word.

    2.3 → 6 Barnkonventionen · ändrat, flyttat
      Stod förut som 2.3 under ”Krav”, står nu som 6 på högsta nivån.
      Barnets bästa [-bör-]{+ska+} beaktas i varje ärende.
        saklig: modalitet

Without colour, what was deleted stands in `[-…-]` and what was inserted in `{+…+}`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from avtalsgen.model.comparison import Comparison, FactChange, Line, SectionPair, Span, Weight
from avtalsgen.writers.comparison import vocabulary
from avtalsgen.writers.comparison.lines import changes_of, excerpt, is_marked, of_weight, one_line
from avtalsgen.writers.comparison.totals import Totals, marked_words, totals

Style = Literal["heading", "faint", "inserted", "deleted", "moved", "saklig"]

_CODES: Mapping[Style, str] = {
    "heading": "1",
    "faint": "2",
    "inserted": "4;32",
    "deleted": "9;31",
    "moved": "35",
    "saklig": "1;33",
}
"""Select Graphic Rendition (ECMA-48, 8.3.117): underlined and struck as well as coloured."""
_MARKS: Mapping[str, tuple[str, str]] = {
    "same": ("", ""),
    "inserted": ("{+", "+}"),
    "deleted": ("[-", "-]"),
}
_BAR = 24
"""The widest bar, in characters."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_MARGIN = "  "


@dataclass(frozen=True, slots=True)
class Screen:
    """What the text is shown on."""

    colour: bool = False
    width: int = 100


def to_terminal(comparison: Comparison, screen: Screen, only: Weight | None = None) -> str:
    """Return `comparison` as lines of text; with `only`, the changes of that weight alone."""
    parts = [_head(comparison, screen)]
    shown = [kept for pair in comparison.sections if (kept := of_weight(pair, only))]
    parts.extend(_pair(pair, screen) for pair in shown if pair.differs)
    if comparison.facts and only is None:
        parts.append(_facts(comparison.facts, screen))
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def to_stat(comparison: Comparison, screen: Screen, only: Weight | None = None) -> str:
    """Return `comparison` with one line a section: how many words came and went, as a bar."""
    shown = [
        kept for pair in comparison.sections if (kept := of_weight(pair, only)) and kept.differs
    ]
    counts = [_words(pair) for pair in shown]
    most = max((came + went for came, went in counts), default=0)
    names = [vocabulary.name(pair) for pair in shown]
    widest = min(max(map(len, names), default=0), max(20, screen.width - _BAR - 34))
    rows = []
    for pair, name, (came, went) in zip(shown, names, counts, strict=True):
        numbers = f"{'+' + str(came):>6} {'−' + str(went):>6}"
        bar = _bar(came, went, most, screen)
        said = ", ".join(vocabulary.tidings(pair))
        rows.append(f"{_MARGIN}{_cut(name, widest):{widest}} {numbers}  {bar}  {said}")
    return "\n".join((*_head(comparison, screen), "", *rows)).rstrip("\n") + "\n"


def _head(comparison: Comparison, screen: Screen) -> list[str]:
    old, new = comparison.old, comparison.new
    width = max(len(old.source), len(new.source))
    lines = [
        f"{name:6} {side.source:{width}}  "
        + ", ".join(filter(None, (side.title, vocabulary.counted(side.words, *_WORD))))
        for name, side in (("Förut", old), ("Nu", new))
    ]
    if comparison.same:
        return [*map(_clean, lines), "", "Versionerna är lika."]
    return [*map(_clean, lines), "", *_totals(totals(comparison), screen)]


_WORD = ("ord", "ord")


def _totals(total: Totals, screen: Screen) -> Iterator[str]:
    changes, sections = total.said()
    yield _styled(changes, "saklig", screen)
    yield sections
    inserted = _styled(f"+{total.inserted_words}", "inserted", screen)
    deleted = _styled(f"−{total.deleted_words}", "deleted", screen)
    yield f"Ord: {inserted} {deleted}"


def _pair(pair: SectionPair, screen: Screen) -> list[str]:
    name = _clean(vocabulary.name(pair))
    said = ", ".join(vocabulary.tidings(pair))
    lines = [f"{_styled(name, 'heading', screen)} · {_styled(said, 'moved', screen)}"]
    for sentence in vocabulary.whereabouts(pair):
        lines.extend(_wrapped([Span(_clean(sentence), "same")], _MARGIN, screen, "faint"))
    for line in pair.lines:
        if is_marked(line):
            lines.extend(_line(pair, line, screen))
    return lines


def _line(pair: SectionPair, line: Line, screen: Screen) -> Iterator[str]:
    bullet = "– " if line.kind == "item" else ""
    spans = [Span(bullet, "same"), *excerpt(one_line(line))]
    yield from _wrapped(spans, _MARGIN, screen)
    if where := vocabulary.elsewhere(line):
        yield from _wrapped([Span(_clean(where), "same")], _MARGIN * 2, screen, "moved")
    for weight, reasons in vocabulary.weighed(changes_of(pair, line)):
        text = vocabulary.said(weight, reasons)
        yield _MARGIN * 2 + _styled(text, "saklig" if weight == "saklig" else "faint", screen)


def _wrapped(
    spans: Iterable[Span], margin: str, screen: Screen, style: Style | None = None
) -> Iterator[str]:
    """Yield `spans` as lines no wider than the screen, each piece of a line styled by itself."""
    row, used = "", 0
    for text, mark in _pieces(spans, screen):
        if used and used + len(text.rstrip()) > screen.width - len(margin):
            yield margin + row.rstrip()
            row, used = "", 0
            text = text.lstrip()
        row += _styled(text, style or _style_of(mark), screen)
        used += len(text)
    if row.strip():
        yield margin + row.rstrip()


def _pieces(spans: Iterable[Span], screen: Screen) -> Iterator[tuple[str, str]]:
    """Yield words with the spaces after them, marked where the screen has no colour."""
    for span in spans:
        opens, closes = ("", "") if screen.colour else _MARKS[span.mark]
        text = opens + _visible(_clean(span.text), span.mark) + closes
        # Split at spaces only: a no-break space keeps a number with its unit.
        yield from ((word, span.mark) for word in re.findall("[^ ]+ ?| ", text))


def _visible(text: str, mark: str) -> str:
    """Return marked text with its no-break spaces shown, if it is nothing but white space."""
    if mark == "same" or text.strip():
        return text
    return text.replace("\u00a0", "⍽").replace(" ", "␣")


def _facts(facts: tuple[FactChange, ...], screen: Screen) -> list[str]:
    lines = [_styled("Uppgifter", "heading", screen)]
    for fact in facts:
        spans = (
            Span(f"{fact.path}: ", "same"),
            Span(fact.old or "–", "deleted" if fact.old else "same"),
            Span(" → ", "same"),
            Span(fact.new or "–", "inserted" if fact.new else "same"),
        )
        lines.extend(_wrapped(spans, _MARGIN, screen))
    return lines


def _bar(came: int, went: int, most: int, screen: Screen) -> str:
    """Return a bar of at most 24 characters, at least one for each side that has words."""
    scale = min(1.0, _BAR / most) if most else 0.0
    plus, minus = (max(1, int(n * scale)) if n else 0 for n in (came, went))
    drawn = _styled("+" * plus, "inserted", screen) + _styled("−" * minus, "deleted", screen)
    return drawn + " " * max(0, min(_BAR, most) - plus - minus)


def _words(pair: SectionPair) -> tuple[int, int]:
    counts = [marked_words(line) for line in pair.lines]
    return sum(each["inserted"] for each in counts), sum(each["deleted"] for each in counts)


def _style_of(mark: str) -> Style | None:
    return "inserted" if mark == "inserted" else "deleted" if mark == "deleted" else None


def _styled(text: str, style: Style | None, screen: Screen) -> str:
    if not (screen.colour and style and text):
        return text
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m"


def _clean(text: str) -> str:
    """Return `text` on one line, without what a terminal would obey."""
    return _CONTROL.sub(" ", text)


def _cut(text: str, width: int) -> str:
    cleaned = _clean(text)
    return cleaned if len(cleaned) <= width else cleaned[: width - 1] + "…"
