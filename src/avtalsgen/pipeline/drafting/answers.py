"""Answers as a file has them, as a form shows them, and which of them say the same.

typed         4 093 284      80       okänt, because …
in the file   4093284        80 %     {okänt: because …}
shown         4 093 284      80       okänt, because …
"""

from collections.abc import Collection, Mapping
from decimal import Decimal

from avtalsgen.clauses.fact_types import FACT_TYPES, LIST
from avtalsgen.clauses.fact_types.fact_type import Plain
from avtalsgen.clauses.fact_types.times.year import YEAR
from avtalsgen.clauses.parameters import Parameter
from avtalsgen.readers.yaml.values import Put, value_at
from avtalsgen.swedish.numbers import digits, typed
from avtalsgen.swedish.typography import NO_BREAK_SPACE
from avtalsgen.uppdrag.fact_reader import UNKNOWN, value_of

Answers = Mapping[str, Put]
"""What a file says of each fact, by path; nothing where it says nothing."""


def reason_of(answer: Put) -> str | None:
    """Return why a fact is not known; nothing where it is not said to be unknown."""
    if isinstance(answer, dict) and set(answer) == {UNKNOWN}:
        reason = answer[UNKNOWN]
        return reason if isinstance(reason, str) else ""
    return None


def unknown(reason: str) -> Put:
    """Return the answer that a fact is not known."""
    return {UNKNOWN: reason}


def answer_at(held: Put, path: str) -> Put:
    """Return what a file says of the fact at `path`, also by what it stands below."""
    answer = value_at(held, path)
    above = path
    while answer is None and "." in above:
        above = above.rpartition(".")[0]
        if reason_of(value_at(held, above)) is not None:
            return value_at(held, above)
    return answer


def canonical(parameter: Parameter, answer: Put, bodies: Collection[str]) -> Put:
    """Return an answer as the file has it, in one form for all that say the same.

    What is no answer to the question is left as it is.
    """
    if reason_of(answer) is not None:
        return answer
    if parameter.type == LIST:
        items = answer if isinstance(answer, list) else None
        return answer if items is None else [_item(parameter, item, bodies) for item in items]
    if not isinstance(answer, str):
        return answer
    text = " ".join(answer.split())
    try:
        value = value_of(parameter, text, bodies)
    except ValueError:
        return text
    return written(parameter, text, value)


def _item(parameter: Parameter, item: Put, bodies: Collection[str]) -> Put:
    if parameter.item is not None:
        return canonical(parameter.item, item, bodies)
    if not isinstance(item, dict) or reason_of(item) is not None:
        return item
    fields = {field.path: field for field in parameter.fields}
    return {
        key: canonical(fields[key], inner, bodies) if key in fields else inner
        for key, inner in item.items()
    }


def written(parameter: Parameter, text: str, value: Plain) -> str:
    """Return what is written in a file where `text` was typed and `value` was meant."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return text
    if parameter.type == YEAR.name:
        return text
    unit = FACT_TYPES[parameter.type].unit
    return f"{typed(value)} {unit}" if unit == "%" else typed(value)


def shown(parameter: Parameter, answer: Put, bodies: Collection[str]) -> str:
    """Return an answer to a question of no list as its field shows it, the unit beside it."""
    if not isinstance(answer, str):
        return ""
    try:
        value = value_of(parameter, answer, bodies)
    except ValueError:
        return answer
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return answer
    return answer if parameter.type == YEAR.name else digits(value).replace(NO_BREAK_SPACE, " ")


def told(parameter: Parameter, answer: Put, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return an answer as people read it, a line for each item of a list; none where there is none.

    `names` are those of the bodies of the register, by id.
    """
    reason = reason_of(answer)
    if reason is not None:
        return (f"vet inte än: {reason}",)
    match answer:
        case None:
            return ()
        case list():
            return tuple(_told_item(parameter, item, names) for item in answer) or ("inga",)
        case str():
            return (_told(parameter, answer, names),)
        case _:
            return (str(answer),)


def _told(parameter: Parameter, answer: str, names: Mapping[str, str]) -> str:
    if parameter.type == "organ":
        return names.get(answer, answer)
    if parameter.type == "val":
        return answer.replace("_", " ")
    try:
        value = value_of(parameter, answer, names)
    except ValueError:
        return answer
    return FACT_TYPES[parameter.type].print(value)


def _told_item(parameter: Parameter, item: Put, names: Mapping[str, str]) -> str:
    if parameter.item is not None:
        return "; ".join(told(parameter.item, item, names))
    if not isinstance(item, dict) or reason_of(item) is not None:
        return "; ".join(told(parameter, item, names))
    fields = {field.path: field for field in parameter.fields}
    parts = [
        "; ".join(told(fields[key], inner, names)) for key, inner in item.items() if key in fields
    ]
    return ", ".join(part for part in parts if part)
