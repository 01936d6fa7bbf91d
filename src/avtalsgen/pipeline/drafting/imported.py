"""The facts of an old document before it is taken in: those stated, those asked for, corrected.

stated, or typed ──► field ──► sent ──► Corrections ──► tried again ──► stated
                      └── what cannot be read, or does not fit the rest, is told at its field
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from avtalsgen.clauses.fact_types import LIST
from avtalsgen.clauses.parameters import Parameter
from avtalsgen.importing.old_fact import OldFact
from avtalsgen.pipeline.drafting.answers import canonical, shown
from avtalsgen.pipeline.drafting.draft import open_draft
from avtalsgen.pipeline.drafting.form.fields import FormField
from avtalsgen.pipeline.drafting.form.form import FormBasis, form_of
from avtalsgen.pipeline.drafting.form.posted import Posted, Sent, read_answers
from avtalsgen.pipeline.drafting.seen.problems import build_problems
from avtalsgen.pipeline.drafting.seen.seen import see
from avtalsgen.pipeline.intake.intake import Imported
from avtalsgen.pipeline.intake.trial import Trial
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import Project, read_project
from avtalsgen.readers.yaml.values import Put
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import capitalise_first

SHOWN: Final = ":visat"
"""What a field showed before anybody typed."""
RIGHT: Final = ":stämmer"
"""That a fact which nobody is sure of is right."""
Corrected = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ImportedFact:
    """One fact of an old document, with its field."""

    field: FormField
    shown: str
    """What the field showed before anybody typed."""
    place: str
    """Where it was read; empty where the document does not state it."""
    sure: bool
    told: tuple[str, ...]
    """What a build says of it."""


@dataclass(frozen=True, slots=True)
class SentFacts:
    """The facts of one old document as a form was sent with them."""

    corrected: Corrected
    """Those that are others than the form showed, and those that somebody vouches for."""
    wrong: Mapping[str, str]
    typed: Mapping[str, Sequence[str]]
    """What was typed where it is wrong."""
    shown: Mapping[str, Sequence[str]]
    """What the fields of all that was sent showed before."""


def sent_facts(project: Project, sent: Sent, paths: Sequence[str]) -> SentFacts:
    """Return what a form says of the facts at `paths`."""
    known = project.parameters.by_path
    typed = {path: _lines(sent(path)) for path in paths if path in known}
    before = {path: _lines(sent(f"{path}{SHOWN}")) for path in typed}
    given = {
        path: lines
        for path, lines in typed.items()
        if sent(f"{path}{RIGHT}") or lines != before[path]
    }
    answers, wrong = read_answers(
        lambda name: given.get(name, ()), [known[path] for path in given], project.organisations
    )
    corrected: dict[str, str | tuple[str, ...]] = {}
    refused = dict(wrong)
    for path, answer in answers.items():
        match answer:
            case None:
                corrected[path] = ""
            case str():
                corrected[path] = answer
            case list() if all(isinstance(item, str) for item in answer):
                corrected[path] = tuple(map(str, answer))
            case _:
                refused[path] = "Skriv det som handlingen säger, eller ta bort raden."
    return SentFacts(corrected, refused, {path: typed[path] for path in refused}, before)


def trial_project(project: Project, root: Path, trial: Trial) -> Project:
    """Return the workspace as it would be with what was tried."""
    return read_project(Overlay(project.files, trial.files), root=root)


def imported_facts(project: Project, document: Imported, sent: SentFacts) -> list[ImportedFact]:
    """Return the facts of a document, what is asked first and then what is not sure.

    `project` has what was tried in it.
    """
    known = project.parameters.by_path
    stated = {fact.path: fact for fact in document.facts if _can_be_typed(known.get(fact.path))}
    unsure = [path for path, fact in stated.items() if not fact.sure]
    wanted = list(dict.fromkeys((*document.unstated, *unsure, *sent.shown, *stated)))
    answers = {path: _answer(known[path], stated.get(path), project) for path in wanted}
    texts = {
        path: sent.typed.get(path) or _shown(known[path], answers[path], project) for path in wanted
    }
    file = Path(document.path)
    draft = open_draft(project, file.parent.name, file.stem)
    seen = see(draft, {})
    posted = Posted(answers, sent.wrong, lambda name: texts.get(name, ()), frozenset(wanted))
    basis = FormBasis(frozenset(wanted), frozenset(), {}, {}, None, seen.names)
    fields = {field.name: field for field in form_of(draft, basis, posted).fields}
    told = build_problems(seen)
    return [
        ImportedFact(
            fields[path],
            "\n".join(sent.shown.get(path) or texts[path]),
            stated[path].place if path in stated else "",
            path in stated and stated[path].sure,
            tuple(
                f"{capitalise_first(each.message)}."
                for each in told
                if each.question == path and path in stated
            ),
        )
        for path in wanted
    ]


def named(field: FormField, prefix: str) -> FormField:
    """Return a field whose control has a name of its own among those of several documents."""
    return replace(field, name=f"{prefix}{field.name}")


def _can_be_typed(parameter: Parameter | None) -> bool:
    """Return whether a fact is a value, or a list of values: a record has several fields."""
    return parameter is not None and (parameter.type != LIST or parameter.item is not None)


def _answer(parameter: Parameter, fact: OldFact | None, project: Project) -> Put:
    if fact is None:
        return None
    value: Put = (
        [item for item in fact.value if isinstance(item, str)]
        if isinstance(fact.value, tuple)
        else fact.value
    )
    return canonical(parameter, value, project.organisations)


def _shown(parameter: Parameter, answer: Put, project: Project) -> list[str]:
    if isinstance(answer, list):
        inner = parameter.item or parameter
        return [shown(inner, item, project.organisations) for item in answer]
    return [shown(parameter, answer, project.organisations)] if answer is not None else []


def _lines(texts: Sequence[str]) -> list[str]:
    rows = (" ".join(row.split()) for text in texts for row in text.splitlines())
    return [row for row in rows if row]
