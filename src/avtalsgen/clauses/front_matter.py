"""The head of a clause file: YAML between two lines of `---`."""

import re

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.written import unlike
from avtalsgen.readers.yaml.read import read_yaml
from avtalsgen.readers.yaml.tree import Branch
from avtalsgen.records import dataclass
from avtalsgen.source import Origin

_HEAD = re.compile(r"---[ ]*\n(.*?)^---[ ]*(?:\n|\Z)", re.S | re.M)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The head as a tree, and the body with the line it begins on."""

    head: Branch
    body: str
    body_line: int
    warnings: tuple[Problem, ...]


def split(text: str, file: str) -> FrontMatter:
    """Return head and body of a clause file.

    Raises:
        AvtalsgenError: KL01 the file has no head, or the head is not YAML.
    """
    match = _matched(text, file)
    head, warnings = read_yaml(match[1], file, first_line=2)
    body, line = text[match.end() :], match[0].count("\n") + 1
    return FrontMatter(head, body, line, (*warnings, *unlike(body, file, line)))


def head_and_body(text: str, file: str) -> tuple[str, str]:
    """Return head and body as they are written, without the lines of `---`.

    Raises:
        AvtalsgenError: KL01 the file has no head.
    """
    match = _matched(text, file)
    return match[1], text[match.end() :]


def _matched(text: str, file: str) -> re.Match[str]:
    match = _HEAD.match(text)
    if not match:
        message = "filen börjar inte med ett huvud mellan två rader ---"
        hint = "skriv --- på första raden och efter huvudets sista rad"
        raise AvtalsgenError([Problem("KL01", message, origin=Origin(file, 1), hint=hint)])
    return match
