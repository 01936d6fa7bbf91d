"""Problems as they are remembered, with all that a command says of them."""

from avtalsgen.pipeline.memory.store import Json
from avtalsgen.problems import Exit, Problem, Severity
from avtalsgen.source import Origin


def to_data(problem: Problem) -> Json:
    """Return `problem` for `from_data`."""
    place = problem.origin
    return [
        problem.code,
        problem.message,
        str(problem.severity),
        [place.file, place.line, place.column] if place else None,
        problem.hint,
        int(problem.exit),
    ]


def from_data(data: Json) -> Problem:
    """Return the problem that `data` was made of.

    Raises:
        ValueError: it was made of none.
    """
    match data:
        case [str(code), str(message), str(severity), place, None | str() as hint, int(exit_)]:
            origin = None if place is None else _origin(place)
            return Problem(code, message, Severity(severity), origin, hint, Exit(exit_))
        case _:
            raise ValueError("no problem")


def _origin(data: Json) -> Origin:
    match data:
        case [str(file), int(line), int(column)]:
            return Origin(file, line, column)
        case _:
            raise ValueError("no place")
