"""A comparison as a document of its own, which the ordinary writers print.

Det viktigaste   at most twelve rows: what was said of a subject, and what is said
Skyldigheter     who must do what, where it is asked for
Sammanfattning   what differs in numbers, then the changes in substance as a table
Alla ändringar   every section that is not as it was, line by line with its marks
Uppgifter        facts that are not the same, where both sides have facts
"""

from collections.abc import Iterator
from itertools import groupby

from avtalsgen.model.comparison import (
    ComparedLine,
    Comparison,
    FactChange,
    SectionPair,
    Side,
    Weight,
)
from avtalsgen.model.nodes import (
    Block,
    Cover,
    CoverRow,
    Deleted,
    Document,
    Emphasis,
    Identity,
    Inline,
    Inserted,
    LineBreak,
    List,
    ListItem,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)
from avtalsgen.writers.comparison import vocabulary
from avtalsgen.writers.comparison.change_table import change_table
from avtalsgen.writers.comparison.comparison_lines import (
    changes_of,
    excerpt,
    is_marked,
    of_weight,
    one_line,
)
from avtalsgen.writers.comparison.first_page import duty_section, top_section
from avtalsgen.writers.comparison.totals import totals

KICKER = "Jämförelse"


def report(comparison: Comparison, only: Weight | None = None, *, duties: bool = False) -> Document:
    """Return all that differs as a document; with `only`, the changes of that weight alone.

    With `duties`, also who must do what, and what became of it.
    """
    title = comparison.new.title or comparison.new.source
    sections = [*first_page(comparison, duties=duties), *_changes(comparison, only)]
    if comparison.facts and only is None:
        sections.append(Section("uppgifter", (Text("Uppgifter"),), 1, blocks=_facts(comparison)))
    return Document(
        identity=Identity("", "", "", "", f"{KICKER}: {title}"),
        cover=Cover(
            KICKER,
            (Text(title),),
            rows=(_side("Förut", comparison.old), _side("Nu", comparison.new)),
        ),
        sections=tuple(sections),
    )


def first_page(
    comparison: Comparison, *, duties: bool = False, brief: bool = False
) -> Iterator[Section]:
    """Yield what a reader begins with: what matters most, duties if asked for, the numbers.

    If it is to be `brief`, long sentences are quoted in part, and places stand below names.
    """
    if top := top_section(comparison, brief=brief):
        yield top
    if duties and (told := duty_section(comparison, brief=brief)):
        yield told
    yield summary(comparison)


def summary(comparison: Comparison) -> Section:
    """Return what differs in numbers, and what it means."""
    numbers = () if comparison.same else (_numbers(comparison),)
    blocks = (*numbers, *change_table(comparison))
    return Section("sammanfattning", (Text("Sammanfattning"),), 1, blocks=blocks)


def _side(label: str, side: Side) -> CoverRow:
    words = vocabulary.counted(side.words, "ord", "ord")
    return CoverRow(label, (Text(f"{side.title} ({side.source}, {words})"),))


def _numbers(comparison: Comparison) -> List:
    total = totals(comparison)
    words = f"Ord: {total.inserted_words} tillagda, {total.deleted_words} borttagna"
    beside = (*vocabulary.others(comparison), *vocabulary.comments(comparison))
    said = (*total.said(), words, *beside)
    return List(tuple(ListItem((Paragraph((Text(line),)),)) for line in said))


def _changes(comparison: Comparison, only: Weight | None) -> Iterator[Section]:
    kept = (of_weight(pair, only) for pair in comparison.sections)
    below = tuple(
        Section(
            f"andring-{place}", (Text(vocabulary.name(pair)),), 2, blocks=tuple(marked_blocks(pair))
        )
        for place, pair in enumerate((pair for pair in kept if pair and pair.differs), start=1)
    )
    if below:
        yield Section("andringar", (Text("Alla ändringar"),), 1, sections=below)


def marked_blocks(pair: SectionPair) -> Iterator[Block]:
    """Yield what happened to a section and its marked lines; items in a row are one list."""
    told = " ".join((_sentence(", ".join(vocabulary.tidings(pair))), *vocabulary.whereabouts(pair)))
    yield Paragraph((Emphasis((Text(told),)),))
    marked = (line for line in pair.lines if is_marked(line))
    for is_item, group in groupby(marked, lambda line: line.kind == "item"):
        paragraphs = tuple(_paragraph(pair, line) for line in group)
        if is_item:
            yield List(tuple(ListItem((paragraph,)) for paragraph in paragraphs))
        else:
            yield from paragraphs


def _paragraph(pair: SectionPair, line: ComparedLine) -> Paragraph:
    content = [_marked(span.text, span.mark) for span in excerpt(one_line(line)) if span.text]
    where = vocabulary.elsewhere(line)
    notes = [where] if where else []
    notes += [vocabulary.said(*weighed) for weighed in vocabulary.weighed(changes_of(pair, line))]
    if notes:
        content += [LineBreak(), Emphasis((Text(" · ".join(notes)),))]
    return Paragraph(tuple(content))


def _marked(text: str, mark: str) -> Inline:
    match mark:
        case "inserted":
            return Inserted((Text(text),))
        case "deleted":
            return Deleted((Text(text),))
        case _:
            return Text(text)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _facts(comparison: Comparison) -> tuple[Block, ...]:
    header = tuple((Text(label),) for label in ("Uppgift", "Förut", "Nu"))
    return (Table(header, tuple(map(_fact, comparison.facts))),)


def _fact(fact: FactChange) -> tuple[tuple[Inline, ...], ...]:
    old, new = (((Text(value),) if value else ()) for value in (fact.old, fact.new))
    return (Strong((Text(fact.path),)),), old, new
