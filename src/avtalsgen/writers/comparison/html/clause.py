"""A section of the comparison: what happened to it, then its lines, each in two readings."""

from collections.abc import Iterator
from itertools import groupby

from avtalsgen.model.comparison import Change, ComparedLine, SectionPair, Span
from avtalsgen.writers.comparison import vocabulary
from avtalsgen.writers.comparison.comparison_lines import changes_of, is_marked
from avtalsgen.writers.comparison.html import groups
from avtalsgen.writers.comparison.html.spans import hidden, inline, marked
from avtalsgen.writers.markup import NOTHING, Markup, block, element, escape, join

_TOP = 2
_DEEPEST = 6
_BLANK = (Span("–", "same"),)


def clause(pair: SectionPair, anchor: str) -> Markup:
    """Return `pair` as an article; one that is as it was has its text folded away."""
    lines = tuple(line for line in pair.lines if line.kind != "heading")
    return block(
        "article",
        _head(pair, anchor),
        _body(pair, lines),
        id=anchor,
        class_=f"clause {pair.part} {pair.status}{' moved' if pair.moved else ''}",
        data_groups=groups.of_pair(pair),
        tabindex="-1",
        aria_labelledby=f"{anchor}-h",
    )


def _body(pair: SectionPair, lines: tuple[ComparedLine, ...]) -> Markup:
    if not lines:
        return NOTHING
    if pair.status == "unchanged":
        return _folded(lines)
    return block("div", _columns(pair), *_lines(pair, lines), class_="lines")


def _columns(pair: SectionPair) -> Markup:
    """Return the heads of the two columns; a section on one side only has no other column."""
    if pair.old is None or pair.new is None:
        return NOTHING
    heads = (element("span", escape(name)) for name in ("Förut", "Nu"))
    return element("div", *heads, class_="columns", aria_hidden="true")


def _head(pair: SectionPair, anchor: str) -> Markup:
    face = pair.new or pair.old
    level = min(_TOP + (len(face.path) if face else 0), _DEEPEST)
    chips = (element("li", escape(word), class_=_chip(word)) for word in vocabulary.tidings(pair))
    sentences = [
        element("p", escape(text), class_="where") for text in vocabulary.whereabouts(pair)
    ]
    return block(
        "header",
        element(f"h{level}", _number(pair), _title(pair), id=f"{anchor}-h"),
        block("ul", *chips, class_="chips", aria_label="Vad som har hänt"),
        *sentences,
    )


def _chip(word: str) -> str:
    return f"chip {_CHIPS.get(word, 'plain')}"


_CHIPS = {
    "nytt": "came",
    "borttaget": "went",
    "flyttat": "travelled",
    "delat": "travelled",
    "utbrutet": "travelled",
    "sammanfört": "travelled",
}


def _number(pair: SectionPair) -> Markup:
    old = pair.old.number if pair.old else ""
    new = pair.new.number if pair.new else ""
    if not (old or new):
        return NOTHING
    if not (old and new) or old == new:
        return element("span", escape(new or old), class_="number")
    arrow = element("span", escape("→"), class_="arrow", aria_hidden="true")
    was = element("span", hidden("förut "), escape(old), class_="was")
    return element("span", was, arrow, hidden(" nu "), escape(new), class_="number")


def _title(pair: SectionPair) -> Markup:
    """Return the heading with its marks, where the section has a line for it."""
    heading = next((line for line in pair.lines if line.kind == "heading"), None)
    both = heading is not None and heading.old is not None and heading.new is not None
    words = inline(heading) if heading and both else escape(vocabulary.heading(pair))
    return join((escape(" "), words))


def _lines(pair: SectionPair, lines: tuple[ComparedLine, ...]) -> Iterator[Markup]:
    """Yield the lines; several in a row that are as they were can be unfolded."""
    for is_changed, group in groupby(lines, is_marked):
        together = tuple(group)
        if is_changed:
            yield from (_line(pair, line) for line in together)
        elif len(together) > 1:
            yield _folded(together)
        else:
            yield _same(together[0])


def _folded(lines: tuple[ComparedLine, ...]) -> Markup:
    count = vocabulary.counted(len(lines), "oförändrat stycke", "oförändrade stycken")
    return block("details", element("summary", escape(count)), *map(_same, lines), class_="fold")


def _same(line: ComparedLine) -> Markup:
    return element("p", inline(line), class_=f"same {line.kind}")


def _line(pair: SectionPair, line: ComparedLine) -> Markup:
    changes = changes_of(pair, line)
    moved = " travelled" if vocabulary.elsewhere(line) else ""
    return block(
        "div",
        element("p", inline(line), class_=f"inline {line.kind}"),
        _beside(line),
        _notes(line, changes),
        class_=f"line{moved}",
        data_groups=groups.of_line(line, changes),
    )


def _beside(line: ComparedLine) -> Markup:
    """Return the two sides of a line next to each other."""
    sides = (("old", "förut: ", line.old), ("new", "nu: ", line.new))
    cells = (
        element(
            "p",
            hidden(heard),
            marked(spans if spans is not None else _BLANK),
            class_=f"{name} {line.kind}" + ("" if spans is not None else " blank"),
        )
        for name, heard, spans in sides
    )
    return block("div", *cells, class_="beside")


def _notes(line: ComparedLine, changes: tuple[Change, ...]) -> Markup:
    said = [
        element("li", escape(vocabulary.said(weight, reasons)), class_=f"note {weight}")
        for weight, reasons in vocabulary.weighed(changes)
    ]
    if where := vocabulary.elsewhere(line):
        said.insert(0, element("li", escape(where), class_="note where"))
    return block("ul", *said, class_="notes", aria_label="Varför") if said else NOTHING
