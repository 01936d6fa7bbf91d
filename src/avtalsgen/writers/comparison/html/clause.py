"""A section of the comparison: what happened to it, then its lines, each in two readings."""

from collections.abc import Iterator
from itertools import groupby

from avtalsgen.model.comparison import Change, ComparedLine, SectionPair
from avtalsgen.writers.comparison import vocabulary
from avtalsgen.writers.comparison.comparison_lines import changes_of, is_marked
from avtalsgen.writers.comparison.html import groups
from avtalsgen.writers.comparison.html.spans import hidden, inline, marked
from avtalsgen.writers.markup import NOTHING, Markup, block, element, escape, join

_TOP = 2
_DEEPEST = 6


def clause(pair: SectionPair, anchor: str) -> Markup:
    """Return `pair` as an article; one that is as it was has its text folded away."""
    lines = tuple(line for line in pair.lines if line.kind != "heading")
    return block(
        "article",
        _head(pair, anchor),
        _body(pair, lines),
        id=anchor,
        class_=f"card clause {pair.status}{' moved' if pair.moved else ''}",
        data_groups=groups.of_pair(pair),
        tabindex="-1",
        aria_labelledby=f"{anchor}-h",
    )


def _body(pair: SectionPair, lines: tuple[ComparedLine, ...]) -> Markup:
    if not lines:
        return NOTHING
    if pair.status == "unchanged":
        return _folded(lines)
    return block("div", *_lines(pair, lines), class_="stack")


def _head(pair: SectionPair, anchor: str) -> Markup:
    face = pair.new or pair.old
    level = min(_TOP + (len(face.path) if face else 0), _DEEPEST)
    tags = (element("li", escape(word), class_=_tag(word)) for word in vocabulary.tidings(pair))
    sentences = [
        element("p", escape(text), class_="where small muted")
        for text in vocabulary.whereabouts(pair)
    ]
    return block(
        "header",
        element(f"h{level}", _number(pair), _title(pair), id=f"{anchor}-h"),
        block("ul", *tags, class_="row", aria_label="Vad som har hänt"),
        *sentences,
        class_="card-head",
    )


def _tag(word: str) -> str:
    return f"tag {_TAGS.get(word, 'plain')}"


_TAGS = {
    "nytt": "ok",
    "borttaget": "bad",
    "flyttat": "moved",
    "delat": "moved",
    "utbrutet": "moved",
    "sammanfört": "moved",
}


def _number(pair: SectionPair) -> Markup:
    old = pair.old.number if pair.old else ""
    new = pair.new.number if pair.new else ""
    if not (old or new):
        return NOTHING
    if not (old and new) or old == new:
        return element("span", escape(new or old), class_="number")
    arrow = element("span", escape(" → "), aria_hidden="true")
    was = element("span", hidden("förut "), element("s", escape(old)))
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
    return element("p", inline(line), class_=f"muted {line.kind}")


def _line(pair: SectionPair, line: ComparedLine) -> Markup:
    changes = changes_of(pair, line)
    shown_by = groups.of_line(line, changes)
    return block(
        "div",
        block("div", element("p", inline(line), class_=f"inl {line.kind}"), _beside(line)),
        _notes(line, changes),
        class_=f"chg {_kind(line, shown_by or '')}",
        data_groups=shown_by,
    )


def _kind(line: ComparedLine, shown_by: str) -> str:
    if vocabulary.elsewhere(line):
        return "mov"
    return "sak" if groups.SUBSTANCE in shown_by else "red"


def _beside(line: ComparedLine) -> Markup:
    """Return the two sides of a line next to each other."""
    cells = (
        element(
            "div",
            element("p", escape(side), class_="small muted"),
            element("p", marked(spans)) if spans is not None else element("p", escape("–")),
        )
        for side, spans in (("Förut", line.old), ("Nu", line.new))
    )
    return block("div", *cells, class_="sbs pair")


def _notes(line: ComparedLine, changes: tuple[Change, ...]) -> Markup:
    said = [
        element("li", escape(vocabulary.said(weight, reasons)), class_=weight)
        for weight, reasons in vocabulary.weighed(changes)
    ]
    if where := vocabulary.elsewhere(line):
        said.insert(0, element("li", escape(where)))
    return block("ul", *said, class_="why", aria_label="Varför") if said else NOTHING
