"""Facts in Swedish print: the form that a type prescribes, and the filters of clauses."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from avtalsgen.clauses.fact_types import FACT_TYPES
from avtalsgen.clauses.fact_types.fact_type import FactType, Plain
from avtalsgen.clauses.fact_types.words.text import TEXT
from avtalsgen.swedish import dates, money, numbers, phrases
from avtalsgen.swedish.durations import Duration
from avtalsgen.uppdrag.facts import Known


class WrongKindError(ValueError):
    """A form was asked for that the fact cannot take; the message says why, in Swedish."""


def in_print(fact: Known) -> str:
    """Return a fact in the form of its type; a list of texts as `a, b och c`."""
    if isinstance(fact.value, tuple):
        return _listed(fact)
    return FACT_TYPES[fact.type].print(fact.value)


def in_form(fact: Known, filters: tuple[str, ...]) -> str:
    """Return a fact after `filters`, the innermost first.

    Raises:
        WrongKindError: a form does not fit the fact.
    """
    type_ = FACT_TYPES[TEXT.name if isinstance(fact.value, tuple) else fact.type]
    value: Plain = _listed(fact) if isinstance(fact.value, tuple) else fact.value
    for name in filters:
        if name in _OF_TEXT:
            value = _OF_TEXT[name](type_.print(value))
        else:
            value = _of_value(name, value, type_)
        type_ = TEXT
    return type_.print(value)


def text_in_form(text: str, filters: tuple[str, ...]) -> str:
    """Return a text after `filters`, as `in_form` does for a fact."""
    for name in filters:
        if name not in _OF_TEXT:
            raise WrongKindError(f"formen ”{name}” passar inte en text")
        text = _OF_TEXT[name](text)
    return text


def _listed(fact: Known) -> str:
    assert isinstance(fact.value, tuple)
    texts = [in_print(item) for item in fact.value if isinstance(item, Known)]
    if len(texts) != len(fact.value):
        raise WrongKindError(
            f"”{fact.path}” är en lista av poster; skriv ut den med {{% for rad in {fact.path} %}}"
        )
    return phrases.enumerate_words(texts)


def _same(text: str) -> str:
    return text


_OF_TEXT: Mapping[str, Callable[[str], str]] = {
    "genitiv": phrases.genitive,
    "versal": phrases.capitalise_first,
    "gemen": phrases.lower_first,
    "uppräkning": _same,
}


def _of_value(name: str, value: Plain, type_: FactType) -> str:
    for kinds, form in _OF_VALUE[name]:
        if isinstance(value, kinds) and not isinstance(value, bool):
            return form(value)
    raise WrongKindError(f"formen ”{name}” passar inte ”{type_.print(value)}”")


_Form = tuple[tuple[type, ...], Callable[[Any], str]]
_NUMBERS = (int, Decimal)
_OF_VALUE: Mapping[str, tuple[_Form, ...]] = {
    "kronor": ((_NUMBERS, money.kronor),),
    "belopp": ((_NUMBERS, money.amount),),
    "siffror": ((_NUMBERS, numbers.digits), ((Duration,), lambda length: length.digits_form)),
    "datum": (((date,), dates.long),),
    "iso": (((date,), dates.iso),),
    "årtal": (((date,), lambda day: str(day.year)),),
    "antal": (((int,), numbers.in_words), ((Duration,), str)),
    "procent": ((_NUMBERS, lambda value: numbers.percent_words(Decimal(value))),),
    "procenttecken": ((_NUMBERS, lambda value: numbers.percent_sign(Decimal(value))),),
}
"""The forms of values: for each the kinds it takes, and how they are printed."""
