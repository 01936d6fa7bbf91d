"""What a clause makes somebody do, and when: `skyldigheter` in the head of a clause.

när: genast                                words, which give no day
när: rapport.senast                        a fact: a day, a day of every year, a length of time
när: varje år från ersättning.index.från   that day of every year, from that year on
när: dagen efter ersättning.fast_till
när: tid.uppsägning före tid.till          a length of time before a day
"""

import itertools
import re
from collections.abc import Iterator

from avtalsgen.clauses.expression import Condition
from avtalsgen.clauses.fact_types.times.day import DAY
from avtalsgen.clauses.fact_types.times.duration import DURATION
from avtalsgen.clauses.fact_types.times.end import END
from avtalsgen.clauses.fact_types.words.text import TEXT
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.clauses.when import parse_when
from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.readers.yaml.tree import Scalar
from avtalsgen.records import dataclass
from avtalsgen.source import Origin


@dataclass(frozen=True, slots=True)
class InWords:
    """When something happens, or all the time: `genast`, `varje månad`."""

    text: str


@dataclass(frozen=True, slots=True)
class At:
    """When a fact says."""

    path: str


@dataclass(frozen=True, slots=True)
class EveryYearFrom:
    """The day of a fact, that year and every year after."""

    path: str


@dataclass(frozen=True, slots=True)
class DayAfter:
    """The day after that of a fact."""

    path: str


@dataclass(frozen=True, slots=True)
class Before:
    """A length of time before a day."""

    length: str
    path: str


Time = InWords | At | EveryYearFrom | DayAfter | Before


@dataclass(frozen=True, slots=True)
class Duty:
    """What a clause makes somebody do, and when; `only_if` is when it is a duty at all."""

    who: str
    what: str
    when: Time
    only_if: Condition | bool
    origin: Origin


_PATH = r"([^\W\d]\w*(?:\.\w+)+)"
_ANY_PATH = re.compile(rf"(?<![\w.]){_PATH}")
_DATES = (DAY.name,)
_ENDS = (DAY.name, END.name, TEXT.name)
"""What may name a last day."""
_FORMS: tuple[tuple[re.Pattern[str], type[Time], tuple[tuple[str, ...], ...]], ...] = (
    (re.compile(_PATH), At, ((),)),
    (re.compile(rf"varje år från {_PATH}"), EveryYearFrom, (_DATES,)),
    (re.compile(rf"dagen efter {_PATH}"), DayAfter, (_DATES,)),
    (re.compile(rf"{_PATH} före {_PATH}"), Before, ((DURATION.name,), _ENDS)),
)
"""Each form with facts in it, what it gives, and of which types its facts are (any, if none)."""


def read_duty(keys: Keys, parameters: Parameters) -> Duty:
    """Return the duty that a record says; what is wrong goes to the problems of `keys`."""
    scalar = keys.scalar("om")
    only_if, _, problems = parse_when(scalar, parameters)
    keys.problems.extend(problems)
    duty = Duty(
        keys.text("vem", required=True),
        keys.text("vad", required=True),
        _time(keys, keys.scalar("när"), parameters),
        True if scalar is None else only_if,
        keys.branch.origin,
    )
    keys.done()
    return duty


def _time(keys: Keys, scalar: Scalar | None, parameters: Parameters) -> Time:
    """Return when; KL07 for a fact where none can stand, that is unknown or of another type."""
    if scalar is None:
        return InWords("")
    text = " ".join(scalar.text.split())
    for pattern, form, types in _FORMS:
        match = pattern.fullmatch(text)
        if match:
            for path, kinds in zip(match.groups(), types, strict=True):
                _hold(keys, path, kinds, scalar.origin, parameters)
            return form(*match.groups())
    for path in _ANY_PATH.findall(text):
        ways = tuple(_ways(path, parameters))
        if not ways:
            _hold(keys, path, (), scalar.origin, parameters)
            continue
        hint = f"skriv {', eller '.join(ways)}"
        message = f"”{text}” går inte att läsa som en tid med faktumet {path}"
        keys.problems.append(Problem("KL07", message, origin=scalar.origin, hint=hint))
    return InWords(text)


def _ways(path: str, parameters: Parameters) -> Iterator[str]:
    """Yield each time that can be written of a fact, by its type; none for what is no fact."""
    declared = parameters.find(path)
    if declared is None:
        return
    yield path
    if declared[1].type in _DATES:
        yield f"varje år från {path}"
        yield f"dagen efter {path}"
    if declared[1].type in (DAY.name, END.name):
        lengths = (name for name, each in parameters.by_path.items() if each.type == DURATION.name)
        yield from (f"{length} före {path}" for length in itertools.islice(lengths, 1))


def _hold(
    keys: Keys, path: str, kinds: tuple[str, ...], origin: Origin, parameters: Parameters
) -> None:
    declared = parameters.find(path)
    if declared is None:
        near = parameters.nearest(path)
        hint = f"menade du {near}?" if near else "lägg till faktumet i parametrar.yaml"
        keys.problems.append(Problem("KL07", f"”{path}” är inget faktum", origin=origin, hint=hint))
    elif kinds and declared[1].type not in kinds:
        message = f"{path} är av typen {declared[1].type}, väntade {' eller '.join(kinds)}"
        fitting = (name for name, each in parameters.by_path.items() if each.type in kinds)
        other = next(fitting, "")
        hint = f"byt {path} mot {other}" if other else "skriv tiden i ord, utan faktum"
        keys.problems.append(Problem("KL07", message, origin=origin, hint=hint))
