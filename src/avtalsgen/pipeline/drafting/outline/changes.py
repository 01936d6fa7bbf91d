"""What a tillägg does to its base, change by change, as a form asks it and the file has it.

form                                 record of ändringar
what: upphäver                       {upphäver: tvist, gäller_från: 2027-07-01}
what: ersätter, a text of its own    {ersätter: tid, med: {rubrik: Tid, text: 2027-tillagg/tid.md}}
what: fakta                          {fakta: {ersättning: {belopp: 4700000}}}
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from avtalsgen.model import plain, walk
from avtalsgen.pipeline.drafting.answers import told
from avtalsgen.pipeline.drafting.draft import Draft
from avtalsgen.pipeline.drafting.outline.brought import (
    TypedSection,
    entry_of,
    sections_of,
    wrong_in_sections,
)
from avtalsgen.pipeline.drafting.outline.entries import OUTLINE
from avtalsgen.pipeline.drafting.outline.rewriting import (
    Files,
    new_problems,
    seen_with,
    with_records,
)
from avtalsgen.pipeline.drafting.outline.typed_fact import (
    facts_in,
    kept_facts,
    read_typed,
    shown_fact,
)
from avtalsgen.pipeline.new.asked import asked_of
from avtalsgen.pipeline.survey.portfolio import newest_edition
from avtalsgen.pipeline.workspace.documents import text_of
from avtalsgen.problems import AvtalsgenError, Severity
from avtalsgen.readers.yaml.values import Put, put_at
from avtalsgen.records import dataclass
from avtalsgen.swedish.dates import iso, parse_date
from avtalsgen.swedish.phrases import capitalise_first
from avtalsgen.uppdrag.changes import ACTS, KEY, OF_THE_DOCUMENT, PLACES

ADDS, REPLACES, REPEALS, FACTS = ACTS
LAST: Final = "sist"
_OF_A_CHANGE: Final = ("TI", "DI", "KL", "UP")
"""What the codes of problems begin with that a change itself can have."""
_WITH, _SUMMARY = "med", "beskrivning"
_DAYS: Final = ("gäller_från", "gäller_till")


@dataclass(frozen=True, slots=True)
class TypedChange:
    """One change as a form has it."""

    what: str
    """One of the acts: `lägger_till`, `ersätter`, `upphäver`, `fakta`."""
    target: str = ""
    """The anchor in the base that it is about, or that an addition stands by."""
    place: str = LAST
    sections: tuple[TypedSection, ...] = (TypedSection(),)
    """What is brought: a section, and those below it."""
    summary: str = ""
    facts: Mapping[str, str] | None = None
    """New values as they were typed, by path: a list with a line for each item (typed_fact.py)."""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class ChangeOnDesk:
    """A change of the file, in words, and as the form has it."""

    told: str
    days: str
    typed: TypedChange


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
        if each.path in asked and each.path.partition(".")[0] not in OF_THE_DOCUMENT
    )
    library = project.library
    clauses = (f"{clause}@{newest_edition(library, clause)}" for clause in library.ids())
    return BaseChoices(
        base.name, tuple((a, words or a) for a, words in sections), tuple(clauses), tuple(facts)
    )


def changes_on_desk(draft: Draft, choices: BaseChoices) -> tuple[ChangeOnDesk, ...]:
    """Return the changes of a tillägg in the order of its file."""
    return tuple(_ChangeWording(draft, choices).change(record) for record in draft.records(KEY))


def wrong_in(draft: Draft, number: int, typed: TypedChange) -> dict[str, str]:
    """Return what is wrong with the change `number`, from 0, as typed, by the name of the field."""
    wrong: dict[str, str] = {}
    if typed.what in (REPLACES, REPEALS) and not typed.target:
        wrong["avsnitt"] = "Välj vilket avsnitt det gäller."
    if typed.what == ADDS and typed.place != LAST and not typed.target:
        wrong["avsnitt"] = "Välj vilket avsnitt det nya ska stå vid."
    if typed.what in (ADDS, REPLACES):
        before = _before(draft, number)
        wrong |= wrong_in_sections(typed.sections, before.get(ADDS) or before.get(_WITH))
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
    records = draft.records(KEY)
    record, texts = _record(draft, typed, _before(draft, number))
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
    records = draft.records(KEY)
    return _with_records(draft, [*records[:number], *records[number + 1 :]])


def _with_records(draft: Draft, records: Sequence[Put]) -> Files:
    made = with_records(draft.text, draft.file, KEY, records, (KEY, OUTLINE))
    return {draft.file: made.encode()}


def _before(draft: Draft, number: int) -> Mapping[str, Put]:
    """Return the change `number` as the file has it; nothing of a new one."""
    records = draft.records(KEY)
    return records[number] if 0 <= number < len(records) else {}


def _record(
    draft: Draft, typed: TypedChange, before: Mapping[str, Put]
) -> tuple[dict[str, Put], dict[str, bytes]]:
    """Return a change as the file has it, and the text that it brings."""
    record: dict[str, Put] = {}
    texts: dict[str, bytes] = {}
    match typed.what:
        case "lägger_till":
            record[ADDS], texts = entry_of(draft, typed.sections, before.get(ADDS), is_new=True)
            if typed.place != LAST:
                record[typed.place] = typed.target
            if typed.summary:
                record[_SUMMARY] = typed.summary
        case "ersätter":
            record[REPLACES] = typed.target
            record[_WITH], texts = entry_of(draft, typed.sections, before.get(_WITH), is_new=False)
        case "upphäver":
            record[REPEALS] = typed.target
        case _:
            facts = kept_facts(draft.project.parameters, before.get(FACTS))
            for path, value in _values(draft, typed)[0].items():
                put_at(facts, path, value)
            record[FACTS] = facts
    for name, day in zip(_DAYS, (typed.start, typed.end), strict=True):
        if day:
            record[name] = iso(parse_date(day))
    return record, texts


def _values(draft: Draft, typed: TypedChange) -> tuple[dict[str, Put], Mapping[str, str]]:
    """Return the new values of facts as the file has them, and what is wrong with the others."""
    answers, wrong = read_typed(typed.facts or {}, draft.project.parameters, draft.bodies)
    lacking = {path: "Skriv det nya värdet." for path, value in answers.items() if value is None}
    return {path: value for path, value in answers.items() if value is not None}, {
        **lacking,
        **wrong,
    }


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
                target = _said(record, REPLACES)
                typed = self.bringing(record.get(_WITH), replace(typed, target=target))
                where = self.headings.get(target, target)
                return ChangeOnDesk(f"Ersätter {where} med {_named(typed)}", days, typed)
            case "upphäver":
                target = _said(record, REPEALS)
                said = f"Upphäver {self.headings.get(target, target)}"
                return ChangeOnDesk(said, days, replace(typed, target=target))
            case "fakta":
                return self.facts(record.get(FACTS), typed, days)
            case _:
                return ChangeOnDesk("Säger inte vad den gör", days, typed)

    def addition(self, record: Mapping[str, Put], typed: TypedChange, days: str) -> ChangeOnDesk:
        place = next((each for each in PLACES if each in record), LAST)
        target, summary = _said(record, place), _said(record, _SUMMARY)
        full = replace(typed, place=place, target=target, summary=summary)
        full = self.bringing(record.get(ADDS), full)
        where = self.headings.get(target, target)
        said = f"Lägger till {_named(full)} {place}{f' {where}' if where else ''}"
        return ChangeOnDesk(said, days, full)

    def bringing(self, entry: Put, typed: TypedChange) -> TypedChange:
        return replace(typed, sections=sections_of(self.draft, entry))

    def facts(self, facts: Put, typed: TypedChange, days: str) -> ChangeOnDesk:
        parameters = self.draft.project.parameters
        by_path = facts_in(parameters, facts)
        known = parameters.by_path
        said = "; ".join(
            f"{known[path].question or path} {', '.join(told(known[path], value, self.names))}"
            for path, value in by_path.items()
        )
        shown = {
            path: shown_fact(known[path], value, self.draft.bodies)
            for path, value in by_path.items()
        }
        return ChangeOnDesk(f"Ändrar uppgifter. {said}", days, replace(typed, facts=shown))


def _named(typed: TypedChange) -> str:
    """Return what a change brings, in words."""
    first, *below = typed.sections
    name = f"”{first.heading}”" if first.heading else f"klausulen {first.clause}"
    count = len(below)
    return f"{name} med {count} avsnitt under sig" if count else name


def _said(record: Mapping[str, Put], key: str) -> str:
    value = record.get(key)
    return value if isinstance(value, str) else ""
