"""What a diarium is told of a document: eighteen fields, as JSON and as a row of CSV.

The fields are those of the element groups in FGS Ärendehantering that a municipality fills in
(arkivbildare, ärende, handling, agent, restriktion, gallring, relation, bilaga). The keys are
Swedish, since those who map them to their system read Swedish.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.filling.forms import in_print
from avtalsgen.clauses import answers
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.problems import Problem, Severity
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import capitalise_first
from avtalsgen.swedish.typography import NO_BREAK_SPACE
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Known
from avtalsgen.writers.spreadsheet import to_csv

SCHEMA = "avtalsgen.diarium/1"
Value = str | int | None | list[dict[str, str]] | Mapping[str, "Value"]
Record = Mapping[str, Value]

_OF_LISTS = {"relationer": ("typ", "handling"), "filer": ("filnamn", "filformat", "sha256")}
"""The keys of what a record has several of; a column each, also where there is none."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of a document: its name, its format as an archive calls it, and its SHA-256."""

    name: str
    format: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Registered:
    """A document that goes into a diarium.

    `own` is where its facts are, `matter` where those of the matter are. `number` is its place
    among the documents of the package, `parties` the facts that name who sends it and who gets
    it, and `relations` are pairs of what it is to another and that one's id.
    """

    id: str
    number: int
    type: str
    title: str
    own: Lookup
    matter: Lookup
    parties: tuple[str, str]
    relations: tuple[tuple[str, str], ...]
    files: tuple[WrittenFile, ...]


def record(document: Registered) -> Record:
    """Return the record of a document; what nobody has said is null."""
    facts = _RecordFacts(document.own, document.matter)
    return {**_described(document, facts), **_handled(document, facts)}


def _described(document: Registered, facts: "_RecordFacts") -> Record:
    """Return whose a document is, which matter it is in, and what it is."""
    return {
        "arkivbildare": {
            "namn": facts.matter(f"{known.BUYER}.kommun"),
            "myndighet": facts.name(known.name_of(known.BUYER)),
        },
        "diarienummer": facts.own(known.DNR) or facts.matter(known.DNR),
        "ärendemening": facts.matter(known.MATTER_NAME),
        "ärende": {
            "status": "avslutat" if facts.matter(known.MATTER_CLOSED) else "pågående",
            "öppnat": facts.matter(known.MATTER_OPENED),
            "avslutat": facts.matter(known.MATTER_CLOSED),
        },
        "klassificering": {
            "schema": facts.matter(known.MATTER_SCHEME),
            "klassificeringskod": facts.matter(known.MATTER_CLASS),
        },
        "handling": {"id": document.id, "ordningsnummer": document.number},
        "handlingstyp": document.type,
        "titel": document.title,
        "riktning": "upprättad",
        "datum": {
            "upprättad": facts.own(known.DATED),
            "inkommen": None,
            "expedierad": None,
            "beslut": facts.own(known.DECIDED_ON),
        },
        "status": document.own.uppdrag.status,
    }


def _handled(document: Registered, facts: "_RecordFacts") -> Record:
    """Return who has to do with a document, who may see it, how it is kept, and its files."""
    return {
        "aktörer": {
            "avsändare": facts.name(document.parties[0]),
            "mottagare": facts.name(document.parties[1]),
            "handläggare": facts.matter(known.HANDLERS),
        },
        "sekretess": {
            "gäller": facts.either(known.SECRET),
            "lagrum": facts.either(known.SECRET_BY),
            "datum": facts.either(known.SECRET_FROM),
            "myndighet": facts.either(known.name_of(known.SECRET_OF)),
        },
        "personuppgifter": {
            "finns": facts.either(known.PERSONAL_DATA),
            "känsliga": facts.either(known.SENSITIVE_DATA),
        },
        "bevarande": {
            "åtgärd": facts.matter(known.MATTER_KEPT),
            "frist": facts.matter(known.MATTER_KEPT_FOR),
            "beslut": facts.matter(known.MATTER_KEPT_BY),
        },
        "relationer": [{"typ": kind, "handling": other} for kind, other in document.relations],
        "filer": [
            {"filnamn": file.name, "filformat": file.format, "sha256": file.sha256}
            for file in document.files
        ],
        "underskrift": {
            "form": facts.own(known.SIGNING_FORM),
            "datum": facts.own(known.SIGNED_ON),
            "fil": facts.own(known.SIGNED_FILE),
            "sha256": facts.own(known.SIGNED_SHA256),
        },
        "informationsklass": facts.matter(known.MATTER_SECURITY),
    }


def as_json(records: Iterable[Record], package: str) -> bytes:
    """Return the records of a package as one JSON object, indented, with a last newline."""
    whole = {"schema": SCHEMA, "paket": package, "handlingar": list(records)}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def as_csv(records: Iterable[Record]) -> bytes:
    """Return the records as CSV, a row for each document, under a row of names.

    Several values in a field are parted by ` | `.
    """
    rows = [dict(_flat("", each)) for each in records]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    return to_csv([columns, *([row.get(name, "") for name in columns] for row in rows)])


def lacking(document: Registered, parameters: Parameters) -> Iterator[Problem]:
    """Yield DR01, a warning, for each fact that no diarium can do without and nobody has said."""
    matter = document.matter
    for path in (known.MATTER_NAME, known.SECRET):
        if not isinstance(matter.fact(path), Known):
            message = f"diariet behöver {path}, som inte är känt"
            told, file = matter.fact(path), matter.uppdrag.file
            hint = answers.add(path, parameters, empty=told is not None, file=file)
            origin = told.origin if told else matter.uppdrag.origin
            yield Problem("DR01", message, Severity.WARNING, origin, hint)


@dataclass(frozen=True, slots=True)
class _RecordFacts:
    _own: Lookup
    _matter: Lookup

    def own(self, path: str) -> str | None:
        return _said(self._own, path)

    def matter(self, path: str) -> str | None:
        return _said(self._matter, path)

    def either(self, path: str) -> str | None:
        """Return what the document says itself, else what the matter says."""
        return self.own(path) or self.matter(path)

    def name(self, path: str) -> str | None:
        said = self.either(path)
        return capitalise_first(said) if said else None


def _said(lookup: Lookup, path: str) -> str | None:
    fact = lookup.fact(path)
    if not isinstance(fact, Known):
        return None
    if isinstance(fact.value, date):
        return fact.value.isoformat()
    return in_print(fact).replace(NO_BREAK_SPACE, " ")


def _flat(prefix: str, value: Value) -> Iterator[tuple[str, str]]:
    """Yield each column of a record and what stands in it."""
    match value:
        case Mapping():
            for key, below in value.items():
                yield from _flat(f"{prefix}_{key}" if prefix else key, below)
        case list():
            for key in _OF_LISTS[prefix]:
                yield f"{prefix}_{key}", " | ".join(item[key] for item in value)
        case None:
            yield prefix, ""
        case _:
            yield prefix, str(value)
