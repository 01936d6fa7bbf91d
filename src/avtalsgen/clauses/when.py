"""When a clause is mandatory: `alltid`, `aldrig` or a condition on the facts."""

from avtalsgen.clauses.expression import Condition
from avtalsgen.clauses.expression_parser import NamesInScope, parse_named, parse_written
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.yaml.tree import Scalar


def parse_when(
    scalar: Scalar | None, parameters: Parameters
) -> tuple[Condition | bool, frozenset[str], tuple[Problem, ...]]:
    """Return the condition, the paths it names, and problems; nothing written means `aldrig`."""
    written = scalar.text.strip() if scalar else "aldrig"
    if scalar is None or written in {"", "aldrig"}:
        return False, frozenset(), ()
    if written == "alltid":
        return True, frozenset(), ()
    problems: list[Problem] = []
    names = NamesInScope(parameters, problems)
    condition = parse_written(written, names, scalar.origin)
    return condition or False, frozenset(names.used), tuple(problems)


def named_must_hold(parameters: Parameters) -> None:
    """Do nothing if every named condition of parametrar.yaml can be read.

    Raises:
        AvtalsgenError: MA01, MA02 or MA03 where one stands that cannot.
    """
    problems: list[Problem] = []
    for written in parameters.conditions.values():
        parse_named(written, NamesInScope(parameters, problems))
    if problems:
        raise AvtalsgenError(problems)
