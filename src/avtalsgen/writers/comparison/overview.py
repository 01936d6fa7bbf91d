"""What a long comparison comes to, section by section, for those who decide.

    Avsnitt som ändras │ Det gäller
    Nya avsnitt        │ Så börjar texten
    Avsnitt som utgår  │ Så börjar texten

Those with money and time come first. What was only edited is counted, not listed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from avtalsgen.model.comparison import Comparison, FactChange, Line, Reason, SectionPair
from avtalsgen.model.nodes import Block, Cell, Paragraph, Table, Text
from avtalsgen.swedish.names import capitalise_first, enumerate_words
from avtalsgen.swedish.numbers import in_words
from avtalsgen.writers.comparison import vocabulary

CHANGED: Final = ("Avsnitt som ändras", "Det gäller")
ADDED: Final = ("Nya avsnitt", "Så börjar texten")
REMOVED: Final = ("Avsnitt som utgår", "Så börjar texten")
_ABOUT: Final[Mapping[Reason, str]] = {
    "belopp": "belopp",
    "frist": "frister",
    "datum": "datum",
    "varaktighet": "tider",
    "procent": "andelar",
    "ansvar": "ansvar och försäkring",
    "rättskälla": "vilka lagar som gäller",
    "ordning": "vad som går före",
    "skyldighet": "skyldigheter",
    "villkor": "villkor",
    "omfattning": "omfattningen",
    "negation": "undantag och förbud",
    "tal": "antal",
    "hänvisning": "hänvisningar",
    "part": "vem som gör vad",
    "modalitet": "hur bindande kraven är",
    "länk": "vart länkar leder",
    "text": "innehållet",
}
"""The reasons of a change in substance, the weightiest first."""
_MONEY_AND_TIME: Final = frozenset({"belopp", "frist", "datum", "varaktighet", "procent"})
_MOST_REASONS: Final = 3
_LONGEST: Final = 14
"""How many words of a section that came or went are quoted."""
_SHORTEST: Final = 4
"""How many words stand for a section without number and heading."""
_FIGURE: Final = re.compile(r"(?=.*\d)(?=.*[^\W\d]|.*%).{1,40}")
"""An amount, a share, a time or a day; a year alone says too little."""
_LEADS_IN: Final = (":", " till", " om", " för", " med")
"""How a text ends that its first item goes on from."""


def overview(comparison: Comparison) -> tuple[Block, ...]:
    """Return sentences with the numbers, and tables with a row for each section.

    Only of the body: cover and page heads say what the document is called. Never empty.
    """
    pairs = [pair for pair in comparison.sections if pair.part == "body"]
    weighty = [pair for pair in pairs if _is_weighty(pair)]
    edited = [pair for pair in pairs if pair.status == "changed" and pair not in weighty]
    sentences = filter(None, (_numbers(weighty), _rest(len(edited))))
    return (*map(_paragraph, sentences), *_tables(weighty, comparison.facts))


def _tables(weighty: Sequence[SectionPair], facts: Sequence[FactChange]) -> Iterator[Table]:
    changed = sorted((pair for pair in weighty if pair.old and pair.new), key=_order)
    if changed:
        yield _table(CHANGED, [(_name(pair), _about(pair, facts)) for pair in changed])
    for header, pairs in (
        (ADDED, [pair for pair in weighty if pair.old is None]),
        (REMOVED, [pair for pair in weighty if pair.new is None]),
    ):
        if pairs:
            yield _table(header, [(_name(pair), _excerpt(pair)) for pair in pairs])


def _is_weighty(pair: SectionPair) -> bool:
    """Return whether a section changed in substance; one that only gathers others did not."""
    if (pair.old is None or pair.new is None) and not _excerpt(pair):
        return False
    return any(change.weight == "saklig" for change in pair.changes)


def _order(pair: SectionPair) -> bool:
    return not _MONEY_AND_TIME & set(_reasons(pair))


def _reasons(pair: SectionPair) -> Iterator[Reason]:
    """Yield the reasons of what changed in substance, the weightiest first."""
    given = {r for change in pair.changes if change.weight == "saklig" for r in change.reasons}
    yield from (reason for reason in _ABOUT if reason in given)


def _about(pair: SectionPair, facts: Sequence[FactChange]) -> str:
    about = [_ABOUT[reason] for reason in _reasons(pair)][:_MOST_REASONS]
    figures = ", ".join(_figures(pair, facts))
    return capitalise_first(enumerate_words(about)) + (f": {figures}" if figures else "")


def _figures(pair: SectionPair, facts: Sequence[FactChange]) -> Iterator[str]:
    """Yield each figure with a unit that the section said before, and what it says instead."""
    old = " ".join("".join(span.text for span in line.old or ()) for line in pair.lines)
    new = " ".join("".join(span.text for span in line.new or ()) for line in pair.lines)
    for fact in facts:
        figures = _FIGURE.fullmatch(fact.old) and _FIGURE.fullmatch(fact.new)
        if figures and fact.old in old and fact.new in new:
            yield f"{fact.old} blir {fact.new}"


def _name(pair: SectionPair) -> str:
    """Return what the section is called; one that nobody has named goes by its first words."""
    face = pair.new or pair.old
    if face and not (face.number or face.heading):
        here = (line for line in pair.lines if line.new or not pair.new)
        for words in filter(None, (_text(line).split() for line in here)):
            return f"Det som börjar ”{' '.join(words[:_SHORTEST])} …”"
    return capitalise_first(vocabulary.called(face)) if face else ""


def _excerpt(pair: SectionPair) -> str:
    """Return the first words of a section that came or went; of a heading alone, nothing."""
    text = ""
    for line in pair.lines:
        if line.kind != "heading":
            between = "; " if line.kind == "item" and text and not text.endswith(_LEADS_IN) else " "
            text = f"{text}{between}{_text(line)}".strip()
    if pair.merged_into:
        return f"Texten går upp i {vocabulary.section(pair.merged_into)}."
    words = text.split(" ")
    return text if len(words) <= _LONGEST else " ".join((*words[:_LONGEST], "…"))


def _text(line: Line) -> str:
    return "".join(span.text for span in line.new or line.old or ())


def _numbers(weighty: Sequence[SectionPair]) -> str:
    added = sum(pair.old is None for pair in weighty)
    removed = sum(pair.new is None for pair in weighty)
    counted = (
        ("ändras {} i sak", len(weighty) - added - removed),
        ("tillkommer {}", added),
        ("utgår {}", removed),
    )
    parts = [form.format(f"{in_words(n, 'ett')} avsnitt") for form, n in counted if n]
    if not parts:
        return "Ingenting ändras i sak."
    return f"I den nya versionen {enumerate_words(parts)}."


def _rest(edited: int) -> str:
    if not edited:
        return ""
    return f"I {in_words(edited, 'ett')} avsnitt till ändras bara språket."


def _table(header: tuple[str, str], rows: Sequence[tuple[str, str]]) -> Table:
    return Table(_cells(header), tuple(map(_cells, rows)))


def _cells(texts: tuple[str, str]) -> tuple[Cell, ...]:
    return tuple((Text(text),) if text else () for text in texts)


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))
