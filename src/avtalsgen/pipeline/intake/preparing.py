"""An old document to an edition that prints its words: sections, facts, clauses, deviations."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final
from unicodedata import category

from avtalsgen.clauses.fact_types import FACT_TYPES
from avtalsgen.importing.beside_text import with_notes_as_text
from avtalsgen.importing.clause_values import ValueReader
from avtalsgen.importing.matching import KnownClause, likeliest
from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.outline import OldSection, old_sections, said
from avtalsgen.importing.same_clause import ClauseFinder, with_those_of_clauses
from avtalsgen.importing.stated.facts import old_facts
from avtalsgen.importing.stated.growth import of_known_series
from avtalsgen.importing.stated.lines import COVER, KnownBody, by_name, folded
from avtalsgen.importing.stated.memo import about, is_memo, replaced
from avtalsgen.importing.texts import TextWriter
from avtalsgen.importing.written import Texts, facts_file, signature_section, told
from avtalsgen.model import plain
from avtalsgen.model.nodes import Document, Section, Value
from avtalsgen.model.walk import leaves, runs, sections
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.knowledge import knowledge_of
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import Project, read_project
from avtalsgen.problems import AvtalsgenError
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import fold
from avtalsgen.uppdrag import directory, known

_SOFT: Final = "\u00ad"
_LONGEST: Final = 60
BY_HAND: Final = "rättat för hand"
"""Where a corrected fact was read."""
SectionPlace = tuple[str, int]
"""The name of a file, and how many of its sections stand before one, in reading order."""
FactPlace = tuple[str, str]
"""The name of a file, and the path of a fact in it."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What somebody has decided of old documents before they are taken in."""

    sections: Mapping[SectionPlace, str] = field(default_factory=dict)
    """The clause that a section is; empty where it is kept as a text of its own."""
    facts: Mapping[FactPlace, str | tuple[str, ...]] = field(default_factory=dict)
    """What a fact is, as YAML has it; empty where the document does not say."""


NONE_CORRECTED: Final = Corrections()


@dataclass(frozen=True, slots=True)
class Prepared:
    """An edition that is not written yet, with what it prints beside what the file says."""

    slug: str
    edition: str
    contents: Mapping[str, bytes]
    outline: tuple[OldSection, ...]
    facts: tuple[OldFact, ...]
    expected: tuple[str, ...]
    printed: tuple[str, ...]
    invisible: int


def prepared(
    project: Project,
    document: Document,
    data: bytes,
    source: str,
    known: Sequence[KnownClause] = (),
    corrected: Corrections = NONE_CORRECTED,
    undone: Document | None = None,
) -> Prepared:
    """Return the edition that a document becomes; law: it prints the words of the document.

    A section whose words are others with a corrected fact deviates from its clause. `undone` is
    the document without the changes that nobody has settled: a fact that is another there is asked
    for.

    Raises:
        AvtalsgenError: what was made of it cannot be read.
    """
    return _Import(project, source, known, corrected).prepared(document, data, undone)


