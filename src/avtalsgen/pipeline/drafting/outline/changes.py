"""What a tillägg does to its base, change by change, as a form asks it and the file has it.

form                                 record of ändringar
what: upphäver                       {upphäver: tvist, gäller_från: 2027-07-01}
what: ersätter, a text of its own    {ersätter: tid, med: {rubrik: Tid, text: 2027-tillagg/tid.md}}
what: fakta                          {fakta: {ersättning: {belopp: 4700000}}}
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from avtalsgen.clauses.fact_types import LIST
from avtalsgen.clauses.template import parse_template
from avtalsgen.model import plain, walk
from avtalsgen.pipeline.drafting.answers import shown, told
from avtalsgen.pipeline.drafting.draft import Draft
from avtalsgen.pipeline.drafting.form.posted import read_answers
from avtalsgen.pipeline.drafting.outline.entries import OUTLINE
from avtalsgen.pipeline.drafting.outline.own_text import free_name
from avtalsgen.pipeline.drafting.outline.rewriting import (
    Files,
    new_problems,
    seen_with,
    with_records,
)
from avtalsgen.pipeline.new.asked import asked_of
from avtalsgen.pipeline.survey.portfolio import newest_edition
from avtalsgen.pipeline.workspace.documents import text_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Severity
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.values import Put, put_at
from avtalsgen.swedish.dates import iso, parse_date
from avtalsgen.swedish.phrases import capitalise_first, fold
from avtalsgen.uppdrag import directory
from avtalsgen.uppdrag.changes import ACTS, KEY, OF_THE_DOCUMENT, PLACES

ADDS, REPLACES, REPEALS, FACTS = ACTS
LAST: Final = "sist"
_OF_A_CHANGE: Final = ("TI", "DI", "KL", "UP")
"""What the codes of problems begin with that a change itself can have."""
_WITH, _SUMMARY = "med", "beskrivning"
_DAYS: Final = ("gäller_från", "gäller_till")
_HEADING, _TEXT, _ANCHOR, _CLAUSE = "rubrik", "text", "ankare", "klausul"


@dataclass(frozen=True, slots=True)
class TypedChange:
    """One change as a form has it."""

    what: str
    """One of the acts: `lägger_till`, `ersätter`, `upphäver`, `fakta`."""
    target: str = ""
    """The anchor in the base that it is about, or that an addition stands by."""
    place: str = LAST
    clause: str = ""
    """The clause that is brought, with its edition; empty for a text of its own."""
    heading: str = ""
    text: str = ""
    summary: str = ""
    facts: Mapping[str, str] | None = None
    """New values as they were typed, by path."""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class ChangeOnDesk:
    """A change of the file, in words, and as the form has it."""

    told: str
    days: str
    typed: TypedChange
    is_simple: bool
    """Whether the form can show all of it; else it is changed in the file."""


@dataclass(frozen=True, slots=True)
class BaseChoices:
    """What can be chosen in a change."""

    name: str
    """The base, as it is named everywhere."""
    sections: tuple[tuple[str, str], ...]
    """Anchor, and number with heading."""
    clauses: tuple[str, ...]
    """The newest edition of each, as `id@utgåva`."""
    facts: tuple[tuple[str, str], ...]
    """Path, and the question that is asked of it."""


def base_choices(draft: Draft) -> BaseChoices | None:
    """Return what can be changed in the base of a tillägg; nothing where there is no base.

    Raises:
        AvtalsgenError: the tillägg or its base cannot be read.
    """
    project = draft.project
    base = project.lookup(draft.uppdrag()).base
    if base is None:
        return None
    document, _ = text_of(project, project.uppdrag(base.slug, base.edition), draft=True)
    sections = (
        (section.anchor, " ".join(filter(None, (section.number, plain.text(section.heading)))))
        for section in walk.sections(document)
    )
    type_ = project.document_type(base)
    asked = asked_of(type_, project.library, base.outline).paths
    facts = (
        (each.path, each.question or each.path)
        for each in project.parameters
        if each.path in asked and _can_be_changed(project, each.path)
    )
    library = project.library
    clauses = (f"{clause}@{newest_edition(library, clause)}" for clause in library.ids())
    return BaseChoices(
        base.name, tuple((a, words or a) for a, words in sections), tuple(clauses), tuple(facts)
    )


def changes_on_desk(draft: Draft, choices: BaseChoices) -> tuple[ChangeOnDesk, ...]:
    """Return the changes of a tillägg in the order of its file."""
    return tuple(_ChangeWording(draft, choices).change(record) for record in _records(draft))


def wrong_in(draft: Draft, typed: TypedChange) -> dict[str, str]:
    """Return what is wrong with what was typed, by the name of the field."""
    wrong: dict[str, str] = {}
    if typed.what in (REPLACES, REPEALS) and not typed.target:
        wrong["avsnitt"] = "Välj vilket avsnitt det gäller."
    if typed.what == ADDS and typed.place != LAST and not typed.target:
        wrong["avsnitt"] = "Välj vilket avsnitt det nya ska stå vid."
    if typed.what in (ADDS, REPLACES) and not typed.clause:
        if not typed.heading:
            wrong["rubrik"] = "Skriv rubriken, eller välj en klausul."
        if not typed.text:
            wrong["text"] = "Skriv texten, eller välj en klausul."
    if typed.what == FACTS:
        wrong |= {f"varde-{path}": said for path, said in _values(draft, typed)[1].items()}
        if not typed.facts:
            wrong["fakta"] = "Välj en uppgift och skriv dess nya värde."
    for name, day in zip(_DAYS, (typed.start, typed.end), strict=True):
        try:
            parse_date(day or "2000-01-01")
        except ValueError as error:
            wrong[name] = f"{capitalise_first(str(error))}."
    return wrong


def with_change(draft: Draft, number: int, typed: TypedChange) -> Files:
    """Return the files of a tillägg with the change `number`, from 0, in other words.

    One past the last is a new one.

    Raises:
        AvtalsgenError: what is wrong in the text, or what the tillägg could not do to its base.
    """
    records = _records(draft)
    before = records[number] if number < len(records) else {}
    record, texts = _record(draft, typed, before)
    files = _with_records(draft, [*records[:number], record, *records[number + 1 :]])
    made = {**files, **texts}
    refused = [
        each
        for each in new_problems(draft, seen_with(draft, made))
        if each.severity is Severity.ERROR and each.code.startswith(_OF_A_CHANGE)
    ]
    if refused:
        raise AvtalsgenError(refused)
    return made


def without_change(draft: Draft, number: int) -> Files:
    """Return the files of a tillägg without the change `number`, from 0."""
    records = _records(draft)
    return _with_records(draft, [*records[:number], *records[number + 1 :]])


def _with_records(draft: Draft, records: Sequence[Put]) -> Files:
    made = with_records(draft.text, draft.file, KEY, records, (KEY, OUTLINE))
    return {draft.file: made.encode()}


def _records(draft: Draft) -> list[dict[str, Put]]:
    said = draft.said if isinstance(draft.said, Mapping) else {}
    records = said.get(KEY)
    return [each for each in records if isinstance(each, dict)] if isinstance(records, list) else []


def _record(
    draft: Draft, typed: TypedChange, before: Mapping[str, Put]
) -> tuple[dict[str, Put], dict[str, bytes]]:
    """Return a change as the file has it, and the text that it brings."""
    record: dict[str, Put] = {}
    texts: dict[str, bytes] = {}
    match typed.what:
        case "lägger_till":
            record[ADDS], texts = _entry(draft, typed, before.get(ADDS))
            if typed.place != LAST:
                record[typed.place] = typed.target
            if typed.summary:
                record[_SUMMARY] = typed.summary
        case "ersätter":
            record[REPLACES] = typed.target
            record[_WITH], texts = _entry(draft, typed, before.get(_WITH))
        case "upphäver":
            record[REPEALS] = typed.target
        case _:
            facts: dict[str, Put] = {}
            for path, value in _values(draft, typed)[0].items():
                put_at(facts, path, value)
            record[FACTS] = facts
    for name, day in zip(_DAYS, (typed.start, typed.end), strict=True):
        if day:
            record[name] = iso(parse_date(day))
    return record, texts


def _entry(draft: Draft, typed: TypedChange, before: Put) -> tuple[Put, dict[str, bytes]]:
    if typed.clause:
        return typed.clause, {}
    kept = before if isinstance(before, dict) else {}
    name = kept.get(_TEXT) or free_name(draft, typed.heading)
    path = f"{directory.FOLDER}/{draft.slug}/{name}"
    whole = "\n".join(line.rstrip() for line in typed.text.strip().splitlines()) + "\n"
    _, _, problems = parse_template(whole, path, 1, draft.project.parameters)
    if problems:
        raise AvtalsgenError(problems)
    entry: dict[str, Put] = {_HEADING: typed.heading, _TEXT: name}
    if typed.what == ADDS:
        entry[_ANCHOR] = kept.get(_ANCHOR) or fold(typed.heading)
    return entry, {path: whole.encode()}


def _values(draft: Draft, typed: TypedChange) -> tuple[dict[str, Put], Mapping[str, str]]:
    """Return the new values of facts as the file has them, and what is wrong with the others."""
    known = draft.project.parameters.by_path
    given = {path: text for path, text in (typed.facts or {}).items() if path in known}
    answers, wrong = read_answers(
        lambda path: given[path].splitlines() if path in given else (),
        [known[path] for path in given],
        draft.bodies,
    )
    lacking = {path: "Skriv det nya värdet." for path, value in answers.items() if value is None}
    return {path: value for path, value in answers.items() if value is not None}, {
        **wrong,
        **lacking,
    }


def _can_be_changed(project: Project, path: str) -> bool:
    parameter = project.parameters.by_path[path]
    return path.partition(".")[0] not in OF_THE_DOCUMENT and (
        parameter.type != LIST or parameter.item is not None
    )


class _ChangeWording:
    def __init__(self, draft: Draft, choices: BaseChoices) -> None:
        self.draft = draft
        self.headings = dict(choices.sections)
        self.names = {
            body: each.name_on(None) for body, each in draft.project.organisations.items()
        }

    def change(self, record: Mapping[str, Put]) -> ChangeOnDesk:
        start, end = (_said(record, name) for name in _DAYS)
        what = next((act for act in ACTS if act in record), "")
        days = " ".join(
            f"{word} {day}" for word, day in (("från", start), ("till och med", end)) if day
        )
        typed = TypedChange(what, start=start, end=end)
        match what:
            case "lägger_till":
                return self.addition(record, typed, days)
            case "ersätter":
                typed, named = self.entry(record.get(_WITH), typed, _said(record, REPLACES))
                where = self.headings.get(typed.target, typed.target)
                return ChangeOnDesk(f"Ersätter {where} med {named}", days, typed, bool(named))
            case "upphäver":
                target = _said(record, REPEALS)
                said = f"Upphäver {self.headings.get(target, target)}"
                return ChangeOnDesk(said, days, replace(typed, target=target), is_simple=True)
            case "fakta":
                return self.facts(record.get(FACTS), typed, days)
            case _:
                return ChangeOnDesk("Säger inte vad den gör", days, typed, is_simple=False)

    def addition(self, record: Mapping[str, Put], typed: TypedChange, days: str) -> ChangeOnDesk:
        place = next((each for each in PLACES if each in record), LAST)
        typed, named = self.entry(record.get(ADDS), typed, _said(record, place))
        where = self.headings.get(typed.target, typed.target)
        said = f"Lägger till {named} {place}{f' {where}' if where else ''}"
        full = replace(typed, place=place, summary=_said(record, _SUMMARY))
        return ChangeOnDesk(said, days, full, bool(named))

    def entry(self, entry: Put, typed: TypedChange, target: str) -> tuple[TypedChange, str]:
        """Return a change with what it brings, and what that is called; empty if it has more."""
        if isinstance(entry, str):
            return replace(typed, target=target, clause=entry), f"klausulen {entry}"
        record = entry if isinstance(entry, dict) else {}
        heading, keys = _said(record, _HEADING), set(record)
        text = self.text(_said(record, _TEXT))
        brought = replace(typed, target=target, heading=heading, text=text)
        is_whole = {_HEADING, _TEXT} <= keys <= {_HEADING, _TEXT, _ANCHOR}
        return brought, f"”{heading}”" if is_whole else ""

    def text(self, file: str) -> str:
        try:
            path = f"{directory.FOLDER}/{self.draft.slug}/{file}"
            return read_text(self.draft.project.files, path) if file else ""
        except AvtalsgenError:
            return ""

    def facts(self, facts: Put, typed: TypedChange, days: str) -> ChangeOnDesk:
        by_path = dict(_leaves(self.draft.project, facts, ""))
        known = self.draft.project.parameters.by_path
        said = "; ".join(
            f"{known[path].question or path} {', '.join(told(known[path], value, self.names))}"
            for path, value in by_path.items()
        )
        bodies = self.draft.bodies
        simple = {
            path: shown(known[path], value, bodies)
            for path, value in by_path.items()
            if isinstance(value, str)
        }
        full = replace(typed, facts=simple)
        return ChangeOnDesk(f"Ändrar uppgifter. {said}", days, full, len(simple) == len(by_path))


def _leaves(project: Project, held: Put, above: str) -> Iterator[tuple[str, Put]]:
    """Yield the facts of a mapping, each at its whole path."""
    for key, value in held.items() if isinstance(held, dict) else ():
        path = f"{above}.{key}" if above else key
        if path in project.parameters.by_path:
            yield path, value
        else:
            yield from _leaves(project, value, path)


def _said(record: Mapping[str, Put], key: str) -> str:
    value = record.get(key)
    return value if isinstance(value, str) else ""
