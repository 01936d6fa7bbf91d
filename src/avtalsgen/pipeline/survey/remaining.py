"""What remains before an uppdrag takes its next step, and what to type for each."""

from collections.abc import Iterator
from typing import Literal

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.filling.conditions import holds
from avtalsgen.clauses import answers
from avtalsgen.clauses.check_note import CheckNote
from avtalsgen.clauses.library import ClauseEdition
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.clauses.review import KEY, NOT_REVIEWED, in_words
from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.lock.lock import locked
from avtalsgen.pipeline.survey.told_facts import unknown_in
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import Problem, Severity
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Unknown
from avtalsgen.uppdrag.status import SIGNED, STATUSES
from avtalsgen.uppdrag.uppdrag import Uppdrag

Kind = Literal[
    "fel", "se över", "okänt", "ej granskad", "kontrollera", "beslut", "underskrift", "lås"
]
_DECISION = (known.DECIDED_BY, known.DECIDED_ON, known.DECIDED_IN)
_SIGNATURE = (known.SIGNED_ON, known.SIGNED_FILE, known.SIGNED_SHA256)
_LATER = tuple(f"{step}." for step in (known.DECIDED, known.SIGNED))
"""What is not known of steps that are not taken yet; each is asked for before its own."""


@dataclass(frozen=True, slots=True)
class RemainingThing:
    """A thing to do. `do` is what to type, in a file or on the command line."""

    kind: Kind
    text: str
    do: str
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an edition has come. `step` is the status that it takes next, if there is one."""

    name: str
    status: str
    step: str
    remaining: tuple[RemainingThing, ...]
    file: str


def standing(project: Project, slug: str, edition: str) -> Standing:
    """Return how far an edition has come, and all that remains before its next step.

    Raises:
        AvtalsgenError: a file that it stands on cannot be read.
    """
    uppdrag = project.uppdrag(slug, edition)
    later = STATUSES[STATUSES.index(uppdrag.status) + 1 :]
    step = later[0] if later else ""
    things: list[RemainingThing] = []
    if step:
        lookup = project.lookup(uppdrag)
        document, problems = document_of(project, slug, edition)
        things += (_to_mend(problem, uppdrag.name) for problem in problems)
        things += _unknown(lookup, project.parameters)
        things += _clauses(project, lookup, document)
        if step == STATUSES[2]:
            things += _asked(lookup, project.parameters, "beslut", _DECISION)
        if step == SIGNED:
            things += _signatures(lookup, document)
            things += _asked(lookup, project.parameters, "underskrift", _SIGNATURE)
    things += _lock(project, uppdrag)
    return Standing(uppdrag.name, uppdrag.status, step, tuple(things), uppdrag.file)


def _to_mend(problem: Problem, name: str) -> RemainingThing:
    kind: Kind = "fel" if problem.severity is Severity.ERROR else "se över"
    do = problem.hint or f"avtalsgen build {name} --draft"
    return RemainingThing(kind, f"{problem.code} {problem.message}", do, problem.origin)


def _lock(project: Project, uppdrag: Uppdrag) -> Iterator[RemainingThing]:
    """Yield that words which are drawn up, decided or signed are not locked, or are others now."""
    if uppdrag.status == STATUSES[0]:
        return
    document, told = document_of(project, uppdrag.slug, uppdrag.edition)
    lock = locked(project, uppdrag.slug, uppdrag.edition, document)
    for problem in lock.problems:
        do = problem.hint or f"avtalsgen lock {uppdrag.name}"
        yield RemainingThing("lås", f"{problem.code} {problem.message}", do, problem.origin)
    if lock.lock is not None:
        return
    wrong = [problem for problem in told if problem.severity is Severity.ERROR]
    when = "det första bygget utan fel låser dem" if wrong else "det första bygget låser dem"
    if uppdrag.status == SIGNED:  # whose next step nobody asks for, so that nothing was told yet
        yield from (_to_mend(problem, uppdrag.name) for problem in wrong)
    text = f"orden är inte låsta; {when}"
    yield RemainingThing("lås", text, f"avtalsgen build {uppdrag.name}", uppdrag.origin)


def _unknown(lookup: Lookup, parameters: Parameters) -> Iterator[RemainingThing]:
    """Yield each fact, or branch of facts, that is known not to be known."""
    facts = lookup.uppdrag.facts
    unknown = [inner for fact in facts.by_path.values() for inner in unknown_in(fact)]
    for fact in sorted((*unknown, *facts.unknown.values()), key=lambda fact: fact.origin.line):
        if not f"{fact.path}.".startswith(_LATER):
            do = _inside(fact.path, parameters) or _typed(fact.path, parameters, is_there=True)
            yield RemainingThing("okänt", f"{fact.path}: {fact.reason}", do, fact.origin)


def _inside(path: str, parameters: Parameters) -> str:
    """Return how a value inside a list is answered, as `resultat.1.mål`; nothing outside one."""
    parts = path.split(".")
    place = next((number for number, part in enumerate(parts) if part.isdigit()), 0)
    outer = parameters.by_path.get(".".join(parts[:place]))
    if not place or outer is None:
        return ""
    key = ".".join(parts[place + 1 :])
    inner = next((each for each in outer.fields if each.path == key), outer.item)
    if inner is None:
        return ""
    return f"skriv {f'{key}: ' if key else ''}{answers.example(inner)}"


def _typed(path: str, parameters: Parameters, *, is_there: bool) -> str:
    """Return how a fact is answered; of a branch, its first one."""
    if path not in parameters.by_path:
        path = next(each.path for each in parameters if each.path.startswith(f"{path}."))
    return answers.add(path, parameters, empty=is_there).partition(", eller ")[0]


def _clauses(project: Project, lookup: Lookup, document: Document) -> Iterator[RemainingThing]:
    """Yield each clause that no lawyer has reviewed as it stands, and what is to be checked."""
    used = {(made.clause, made.edition) for made in document.identity.clauses if made.clause}
    every = [
        project.library.edition(clause, edition, Origin(f"clauses/{clause}/{edition}.md", 1))
        for clause, edition in sorted(used)
    ]
    yield from (_review(read) for read in every if not read.is_reviewed)
    for read in every:
        for note in read.to_check:
            if _concerns(note, lookup):
                do = f"rätta texten i {read.file}, eller ta bort raden under kontrollera"
                text = f"{read.id}@{read.edition}: {note.text}"
                yield RemainingThing("kontrollera", text, do, note.origin)


def _concerns(note: CheckNote, lookup: Lookup) -> bool:
    """Return whether a note is of this uppdrag: its condition holds, or may hold once answered."""
    unknown = any(isinstance(lookup.fact(path), Unknown) for path in note.facts)
    return unknown or holds(note.only_if, lookup, {})


def _review(read: ClauseEdition) -> RemainingThing:
    told = in_words(read.review, read.sha256)
    text = f"{read.id}@{read.edition}" + ("" if told == NOT_REVIEWED else f": {told}")
    do = f'skriv {KEY}: {{namn: "Robin Exempel", den: 2026-02-28, text: {read.sha256}}}'
    return RemainingThing("ej granskad", text, do, read.review_at)


def _asked(
    lookup: Lookup, parameters: Parameters, kind: Kind, paths: tuple[str, ...]
) -> Iterator[RemainingThing]:
    for path in paths:
        fact = lookup.fact(path)
        if path in parameters.by_path and (fact is None or isinstance(fact, Unknown)):
            question = parameters.by_path[path].question
            origin = fact.origin if fact else lookup.uppdrag.origin
            do = _typed(path, parameters, is_there=fact is not None)
            yield RemainingThing(kind, f"{path}: {question}", do, origin)


def _signatures(lookup: Lookup, document: Document) -> Iterator[RemainingThing]:
    signatures, uppdrag = document.signatures, lookup.uppdrag
    if signatures is None or isinstance(lookup.fact(known.SIGNING_FORM), Unknown):
        return
    path = f"output/{uppdrag.slug}/{uppdrag.edition}/{uppdrag.slug}-{uppdrag.edition}.pdf"
    for signatory in signatures.signatories:
        if signatures.form == "papper":
            yield RemainingThing("underskrift", f"{signatory.party} skriver under på papper", path)
        else:
            do = f"avtalsgen sign {path} --party {signatory.party} --p12 NYCKEL.p12"
            yield RemainingThing("underskrift", f"{signatory.party} skriver under", do)
