"""One uppdrag, its document type and the library to a finished `Document`."""

from collections.abc import Iterable, Mapping

from avtalsgen.assemble.amended import NOT_AMENDED, Amended
from avtalsgen.assemble.compose import Composing
from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.facts.price_level import OF_PRICES
from avtalsgen.assemble.filling.fill import Filling
from avtalsgen.assemble.filling.holes import NOT_SAID, Holes
from avtalsgen.assemble.imported import imported_cover, is_imported
from avtalsgen.assemble.number import number
from avtalsgen.assemble.references import marked_twice, missing, resolve, targets
from avtalsgen.assemble.rules import unfinished
from avtalsgen.assemble.rules.answers_in_sentences import answers_in_sentences
from avtalsgen.assemble.rules.clause_choice import clause_choice, pinned
from avtalsgen.assemble.rules.crowded_tables import crowded
from avtalsgen.assemble.rules.day_order import day_order
from avtalsgen.assemble.rules.house_rules import house_rules
from avtalsgen.assemble.rules.index_steps import wrong_steps
from avtalsgen.assemble.rules.lifecycle import lifecycle
from avtalsgen.assemble.rules.mandatory import missing_clauses, misspelled
from avtalsgen.assemble.rules.named_annexes import annexes_in_texts, named_annexes
from avtalsgen.assemble.rules.parties import parties
from avtalsgen.assemble.rules.pointing import pointing
from avtalsgen.assemble.rules.provider_kind import provider_kind
from avtalsgen.assemble.rules.replacement import replacement
from avtalsgen.assemble.rules.typed_numbers import typed_letters, typed_numbers
from avtalsgen.assemble.signatures import signatures
from avtalsgen.assemble.typeset import typeset
from avtalsgen.clauses import answers
from avtalsgen.clauses.document_type import DocumentType
from avtalsgen.clauses.expression import Phrase
from avtalsgen.clauses.library import Library
from avtalsgen.clauses.outline import pins
from avtalsgen.model import plain
from avtalsgen.model.nodes import (
    Block,
    Contents,
    Cover,
    CoverRow,
    Document,
    Gap,
    Identity,
    Inline,
    List,
    ListItem,
    Paragraph,
    Provenance,
    Running,
    Section,
    Signatures,
    Value,
)
from avtalsgen.model.walk import leaves, within
from avtalsgen.model.walk import sections as all_sections
from avtalsgen.problems import Problem
from avtalsgen.readers.written import unread
from avtalsgen.records import dataclass
from avtalsgen.source import Files
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.directory import FOLDER
from avtalsgen.uppdrag.status import STATUSES

REQUIRED = "FA05"
"""A fact that the type of a document asks for, and nobody says."""
GAPS = frozenset(
    {
        NOT_SAID,
        REQUIRED,
        "DI04",
        "DI05",
        "DI06",
        unfinished.EMPTY,
        unfinished.PLACEHOLDER,
        "TI09",
        "PR07",
    }
)
"""What a draft does without: facts, sections, changes and a house style that are not there yet."""

APPENDICES = "bilagor"
"""The anchor of the list of appendices."""


def assemble(
    files: Files,
    library: Library,
    type_: DocumentType,
    lookup: Lookup,
    *,
    given: Mapping[str, tuple[Block, ...]] | None = None,
    draft: bool = False,
    more: Amended = NOT_AMENDED,
) -> tuple[Document, tuple[Problem, ...]]:
    """Return the document of an uppdrag, with what others put into it, and every problem met.

    `given` is content that no text has, by its name in the outline (`clauses.outline.GIVEN`).
    With an error among the problems the document has gaps and may only be used as a draft.
    """
    problems: list[Problem] = []
    holes = Holes(lookup, library.parameters, draft, problems)
    filling = Filling(holes, problems, type_.unknown == "utelämna")
    composing = Composing(files, library, filling, problems, given or {}, more=more)
    maker = _DocumentMaker(type_, lookup, holes, filling, composing, problems)
    document = typeset(maker.document(draft=draft))
    problems.extend(crowded(document, lookup.uppdrag))
    return document, tuple(_sorted(problems, lookup.uppdrag.file))


