"""The changes in substance as a table that another document takes in.

    Avsnitt │ Förut │ Nu │ Varför det spelar roll

A row for each paragraph, item or row that changed in substance, and one for a section that came
or went. What moved and what was only edited is told of in a sentence each below.
"""

from collections.abc import Iterable, Iterator

from avtalsgen.model.comparison import ComparedLine, Comparison, SectionPair, Span
from avtalsgen.model.nodes import Block, Cell, Inline, Paragraph, Strong, Table, Text
from avtalsgen.writers.comparison import vocabulary
from avtalsgen.writers.comparison.comparison_lines import changes_of, excerpt

HEADER = ("Avsnitt", "Förut", "Nu", "Varför det spelar roll")
_LONGEST = 40
"""How many words of a section that came or went are quoted."""

Row = tuple[Cell, ...]


def change_table(comparison: Comparison) -> tuple[Block, ...]:
    """Return a table of the changes in substance, and sentences on what else is not the same.

    Never empty: two versions that are alike are said to be so.
    """
    if comparison.same:
        return (_paragraph("Versionerna är lika."),)
    rows = tuple(row for pair in comparison.sections for row in _rows(pair))
    header = tuple(_plain(label) for label in HEADER)
    table: Block = Table(header, rows) if rows else _paragraph(vocabulary.nothing(comparison))
    return (table, *map(_paragraph, _sentences(comparison)))


def _rows(pair: SectionPair) -> Iterator[Row]:
    if not any(change.weight == "saklig" for change in pair.changes):
        return
    name = _plain(vocabulary.name(pair))
    if pair.status in ("added", "removed"):
        text = _quoted(pair)
        old, new = ((), text) if pair.old is None else (text, ())
        yield name, old, new, _plain(_fate(pair))
        return
    for line in pair.lines:
        substantive = [change for change in changes_of(pair, line) if change.weight == "saklig"]
        reasons = dict.fromkeys(reason for change in substantive for reason in change.reasons)
        if substantive:
            why = " ".join(vocabulary.WHY[reason] for reason in reasons)
            yield name, _side(line.old), _side(line.new), _plain(why)


def _fate(pair: SectionPair) -> str:
    where = " ".join(vocabulary.whereabouts(pair))
    if pair.part == "body":
        happened = "Avsnittet är nytt." if pair.old is None else "Avsnittet tas bort."
    else:
        happened = "Texten är ny." if pair.old is None else "Texten tas bort."
    return f"{happened} {where}".rstrip()


def _quoted(pair: SectionPair) -> Cell:
    """Return the words of a section that came or went, the first of them if they are many."""
    texts = [_text(line) for line in pair.lines if line.kind != "heading"]
    words = " ".join(texts).split(" ")
    text = " ".join(words if len(words) <= _LONGEST else (*words[:_LONGEST], "…"))
    return _plain(text) or _plain(vocabulary.heading(pair))


def _text(line: ComparedLine) -> str:
    return "".join(span.text for span in line.new or line.old or ())


def _side(spans: tuple[Span, ...] | None) -> Cell:
    """Return one side of a line, what is not on the other in weight."""
    content: list[Inline] = []
    for span in excerpt(spans or ()):
        if span.text:
            text = Text(span.text)
            content.append(text if span.mark == "same" else Strong((text,)))
    return tuple(content)


def _sentences(comparison: Comparison) -> Iterator[str]:
    moved = [vocabulary.name(pair) for pair in comparison.sections if pair.moved]
    if moved:
        yield f"Flyttade avsnitt: {_listed(moved)}."
    edited = [
        vocabulary.name(pair)
        for pair in comparison.sections
        if any(change.weight == "redaktionell" for change in pair.changes)
    ]
    if edited:
        yield (
            "Redaktionella ändringar, som inte rör sakinnehållet, finns dessutom i "
            f"{_listed(edited)}."
        )
    reparented = [vocabulary.name(pair) for pair in comparison.sections if pair.reparented]
    if reparented:
        yield f"Under en annan rubrik, men på samma plats i texten: {_listed(reparented)}."
    renumbered = [
        vocabulary.name(pair)
        for pair in comparison.sections
        if pair.renumbered and not (pair.moved or pair.reparented) and pair.status == "unchanged"
    ]
    if renumbered:
        yield f"Bara numret är ett annat på {_listed(renumbered)}."


def _listed(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} och {last}" if most else last


def _plain(text: str) -> Cell:
    return (Text(text),) if text else ()


def _paragraph(text: str) -> Paragraph:
    return Paragraph(_plain(text))
