"""What is wrong with an edition as it would be, each with the question to go to."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from avtalsgen.assemble.document import REQUIRED
from avtalsgen.assemble.filling.holes import NOT_SAID
from avtalsgen.check.engine import check
from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document, Section
from avtalsgen.pipeline.drafting.draft import Draft
from avtalsgen.pipeline.drafting.seen.leads import Leads
from avtalsgen.pipeline.drafting.seen.seen import SeenDraft, SeenText
from avtalsgen.pipeline.lore.house_rules import in_lines, read_house_rules, spared, without_let_be
from avtalsgen.pipeline.lore.lore import desk_in
from avtalsgen.problems import AvtalsgenError, Problem, Remark, Severity
from avtalsgen.readers.written import read_text
from avtalsgen.records import dataclass
from avtalsgen.uppdrag.facts import Fact, Known
from avtalsgen.writers.html.fragment import ANCHOR

_ORDER: Final = tuple(Severity)


@dataclass(frozen=True, slots=True)
class SeenProblem:
    """One thing to tell of an edition."""

    severity: Severity
    code: str
    message: str
    hint: str
    quote: str
    """The words that it is about, as they are printed."""
    place: str
    """Where they stand: a section, or a line of a file."""
    question: str
    """The path of the question whose answer it is about; empty where it is of no answer."""
    anchor: str = ""
    """Of the section that the words stand in, where they are known to."""


def problems_of(seen: SeenDraft, today: date) -> tuple[SeenProblem, ...]:
    """Return what a build and a careful jurist would say, the worst first.

    Raises:
        AvtalsgenError: the register, or what the house has decided, is wrong.
    """
    questions = _question_at(seen)
    told = [_of_problem(problem, questions, seen) for problem in seen.problems]
    if seen.text is not None:
        sections = _sections(seen.text.document)
        remarks = _remarks(seen.draft, seen.text, today)
        told += [_of_remark(remark, questions, sections) for remark in remarks]
    return tuple(sorted(dict.fromkeys(told), key=lambda each: _ORDER.index(each.severity)))


def build_problems(seen: SeenDraft) -> tuple[SeenProblem, ...]:
    """Return what a build would say, which is quick to know; the worst first."""
    questions = _question_at(seen)
    told = dict.fromkeys(_of_problem(problem, questions, seen) for problem in seen.problems)
    return tuple(sorted(told, key=lambda each: _ORDER.index(each.severity)))


def _remarks(draft: Draft, text: SeenText, today: date) -> tuple[Remark, ...]:
    files = draft.project.files
    house = read_house_rules(files)

    def read(file: str) -> str:
        try:
            return read_text(files, file)
        except AvtalsgenError:
            return ""

    facts = desk_in(files, today).facts(text.document, draft.name, text_of=read)
    told = check(facts, house.severities)
    remarks, exceptions = spared(told, house.exceptions, text.document.identity)
    spots = (passage.spot() for passage in facts.passages)
    named = dict.fromkeys(spot.file for spot in spots if spot.line is not None)
    in_files = [letting for file in named for letting in in_lines(file, read(file))]
    return without_let_be(remarks, (*exceptions, *in_files), (draft.name,))


Places = Mapping[tuple[int, int], str]
"""The question that is answered at each line and column of the file."""


def _question_at(seen: SeenDraft) -> Places:
    if seen.text is None:
        return {}
    leads = Leads(seen.draft.project.parameters, seen.text.lookup)
    places: dict[tuple[int, int], str] = {}
    for fact in seen.text.uppdrag.facts.by_path.values():
        for inner in (fact, *_inside(fact)):
            if inner.origin.file == seen.draft.file:
                place = inner.origin.line, inner.origin.column
                places.setdefault(place, leads.question(inner.path))
    for path, origin in seen.text.uppdrag.facts.empty.items():
        places.setdefault((origin.line, origin.column), path)
    return places


def _inside(fact: Fact) -> Iterator[Fact]:
    if isinstance(fact, Known) and isinstance(fact.value, tuple):
        for item in fact.value:
            yield from item.values() if isinstance(item, Mapping) else (item,)


def _of_problem(problem: Problem, questions: Places, seen: SeenDraft) -> SeenProblem:
    origin = problem.origin
    question = _known(problem.about, seen)
    place = ""
    if origin is not None:
        here = origin.file == seen.draft.file
        question = question or (questions.get((origin.line, origin.column), "") if here else "")
        place = f"rad {origin.line} i {origin.file}"
    message, hint = problem.message, problem.hint or ""
    if problem.code in (NOT_SAID, REQUIRED) and question:  # the form asks it in words
        asked = seen.draft.project.parameters.by_path[question].question
        message, hint, place = f"frågan ”{asked or question}” är inte besvarad", "", ""
    return SeenProblem(problem.severity, problem.code, message, hint, "", place, question)


def _known(path: str, seen: SeenDraft) -> str:
    parameters = seen.draft.project.parameters.by_path
    while path and path not in parameters:
        path = path.rpartition(".")[0]
    return path


def _sections(document: Document) -> Mapping[str, str]:
    """Return the anchor of each section by how a check names it: `avsnitt 2.1 Målgrupp`."""
    return {
        " ".join(part for part in ("avsnitt", section.number, _heading(section)) if part): (
            f"{ANCHOR}{section.anchor}"
        )
        for section in walk.sections(document)
    }


def _heading(section: Section) -> str:
    return " ".join(plain.text(section.heading).split())


def _of_remark(remark: Remark, questions: Places, sections: Mapping[str, str]) -> SeenProblem:
    spot = remark.place.spot
    question = questions.get((spot.line or 0, spot.column or 0), "")
    place = spot.place or (f"rad {spot.line} i {spot.file}" if spot.line else "")
    return SeenProblem(
        remark.severity,
        remark.code,
        remark.message,
        remark.hint,
        remark.place.quote,
        place,
        question,
        next(
            (at for told, at in sections.items() if f"{spot.place}, ".startswith(f"{told}, ")), ""
        ),
    )