@dataclass
class _DocumentMaker:
    type: DocumentType
    lookup: Lookup
    holes: Holes
    filling: Filling
    composing: Composing
    problems: list[Problem]

    def document(self, *, draft: bool) -> Document:
        self.required()
        cover = self.cover()
        sections = self.sections()
        type_, uppdrag, library = self.type, self.lookup.uppdrag, self.composing.library
        used = self.composing.used
        problems = self.problems
        problems.extend(uppdrag.warnings)
        problems.extend(warning for clause in used for warning in clause.warnings)
        problems.extend(house_rules(self.lookup))
        problems.extend(provider_kind(self.lookup))
        alike = parties(self.lookup, library.parameters)
        problems.extend(unfinished.as_told(alike, uppdrag.status))
        problems.extend(pointing(self.lookup))
        if any(clause.uses & OF_PRICES for clause in used):
            problems.extend(self.lookup.prices.problems)
        problems.extend(day_order(self.lookup))
        problems.extend(replacement(self.lookup, library))
        problems.extend(wrong_steps(self.lookup))
        problems.extend(lifecycle(uppdrag, self.composing.files, library.parameters))
        problems.extend(self.missing_appendices())
        printed = {path for clause in used for path in clause.uses}
        problems.extend(named_annexes(self.lookup, library.parameters, printed))
        problems.extend(annexes_in_texts(self.lookup, sections))
        problems.extend(answers_in_sentences(self.lookup, library.parameters, sections))
        problems.extend(self.holes.lacking.values())
        referred = {anchor for anchor, _, _ in self.holes.references}
        problems.extend(missing_clauses(type_, library, self.lookup, used, referred))
        problems.extend(clause_choice(type_, library, self.lookup))
        return Document(
            identity=self.identity(cover, sections),
            cover=cover,
            sections=sections,
            numbering=type_.numbering,
            contents=self.contents(sections),
            signatures=self.signatures(),
            running=Running(
                self.line(type_.head_left), self.line(type_.head_right), self.line(type_.foot)
            ),
            draft=draft or (type_.attests and uppdrag.status == STATUSES[0]),
        )

    def sections(self) -> tuple[Section, ...]:
        uppdrag = self.lookup.uppdrag
        outline = uppdrag.outline or self.type.outline
        if uppdrag.appendices:
            self.composing.anchors[APPENDICES] = uppdrag.appendices[0].origin
        made = self.composing.sections(outline)
        empty = unfinished.without_text(outline, uppdrag)
        stands = "beslutad" if is_imported(uppdrag.facts) else uppdrag.status
        self.problems.extend(unfinished.as_told(empty, stands))
        if uppdrag.appendices:
            self.composing.unnumbered.add(APPENDICES)
            anchors = [section.anchor for section in made]
            before = self.type.appendices_before
            place = anchors.index(before) if before in anchors else len(made)
            made = (*made[:place], self.appendices(), *made[place:])
        amended = self.composing.more
        meant = misspelled(self.composing.library, (clause for clause, _ in pins(outline)))
        broken = meant | self.composing.unread
        references = [each for each in self.holes.references if each[0] not in broken]
        self.problems.extend(missing(references, targets(made, amended), self.adding))
        self.problems.extend(marked_twice(made))
        unnumbered = frozenset(self.composing.unnumbered)
        inserted = frozenset(self.composing.inserted)
        numbered = number(made, self.type.numbering, unnumbered, inserted)
        self.problems.extend(typed_numbers(numbered))
        if not is_imported(uppdrag.facts):
            self.problems.extend(typed_letters(numbered))
        return resolve(numbered, targets(numbered, amended))

    def adding(self, clause: str) -> str:
        """Return the hint that adds a clause to the outline, nothing if there is none."""
        library, uppdrag = self.composing.library, self.lookup.uppdrag
        if clause not in library.ids():
            return ""
        file = uppdrag.file if uppdrag.outline else self.type.file
        return f"lägg till - {pinned(clause, self.lookup, library)} i dispositionen i {file}"

    def missing_appendices(self) -> Iterable[Problem]:
        """Yield FI01 or FI02 for each appendix whose file is not in the folder of the uppdrag.

        A file that has a name there and cannot be read is told of by whoever takes its pages.
        """
        uppdrag = self.lookup.uppdrag
        for appendix in uppdrag.appendices:
            path = f"{FOLDER}/{uppdrag.slug}/{appendix.file}"
            folder, _, name = path.rpartition("/")
            if appendix.file and name not in self.composing.files.names(folder):
                try:
                    self.composing.files.read(path)
                except (OSError, OverflowError) as error:
                    yield unread(error, path, appendix.origin)

    def appendices(self) -> Section:
        uppdrag = self.lookup.uppdrag
        items = tuple(
            ListItem((Paragraph((Value(each.title, f"bilagor.{n}.titel", each.origin),)),))
            for n, each in enumerate(uppdrag.appendices, start=1)
        )
        heading: tuple[Inline, ...] = (Value(self.type.appendices or "Bilagor", "bilagor"),)
        blocks = (List(items, ordered=True),)
        return Section(APPENDICES, heading, 1, "", blocks, (), Provenance("rubrik"), uppdrag.origin)

    def cover(self) -> Cover:
        origin = self.lookup.uppdrag.origin
        if (imported := imported_cover(self.lookup.uppdrag.facts)) is not None:
            return imported
        rows = []
        for row in self.type.cover:
            content = self.filling.phrase(row.phrase, origin)
            if content and not self.filling.left_out(content):
                rows.append(CoverRow(row.label, content))
        cover = Cover(
            self.type.kicker,
            self.filling.phrase(self.type.title, origin),
            self.filling.phrase(self.type.subtitle, origin),
            tuple(rows),
            self.type.cover_form,
        )
        uppdrag = self.lookup.uppdrag
        answers = unfinished.empty_answers(uppdrag.facts, self.composing.library.parameters)
        left = (*unfinished.on_cover(cover, origin), *answers)
        self.problems.extend(unfinished.as_told(left, uppdrag.status))
        self.problems.extend(unfinished.empty_reasons(uppdrag))
        return cover

    def contents(self, made: tuple[Section, ...]) -> Contents | None:
        """Return the table of contents; of one heading alone it would say nothing."""
        headed = sum(bool(each.heading) for section in made for each in within(section))
        return Contents(*self.type.contents) if self.type.contents and headed > 1 else None

    def signatures(self) -> Signatures | None:
        style = self.type.signature
        if style is None:
            return None
        return signatures(style, self.lookup, self.line)

    def line(self, phrase: Phrase) -> str:
        """Return a phrase as a line of its own, nothing when a fact in it is not known."""
        content = self.filling.phrase(phrase, self.lookup.uppdrag.origin)
        if any(isinstance(leaf, Gap) for leaf in leaves(content)):
            return ""
        return plain.text(content)

    def required(self) -> None:
        """Note each fact that the type asks for and nobody says, by its question."""
        parameters = self.composing.library.parameters
        for path, _ in self.type.requires:
            if self.lookup.fact(path) is None and not self.lookup.unpointed(path):
                asked = parameters.by_path.get(path)
                question = f": {asked.question}" if asked and asked.question else ""
                owner, asked_path = self.lookup.owner(path)
                leading = self.lookup.leading(path)
                place = leading.origin if leading else self.lookup.uppdrag.origin
                there = "" if owner is self.lookup else f"; det sägs i {owner.uppdrag.file}"
                empty = owner.uppdrag.facts.empty
                self.holes.lacking[path] = Problem(
                    REQUIRED,
                    f"{self.type.name} kräver {path}{question}{there}",
                    origin=empty.get(asked_path, place),
                    hint=answers.add(
                        asked_path,
                        parameters,
                        empty=asked_path in empty,
                        taken=owner.bodies_of_others(asked_path),
                    ),
                    about=asked_path if owner is self.lookup else "",
                )

    def identity(self, cover: Cover, sections: tuple[Section, ...]) -> Identity:
        uppdrag, facts = self.lookup.uppdrag, self.lookup.uppdrag.facts
        title = plain.text(cover.title)
        day = facts.day(known.DATED)
        dnr = self.lookup.text(known.DNR)
        whole = f"{cover.kicker} – {title}" if cover.kicker.lower() not in title.lower() else title
        document = Document(Identity("", "", "", "", ""), cover, sections)
        texts = [s.provenance for s in all_sections(document) if s.provenance and s.provenance.file]
        return Identity(
            uppdrag.slug,
            uppdrag.edition,
            self.type.name,
            uppdrag.status,
            whole,
            dnr,
            day.isoformat() if day else "",
            self.line(self.type.author),
            subject=plain.text(cover.subtitle),
            keywords=tuple(word for word in (dnr, cover.kicker, title, uppdrag.name) if word),
            clauses=tuple(texts),
        )


def _sorted(problems: Iterable[Problem], first: str) -> list[Problem]:
    """Return problems once each: those of the uppdrag's file first, then by place."""
    return sorted(
        dict.fromkeys(problems),
        key=lambda p: (
            (p.origin.file != first, p.origin.file, p.origin.line, p.origin.column)
            if p.origin
            else (False, "", 0, 0)
        ),
    )
