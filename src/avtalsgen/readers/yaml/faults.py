"""What ruamel says of a text that it cannot read, told in Swedish."""

import re

from ruamel.yaml.error import MarkedYAMLError

from avtalsgen.problems import Problem
from avtalsgen.source import Origin

_SWEDISH = (
    (
        "mapping values are not allowed",
        "ett kolon står där det inte kan stå",
        'sätt citattecken om texten: "…: …"',
    ),
    ("undefined alias", "ankare (&) och hänvisningar (*) används inte", "skriv ut värdet"),
    (
        "could not find expected ':'",
        "det saknas ett kolon efter nyckeln",
        "skriv nyckel: värde, med mellanslag efter kolonet",
    ),
    (
        "while scanning a quoted scalar",
        "ett citattecken avslutas aldrig",
        "sätt ett avslutande citattecken",
    ),
    (
        "found unexpected end of stream",
        "ett citattecken avslutas aldrig",
        "sätt ett avslutande citattecken",
    ),
    (
        "cannot start any token",
        "texten börjar med ett tecken som har en egen betydelse i YAML",
        "sätt citattecken om texten",
    ),
    ("expected ',' or", "en hakparentes eller klammer avslutas aldrig", "avsluta med ] eller }"),
    ("expected a single document", "filen innehåller flera dokument (---)", "ta bort raden ---"),
    ("found undefined tag handle", "egna typer (!) används inte", "sätt citattecken om texten"),
    (
        "expected <block end>",
        "indraget stämmer inte med raderna före",
        "dra in lika mycket som syskonen ovanför",
    ),
)
"""What an error of ruamel's says in small letters, what we say, and what to do about it."""


def unreadable(error: MarkedYAMLError, text: str, file: str, first_line: int) -> Problem:
    """Return what is wrong in `text`, which begins on `first_line` of `file`, in Swedish."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    origin = Origin(file, line + first_line, column + 1)
    around = range(max(0, line - 1), min(line + 1, len(lines)))
    for position in around:
        indent = re.match(r"[ ]*\t", lines[position])
        if indent:
            return Problem(
                "YA02",
                "raden är indragen med tabb",
                origin=Origin(file, position + first_line, indent.end()),
                hint="dra in med mellanslag, två för varje nivå",
            )
    parser_words = str(error.problem or error.context or "").lower()
    for words, message, hint in _SWEDISH:
        if words in parser_words:
            return Problem("YA01", message, origin=origin, hint=hint)
    return Problem(
        "YA01",
        "går inte att läsa som YAML",
        origin=origin,
        hint="kontrollera indrag, kolon och citattecken på raden och raden före",
    )