class _Import:
    def __init__(
        self,
        project: Project,
        source: str,
        known: Sequence[KnownClause],
        corrected: Corrections,
    ) -> None:
        self.project, self.source, self.known = project, source, known
        self.chosen = {
            place: clause for (name, place), clause in corrected.sections.items() if name == source
        }
        self.corrected = {
            path: value for (name, path), value in corrected.facts.items() if name == source
        }
        self.writer = TextWriter()
        self.unsettled: frozenset[str] = frozenset()

    def prepared(self, document: Document, data: bytes, undone: Document | None) -> Prepared:
        """Return what a document becomes."""
        document = with_notes_as_text(document)
        written = _in_its_order(document)
        outline = old_sections(written.sections, self.writer)
        if (signed := signature_section(written)) is not None:
            outline += old_sections([signed], self.writer)
            outline[-1].anchor = _free_anchor(outline)
        bodies = self._bodies(document)
        knowledge, laws = knowledge_of(self.project), self.project.materials.legal_sources
        self.reader = ValueReader(self.project.parameters, knowledge.words, bodies, laws)
        facts = self._stated(document)
        if undone is not None:
            before = {(fact.path, told(fact)) for fact in self._stated(with_notes_as_text(undone))}
            now = {(fact.path, told(fact)) for fact in facts}
            self.unsettled = frozenset(path for path, _ in before ^ now)
        facts += self._links(document)
        facts = self._as_corrected(facts)
        slug, edition = self._name(facts)
        self.finder = ClauseFinder(self.known, self.reader, _day(facts))
        self._match(outline)
        contents, built, facts = self._settled(written, data, outline, facts, slug, edition)
        return Prepared(
            slug,
            edition,
            contents,
            tuple(outline),
            tuple(facts),
            tuple(_visible(written)),
            tuple(plain.words(built)),
            self.writer.invisible,
        )

    def _stated(self, document: Document) -> list[OldFact]:
        """Return what a document states, each fact as its type has it."""
        facts = old_facts(document, self._bodies(document), knowledge_of(self.project))
        return [self._valid(fact) for fact in of_known_series(facts, self._series())]

    def _as_corrected(self, facts: Sequence[OldFact]) -> list[OldFact]:
        by_hand = (
            OldFact(path, value, BY_HAND, sure=True)
            for path, value in self.corrected.items()
            if value
        )
        left = (fact for fact in facts if fact.path not in self.corrected)
        sure = (replace(e, sure=e.sure and e.path not in self.unsettled) for e in left)
        return [*sure, *by_hand]

    def _valid(self, fact: OldFact) -> OldFact:
        """Return a fact, not sure if it is none of its type: a day that there is not."""
        named = self.project.parameters.find(fact.path)
        if named is None or isinstance(fact.value, tuple) or named[1].type not in FACT_TYPES:
            return fact
        try:
            FACT_TYPES[named[1].type].parse(fact.value)
        except ValueError:
            return replace(fact, sure=False)
        is_choice = named[1].type == "val"
        return (
            replace(fact, sure=False) if is_choice and fact.value not in named[1].choices else fact
        )

    def _series(self) -> tuple[str, ...]:
        named = self.project.parameters.find(known.SERIES)
        return named[1].choices if named else ()

    def _links(self, document: Document) -> Iterator[OldFact]:
        """Yield the uppdrag that a letter is about, and what is replaced, by their numbers.

        Of several with one number it is the one whose title the document has.
        """
        words = folded("\n".join(plain.lines(document)))
        pointed = [(known.REPLACED, number) for number in replaced(document)]
        if is_memo(document) and (number := about(document)):
            pointed.insert(0, (known.ABOUT, number))
        for path, wanted in pointed:
            every = list(self._numbered(wanted))
            named = [name for name, title in every if title and title in words]
            slugs = {name.partition("@")[0] for name in named or [name for name, _ in every]}
            if len(slugs) == 1:
                name = (named or [every[0][0]])[0]
                yield OldFact(path, name, COVER, sure=True)
                yield from self._paid_as(name) if path == known.ABOUT else ()
            elif slugs:
                yield OldFact(path, "", COVER, sure=False)

    def _paid_as(self, name: str) -> Iterator[OldFact]:
        """Yield how the uppdrag of a letter is paid, by which the letter compares two sums."""
        model = self.project.uppdrag(*name.split("@")).facts.text(known.MODEL)
        if model:
            yield OldFact(known.MODEL, model, name, sure=True)

    def _numbered(self, number: str) -> Iterator[tuple[str, str]]:
        """Yield name and title of each uppdrag of a number, the newest edition of each first."""
        for slug in directory.slugs(self.project.files):
            for edition in reversed(directory.editions(self.project.files, slug)):
                try:
                    uppdrag = self.project.uppdrag(slug, edition)
                except AvtalsgenError:
                    continue
                facts = uppdrag.facts
                if facts.text(known.DNR).endswith(number) and facts.get(known.ABOUT) is None:
                    yield f"{slug}@{edition}", folded(facts.text(known.TITLE))

    def _bodies(self, document: Document) -> dict[str, KnownBody]:
        names = (
            (name.name, KnownBody(body.id, body.type, body.municipality))
            for body in self.project.organisations.values()
            for name in body.names
        )
        return by_name(document, names)

    def _name(self, facts: Sequence[OldFact]) -> tuple[str, str]:
        said_here = {fact.path: told(fact) for fact in facts}
        slug = fold(said_here.get(known.TITLE, "") or Path(self.source).stem)[:_LONGEST]
        slug = slug.strip("-")
        year = re.search(r"\d{4}", said_here.get(known.DATED, "") or said_here.get(known.START, ""))
        edition = year[0] if year else "1"
        taken = directory.editions(self.project.files, slug)
        number, name = 1, edition
        while name in taken:
            number += 1
            name = f"{edition}-{number}"
        return slug, name

    def _match(self, outline: Sequence[OldSection]) -> None:
        """Say which clause each section is or is like."""
        taken = set(self.chosen.values())
        anchors = {each.anchor for top in outline for each in top.every()}
        every = (each for top in outline for each in top.every())
        for place, section in enumerate(every):
            heading, blocks = plain.text(section.section.heading), section.section.blocks
            known = self._choices(place)
            clause, section.similarity = likeliest(heading, said(section.section), known)
            if not known or not section.text:
                continue
            where = section.heading or "texten"
            chosen = self.chosen.get(place, "")
            same = self.finder.same(
                heading, blocks, where, self._others(chosen) if chosen else taken
            )
            clause = same or clause or (known[-1].clause if chosen else None)
            if clause is None or (clause.id in taken and not chosen):
                continue
            if clause.heading.content and not section.heading:
                continue  # it would print a heading that the document does not have
            taken.add(clause.id)
            if clause.id not in anchors:
                anchors.add(clause.id)
                section.anchor = clause.id  # by which clauses refer to it
            section.clause, section.edition = clause.id, clause.edition
            section.base = clause.sha256
            section.became = "clause" if same else "deviation"

    def _choices(self, place: int) -> Sequence[KnownClause]:
        """Return what the section at a place may be; nothing where it is kept as a text."""
        chosen = self.chosen.get(place)
        if chosen is None:
            return self.known
        return [known for known in self.known if known.clause.id == chosen]

    def _others(self, chosen: str) -> set[str]:
        return {known.clause.id for known in self.known} - {chosen}

    def _settled(
        self,
        document: Document,
        data: bytes,
        outline: Sequence[OldSection],
        facts: Sequence[OldFact],
        slug: str,
        edition: str,
    ) -> tuple[dict[str, bytes], Document, list[OldFact]]:
        """Return the files, what they print and the facts in them, with those of the clauses.

        A clause that prints other words deviates, and says nothing of facts.
        """
        digest = sha256(data).hexdigest()
        texts = Texts(self.source, digest, self.writer)
        flat = [each for top in outline for each in top.every()]
        while True:  # each turn makes deviations of some, so it ends
            every = self._as_corrected(with_those_of_clauses(facts, self.finder.facts()))
            contents = facts_file(texts, document, outline, every, slug, edition)
            after = read_project(Overlay(self.project.files, contents))
            built, _problems = document_of(after, slug, edition)
            printed = {section.anchor: section for section in sections(built)}
            clauses = [each for each in flat if each.became == "clause"]
            wrong = [each for each in clauses if not _same(each, printed.get(each.anchor))]
            if not wrong:
                break
            for deviating in wrong:
                deviating.became = "deviation"
            self.finder.without([each.clause for each in wrong])
        for section in flat:
            if section.became == "clause":
                section.values = _values(printed[section.anchor])
                section.similarity = 1.0
        return contents, built, every


