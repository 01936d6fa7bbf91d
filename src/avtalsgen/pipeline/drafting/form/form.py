"""The form of an edition: its questions in their groups, with the answers or what was typed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal

from avtalsgen.clauses.fact_types import FACT_TYPES, LIST
from avtalsgen.clauses.fact_types.words.digest import DIGEST
from avtalsgen.clauses.fact_types.words.edition import EDITION
from avtalsgen.clauses.fact_types.words.text import TEXT
from avtalsgen.clauses.fact_types.words.yes_no import YES_NO
from avtalsgen.clauses.parameters import Parameter
from avtalsgen.pipeline.drafting.answers import Answers, reason_of, shown, told
from avtalsgen.pipeline.drafting.draft import Draft
from avtalsgen.pipeline.drafting.form.fields import (
    Control,
    FieldPlace,
    FieldState,
    FormField,
    FormGroup,
    Option,
    QuestionForm,
    RecordCell,
    Since,
)
from avtalsgen.pipeline.drafting.form.posted import NONE, WHY, Posted, rows_sent
from avtalsgen.readers.yaml.values import Put
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import capitalise_first, fold
from avtalsgen.uppdrag import directory
from avtalsgen.uppdrag.fact_reader import UNKNOWN

_FEW: Final = 5
"""Answers to choose from that are all shown; more are in a list that opens."""
_LONG: Final = 60
"""Characters; a longer answer gets several lines."""


@dataclass(frozen=True, slots=True)
class FormBasis:
    """What a form is made of beside the file of the edition."""

    paths: frozenset[str]
    """The questions that the document asks."""
    short: frozenset[str]
    """Those of the short form."""
    waiting: Mapping[str, str]
    """Those that do not apply now, with when they do, in words."""
    places: Mapping[str, tuple[FieldPlace, ...]]
    """Where each answer is printed."""
    earlier: Answers | None
    """What the edition that this one comes from answers; nothing where there is none."""
    names: Mapping[str, str]
    """The bodies of the register by id, as they are called on the day of the document."""


def form_of(draft: Draft, basis: FormBasis, posted: Posted | None = None) -> QuestionForm:
    """Return the form of an edition; what was sent is shown as it was typed.

    Every fact that the file has is in it, and every one that was sent, also where nothing asks for
    it any more.
    """
    making = _Making(draft, basis, posted)
    by_group: dict[str, list[FormField]] = {}
    parameters = draft.project.parameters
    shown_paths = basis.paths | (posted.asked if posted else frozenset())
    for parameter in parameters:
        if parameter.path in shown_paths or draft.answers.get(parameter.path) is not None:
            by_group.setdefault(parameters.group_of(parameter.path), []).append(
                making.field(parameter)
            )
    order = {heading: place for place, heading in enumerate(parameters.groups)}
    headings = sorted(by_group, key=lambda heading: order.get(heading, len(order)))
    roots = parameters.groups
    groups = (
        (heading, _in_order(by_group[heading], roots.get(heading, ()))) for heading in headings
    )
    return QuestionForm(
        tuple(FormGroup(heading, f"g-{fold(heading)}", fields) for heading, fields in groups)
    )


def _in_order(fields: list[FormField], roots: tuple[str, ...]) -> tuple[FormField, ...]:
    """Return the fields of a group in the order that the group names them."""

    def place(field: FormField) -> int:
        starts = (n for n, root in enumerate(roots) if f"{field.name}.".startswith(f"{root}."))
        return next(starts, len(roots))

    return tuple(sorted(fields, key=place))


@dataclass(frozen=True, slots=True)
class _Making:
    draft: Draft
    basis: FormBasis
    posted: Posted | None

    def field(self, parameter: Parameter) -> FormField:
        path, answer = parameter.path, self.answer(parameter)
        before = (self.basis.earlier or {}).get(path)
        error = self.posted.wrong.get(path, "") if self.posted else ""
        control = _control(parameter, answer)
        type_ = FACT_TYPES.get(parameter.type)
        text = self.text(parameter, control, answer)
        return FormField(
            name=path,
            question=parameter.question or capitalise_first(path.replace(".", ", ")),
            help=parameter.help,
            example=_example(parameter, control),
            control=control,
            unit=type_.unit if type_ else "",
            keyboard=type_.keyboard if type_ else "text",
            width=_width(parameter),
            text=text,
            told=told(parameter, answer, self.basis.names),
            reason=self.reason(path, answer),
            none=self.none(path, answer),
            options=tuple(self.options(parameter, control, answer, text)),
            rows=tuple(self.rows(parameter, answer)) if control == "records" else (),
            state=_state(answer, error),
            error=error,
            places=self.basis.places.get(path, ()),
            applies_when=self.basis.waiting.get(path, "") if answer is None else "",
            is_short=path in self.basis.short,
            earlier="; ".join(told(parameter, before, self.basis.names)),
            since=self.since(before, answer),
            may_change=self.draft.may_change(path),
        )

    def asked(self, path: str) -> bool:
        return self.posted is not None and path in self.posted.asked

    def answer(self, parameter: Parameter) -> Put:
        """Return the answer as it would be saved, or as it is saved where it cannot be read."""
        path = parameter.path
        if self.posted is not None and path in self.posted.answers:
            return self.posted.answers[path]
        return self.draft.answers.get(path)

    def sent(self, name: str) -> str:
        assert self.posted is not None
        return "\n".join(self.posted.sent(name))

    def text(self, parameter: Parameter, control: Control, answer: Put) -> str:
        if self.asked(parameter.path) and control not in {"records", "many"}:
            return self.sent(parameter.path)
        if control == "lines" and isinstance(answer, list):
            return "\n".join(self.line(parameter.item, item) for item in answer if parameter.item)
        return shown(parameter, answer, self.draft.bodies) if parameter.type != LIST else ""

    def line(self, parameter: Parameter | None, item: Put) -> str:
        """Return an item of a list, or an answer in a row, on a line."""
        reason = reason_of(item)
        if reason is not None:
            return f"{UNKNOWN}: {reason}"
        return shown(parameter, item, self.draft.bodies) if parameter else str(item or "")

    def reason(self, path: str, answer: Put) -> str:
        if self.asked(path):
            return self.sent(f"{path}{WHY}")
        return reason_of(answer) or ""

    def none(self, path: str, answer: Put) -> bool:
        return bool(self.sent(f"{path}{NONE}")) if self.asked(path) else answer == []

    def options(
        self, parameter: Parameter, control: Control, answer: Put, text: str
    ) -> Iterator[Option]:
        if control == "many":
            assert parameter.item is not None
            chosen = set(map(str, answer)) if isinstance(answer, list) else set()
            yield from (_option(each, each in chosen) for each in parameter.item.choices)
        elif control in {"choice", "select"}:
            yield Option("", "Inte besvarad", not text)
            yield from self.choices(parameter, text)

    def choices(self, parameter: Parameter, text: str) -> Iterator[Option]:
        match parameter.type:
            case YES_NO.name:
                yield from (_option(each, each == text) for each in ("ja", "nej"))
            case "organ":
                names = self.basis.names.items()
                for body, name in sorted(names, key=lambda pair: pair[1].casefold()):
                    yield Option(body, capitalise_first(name), body == text)
            case EDITION.name:
                yield from (Option(e, e, e == text) for e in self.editions(text))
            case _:
                yield from (_option(each, each == text) for each in parameter.choices)

    def editions(self, chosen: str) -> Iterable[str]:
        files = self.draft.project.files
        every = [f"{s}@{e}" for s in directory.slugs(files) for e in directory.editions(files, s)]
        others = [name for name in every if name != self.draft.name]
        return others if chosen in {"", *others} else [*others, chosen]

    def rows(self, parameter: Parameter, answer: Put) -> Iterator[tuple[RecordCell, ...]]:
        """Yield a row for each record, and an empty one to go on in."""
        path = parameter.path
        if self.posted is not None and self.asked(path):
            for number in range(1, rows_sent(parameter, self.posted.sent) + 1):
                yield self.row(parameter, number, None)
            return
        records = answer if isinstance(answer, list) else []
        for number, record in enumerate((*records, {}), start=1):
            yield self.row(parameter, number, record if isinstance(record, dict) else {})

    def row(
        self, parameter: Parameter, number: int, record: Mapping[str, Put] | None
    ) -> tuple[RecordCell, ...]:
        cells = []
        for inner in parameter.fields:
            name = f"{parameter.path}.{number}.{inner.path}"
            text = self.sent(name) if record is None else self.line(inner, record.get(inner.path))
            control = _control(inner, text)
            type_ = FACT_TYPES[inner.type]
            options = tuple(self.options(inner, control, text, text))
            label = inner.question or capitalise_first(inner.path.replace("_", " "))
            cells.append(
                RecordCell(name, label, control, text, type_.unit, type_.keyboard, options)
            )
        return tuple(cells)

    def since(self, before: Put, answer: Put) -> Since:
        if self.basis.earlier is None:
            return ""
        if before == answer:
            return "lika"
        return "nytt" if before is None else "ändrat"


def _option(value: str, chosen: bool) -> Option:
    return Option(value, capitalise_first(value.replace("_", " ")), chosen)


def _is_texts(answer: Put) -> bool:
    return isinstance(answer, list) and all(isinstance(item, str) for item in answer)


def _control(parameter: Parameter, answer: Put) -> Control:
    if parameter.type == LIST:
        if parameter.item is None:
            return "records"
        few = parameter.item.type == "val" and _is_texts(answer or [])
        return "many" if few else "lines"
    if parameter.type == YES_NO.name:
        return "choice"
    if parameter.type == "val":
        return "choice" if len(parameter.choices) <= _FEW else "select"
    if parameter.type in {"organ", EDITION.name}:
        return "select"
    long = max(len(parameter.example), len(answer) if isinstance(answer, str) else 0) > _LONG
    return "text" if parameter.type == TEXT.name and long else "line"


def _width(parameter: Parameter) -> Literal["short", "middle", "full"]:
    type_ = FACT_TYPES.get(parameter.type)
    if type_ is None or type_.one_of or type_.name in {TEXT.name, EDITION.name, DIGEST.name}:
        return "full"
    short = type_.keyboard != "text" and not type_.unit.isalpha()
    return "short" if short else "middle"


def _example(parameter: Parameter, control: Control) -> str:
    """Return an example where the kind of answer is not plain from the control."""
    if control in {"choice", "select", "many", "records"}:
        return ""
    type_ = FACT_TYPES.get(parameter.type)
    of_type = type_.example if type_ and type_.name != TEXT.name else ""
    example = parameter.example or of_type
    if type_ is None or not type_.unit:
        return example
    return shown(parameter, example, ())


def _state(answer: Put, error: str) -> FieldState:
    if error:
        return "fel"
    if reason_of(answer) is not None:
        return "vet inte"
    return "tom" if answer is None else "svarad"
