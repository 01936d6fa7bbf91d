"""What a document of a kind must say, and what has no place in it: `clauses/register/krav.yaml`."""

from collections.abc import Mapping
from typing import Final

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.readers.yaml.read import as_errors, read_yaml
from avtalsgen.records import dataclass
from avtalsgen.source import Files

FILE: Final = "clauses/register/krav.yaml"
KINDS: Final = ("uppdrag", "tillägg", "skrivelse")
RELATIONS: Final = ("alla", "intern", "extern")


@dataclass(frozen=True, slots=True)
class ClauseNeed:
    """A subject that must be met in a document of `kinds`."""

    id: str
    name: str
    headings: tuple[str, ...]
    phrases: tuple[str, ...]
    kinds: tuple[str, ...]
    relation: str
    service: str
    about: tuple[str, ...]
    """Words of which the document must have one, for the need to be there at all."""
    source: str


@dataclass(frozen=True, slots=True)
class SourceNeed:
    """A service, and the sources of law of which it must name one that is in force."""

    service: str
    sources: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class OutOfPlace:
    """Phrases that do not fit a service or a relation, and why."""

    phrases: tuple[str, ...]
    near: tuple[str, ...]
    not_in: tuple[str, ...]
    service: str
    relation: str
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class SectionSubject:
    """A subject, the words that tell it, and the sections of a law that are about it."""

    name: str
    law: str
    phrases: tuple[str, ...]
    sections: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class AuthorityNeed:
    """A task of the state, the words that tell it, who has it, and who does not."""

    name: str
    phrases: tuple[str, ...]
    right: str
    wrong: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Needs:
    """All of them; `services` has the words that tell each service."""

    services: Mapping[str, tuple[str, ...]]
    clauses: tuple[ClauseNeed, ...]
    sources: tuple[SourceNeed, ...]
    foreign: tuple[OutOfPlace, ...]
    without_effect: Mapping[str, OutOfPlace]
    subjects: tuple[SectionSubject, ...]
    authorities: tuple[AuthorityNeed, ...]


def read_needs(files: Files) -> Needs:
    """Return what documents need.

    Raises:
        AvtalsgenError: RE07 for each entry that is not one; FI01 the file is missing.
    """
    tree, warnings = read_yaml(read_text(files, FILE), FILE)
    problems = as_errors(warnings)
    top = Keys(tree, problems, "RE07")
    needs = Needs(
        {name: _service(keys) for name, keys in _below(top, "insatser")},
        tuple(_clause(name, keys) for name, keys in _below(top, "klausuler")),
        tuple(_source(keys) for _, keys in _below(top, "rättskällor")),
        tuple(_foreign(keys) for _, keys in _below(top, "främmande")),
        {name: _foreign(keys) for name, keys in _below(top, "verkningslöst")},
        tuple(_section(name, keys) for name, keys in _below(top, "lagrum")),
        tuple(_authority(name, keys) for name, keys in _below(top, "myndigheter")),
    )
    top.done()
    for service in (*(need.service for need in needs.clauses), *(n.service for n in needs.sources)):
        if service and service not in needs.services:
            problems.append(
                Problem("RE07", f"insatsen ”{service}” finns inte", hint="rätta namnet")
            )
    if problems:
        raise AvtalsgenError(problems)
    return needs


def _below(top: Keys, name: str) -> list[tuple[str, Keys]]:
    keys = top.below(name, required=True)
    entries = [(id_, keys.below(id_)) for id_ in keys.branch.entries] if keys else []
    return [(id_, entry) for id_, entry in entries if entry]


def _service(keys: Keys) -> tuple[str, ...]:
    words = keys.texts("ord")
    keys.text("källa", required=True)
    keys.done()
    return words


def _clause(name: str, keys: Keys) -> ClauseNeed:
    need = ClauseNeed(
        name,
        keys.text("namn", required=True),
        keys.texts("rubrik"),
        keys.texts("ord"),
        keys.texts("typer"),
        keys.choice("relation", RELATIONS, RELATIONS[0]),
        keys.text("insats"),
        keys.texts("om"),
        keys.text("källa", required=True),
    )
    for kind in need.kinds:
        if kind not in KINDS:
            keys.problem(f"slaget ”{kind}” finns inte", keys.origin("typer"), ", ".join(KINDS))
    keys.done()
    return need


def _source(keys: Keys) -> SourceNeed:
    need = SourceNeed(
        keys.text("insats", required=True), keys.texts("källor"), keys.text("källa", required=True)
    )
    keys.done()
    return need


def _section(name: str, keys: Keys) -> SectionSubject:
    subject = SectionSubject(
        name,
        keys.text("lag", required=True),
        keys.texts("ord"),
        keys.texts("paragrafer"),
        keys.text("källa", required=True),
    )
    keys.done()
    return subject


def _authority(name: str, keys: Keys) -> AuthorityNeed:
    need = AuthorityNeed(
        name,
        keys.texts("ord"),
        keys.text("rätt", required=True),
        keys.texts("inte"),
        keys.text("källa", required=True),
    )
    keys.done()
    return need


def _foreign(keys: Keys) -> OutOfPlace:
    foreign = OutOfPlace(
        keys.texts("uttryck"),
        keys.texts("närhet"),
        keys.texts("inte"),
        keys.text("insats"),
        keys.choice("relation", RELATIONS, RELATIONS[0]),
        keys.text("varför"),
        keys.text("källa", required=True),
    )
    keys.done()
    return foreign
