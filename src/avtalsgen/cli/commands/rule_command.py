"""`avtalsgen rule`."""

import click

from avtalsgen.check.rule import AnyRule
from avtalsgen.check.rules import FAMILIES, rules, rules_among
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.yaml.keys import nearest

_EXAMPLES = """\b
Exempel:
  avtalsgen rule RK01
  avtalsgen rule
"""


@click.command("rule", epilog=_EXAMPLES)
@click.argument("name", required=False, metavar="[KOD]")
def command(name: str | None) -> int:
    """Visa sidan om en regel, eller alla regler.

    KOD är en regels kod eller namn, som avtalsgen check skriver den.
    """
    every: tuple[AnyRule, ...] = (*rules(), *rules_among())
    if name is None:
        _list(every)
        return Exit.FINE
    known = {**{rule.code: rule for rule in every}, **{rule.name: rule for rule in every}}
    rule = known.get(name) or known.get(name.upper()) or known.get(name.lower())
    if rule is None:
        near = nearest(name.upper(), [each.code for each in every])
        hint = f"menade du {near}?" if near else "avtalsgen rule visar alla"
        if name[2:].isdecimal() and name[:2].upper() not in FAMILIES:
            hint = "läs raden Tips vid problemet; koden är ingen regels"
        problem = Problem("RU01", f"regeln ”{name}” finns inte", hint=hint, exit=Exit.NOT_FOUND)
        raise AvtalsgenError([problem])
    click.echo(f"{rule.code} {rule.name} ({rule.severity})\n\n{rule.page}")
    return Exit.FINE


def _list(every: tuple[AnyRule, ...]) -> None:
    family = ""
    for rule in every:
        if FAMILIES[rule.code[:2]] != family:
            family = FAMILIES[rule.code[:2]]
            click.echo(f"{family}:")
        click.echo(f"  {rule.code}  {rule.severity:<8} {rule.page.partition(chr(10))[0]}")
