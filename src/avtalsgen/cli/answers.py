"""The one object that `--json` prints on standard output, whatever happens.

    {"schema": "avtalsgen.build/1", "documents": [...], "problems": [...]}

Its fields are always there. `problems` holds what stopped the whole command; what concerns
one document stands with the document.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import click

from avtalsgen.problems import Problem, Remark, Severity, of_problem

FIELDS: Mapping[str, tuple[str, ...]] = {
    "build": ("documents",),
    "diff": ("sections", "values", "files", "pairs"),
    "library": ("files", "taken"),
    "list": ("uppdrag", "clauses", "indices", "matrix", "facts"),
    "show": ("answers",),
    "status": ("remaining",),
    "trace": ("found",),
    "upgrade": ("proposals", "files"),
    "calendar": ("obligations", "occurrences"),
    "index": ("years", "files", "documents"),
    "lock": ("differences", "corrections", "annexes"),
    "import": ("documents",),
    "takeback": ("changes",),
    "verify": ("signatures", "differences"),
}
"""The lists in the object of each command that has `--json`."""


def answer(command: str, fields: Mapping[str, object], problems: Iterable[Problem] = ()) -> None:
    """Print the object of `command`; a list that `fields` does not have is empty."""
    click.echo(as_json(command, fields, problems), nl=False)


def as_json(command: str, fields: Mapping[str, object], problems: Iterable[Problem] = ()) -> str:
    """Return what `answer` prints."""
    data = {
        "schema": f"avtalsgen.{command}/1",
        **fields,
        **{name: [] for name in FIELDS[command] if name not in fields},
        "problems": [problem.as_data() for problem in dict.fromkeys(problems)],
    }
    return json.dumps(data, ensure_ascii=False, default=_number) + "\n"


def _number(value: object) -> int | float:
    """Return a decimal as JSON has it; everything else that is answered JSON knows."""
    assert isinstance(value, Decimal)
    return int(value) if value == value.to_integral_value() else float(value)


def answer_check(remarks: Sequence[Remark], summary: Mapping[str, int]) -> None:
    """Print the object of `check`, whose problems have words and places."""
    data = {
        "schema": "avtalsgen.check/1",
        "problems": [remark.as_data() for remark in remarks],
        "summary": dict(summary),
    }
    click.echo(json.dumps(data, ensure_ascii=False))


def answer_failure(words: Iterable[str], problems: Iterable[Problem]) -> None:
    """Print the object of a command line that failed as a whole, if it asked for one."""
    given = tuple(words)
    command = next((word for word in given if not word.startswith("-")), "")
    if "--json" in given and command == "check":
        counts = {str(severity): 0 for severity in Severity}
        told = tuple(of_problem(problem, "") for problem in problems)
        answer_check(told, {**counts, "fel": len(told), "handlingar": 0})
    elif "--json" in given and command in FIELDS:
        answer(command, {}, problems)
