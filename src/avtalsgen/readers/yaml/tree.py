"""YAML as a tree of plain texts, each with its place.

Nothing is guessed: `2019` and `"2019"` are the same text, and what a text means is
for the one who asked for it. Anchors, aliases and tags are refused, so a small file
cannot grow large and cannot name anything of Python's.
"""

import re
import unicodedata
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, ReusedAnchorWarning, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode

from avtalsgen.model.characters import unprintable
from avtalsgen.problems import AvtalsgenError, Problem, Severity
from avtalsgen.source import Origin

DEPTH = 40
"""How deep a tree may be."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, `""` for nothing at all."""

    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Sequence:
    """Items in order."""

    items: tuple["Tree", ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Branch:
    """Keys, and what stands under them, in the order of the file."""

    entries: Mapping[str, "Tree"]
    keys: Mapping[str, Origin] = field(repr=False)
    """Where each key stands."""
    origin: Origin


Tree = Scalar | Sequence | Branch


def read_yaml(text: str, file: str, first_line: int = 1) -> tuple[Branch, tuple[Problem, ...]]:
    """Return the mapping that `text` holds, and warnings.

    `first_line` is the line of the file that `text` begins on. Nothing at all is an
    empty mapping.

    Raises:
        AvtalsgenError: YA01 not YAML, YA02 a tab, YA03 not a mapping, YA04 an anchor,
            alias or tag, YA05 a key twice, YA06 too deep, FI05 a character that no document
            can hold.
    """
    reading = _Reading(file, first_line - 1)
    text = reading.composed(text)
    try:
        with warnings.catch_warnings():  # of an anchor used twice, which is told of below
            warnings.simplefilter("ignore", ReusedAnchorWarning)
            node = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        raise AvtalsgenError([reading.unreadable(error, text)]) from None
    except YAMLError as error:
        message = f"går inte att läsa som YAML: {str(error).splitlines()[0]}"
        raise AvtalsgenError([Problem("YA01", message, origin=Origin(file, first_line))]) from None
    except (ValueError, OverflowError):  # "\UFFFFFFFF": past the last character there is
        message = "ett tecken som är skrivet med \\u eller \\U finns inte"
        hint = "skriv tecknet som det är"
        origin = Origin(file, first_line)
        raise AvtalsgenError([Problem("YA01", message, origin=origin, hint=hint)]) from None
    except RecursionError:
        raise AvtalsgenError([reading.too_deep(Origin(file, first_line))]) from None
    tree = reading.tree(node, 0) if node is not None else Branch({}, {}, Origin(file, first_line))
    if not isinstance(tree, Branch):
        reading.problems.append(
            Problem(
                "YA03",
                "filen ska bestå av nycklar med värden",
                origin=tree.origin,
                hint="börja med en rad som titel: …",
            )
        )
        tree = Branch({}, {}, tree.origin)
    if any(problem.severity is Severity.ERROR for problem in reading.problems):
        raise AvtalsgenError(reading.problems)
    return tree, tuple(reading.problems)


class _Reading:
    def __init__(self, file: str, offset: int) -> None:
        self.file = file
        self.offset = offset
        self.problems: list[Problem] = []

    def origin(self, node: Node) -> Origin:
        mark = node.start_mark
        return Origin(self.file, mark.line + 1 + self.offset, mark.column + 1)

    def composed(self, text: str) -> str:
        """Return `text` in NFC, so that å written as a and a ring is the å of our keys."""
        for number, line in enumerate(text.split("\n"), start=1 + self.offset):
            if not unicodedata.is_normalized("NFC", line):
                self.problems.append(
                    Problem(
                        "YA07",
                        "å, ä och ö är skrivna som två tecken var (NFD) och läses som ett",
                        Severity.WARNING,
                        Origin(self.file, number),
                        hint="skriv om raden, så går den också att söka i",
                    )
                )
                return unicodedata.normalize("NFC", text)
        return text

    def tree(self, node: Node, depth: int) -> Tree:
        origin = self.origin(node)
        if depth > DEPTH:
            raise AvtalsgenError([self.too_deep(origin)])
        if node.anchor or not str(node.tag).startswith("tag:yaml.org,2002:"):
            self.problems.append(
                Problem(
                    "YA04",
                    "ankare (&), hänvisningar (*) och egna typer (!) används inte",
                    origin=origin,
                    hint="skriv ut värdet, eller sätt citattecken om texten börjar med tecknet",
                )
            )
            return Scalar("", origin)
        if isinstance(node, ScalarNode):
            return self.scalar(node, origin)
        if isinstance(node, MappingNode):
            return self.branch(node, origin, depth)
        return Sequence(tuple(self.tree(item, depth + 1) for item in node.value), origin)

    def scalar(self, node: ScalarNode, origin: Origin) -> Scalar:
        at = unprintable(node.value)
        if at is not None:
            message = f"tecknet U+{ord(node.value[at]):04X} kan inte skrivas ut"
            hint = "ta bort tecknet"
            self.problems.append(Problem("FI05", message, origin=origin, hint=hint))
            return Scalar("", origin)
        nothing = node.style is None and node.value in {"~", "null"}
        return Scalar("" if nothing else node.value, origin)

    def branch(self, node: MappingNode, origin: Origin, depth: int) -> Branch:
        entries: dict[str, Tree] = {}
        keys: dict[str, Origin] = {}
        for key_node, value_node in node.value:
            place = self.origin(key_node)
            if not isinstance(key_node, ScalarNode):
                hint = 'sätt citattecken om värdet: "{{ titel }}"'
                self.problems.append(
                    Problem("YA01", "en nyckel ska vara en text", origin=place, hint=hint)
                )
                continue
            key = self.scalar(key_node, place).text
            if key in entries:
                message = f"nyckeln ”{key}” finns redan på rad {keys[key].line}"
                hint = "ta bort den ena"
                self.problems.append(Problem("YA05", message, origin=place, hint=hint))
                continue
            entries[key] = self.tree(value_node, depth + 1)
            keys[key] = place
        return Branch(entries, keys, origin)

    def too_deep(self, origin: Origin) -> Problem:
        return Problem("YA06", f"filen är nästlad i fler än {DEPTH} nivåer", origin=origin)

    def unreadable(self, error: MarkedYAMLError, text: str) -> Problem:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        lines = text.split("\n")
        origin = Origin(self.file, line + 1 + self.offset, column + 1)
        around = range(max(0, line - 1), min(line + 1, len(lines)))
        for at in around:
            indent = re.match(r"[ ]*\t", lines[at])
            if indent:
                return Problem(
                    "YA02",
                    "raden är indragen med tabb",
                    origin=Origin(self.file, at + 1 + self.offset, indent.end()),
                    hint="dra in med mellanslag, två för varje nivå",
                )
        found = str(error.problem or error.context or "").lower()
        for words, message, hint in _SWEDISH:
            if words in found:
                return Problem("YA01", message, origin=origin, hint=hint)
        return Problem(
            "YA01",
            "går inte att läsa som YAML",
            origin=origin,
            hint="kontrollera indrag, kolon och citattecken på raden och raden före",
        )


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
