"""When a clause is mandatory: `alltid`, `aldrig` or a condition on the facts."""

from jinja2 import Environment, TemplateSyntaxError, nodes

from avtalsgen.clauses.expression import Condition
from avtalsgen.clauses.expression_parser import NamesInScope, parse_condition
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.tree import Scalar

_JINJA = Environment(autoescape=True)


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
    try:
        body = _JINJA.parse(f"{{% if {written} %}}{{% endif %}}").body
        if len(body) == 1 and isinstance(body[0], nodes.If) and not body[0].elif_:
            condition = parse_condition(body[0].test, names, scalar.origin)
            return condition or False, frozenset(names.used), tuple(problems)
    except (TemplateSyntaxError, RecursionError, ValueError):
        pass  # told below, as is what is more than one condition
    hint = 'skriv alltid, aldrig eller ett villkor som ersättning.modell == "per_timme"'
    names.problem("MA01", f"villkoret ”{written}” går inte att läsa", scalar.origin, hint)
    return False, frozenset(), tuple(problems)
