"""What a type of fact is: how it is read, printed, asked for and shown to an editor."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Literal, TypeVar

from avtalsgen.records import dataclass
from avtalsgen.swedish.dates import MonthDay
from avtalsgen.swedish.durations import Duration
from avtalsgen.swedish.spans import NumberSpan
from avtalsgen.swedish.times import TimeSpan

Plain = str | int | Decimal | date | MonthDay | Duration | TimeSpan | NumberSpan | bool
"""What a fact may be that is no list."""

Schema = Mapping[str, object]
"""A JSON Schema, draft 2020-12."""

NUMBER = r"^[0-9][0-9 \u00a0]*([,.][0-9]+)?"
"""The pattern that typed numbers begin with."""


def _nothing(_text: str) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True)
class FactType:
    """One type of fact.

    Laws: `parse(example)` is a value, `print` of it is a text, and `schema` takes `example`.
    """

    name: str
    """As parametrar.yaml has it."""
    kind: str
    """What a value of it is, in a sentence: `ett belopp i kronor`."""
    example: str
    """As it is typed; empty where only the workspace can tell."""
    parse: Callable[[str], Plain]
    """A typed text to its value, or ValueError with what is wrong, in Swedish."""
    print: Callable[[Any], str]
    """A value as running text has it."""
    schema: Schema
    one_of: Literal["", "choices", "organisations"] = ""
    """Where the texts that it may be come from; empty where any that `parse` takes will do."""
    unit: str = ""
    """What a number of it counts, where the type says that: `kronor`, `%`."""
    keyboard: Literal["text", "numeric", "decimal"] = "text"
    """What a telephone shows to type it with."""
    meant: Callable[[str], Iterable[str]] = _nothing
    """What a text that `parse` refuses may have been meant to be, as typed, the likeliest first;
    `parse` may refuse that too."""


def one_of(text: str, options: Collection[str], nearest: Callable[[str], str]) -> str:
    """Return `text`, which must be one of `options`.

    Raises:
        ValueError: it is not; the message names the one that `nearest` finds.
    """
    if text in options:
        return text
    near = nearest(text)
    meant = f"; menade du {near}?" if near else f"; väntade {', '.join(sorted(options)[:8])}"
    raise ValueError(f"”{text}” finns inte{meant}")


Number = TypeVar("Number", int, Decimal)


def not_negative(number: Number, typed: str) -> Number:
    """Return `number`.

    Raises:
        ValueError: it is less than nothing, which no agreement has.
    """
    if number < 0:
        raise ValueError(f"”{typed}” är mindre än noll")
    return number
