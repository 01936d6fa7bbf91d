"""How problems are told in a terminal, and the exit code that they make."""

from collections.abc import Iterable
from unicodedata import category

import click

from avtalsgen.problems import Exit, Problem, Severity

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.STYLE: "cyan"}
_GRAVEST = (Exit.OURS, Exit.DATA, Exit.CANNOT_WRITE, Exit.CONFLICT, Exit.NOT_FOUND, Exit.USAGE)


def shown(text: str) -> str:
    """Return `text` without the characters that make a terminal do something."""
    return "".join(c if c == "\n" or category(c)[0] != "C" else _REPLACEMENT for c in text)


def tell(problems: Iterable[Problem]) -> None:
    """Write `problems` on standard error, each once, with colour where there is a terminal."""
    for problem in dict.fromkeys(problems):
        place = f"{problem.origin}: " if problem.origin else ""
        code = click.style(problem.code, fg=COLOURS[problem.severity], bold=True)
        warning = "" if problem.severity is Severity.ERROR else f"{problem.severity}: "
        click.echo(f"{place}{code} {warning}{shown(problem.message)}", err=True)
        if problem.hint:
            click.echo(f"  Tips: {shown(problem.hint)}", err=True)


def exit_code(problems: Iterable[Problem]) -> Exit:
    """Return the exit code of the gravest error, else whether there is anything to look at."""
    told = tuple(problems)
    codes = {problem.exit for problem in told if problem.severity is Severity.ERROR}
    gravest = next((code for code in _GRAVEST if code in codes), None)
    return gravest or (Exit.LOOK if told else Exit.FINE)
