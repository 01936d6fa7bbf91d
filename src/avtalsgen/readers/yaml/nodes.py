"""Trees out of ruamel's nodes, and a problem in words for everything that is wrong.

Anchors, aliases and tags are refused, so a small file cannot grow large and cannot name
anything of Python's.
"""

import warnings
from collections.abc import Iterable

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, ReusedAnchorWarning, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from avtalsgen.model.deceptive import unfit
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.yaml.faults import unreadable
from avtalsgen.readers.yaml.keys import COMMA
from avtalsgen.readers.yaml.tree import DEPTH, Branch, Scalar, Sequence, Tree
from avtalsgen.source import Origin


def tree_of(text: str, file: str, first_line: int, told: Iterable[Problem] = ()) -> Branch:
    """Return the mapping that `text` holds, which is NFC and begins on `first_line` of `file`.

    Raises:
        AvtalsgenError: as `read_yaml`, with what is `told` of the text already.
    """
    building = _NodeBuilding(file, first_line)
    node = _node(text, file, first_line)
    tree = building.tree(node, 0) if node is not None else Branch({}, {}, Origin(file, first_line))
    if not isinstance(tree, Branch):
        message = "filen ska bestå av nycklar med värden"
        hint = "börja med en rad som titel: Våld i nära relation"
        building.problems.append(Problem("YA03", message, origin=tree.origin, hint=hint))
    if building.problems or not isinstance(tree, Branch):
        raise AvtalsgenError([*told, *building.problems])
    return tree


def _node(text: str, file: str, first_line: int) -> Node | None:
    try:
        with warnings.catch_warnings():  # of an anchor used twice, which is told of below
            warnings.simplefilter("ignore", ReusedAnchorWarning)
            node: Node | None = YAML(typ="safe", pure=True).compose(text)
            return node
    except MarkedYAMLError as error:
        raise AvtalsgenError([unreadable(error, text, file, first_line)]) from None
    except YAMLError as error:
        message = f"går inte att läsa som YAML: {str(error).splitlines()[0]}"
        raise AvtalsgenError([Problem("YA01", message, origin=Origin(file, first_line))]) from None
    except (ValueError, OverflowError):  # "\UFFFFFFFF": past the last character there is
        message = "ett tecken som är skrivet med \\u eller \\U finns inte"
        hint = "skriv tecknet som det är"
        origin = Origin(file, first_line)
        raise AvtalsgenError([Problem("YA01", message, origin=origin, hint=hint)]) from None
    except RecursionError:
        raise AvtalsgenError([_too_deep(Origin(file, first_line))]) from None


def _too_deep(origin: Origin) -> Problem:
    return Problem("YA06", f"filen är nästlad i fler än {DEPTH} nivåer", origin=origin)


def _one_of_two(key: str, value: Node) -> str:
    """Return the hint at a key that stands there already; what is below neither is thrown away."""
    if key.isdecimal():
        return COMMA
    if isinstance(value, SequenceNode):
        return "flytta punkterna under den första"
    return (
        "flytta raderna under den första" if isinstance(value, MappingNode) else "ta bort den ena"
    )


class _NodeBuilding:
    """One run through the nodes of a text; `problems` is what is wrong in it."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.problems: list[Problem] = []

    def origin(self, node: Node) -> Origin:
        mark = node.start_mark
        return Origin(self.file, mark.line + self.first_line, mark.column + 1)

    def tree(self, node: Node, depth: int) -> Tree:
        origin = self.origin(node)
        if depth > DEPTH:
            raise AvtalsgenError([_too_deep(origin)])
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
        deceptive = unfit(node.value)
        if deceptive:
            message = f"tecknet {deceptive.name} kan inte skrivas ut"
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
                hint = _one_of_two(key, value_node)
                self.problems.append(Problem("YA05", message, origin=place, hint=hint))
                continue
            entries[key] = self.tree(value_node, depth + 1)
            keys[key] = place
        return Branch(entries, keys, origin)
