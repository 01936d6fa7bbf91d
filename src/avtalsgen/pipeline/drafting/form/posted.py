"""A form as it was sent, to answers: what can be read of it, and what is wrong with the rest.

Names in a form: `tid.från` the answer, `tid.från:okänt` why there is none, `kanaler:inga` that a
list has nothing in it, `resultat.2.mål` an answer in the second row of a list of records.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import field
from typing import Final

from avtalsgen.clauses import answers
from avtalsgen.clauses.fact_types import LIST
from avtalsgen.clauses.parameters import Parameter, Parameters
from avtalsgen.pipeline.drafting.answers import Answers, reason_of, unknown, written
from avtalsgen.pipeline.drafting.draft import STATUS, Draft
from avtalsgen.readers.yaml.values import Put
from avtalsgen.records import dataclass
from avtalsgen.uppdrag.fact_reader import UNKNOWN, value_of
from avtalsgen.uppdrag.status import SIGNED, STATUSES

ASKED: Final = "falt"
"""The name under which a form says which questions it had, also those that were left empty."""
WHY, NONE = f":{UNKNOWN}", ":inga"
_IN_CELL: Final = re.compile(rf"{UNKNOWN}:\s*(.+)")
"""How a cell of a list is said to be unknown."""
BY_HAND: Final = tuple(status for status in STATUSES if status != SIGNED)
"""The statuses that a form may give; what is signed the signing says."""

Sent = Callable[[str], Sequence[str]]
"""All that a form has under a name."""


@dataclass(frozen=True, slots=True)
class Posted:
    """What was sent: answers that can be read, and what is wrong with each of the others."""

    answers: Answers
    wrong: Mapping[str, str]
    sent: Sent
    """What was typed, for a form that is shown again."""
    asked: frozenset[str]


@dataclass(slots=True)
class _PostedReading:
    sent: Sent
    bodies: Collection[str]
    before: Answers
    said: dict[str, Put] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)

    def add(self, parameter: Parameter) -> None:
        path = parameter.path
        try:
            self.said[path] = self.answer(parameter)
        except ValueError as error:
            self.wrong[path] = _with_example(str(error), parameter)

    def answer(self, parameter: Parameter) -> Put:
        path = parameter.path
        reason = _one_line(self.sent(f"{path}{WHY}"))
        given = self.given(parameter)
        if given is None or given == []:
            if reason:
                return unknown(reason)
            return [] if self.sent(f"{path}{NONE}") else None
        if not reason:
            return given
        before = self.before.get(path)
        if reason_of(before) == reason:
            return given
        raise ValueError("svara på frågan, eller skriv varför svaret saknas, inte båda")

    def given(self, parameter: Parameter) -> Put:
        """Return the answer that was typed or chosen; nothing where there is none."""
        texts = self.sent(parameter.path)
        if parameter.type != LIST:
            text = _one_line(texts)
            return self.value(parameter, text) if text else None
        if parameter.item is None:
            return self.records(parameter)
        rows = [row for text in texts for row in text.splitlines() if row.strip()]
        return [self.cell(parameter.item, row) for row in rows] or None

    def records(self, parameter: Parameter) -> Put:
        rows: list[Put] = []
        for number in range(1, rows_sent(parameter, self.sent) + 1):
            row: dict[str, Put] = {}
            for inner in parameter.fields:
                text = _one_line(self.sent(f"{parameter.path}.{number}.{inner.path}"))
                if text:
                    row[inner.path] = self.in_row(inner, text, number)
            if row:
                rows.append(row)
        return rows or None

    def in_row(self, inner: Parameter, text: str, number: int) -> Put:
        try:
            return self.cell(inner, text)
        except ValueError as error:
            raise ValueError(f"rad {number}, {inner.path.replace('_', ' ')}: {error}") from None

    def cell(self, parameter: Parameter, row: str) -> Put:
        text = " ".join(row.split())
        not_known = _IN_CELL.fullmatch(text)
        return unknown(not_known[1]) if not_known else self.value(parameter, text)

    def value(self, parameter: Parameter, text: str) -> str:
        return written(parameter, text, value_of(parameter, text, self.bodies))


def read_posted(draft: Draft, sent: Sent, parameters: Parameters) -> Posted:
    """Return what a form of an edition was sent with."""
    asked = frozenset(sent(ASKED))
    reading = _PostedReading(sent, draft.bodies, draft.answers)
    for parameter in parameters:
        if parameter.path in asked:
            reading.add(parameter)
    status = _one_line(sent(STATUS))
    if status in BY_HAND:
        reading.said[STATUS] = status
    return Posted(reading.said, reading.wrong, sent, asked)


def read_answers(
    sent: Sent, parameters: Iterable[Parameter], bodies: Collection[str]
) -> tuple[Answers, Mapping[str, str]]:
    """Return what was answered to each of `parameters`, and what is wrong with the others."""
    reading = _PostedReading(sent, bodies, {})
    for parameter in parameters:
        reading.add(parameter)
    return reading.said, reading.wrong


def rows_sent(parameter: Parameter, sent: Sent) -> int:
    """Return how many rows of records a form has, empty ones counted in."""
    number = 0
    while any(sent(f"{parameter.path}.{number + 1}.{e.path}") for e in parameter.fields):
        number += 1
    return number


def _one_line(texts: Sequence[str]) -> str:
    return " ".join(" ".join(texts).split())


def _with_example(message: str, parameter: Parameter) -> str:
    """Return what is wrong as a sentence, and what to write where the message does not say."""
    told = f"{message[:1].upper()}{message[1:]}"
    says = ("skriv ", "menade du", "väntade", "svara på")
    if any(word in message for word in says):
        return f"{told}."
    return f"{told}. Skriv till exempel {answers.example(parameter)}."
