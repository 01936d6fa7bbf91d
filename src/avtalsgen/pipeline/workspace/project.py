"""A workspace with everything read that every document needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from avtalsgen.assemble.document import assemble
from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.facts.price_level import price_level
from avtalsgen.assemble.rules.pointing import ABOUT, REPLACED
from avtalsgen.assemble.tillagg.consolidated import consolidated
from avtalsgen.assemble.tillagg.document import tillagg_document
from avtalsgen.assemble.tillagg.states import Base
from avtalsgen.assemble.tillagg.timeline import concerns, on, steps
from avtalsgen.clauses.document_type import DocumentType, read_document_type
from avtalsgen.clauses.library import Library
from avtalsgen.clauses.outline import CHANGES, given
from avtalsgen.clauses.parameters import Parameters, read_parameters
from avtalsgen.clauses.profile import HouseStyle, read_house_style
from avtalsgen.model.nodes import Block, Document
from avtalsgen.model.profile import Profile
from avtalsgen.pipeline.workspace.changes import Changes, changes
from avtalsgen.pipeline.workspace.editions import (
    BASE_FACT,
    as_it_leaves,
    counted,
    period,
    split_day,
    tillagg_of,
    unknown_instead,
)
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.register.indices import read_indices
from avtalsgen.register.legal_sources import Legal, read_legal_sources
from avtalsgen.register.organisations import Organisation, read_organisations
from avtalsgen.source import Files, Origin
from avtalsgen.uppdrag import reader
from avtalsgen.uppdrag.facts import Known
from avtalsgen.uppdrag.uppdrag import SIGNED, Uppdrag

_DEEPEST = 5
"""How far a document may be from those that it points at; an anslag is three from its uppdrag."""


@dataclass(frozen=True, slots=True)
class Project:
    """The library, the register and the house style of a workspace."""

    files: Files
    parameters: Parameters
    library: Library
    organisations: Mapping[str, Organisation]
    legal_sources: Mapping[str, Legal]
    house: HouseStyle
    types: dict[str, DocumentType] = field(default_factory=dict, repr=False)
    """The document types read so far, by name."""

    @property
    def profile(self) -> Profile:
        """How documents look."""
        return self.house.profile

    def uppdrag(self, slug: str, edition: str, asked_at: Origin | None = None) -> Uppdrag:
        """Return an edition of an uppdrag.

        Raises:
            AvtalsgenError: it is not there, or its file is wrong.
        """
        reader.must_exist(self.files, slug, edition, asked_at)
        organisations = frozenset(self.organisations)
        return reader.read_uppdrag(self.files, slug, edition, self.parameters, organisations)

    def document_type(self, uppdrag: Uppdrag) -> DocumentType:
        """Return the document type of an uppdrag.

        Raises:
            AvtalsgenError: there is no such type, or its file is wrong.
        """
        name = uppdrag.type
        if name not in self.types:
            self.types[name] = read_document_type(
                self.files, name, self.parameters, uppdrag.type_origin
            )
        return self.types[name]

    def document(
        self, slug: str, edition: str, *, draft: bool = False
    ) -> tuple[Document, tuple[Problem, ...]]:
        """Return the assembled document of an edition, and the problems met.

        `2021:2022-01-01` is the text of the edition in force on a day, with its tillägg. A
        document that does not say yet which uppdrag it is about has gaps.

        Raises:
            AvtalsgenError: a file that it stands on cannot be read.
        """
        edition, day = split_day(edition)
        uppdrag = self.uppdrag(slug, edition)
        if day:
            return self.consolidated(uppdrag, day, draft=draft)
        type_, lookup = self.document_type(uppdrag), self.lookup(uppdrag)
        if lookup.base and uppdrag.changes:
            return self.tillagg(lookup, lookup.base, draft=draft)
        given = self._given(type_, lookup)
        return assemble(self.files, self.library, type_, lookup, given=given, draft=draft)

    def changes(self, lookup: Lookup) -> Changes | None:
        """Return what the edition that a document is about changes in the one it replaces.

        Nothing where the document does not say both.

        Raises:
            AvtalsgenError: a file that one of them stands on cannot be read.
        """
        old, new = lookup.pointed.get(REPLACED), lookup.pointed.get(ABOUT)
        if old is None or new is None:
            return None
        before, after = (
            self.document(each.uppdrag.slug, each.uppdrag.edition)[0] for each in (old, new)
        )
        return changes(before, after, self.organisations)

    def _given(self, type_: DocumentType, lookup: Lookup) -> Mapping[str, tuple[Block, ...]]:
        """Return the content that the outline asks for and no text has."""
        asked = given(lookup.uppdrag.outline or type_.outline)
        found = self.changes(lookup) if CHANGES in asked else None
        return {CHANGES: found.table()} if found else {}

    def consolidated(
        self, base: Uppdrag, day: date, *, draft: bool
    ) -> tuple[Document, tuple[Problem, ...]]:
        """Return the text of `base` in force on `day`, and the problems met.

        A draft takes in what is not signed yet.

        Raises:
            AvtalsgenError: TI06 it does not hold on that day, TI07 it is a tillägg.
        """
        self.refuse_tillagg(base, base.origin)
        days = period(self, base)
        days.must_hold(day, base.origin)
        there = tillagg_of(self, base)
        tillagg, problems = counted(base, there, draft=draft)
        found: list[Problem] = [*unknown_instead(base, there)]
        every = steps(tillagg, days, found)
        document, more = consolidated(self.printed(base), on(every, day), day, draft=draft)
        return document, (*found, *problems, *more)

    def tillagg(
        self, lookup: Lookup, base: Uppdrag, *, draft: bool
    ) -> tuple[Document, tuple[Problem, ...]]:
        """Return the document of a tillägg made of its changes, and the problems met.

        It changes what its base was after the tillägg before it; those that are not signed are
        before none that is.
        """
        uppdrag = lookup.uppdrag
        signed = uppdrag.status == SIGNED
        there = tillagg_of(self, base)
        others = (each for each in there if each.name != uppdrag.name)
        known = (each for each in others if each.changes and (each.status == SIGNED or not signed))
        problems: list[Problem] = [*unknown_instead(base, there)]
        every = steps((uppdrag, *known), period(self, base), problems)
        own = tuple(problem for problem in problems if concerns(problem, uppdrag))
        if not any(step.tillagg is uppdrag for step in every):
            raise AvtalsgenError(own)
        first = next(step.order for step in every if step.tillagg is uppdrag)
        until = tuple(s for s in every if s.tillagg is uppdrag or s.order < first)
        type_ = self.document_type(uppdrag)
        document, more = tillagg_document(self.printed(base), type_, lookup, until, draft=draft)
        return document, (*own, *more)

    def printed(self, base: Uppdrag) -> Base:
        """Return what a base is printed with."""
        type_ = self.document_type(base)
        own = replace(base, outline=base.outline or type_.outline)
        return Base(self.files, self.library, type_, self.lookup(own))

    def lookup(self, uppdrag: Uppdrag, above: tuple[str, ...] = ()) -> Lookup:
        """Return where the facts of an edition are found, here and in those it points at.

        `above` are the editions that have led here.

        Raises:
            AvtalsgenError: an edition that is pointed at is not there, cannot be read, or leads
                back here (UP12).
        """
        type_ = self.document_type(uppdrag)
        asked = any(path == BASE_FACT for path, _ in type_.requires)
        unanswered = asked and uppdrag.facts.get(BASE_FACT) is None
        base = self.base(uppdrag) if type_.has_base and not unanswered else None
        pointers = tuple(each.path for each in self.parameters if each.type == "uppdrag")
        pointed = {
            pointer: self._pointed(fact, (*above, uppdrag.name))
            for pointer in pointers
            if isinstance(fact := uppdrag.facts.get(pointer), Known)
        }
        lookup = Lookup(
            uppdrag,
            base,
            self.organisations,
            self.legal_sources,
            self.house.spelling,
            pointed,
            pointers,
            type_.heritage,
            type_.kicker,
        )
        if {REPLACED, ABOUT} <= pointed.keys():
            prices = price_level(lookup.fact, read_indices(self.files))
            lookup = replace(lookup, prices=prices)
        return lookup

    def _pointed(self, fact: Known, above: tuple[str, ...]) -> Lookup:
        name = str(fact.value)
        if name in above or len(above) > _DEEPEST:
            message = f"{fact.path} leder tillbaka eller för långt: {' → '.join((*above, name))}"
            hint = "peka på den handling som den här handlar om"
            raise AvtalsgenError([Problem("UP12", message, origin=fact.origin, hint=hint)])
        slug, _, edition = name.partition("@")
        found = self.lookup(self.uppdrag(slug, edition, fact.origin), above)
        return replace(found, uppdrag=as_it_leaves(found.uppdrag, found.base))

    def base(self, uppdrag: Uppdrag) -> Uppdrag:
        """Return the uppdrag that a tillägg changes, with the outline that it is printed by.

        Raises:
            AvtalsgenError: UP04 the tillägg does not say which, UP01 or UP02 it is not there.
        """
        fact = uppdrag.facts.get(BASE_FACT)
        if not isinstance(fact, Known):
            message = "tillägget säger inte vilket uppdrag det ändrar"
            hint = "lägg till tillägg: {till: uppdrag@utgåva}"
            raise AvtalsgenError([Problem("UP04", message, origin=uppdrag.origin, hint=hint)])
        slug, _, edition = str(fact.value).partition("@")
        if (slug, edition) == (uppdrag.slug, uppdrag.edition):
            message = "tillägget kan inte ändra sig självt"
            hint = "skriv uppdraget som ändras"
            raise AvtalsgenError([Problem("UP04", message, origin=fact.origin, hint=hint)])
        base = self.uppdrag(slug, edition, fact.origin)
        self.refuse_tillagg(base, fact.origin)
        return replace(base, outline=base.outline or self.document_type(base).outline)

    def refuse_tillagg(self, base: Uppdrag, asked_at: Origin) -> None:
        """Do nothing if `base` is no tillägg.

        Raises:
            AvtalsgenError: TI07 it is one: only the whole of base and tillägg can be changed.
        """
        fact = base.facts.get(BASE_FACT)
        if fact is None and not self.document_type(base).has_base:
            return
        message = f"{base.name} är ett tillägg ({fact.origin if fact else base.origin})"
        named = f": {fact.value}" if isinstance(fact, Known) else ""
        hint = f"ange uppdraget som tillägget ändrar{named}"
        raise AvtalsgenError([Problem("TI07", message, origin=asked_at, hint=hint)])

    def shell(self) -> bytes:
        """Return the Word shell of the house style.

        Raises:
            AvtalsgenError: PR02 it is not there.
        """
        try:
            return self.files.read(self.house.shell)
        except (FileNotFoundError, OverflowError):
            message = f"Word-mallen {self.house.shell} saknas eller är för stor"
            hint = "hämta den ur en ny arbetsyta: avtalsgen init MAPP"
            raise AvtalsgenError(
                [Problem("PR02", message, origin=Origin(self.house.shell, 1), hint=hint)]
            ) from None


def open_project(root: Path, profile: str = "") -> Project:
    """Return the project in the folder `root`; raises as `read_project`."""
    return read_project(Workspace(root), profile)


def read_project(files: Files, profile: str = "") -> Project:
    """Return the project that `files` are, in the house style `profile` or their own.

    Raises:
        AvtalsgenError: what is wrong in the files that all documents share.
    """
    parameters = read_parameters(files)
    return Project(
        files,
        parameters,
        Library(files, parameters),
        read_organisations(files),
        read_legal_sources(files),
        read_house_style(files, profile),
    )