def _day(facts: Sequence[OldFact]) -> date | None:
    """Return the day of a document; without one that on which it begins to hold."""
    days = {fact.path: told(fact) for fact in facts}
    day = days.get(known.DATED) or days.get(known.START) or ""
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def _same(old: OldSection, new: Section | None) -> bool:
    if new is None:
        return False
    return _letters(said(old.section)).split() == said(new).split()


def _values(section: Section) -> dict[str, str]:
    return {
        leaf.path: " ".join(leaf.text.split())
        for block in section.blocks
        for content in runs(block)
        for leaf in leaves(content)
        if isinstance(leaf, Value)
    }


def _free_anchor(outline: Sequence[OldSection]) -> str:
    taken = {each.anchor for top in outline[:-1] for each in top.every()}
    number, name = 1, "underskrifter"
    while name in taken:
        number += 1
        name = f"underskrifter-{number}"
    return name


def _in_its_order(document: Document) -> Document:
    """Return a document with its cover and where its parties sign as they stood in the file."""
    written = document.as_written
    if written is None:
        return document
    return replace(document, cover=written.cover, sections=written.sections, signatures=None)


def _visible(document: Document) -> list[str]:
    return _letters("\n".join(plain.lines(document))).split()


def _letters(text: str) -> str:
    return "".join(each for each in text if category(each) != "Cf" or each == _SOFT)
