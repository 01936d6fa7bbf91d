"""The text in force on a day: a base with its tillägg worked in, told from what was signed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from avtalsgen.assemble.tillagg.change_words import Mark, history, named
from avtalsgen.assemble.tillagg.states import Base, Passage, State
from avtalsgen.assemble.tillagg.timeline import ChangeStep
from avtalsgen.clauses.document_type import DocumentType, LabelledPhrase
from avtalsgen.clauses.expression import Phrase
from avtalsgen.clauses.outline import every, pins
from avtalsgen.model.nodes import (
    Block,
    Cell,
    Document,
    Paragraph,
    Provenance,
    Reference,
    Section,
    Table,
    Text,
    Value,
)
from avtalsgen.model.trace import COMPUTED
from avtalsgen.model.walk import leaves, runs
from avtalsgen.model.walk import sections as all_sections
from avtalsgen.problems import Problem, Severity
from avtalsgen.source import Origin
from avtalsgen.swedish.dates import iso, long
from avtalsgen.swedish.phrases import capitalise_first
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.status import SIGNED
from avtalsgen.uppdrag.uppdrag import Exemption, Uppdrag

FRONT = "konsoliderad-lydelse"
"""The anchor of the section that says what the text is."""
STATUS = "konsoliderad"
"""The status of a text that nobody signs."""
_MADE = f"{COMPUTED}.konsolidering"
"""The path of words that stand for no fact."""


def consolidated(
    base: Base, steps: Iterable[ChangeStep], day: date, *, draft: bool
) -> tuple[Document, tuple[Problem, ...]]:
    """Return the base as it reads on `day` after `steps`, and the problems met, once each.

    Its sections are those of the base after each step in order. A changed one says first
    through which tillägg and from when; of a repealed one the heading stays, so that no
    other gets a new number. Nobody signs it.
    """
    passages = base.through(steps)
    last = passages[-1].new if passages else base.unset()
    named_day = replace(
        last.base,
        edition=f"{last.base.edition}:{iso(day)}",
        exemptions=_exemptions(last),
    )
    notes = _notes(passages)
    type_ = _type(base.type, day)
    made = base.assembled(replace(last, base=named_day), notes, type_=type_, draft=draft)
    document = made.document
    front = _front(base.lookup.uppdrag, [p.step for p in passages], day)
    whole = replace(
        document,
        identity=replace(document.identity, status=STATUS),
        sections=(front, *_unsigned(document, base)),
    )
    problems = [problem for passage in passages for problem in passage.problems]
    every_one = (*problems, *made.problems, *_to_repealed(last, document))
    return whole, tuple(dict.fromkeys(every_one))


def _unsigned(document: Document, base: Base) -> Iterator[Section]:
    """Yield the chapters but those that only say how the text is signed.

    That is what a clause says that uses nothing but facts of the signing.
    """
    for section in document.sections:
        made = section.provenance
        if made and made.clause:
            clause = base.library.edition(made.clause, made.edition, Origin(made.file, 1))
            if clause.uses and all(path.startswith(f"{known.SIGNING}.") for path in clause.uses):
                continue
        yield section


def _exemptions(state: State) -> tuple[Exemption, ...]:
    """Return the undantag of base and tillägg, but for clauses that a tillägg has brought."""
    present = {clause for clause, _ in pins(state.base.outline)}
    return tuple(each for each in state.base.exemptions if each.clause not in present)


def _notes(passages: Iterable[Passage]) -> Mapping[str, tuple[Block, ...]]:
    marks: dict[str, list[Mark]] = defaultdict(list)
    for passage in passages:
        for anchor, what in passage.marks:
            marks[anchor].append(Mark(what, passage.step))
    return {anchor: history(tuple(found)) for anchor, found in marks.items()}


def _type(type_: DocumentType, day: date) -> DocumentType:
    """Return the type of the base with a cover and a foot that tell the text from a signed one."""
    when = f"Konsoliderad lydelse per {iso(day)}"
    rows = (
        LabelledPhrase("Konsoliderad lydelse per", Phrase((Text(iso(day)),))),
        LabelledPhrase("Underskrift", Phrase((Text("Texten ska inte undertecknas"),))),
    )
    return replace(
        type_,
        kicker=f"{type_.kicker}, konsoliderad lydelse",
        cover=(*type_.cover, *rows),
        foot=Phrase((Text(f"{when} – "), *type_.foot.content)),
        signature=None,
    )


def _front(base: Uppdrag, steps: list[ChangeStep], day: date) -> Section:
    what = f"Så här lyder uppdraget den {long(day)}"
    texts = (
        f"{what}, med de ändringar som har trätt i kraft inarbetade."
        if steps
        else f"{what}. Inget tillägg har ändrat det.",
        "Texten är en sammanställning och ska inte undertecknas. Det som är undertecknat är "
        "handlingarna nedan. Skiljer sig texterna åt gäller de handlingarna.",
        "Avsnitten har sina ursprungliga nummer. Ett avsnitt som har lagts in mellan två andra "
        "har en bokstav efter numret, och av ett upphävt avsnitt står rubriken kvar.",
    )
    heading = (_made("Om denna lydelse"),)
    said = (Paragraph((_made(text),)) for text in texts)
    blocks: tuple[Block, ...] = (*said, _documents(base, steps))
    return Section(FRONT, heading, 1, "", blocks, (), Provenance("rubrik"), base.origin)


def _documents(base: Uppdrag, steps: list[ChangeStep]) -> Table:
    """Return what was signed: the base, and each tillägg once, with the first day of it."""
    rows = [_row(base, base.facts.text(known.TITLE) or base.slug, known.START, None)]
    seen = dict.fromkeys(step.tillagg.name for step in steps)
    for name in seen:
        first = next(step for step in steps if step.tillagg.name == name)
        title = named(first.tillagg)
        rows.append(_row(first.tillagg, capitalise_first(title), known.TILLAGG_START, first.start))
    header = ("Handling", "Diarienummer", "Datum", "Gäller från och med")
    return Table(tuple((_made(text),) for text in header), tuple(rows), origin=base.origin)


def _row(uppdrag: Uppdrag, title: str, path: str, first: date | None) -> tuple[Cell, ...]:
    facts = uppdrag.facts
    day, start = facts.day(known.DATED), facts.day(path) or first
    cells = (
        (title, known.TITLE),
        (facts.text(known.DNR), known.DNR),
        (iso(day) if day else "", known.DATED),
        (iso(start) if start else "", path),
    )
    row: list[Cell] = [(Value(said or "ej känt", own, uppdrag.origin),) for said, own in cells]
    if uppdrag.status != SIGNED:
        row[0] += (Value(f" ({uppdrag.status})", "status", uppdrag.origin),)
    return tuple(row)


def _made(text: str) -> Value:
    return Value(text, _MADE)


def _to_repealed(state: State, document: Document) -> Iterable[Problem]:
    """Yield TI10, a warning, for each reference to a section that does not hold any more."""
    gone = {entry.name for entry in every(state.base.outline) if entry.repealed}
    for section in all_sections(document):
        for block in section.blocks:
            for leaf in (leaf for content in runs(block) for leaf in leaves(content)):
                if isinstance(leaf, Reference) and leaf.anchor in gone:
                    leads = f"hänvisar till ”{leaf.anchor}”, som är upphävt"
                    message = f"avsnittet ”{section.anchor}” {leads}"
                    hint = "ersätt avsnittet, eller låt tillägget säga vad som gäller i stället"
                    yield Problem("TI10", message, Severity.WARNING, section.origin, hint)
