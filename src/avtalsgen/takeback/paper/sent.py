"""What was sent: the lines of the file that we build, and where each fact is printed in them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from avtalsgen.compare.align.outline import lines as lines_of
from avtalsgen.model.nodes import (
    Block,
    Cell,
    Document,
    Emphasis,
    Gap,
    Inline,
    LineBreak,
    Link,
    List,
    Paragraph,
    Reference,
    Section,
    Strong,
    Table,
    Text,
    Value,
)
from avtalsgen.model.trace import PLACES
from avtalsgen.model.walk import sections as sections_of
from avtalsgen.ooxml.bookmarks import hidden_name
from avtalsgen.readers.docx.returned.sheet import Sheet
from avtalsgen.records import dataclass
from avtalsgen.takeback.paper.folding import CELL, folded
from avtalsgen.takeback.paper.lines import PaperLine, PaperSpan, paper
from avtalsgen.takeback.paper.sections import (
    MARK,
    PaperSection,
    SentHeadings,
    sections,
    sent_headings,
)
from avtalsgen.uppdrag import known

_AHEAD = 40
"""How far ahead the line of a text is looked for; what the house style adds is between."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The file that was sent, read as the one that came back is."""

    document: Document
    sheet: Sheet
    sections: tuple[PaperSection, ...]
    headings: SentHeadings
    nodes: "dict[str, Section]"
    """The sections of the document by their anchors."""

    @property
    def signed(self) -> frozenset[str]:
        """Return what stands where the parties sign."""
        return frozenset(line.text for line in self.sheet.lines if line.part == "signature")

    @property
    def printed(self) -> Mapping[str, frozenset[str]]:
        """Return how each fact is printed, by its path, in the normal form of lines."""
        printed: dict[str, set[str]] = defaultdict(set)
        for section in self.sections:
            for line in section.every_line:
                for span in line.spans:
                    printed[span.path].add(line.words[span.start : span.end])
        return {path: frozenset(words) for path, words in printed.items()}

    def title(self, anchor: str) -> str:
        """Return number and heading of a section, as a reader knows it.

        One without a heading, as a table that stands below a clause, is known by the one above.
        """
        if anchor not in self.nodes:
            return ""
        title = ""
        for node in self.nodes.values():
            heading = "".join(text for text, _, _ in _pieces(node.heading))
            title = " ".join(part for part in (node.number, heading) if part) or title
            if node.anchor == anchor:
                break
        return title

    def clause(self, anchor: str) -> str:
        """Return the clause that a section is made of."""
        node = self.nodes.get(anchor)
        made_of = node.provenance if node else None
        return made_of.clause if made_of else ""


def sent(document: Document, sheet: Sheet) -> Sent:
    """Return what was sent: `document`, and the file made of it as a sheet."""
    lines = paper(sheet)
    _mark_facts(document, lines)
    _mark_at_edges(document, lines)
    made = sections(lines, None)
    nodes = {node.anchor: node for node in sections_of(document)}
    by_mark = {hidden_name("ag", anchor).removeprefix(MARK): anchor for anchor in nodes}
    for section in made:
        if section.anchor:
            section.anchor = by_mark.get(section.anchor.replace("-", "_"), section.anchor)
            node = nodes.get(section.anchor)
            section.level = node.level if node else section.level
    return Sent(document, sheet, tuple(made), sent_headings(made), nodes)


def _mark_facts(document: Document, lines: list[PaperLine]) -> None:
    """Write into the lines where facts are printed; both go the same way."""
    here = 0
    body = [line for line in lines if line.part in ("body", "signature")]
    for cells, ordered, mark in _texts(document):
        text, spans = _written(cells)
        words = folded(text)
        if not words.text:
            continue
        for ahead in range(here, min(here + _AHEAD, len(body))):
            if body[ahead].words.replace(CELL, " ") == words.text.replace(CELL, " "):
                back = {place: index for index, place in reversed([*enumerate(words.places)])}
                body[ahead].spans += [
                    PaperSpan(back[start], back[end - 1] + 1, path, kind)
                    for start, end, path, kind in spans
                    if start in back and end - 1 in back
                ]
                body[ahead].cells, body[ahead].ordered = cells, ordered
                body[ahead].place_mark = mark
                here = ahead + 1
                break


def _mark_at_edges(document: Document, lines: Iterable[PaperLine]) -> None:
    """Write into page heads and the cover where facts stand that the house style puts there."""
    facts = {known.DNR: document.identity.dnr, known.DATED: document.identity.date}
    facts |= {known.TITLE: "".join(text for text, _, _ in _pieces(document.cover.title))}
    for line in lines:
        if line.part not in ("header", "footer"):
            continue
        for path, printed in facts.items():
            words = folded(printed).text
            start = line.words.find(words) if words else -1
            if start >= 0:
                line.spans.append(PaperSpan(start, start + len(words), path, "value"))


def _texts(document: Document) -> Iterator[tuple[tuple[Cell, ...], bool, str]]:
    """Yield what each line is printed from, whether it is counted, and by what it is marked."""
    yield from ((cells, False, "") for cells in _cover(document))
    for section in sections_of(document):
        yield (section.heading,), False, ""
        lines = zip(lines_of(section.blocks), _marks(section.blocks), strict=True)
        yield from ((cells, ordered, mark) for (_, cells, ordered), mark in lines)
    yield from ((cells, False, "") for cells in _signatures(document))


def _marks(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield by what each paragraph, item and row of `blocks` is marked, as `lines_of` has them."""
    for block in blocks:
        match block:
            case Paragraph(mark=mark):
                yield mark
            case List(items):
                for item in items:
                    yield from _marks(item.blocks)
            case Table(_, rows):
                yield from ("" for _ in (None, *rows))


def _cover(document: Document) -> Iterator[tuple[Cell, ...]]:
    cover = document.cover
    yield (cover.title,)
    yield (cover.subtitle,)
    yield from (((Text(row.label),), row.content) for row in cover.rows)


def _signatures(document: Document) -> Iterator[tuple[Cell, ...]]:
    for signatory in document.signatures.signatories if document.signatures else ():
        labels = [((Text(text),),) for text in (signatory.role, *signatory.lines) if text]
        yield from labels[:1]
        yield (signatory.organisation,)
        yield from labels[1:]
        yield (signatory.name,)
        yield (signatory.title,)


def _written(
    cells: tuple[tuple[Inline, ...], ...],
) -> tuple[str, list[tuple[int, int, str, str]]]:
    text, spans = "", []
    for place, cell in enumerate(cells):
        text += CELL if place else ""
        for piece, path, kind in _pieces(cell):
            if kind and piece:
                spans.append((len(text), len(text) + len(piece), path, kind))
            text += piece
    return text, spans


def _pieces(content: Iterable[Inline]) -> Iterator[tuple[str, str, str]]:
    for inline in content:
        match inline:
            case Text(text):
                yield text, "", ""
            case Value(text, path):
                yield text, path, "reference" if path.startswith(f"{PLACES}.") else "value"
            case Gap(text, path):
                yield text, path, "gap"
            case Reference(anchor, lead, text):
                yield lead + text, anchor, "reference"
            case Strong(inner) | Emphasis(inner) | Link(inner):
                yield from _pieces(inner)
            case LineBreak():
                yield " ", "", ""
            case _:
                continue
