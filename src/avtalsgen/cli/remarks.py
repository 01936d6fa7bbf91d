"""What a check found, in a terminal."""

from collections.abc import Mapping, Sequence

import click

from avtalsgen.cli.speech import COLOURS, shown
from avtalsgen.problems import Place, Remark

_NAMES = {
    "fel": ("fel", "fel"),
    "varning": ("varning", "varningar"),
    "stil": ("stilanmärkning", "stilanmärkningar"),
}


def show(remarks: Sequence[Remark], summary: Mapping[str, int]) -> None:
    """Print each remark on its line, what to do about it, and how many there are."""
    for remark in remarks:
        code = click.style(remark.code, fg=COLOURS[remark.severity], bold=True)
        words = shown(f"{remark.severity}: {remark.said}")
        click.echo(f"{_where(remark.place)}: {code} {words}")
        if remark.hint:
            click.echo(f"  Tips: {shown(remark.hint)}")
        if remark.also:
            others = dict.fromkeys(map(_short, remark.also))
            click.echo(f"  Också: {shown(', '.join(others))}")
    click.echo(_total(summary))


def _where(place: Place) -> str:
    spot = place.spot
    if spot.line is not None:
        return f"{spot.file}:{spot.line}:{spot.column}"
    return f"{spot.file}, {spot.place}" if spot.place else spot.file


def _short(place: Place) -> str:
    return f"rad {place.spot.line}" if place.spot.line is not None else place.spot.place


def _total(summary: Mapping[str, int]) -> str:
    told = [
        f"{summary[kind]} {names[summary[kind] != 1]}"
        for kind, names in _NAMES.items()
        if summary[kind]
    ]
    documents = summary["handlingar"]
    where = "en handling" if documents == 1 else f"{documents} handlingar"
    if not told:
        return f"Inget att anmärka på i {where}."
    return f"{' och '.join((', '.join(told[:-1]), told[-1])) if told[1:] else told[0]} i {where}."
