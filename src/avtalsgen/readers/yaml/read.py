"""A YAML file to its tree: by libyaml where it reads what ruamel reads, else by ruamel."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from avtalsgen.model.deceptive import told
from avtalsgen.problems import Problem, Severity
from avtalsgen.readers.written import alike, unlike
from avtalsgen.readers.yaml import events
from avtalsgen.readers.yaml.tree import Branch, scalars
from avtalsgen.source import Origin


def read_yaml(text: str, file: str, first_line: int = 1) -> tuple[Branch, tuple[Problem, ...]]:
    """Return the mapping that `text` holds, and warnings.

    `first_line` is the line of the file that `text` begins on. Nothing at all is an
    empty mapping. The tree, its places and the problems are the same whichever parser reads.

    Raises:
        AvtalsgenError: YA01 not YAML, YA02 a tab, YA03 not a mapping, YA04 an anchor,
            alias or tag, YA05 a key twice, YA06 too deep, FI05 a character that no document
            can hold.
    """
    text, warnings = _composed(text, file, first_line)
    branch = events.tree_of(text, file, first_line)
    if branch is None:
        from avtalsgen.readers.yaml import nodes  # ruamel takes longer to load than all else

        branch = nodes.tree_of(text, file, first_line, warnings)
    return branch, (*warnings, *unlike(text, file, first_line), *_escaped(text, branch))


def as_errors(warnings: tuple[Problem, ...]) -> list[Problem]:
    """Return FI06 among `warnings` as errors, for a file whose warnings nobody would see."""
    return [replace(each, severity=Severity.ERROR) for each in warnings if each.code == "FI06"]


def _escaped(text: str, branch: Branch) -> Iterator[Problem]:
    """Yield FI06 for what is written with a backslash and looks like something else."""
    if "\\" in text:
        for scalar in scalars(branch):
            if scalar.text not in text:
                yield from (alike(each, scalar.origin) for each in told(scalar.text))


def _composed(text: str, file: str, first_line: int) -> tuple[str, tuple[Problem, ...]]:
    """Return `text` in NFC, so that å written as a and a ring is the å of our keys; and YA07."""
    if unicodedata.is_normalized("NFC", text):
        return text, ()
    lines = enumerate(text.split("\n"), start=first_line)
    wrong = (number for number, line in lines if not unicodedata.is_normalized("NFC", line))
    problem = Problem(
        "YA07",
        "å, ä och ö är skrivna som två tecken var (NFD) och läses som ett",
        Severity.WARNING,
        Origin(file, next(wrong, first_line)),
        hint="skriv om raden, så går den också att söka i",
    )
    return unicodedata.normalize("NFC", text), (problem,)
