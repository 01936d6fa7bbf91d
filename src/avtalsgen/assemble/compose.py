"""The outline to sections: each entry its text, its heading, its anchor and its origin."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace

from avtalsgen.assemble.amended import NOT_AMENDED, Amended
from avtalsgen.assemble.filling.fill import Filling
from avtalsgen.assemble.imported import is_imported
from avtalsgen.assemble.rules.clause_choice import pinned
from avtalsgen.assemble.rules.unfinished import as_told, hollow, placeholders
from avtalsgen.clauses.expression import Template
from avtalsgen.clauses.library import ClauseEdition, Library, text_hash
from avtalsgen.clauses.outline import Entry
from avtalsgen.clauses.template import parse_template
from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, Inline, Provenance, Section
from avtalsgen.model.walk import runs
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.written import read_text, unlike
from avtalsgen.readers.yaml.keys import nearest
from avtalsgen.records import dataclass
from avtalsgen.source import Files, Origin
from avtalsgen.swedish.phrases import fold
from avtalsgen.uppdrag.directory import FOLDER


@dataclass
class Composing:
    """Makes the sections of one document; numbers and references come later."""

    files: Files
    library: Library
    filling: Filling
    problems: list[Problem]
    """Every problem met while the document is made, whoever meets it."""
    given: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    """Content that no text has, by its name in the outline."""
    used: list[ClauseEdition] = field(default_factory=list)
    """The clauses of the document, in reading order."""
    unread: set[str] = field(default_factory=set)
    """Anchors of sections whose text cannot be read, which is told of where it stands."""
    anchors: dict[str, Origin] = field(default_factory=dict)
    unnumbered: set[str] = field(default_factory=set)
    """Anchors of sections that are to have no number, nor any section below them."""
    inserted: set[str] = field(default_factory=set)
    """Anchors of sections that are counted with a letter."""
    more: Amended = NOT_AMENDED

    def sections(self, entries: Iterable[Entry], level: int = 1) -> tuple[Section, ...]:
        """Return a section for each entry that has anything to say."""
        made = (self.section(entry, level) for entry in entries)
        return tuple(section for section in made if section is not None)

    def section(self, entry: Entry, level: int) -> Section | None:
        """Return the section of an entry; nothing after a problem or when nothing is printed.

        An entry whose content should have been given and was not is left out with all below it.
        """
        given = self.given.get(entry.given, ())
        if entry.given and not given:
            return None
        if entry.changes is not None:
            uppdrag = self.filling.lookup.uppdrag
            self.problems.append(_says_nothing(uppdrag.changes_at or uppdrag.origin))
        if entry.changes is not None and entry.heading is None:
            return None
        with self.filling.holes.told_by(self.more.lookups.get(entry.owner)):
            anchor, heading, text, blocks = self.own_part(entry)
        below = (
            *self.compared(entry, anchor, given, level + 1),
            *self.sections(entry.below, level + 1),
        )
        if is_imported(self.filling.lookup.uppdrag.facts):
            self.filling.holes.mention(plain.text(run) for block in blocks for run in runs(block))
        notes = self.more.notes.get(anchor, ())
        blocks = (*notes, *blocks)
        made = None
        if heading or blocks or below:
            made = self.made(entry, anchor, heading, level, blocks, below, text)
        if made and text.body:  # that something is replaced is not what it is replaced by
            self.unfinished(entry, replace(made, blocks=blocks[len(notes) :]), text)
        else:
            self.unfinished(entry, made, text)
        return made

    def made(
        self,
        entry: Entry,
        anchor: str,
        heading: tuple[Inline, ...],
        level: int,
        blocks: tuple[Block, ...],
        below: tuple[Section, ...],
        text: "_SectionText",
    ) -> Section:
        """Return the section of an entry that has something to print."""
        return Section(
            anchor=anchor,
            heading=heading,
            level=level,
            blocks=blocks,
            sections=below,
            provenance=text.provenance,
            origin=entry.origin,
            heading_origin=entry.origin if entry.heading is not None else text.heading_origin,
            new_page=entry.new_page,
        )

    def unfinished(self, entry: Entry, made: Section | None, text: "_SectionText") -> None:
        """Note what an entry promises and does not say; that of another uppdrag is told there.

        What a tillägg writes is its own, also where it stands for a section of its base; that
        one is repealed its heading says.
        """
        uppdrag = self.filling.lookup.uppdrag
        writes = entry.origin.file == uppdrag.file and (entry.file or text.body)
        if (entry.owner and not writes) or entry.repealed or not text.read:
            return
        origin = self.at(entry)
        wrote = bool(text.body)
        problems = [*hollow(entry, made, origin, folder=uppdrag.edition, wrote=wrote)]
        if made:
            problems += placeholders(made, origin)
        stands = "beslutad" if is_imported(uppdrag.facts) else uppdrag.status
        self.problems.extend(as_told(problems, stands))

    def own_part(
        self, entry: Entry
    ) -> tuple[str, tuple[Inline, ...], "_SectionText", tuple[Block, ...]]:
        """Return anchor, heading, text and blocks of an entry, without what stands below it."""
        try:
            text = self.text(entry)
        except AvtalsgenError as error:
            self.problems.extend(error.problems)
            text = _SectionText((), (), Provenance("rubrik"), read=False)
        origin = self.at(entry)
        heading = (
            self.filling.phrase(entry.heading, origin)
            if entry.heading is not None
            else text.heading
        ) or self.more.headings.get(entry.anchor, ())
        anchor = self.anchor(entry, heading)
        if not text.read:
            self.unread.add(anchor)
        if not entry.numbered:
            self.unnumbered.add(anchor)
        if entry.inserted:
            self.inserted.add(anchor)
        named = anchor if heading and not self.more.quoted else ""  # as nothing refers elsewhere
        return anchor, heading, text, self.filling.blocks(text.body, origin, named)

    def compared(
        self, entry: Entry, above: str, given: tuple[Block, ...], level: int
    ) -> Iterator[Section]:
        """Yield the section of given content: without a heading, below the text that leads in."""
        if given:
            anchor = f"{above}-{fold(entry.given)}"
            self.take(anchor, entry)
            made_of = Provenance("jämförelse")
            yield Section(anchor, (), level, blocks=given, provenance=made_of, origin=entry.origin)

    def at(self, entry: Entry) -> Origin:
        """Return where the user can mend what a text lacks: in the uppdrag, not in its type."""
        uppdrag = self.filling.lookup.uppdrag
        return entry.origin if entry.origin.file == uppdrag.file else uppdrag.origin

    def text(self, entry: Entry) -> "_SectionText":
        """Return the text of an entry, read from clause, deviation or own prose.

        Raises:
            AvtalsgenError: the text cannot be read.
        """
        if not entry.clause:
            prose = entry.file and not entry.repealed
            return self.prose(entry) if prose else _SectionText((), (), Provenance("rubrik"))
        if not entry.edition:
            raise AvtalsgenError([self.no_edition(entry)])
        clause = self.library.edition(entry.clause, entry.edition, entry.origin)
        heading = () if entry.heading else self.filling.phrase(clause.heading, self.at(entry))
        if entry.repealed:
            return _SectionText(heading, (), Provenance("rubrik"), clause.heading_origin)
        self.used.append(clause)
        if entry.deviation:
            return self.deviation(entry, clause, heading)
        provenance = Provenance("klausul", clause.file, clause.id, clause.edition, clause.sha256)
        return _SectionText(heading, clause.body, provenance, clause.heading_origin)

    def no_edition(self, entry: Entry) -> Problem:
        """Return DI01 with the newest edition that holds on the day of the document."""
        clause = nearest(entry.clause, self.library.ids()) or entry.clause
        meant = pinned(clause, self.filling.lookup, self.library)
        message = f"”{entry.clause}” säger inte vilken utgåva"
        hint = f"skriv {meant}" if "@" in meant else "avtalsgen list visar klausulerna"
        return Problem("DI01", message, origin=entry.origin, hint=hint)

    def prose(self, entry: Entry) -> "_SectionText":
        """Return a text of the uppdrag's own."""
        path, template, sha256 = self.own(entry.file, entry.origin)
        return _SectionText((), template, Provenance("prosa", path, sha256=sha256))

    def deviation(
        self, entry: Entry, clause: ClauseEdition, heading: tuple[Inline, ...]
    ) -> "_SectionText":
        """Return the text that stands in the place of a clause's."""
        deviation = entry.deviation
        assert deviation is not None
        if deviation.base_sha256 != clause.sha256:
            message = (
                f"klausulen {clause.id}@{clause.edition} har ändrats sedan avvikelsen skrevs, "
                "eller så är kontrollsumman en annan"
            )
            hint = f"skriv från: {clause.sha256}, när avvikelsen stämmer med klausulen"
            problem = Problem("DI02", message, origin=deviation.origin, hint=hint)
            self.problems.append(problem)
        path, template, sha256 = self.own(deviation.file, deviation.origin)
        provenance = Provenance("avvikelse", path, clause.id, clause.edition, sha256)
        return _SectionText(heading, template, provenance, clause.heading_origin)

    def own(self, file: str, asked_at: Origin) -> tuple[str, Template, str]:
        """Return path, template and hash of a text of the uppdrag's own."""
        path = f"{FOLDER}/{self.filling.lookup.uppdrag.slug}/{file}"
        text = read_text(self.files, path, asked_at)
        self.problems.extend(unlike(text, path))
        template, _, problems = parse_template(text, path, 1, self.library.parameters)
        if problems:
            raise AvtalsgenError(problems)
        return path, template, text_hash("", text)

    def anchor(self, entry: Entry, heading: tuple[Inline, ...]) -> str:
        """Return the anchor of an entry, now taken."""
        anchor = entry.anchor or entry.clause or fold(plain.text(heading))
        self.take(anchor, entry)
        return anchor

    def take(self, anchor: str, entry: Entry) -> None:
        """Let a section have `anchor`; DI03 when another has it."""
        first = self.anchors.setdefault(anchor, entry.origin)
        if first is not entry.origin:
            message = f"ankaret ”{anchor}” finns redan på rad {first.line}"
            hint = f"skriv {entry.having(f'ankare: {anchor}-2')}"
            self.problems.append(Problem("DI03", message, origin=entry.origin, hint=hint))


def _says_nothing(origin: Origin) -> Problem:
    message = "handlingen säger inte vad den ändrar"
    hint = "skriv ändringar: [{fakta: {tid: {uppsägning: 6 månader}}}]"
    return Problem("TI09", message, origin=origin, hint=hint)


@dataclass(frozen=True, slots=True)
class _SectionText:
    heading: tuple[Inline, ...]
    body: Template
    provenance: Provenance
    heading_origin: Origin | None = None
    read: bool = True
    """False after a problem, so that it is not told again as an empty text."""
