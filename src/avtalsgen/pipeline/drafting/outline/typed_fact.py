"""The new values of facts in a change, each as one text that a form has and as the file has it.

typed                                  in the file
5 000 000                              5000000
okänt: beslutas i mars                 {okänt: beslutas i mars}
polisen                                [polisen, socialjouren]
socialjouren
text: Fler får jobb; mål: 80 %         [{text: Fler får jobb, mål: 80 %}]
inga                                   []
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Final

from avtalsgen.clauses.fact_types import LIST
from avtalsgen.clauses.parameters import Parameter, Parameters
from avtalsgen.pipeline.drafting.answers import Answers, reason_of, shown
from avtalsgen.pipeline.drafting.form.posted import NONE, WHY, read_answers
from avtalsgen.readers.yaml.values import Put, put_at
from avtalsgen.uppdrag.fact_reader import UNKNOWN

_NOT_KNOWN: Final = re.compile(rf"{UNKNOWN}:\s*(.+)", re.DOTALL)
_NO_ITEMS: Final = "inga"


def facts_in(parameters: Parameters, held: Put) -> dict[str, Put]:
    """Return the facts of a change, each at its whole path."""
    return {path: value for path, value in _leaves(parameters, held, "") if value is not None}


def kept_facts(parameters: Parameters, held: Put) -> dict[str, Put]:
    """Return what a change says that no field has: a branch that is okänt as a whole."""
    kept: dict[str, Put] = {}
    for path, value in _leaves(parameters, held, "", whole=True):
        if path not in parameters.by_path:
            put_at(kept, path, value)
    return kept


def _leaves(
    parameters: Parameters, held: Put, above: str, *, whole: bool = False
) -> Iterator[tuple[str, Put]]:
    for key, value in held.items() if isinstance(held, dict) else ():
        path = f"{above}.{key}" if above else key
        if path in parameters.by_path or (whole and reason_of(value) is not None):
            yield path, value
        else:
            yield from _leaves(parameters, value, path, whole=whole)


def shown_fact(parameter: Parameter, value: Put, bodies: Collection[str]) -> str:
    """Return a value as it is typed: what is typed again is the same value."""
    reason = reason_of(value)
    if reason is not None:
        return f"{UNKNOWN}: {reason}"
    if parameter.type != LIST or not isinstance(value, list):
        return shown(parameter, value, bodies)
    item = parameter.item
    lines = (
        shown_fact(item, each, bodies) if item else _shown_record(parameter, each, bodies)
        for each in value
    )
    return "\n".join(lines) or _NO_ITEMS


def _shown_record(parameter: Parameter, record: Put, bodies: Collection[str]) -> str:
    fields = {field.path: field for field in parameter.fields}
    held = record.items() if isinstance(record, dict) else ()
    return "; ".join(
        f"{key}: {shown_fact(fields[key], value, bodies)}" for key, value in held if key in fields
    )


def read_typed(
    typed: Mapping[str, str], parameters: Parameters, bodies: Collection[str]
) -> tuple[Answers, Mapping[str, str]]:
    """Return the values that were typed, by path, and what is wrong with the others."""
    known = parameters.by_path
    asked = {path: text.strip() for path, text in typed.items() if path in known}
    sent: dict[str, list[str]] = {}
    wrong: dict[str, str] = {}
    for path, text in asked.items():
        not_known = _NOT_KNOWN.fullmatch(text)
        is_list = known[path].type == LIST
        if not_known and not (is_list and "\n" in text):
            sent[f"{path}{WHY}"] = [not_known[1]]
        elif is_list and text.casefold() == _NO_ITEMS:
            sent[f"{path}{NONE}"] = ["ja"]
        elif is_list and known[path].item is None:
            wrong |= _records(known[path], text, sent)
        else:
            sent[path] = text.splitlines()
    answers, unread = read_answers(_given(sent), [known[path] for path in asked], bodies)
    return answers, {**unread, **wrong}


def _given(sent: Mapping[str, Sequence[str]]) -> Callable[[str], Sequence[str]]:
    return lambda name: sent.get(name, ())


def _records(parameter: Parameter, text: str, sent: dict[str, list[str]]) -> dict[str, str]:
    """Put the cells of records that were typed a line each into `sent`; return what is wrong."""
    names = "|".join(re.escape(field.path) for field in parameter.fields)
    cell = re.compile(rf"(?:^|;)\s*({names}):\s*(.*?)\s*(?=;\s*(?:{names}):|$)")
    example = "; ".join(f"{field.path}: …" for field in parameter.fields)
    for number, line in enumerate(filter(str.strip, text.splitlines()), start=1):
        cells = cell.findall(line)
        if not cells or cell.sub("", line).strip():
            return {parameter.path: f"Rad {number} är skriven på annat sätt. Skriv {example}."}
        for field in parameter.fields:
            sent[f"{parameter.path}.{number}.{field.path}"] = [""]
        for name, value in cells:
            sent[f"{parameter.path}.{number}.{name}"] = [value]
    return {}
