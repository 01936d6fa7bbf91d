"""What several old documents have in common: proposed clauses, and a table of who deviates."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from avtalsgen.clauses import parameters
from avtalsgen.clauses.library import FOLDER, RESERVED
from avtalsgen.importing.clause_values import prints_as
from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.outline import OldSection, said
from avtalsgen.importing.stated.lines import folded, iso
from avtalsgen.importing.stated.roles import BUYER, PROVIDER
from avtalsgen.importing.wordings import (
    SharedClause,
    SharedSection,
    pieces,
    shared_clauses,
    varying,
)
from avtalsgen.importing.written import told
from avtalsgen.model import plain
from avtalsgen.pipeline.workspace.knowledge import knowledge_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.edit import quoted
from avtalsgen.records import dataclass
from avtalsgen.swedish.numbers import read_letters
from avtalsgen.swedish.phrases import fold
from avtalsgen.uppdrag import known

_KINDS: Final = ("datum", "varaktighet", "heltal")
"""The types that a new parameter may have; any other is words."""
_NAMES: Final = {BUYER: known.BUYER, PROVIDER: known.PROVIDER}


@dataclass(frozen=True, slots=True)
class OldDocument:
    """A document that was taken in, as it is compared with the others."""

    source: str
    sections: tuple[OldSection, ...]
    facts: tuple[OldFact, ...]

    def value(self, path: str) -> str:
        """Return a fact in running text; nothing if the document does not state it."""
        return next((told(fact) for fact in self.facts if fact.path == path), "")


@dataclass(frozen=True, slots=True)
class ProposedParameter:
    """A value that is not the same in all documents of a wording."""

    path: str
    """Of the fact that it is in every one of them, or of a new one that is proposed for it."""
    kind: str
    values: Mapping[str, str]
    declared: str = ""
    """What `parametrar.yaml` is to say of a new one; empty where the fact is known."""


@dataclass(frozen=True, slots=True)
class ProposedWording:
    """An edition of a proposed clause."""

    edition: str
    documents: tuple[str, ...]
    path: str
    text: str
    parameters: tuple[ProposedParameter, ...]


@dataclass(frozen=True, slots=True)
class ProposedClause:
    """A clause that several documents share."""

    clause: str
    heading: str
    editions: tuple[ProposedWording, ...]


@dataclass(frozen=True, slots=True)
class DriftRow:
    """One document that deviates from another in a clause."""

    clause: str
    document: str
    deviates_from: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class InCommon:
    """What documents have in common, and where they part."""

    clauses: tuple[ProposedClause, ...] = ()
    drift: tuple[DriftRow, ...] = ()
    parameters: str = ""
    """The file of all parameters as it is now."""

    def files(self) -> dict[str, bytes]:
        """Return the files of the proposed editions, by path from the workspace.

        With them the file of all parameters, where there are new ones.
        """
        every = [edition for clause in self.clauses for edition in clause.editions]
        files = {edition.path: edition.text.encode() for edition in every}
        new = [p.declared for edition in every for p in edition.parameters if p.declared]
        if new:
            files[parameters.FILE] = _with_parameters(self.parameters, new).encode()
        return files


def in_common(project: Project, documents: Sequence[OldDocument]) -> InCommon:
    """Return the clauses that documents share as proposals, and the table of drift."""
    return _Sharing(project, documents).found()


class _Sharing:
    def __init__(self, project: Project, documents: Sequence[OldDocument]) -> None:
        self.project = project
        self.documents = {document.source: document for document in documents}
        self.new: set[str] = set()
        """The paths of new parameters."""

    def found(self) -> InCommon:
        """Return what the documents have in common."""
        sections = [s for document in self.documents.values() for s in self._sections(document)]
        shared = shared_clauses(sections)
        names = self._ids(shared)
        clauses = tuple(self._clause(name, each) for name, each in zip(names, shared, strict=True))
        drift = tuple(
            DriftRow(name, section.document, other.document, old, new)
            for name, clause in zip(names, shared, strict=True)
            for section, other, words in clause.drift()
            for old, new in words
        )
        text = read_text(self.project.files, parameters.FILE) if clauses else ""
        return InCommon(clauses, drift, text)

    def _sections(self, document: OldDocument) -> Iterator[SharedSection]:
        parties = {
            name: party
            for party, path in _NAMES.items()
            for name in self._names(document.value(path))
        }
        for section in document.sections:
            heading = plain.text(section.section.heading)
            clause = section.clause if section.became != "own" else ""
            number = section.section.number
            words = pieces(said(section.section), parties)
            yield SharedSection(document.source, number, heading, section.text, words, clause)

    def _names(self, body: str) -> list[str]:
        entry = self.project.organisations.get(body)
        return [name.name.casefold() for name in entry.names] if entry else []

    def _ids(self, shared: Sequence[SharedClause]) -> list[str]:
        taken = {*RESERVED}
        ids = []
        for clause in shared:
            like = next((each.clause for each in clause.sections if each.clause), "")
            stem, number = like or fold(clause.heading) or "klausul", 1
            while (name := stem if number == 1 else f"{stem}-{number}") in taken:
                number += 1
            taken.add(name)
            ids.append(name)
        return ids

    def _clause(self, name: str, shared: SharedClause) -> ProposedClause:
        taken = set(self.project.library.editions(name))
        editions = []
        for group in shared.editions:
            edition = self._edition(group, taken)
            taken.add(edition)
            editions.append(self._wording(name, shared.heading, edition, group))
        return ProposedClause(name, shared.heading, tuple(editions))

    def _edition(self, group: Sequence[SharedSection], taken: set[str]) -> str:
        year = re.search(r"\d{4}", self.documents[group[0].document].value(known.DATED))
        stem, number = year[0] if year else "1", 1
        while (name := stem if number == 1 else f"{stem}-{number}") in taken:
            number += 1
        return name

    def _wording(
        self, clause: str, heading: str, edition: str, group: Sequence[SharedSection]
    ) -> ProposedWording:
        varies: dict[int, ProposedParameter] = {}
        for place, kind, raws in varying(group):
            path, declared = self._path(kind, place, group), ""
            if not path:
                path = self._new_path(clause, kind)
                declared = self._declared(path, heading, raws)
            values = {section.document: raw for section, raw in zip(group, raws, strict=True)}
            varies[place] = ProposedParameter(path, kind, values, declared)
        path = f"{FOLDER}/{clause}/{edition}.md"
        sources = tuple(section.document for section in group)
        text = self._file(group, varies)
        return ProposedWording(edition, sources, path, text, tuple(varies.values()))

    def _new_path(self, clause: str, kind: str) -> str:
        """Return a path that no fact has, for a value that is none that we know."""
        stem, number = f"{clause.replace('-', '_')}.{kind}", 1
        taken = self.new | set(self.project.parameters.by_path)
        while (path := stem if number == 1 else f"{stem}_{number}") in taken:
            number += 1
        self.new.add(path)
        return path

    def _declared(self, path: str, heading: str, raws: Sequence[str]) -> str:
        """Return what is said of a new parameter, whose type prints the values as they stand."""
        words = knowledge_of(self.project).words
        kind = next((each for each in _KINDS if prints_as(each, raws, words)), "text")
        question = f"Vad ska stå i {heading or 'texten'}: {' eller '.join(dict.fromkeys(raws))}?"
        help_ = "Föreslaget av programmet, eftersom handlingarna har olika värden här."
        lines = (f"  {path}:", f"typ: {kind}", f"fråga: {quoted(question)}", f"hjälp: {help_}")
        return "\n    ".join(lines)

    def _path(self, kind: str, place: int, group: Sequence[SharedSection]) -> str:
        """Return the fact that a value is in every document; nothing if it is none."""
        if kind in _NAMES:
            return f"{_NAMES[kind]}.namn"
        paths = [
            {
                fact.path
                for fact in self.documents[section.document].facts
                if fact.sure and _same(told(fact), section.pieces[place].raw)
            }
            for section in group
        ]
        return min(set.intersection(*paths), default="")

    def _file(self, group: Sequence[SharedSection], varies: Mapping[int, ProposedParameter]) -> str:
        first = group[0]
        body, used, here = first.text, set(), 0
        for place, kind, _ in _holes(group):
            raw = first.pieces[place].raw
            start = body.find(raw, here)
            path = varies[place].path if place in varies else ""
            path = path or self._path(kind, place, group)
            if start < 0 or not path:
                continue
            hole = f"{{{{ {path} }}}}"
            body = body[:start] + hole + body[start + len(raw) :]
            here = start + len(hole)
            used.add(path)
        unknown = [each for each in varies.values() if each.declared]
        checks = [
            f"{each.path} är ett nytt faktum: {', '.join(each.values.values())}" for each in unknown
        ]
        head = [
            f"rubrik: {quoted(first.heading)}",
            "status: utkast",
            'granskad_av: ""',
            "härkomst:",
            *(self._descent(section) for section in group),
            f"använder: [{', '.join(sorted(used))}]",
        ]
        if checks:
            head.append(f"kontrollera: [{', '.join(map(quoted, checks))}]")
        return "\n".join(("---", *head, "---", body))

    def _descent(self, section: SharedSection) -> str:
        number = self.documents[section.document].value(known.DNR)
        where = f"dnr: {quoted(number)}" if number else f"handling: {quoted(section.document)}"
        title = " ".join(filter(None, (section.number, section.heading)))
        return f"  - {{{where}, avsnitt: {quoted(title)}}}"


def _holes(group: Sequence[SharedSection]) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Yield what is a hole in a proposed text: names of parties, and values that vary."""
    places = dict((place, (place, kind, raws)) for place, kind, raws in varying(group))
    for place, piece in enumerate(group[0].pieces):
        if piece.kind in _NAMES:
            places[place] = (place, piece.kind, (piece.raw,))
    yield from (places[place] for place in sorted(places))


def _with_parameters(text: str, new: Sequence[str]) -> str:
    """Return the file of all parameters with new ones behind the others."""
    lines = text.rstrip("\n").split("\n")
    begins = next((place for place, line in enumerate(lines) if line == "parametrar:"), -1)
    ends = begins + 1
    while begins >= 0 and ends < len(lines) and not lines[ends][:1].strip(" #"):
        ends += 1
    while ends > 0 and not lines[ends - 1].strip():
        ends -= 1
    comment = "  # Föreslagna av import"
    return "\n".join((*lines[:ends], comment, *new, *lines[ends:], ""))


def _same(fact: str, raw: str) -> bool:
    """Return whether a value as it is written is a fact."""
    first, _, rest = raw.replace("\u00a0", " ").partition(" ")
    number = read_letters(first.casefold())
    bare = iso(raw) or re.sub(r"[ \u00a0]", "", raw)
    return fact in (bare, raw, f"{number} {rest}") or folded(fact) == folded(raw)
