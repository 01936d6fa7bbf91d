"""YAML under the keys of parametrar.yaml to typed facts."""

from collections.abc import Collection, Mapping
from dataclasses import field

from avtalsgen.clauses.fact_types import FACT_TYPES, LIST
from avtalsgen.clauses.fact_types.fact_type import Plain, one_of
from avtalsgen.clauses.parameters import Parameter, Parameters
from avtalsgen.model.trace import COMPUTED
from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.keys import COMMA, MOST_GUESSED, nearest
from avtalsgen.readers.yaml.tree import Branch, Scalar, Sequence, Tree
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.uppdrag import meant
from avtalsgen.uppdrag.facts import Fact, Facts, Item, Known, Unknown

UNKNOWN = "okänt"


def read_facts(
    tree: Branch, parameters: Parameters, organisations: frozenset[str], taken: frozenset[str]
) -> tuple[Facts, tuple[Problem, ...]]:
    """Return the facts in `tree`, the keys in `taken` left to others, and problems.

    FA01 a key that is no fact, FA02 a value of the wrong kind, FA03 an okänt without reason,
    FA06 a fact that is said twice, FA08 one that is worked out of others.
    """
    reading = _FactReader(parameters, organisations)
    reading.branch(tree, "", taken)
    return Facts(reading.by_path, reading.unknown, reading.empty), tuple(reading.problems)


def value_of(parameter: Parameter, text: str, organisations: Collection[str]) -> Plain:
    """Return the value that somebody typed as `text`, which is one line, for a fact of no list.

    Raises:
        ValueError: it is none; the message says what was read and what to write.
    """
    options = options_of(parameter, organisations)
    if not FACT_TYPES[parameter.type].one_of:
        return FACT_TYPES[parameter.type].parse(text)
    return one_of(text, options, lambda asked: meant.nearest_option(asked, options))


def options_of(parameter: Parameter, organisations: Collection[str]) -> Collection[str]:
    """Return the texts that a fact may be; none where any that can be read will do."""
    match FACT_TYPES[parameter.type].one_of:
        case "":
            return ()
        case "choices":
            return parameter.choices
        case "organisations":
            return organisations


@dataclass
class _FactReader:
    parameters: Parameters
    organisations: frozenset[str]
    by_path: dict[str, Fact] = field(default_factory=dict)
    unknown: dict[str, Unknown] = field(default_factory=dict)
    empty: dict[str, Origin] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    strangers: int = 0
    """The keys so far that are no facts."""

    def problem(self, code: str, message: str, origin: Origin, hint: str, about: str = "") -> None:
        self.problems.append(Problem(code, message, origin=origin, hint=hint, about=about))

    def branch(self, tree: Branch, prefix: str, taken: frozenset[str]) -> None:
        for key, below in tree.entries.items():
            if not prefix and key in taken:
                continue
            if not prefix and key == COMPUTED:
                message = f"det som står under {COMPUTED} räknas fram och skrivs inte"
                self.problem("FA08", message, tree.keys[key], "ta bort det")
                continue
            path = f"{prefix}.{key}" if prefix else key
            parameter = self.parameters.by_path.get(path)
            unknown = self.unknown_at(path, below)
            if parameter:
                fact = unknown or self.fact(parameter, path, below)
                if path in self.by_path:
                    line = self.by_path[path].origin.line
                    message = f"”{path}” står redan på rad {line}"
                    self.problem("FA06", message, tree.keys[key], "ta bort den ena", path)
                elif fact:
                    self.by_path[path] = fact
                else:
                    self.empty[path] = tree.keys[key]
            elif self.parameters.below(path):
                self.inner(path, below, unknown)
            else:
                self.no_fact(path, tree.keys[key], taken)

    def inner(self, path: str, below: Tree, unknown: Unknown | None) -> None:
        if unknown:
            self.unknown[path] = unknown
        elif isinstance(below, Branch):
            self.branch(below, path, frozenset())
        elif not (isinstance(below, Scalar) and not below.text):
            first = self.parameters.first_below(path)
            hint = meant.shape(first, first.path)
            self.problem("FA02", f"”{path}” ska ha egna nycklar", below.origin, hint, path)

    def no_fact(self, path: str, origin: Origin, taken: frozenset[str]) -> None:
        self.strangers += 1
        near = ""
        if self.strangers <= MOST_GUESSED:
            near = self.parameters.nearest(path) or nearest(path, taken)
        hint = f"menade du {near}?" if near else "lägg till faktumet i clauses/parametrar.yaml"
        if path.rpartition(".")[2].isdecimal():
            hint = COMMA
        self.problem("FA01", f"nyckeln ”{path}” är okänd", origin, hint)

    def unknown_at(self, path: str, tree: Tree) -> Unknown | None:
        if not isinstance(tree, Branch) or UNKNOWN not in tree.entries:
            return None
        reason = tree.entries[UNKNOWN]
        text = " ".join(reason.text.split()) if isinstance(reason, Scalar) else ""
        if not text or len(tree.entries) > 1:
            hint = f'skriv {{{UNKNOWN}: "varför det inte är känt"}}'
            self.problem("FA03", f"”{path}” är okänt utan skäl", tree.origin, hint, path)
        return Unknown(path, text, tree.origin)

    def fact(self, parameter: Parameter, path: str, tree: Tree) -> Fact | None:
        if parameter.type == LIST:
            return self.list(parameter, path, tree)
        if not isinstance(tree, Scalar):
            message = f"”{path}” ska vara {FACT_TYPES[parameter.type].kind}"
            self.problem("FA02", message, tree.origin, meant.shape(parameter, path), path)
            return None
        text = " ".join(tree.text.split())
        if not text:
            return None
        try:
            value = value_of(parameter, text, self.organisations)
        except ValueError as error:
            options = options_of(parameter, self.organisations)
            hint = meant.hint(parameter, path, text, options)
            self.problem("FA02", f"”{path}”: {error}", tree.origin, hint, path)
            return None
        return Known(path, parameter.type, value, tree.origin)

    def list(self, parameter: Parameter, path: str, tree: Tree) -> Known | None:
        if isinstance(tree, Scalar) and not tree.text:
            return None  # not answered; a list without anything is []
        if not isinstance(tree, Sequence):
            message = f"”{path}” ska vara en lista"
            text = tree.text if isinstance(tree, Scalar) else ""
            self.problem("FA02", message, tree.origin, meant.listed(parameter, path, text), path)
            return None
        items: list[Item] = []
        for number, item in enumerate(tree.items, start=1):
            item_path = f"{path}.{number}"
            facts = (
                self.record(parameter, item_path, item)
                if parameter.fields
                else self.plain(parameter, item_path, item)
            )
            if facts is not None:
                items.append(facts)
        return Known(path, LIST, tuple(items), tree.origin)

    def plain(self, parameter: Parameter, path: str, tree: Tree) -> Fact | None:
        assert parameter.item is not None
        return self.unknown_at(path, tree) or self.fact(parameter.item, path, tree)

    def record(self, parameter: Parameter, path: str, tree: Tree) -> Mapping[str, Fact] | None:
        fields = {each.path: each for each in parameter.fields}
        if not isinstance(tree, Branch):
            hint = meant.shape(parameter, path.rpartition(".")[0])
            self.problem("FA02", f"”{path}” ska ha nycklar", tree.origin, hint, path)
            return None
        record: dict[str, Fact] = {}
        they_are = ", ".join(fields)
        for key, below in tree.entries.items():
            if key not in fields:
                near = nearest(key, fields)
                hint = f"menade du {near}?" if near else f"ta bort raden; nycklarna är {they_are}"
                hint = COMMA if key.isdecimal() else hint
                self.problem("FA01", f"nyckeln ”{key}” är okänd i {path}", tree.keys[key], hint)
                continue
            entry_path = f"{path}.{key}"
            fact = self.unknown_at(entry_path, below) or self.fact(fields[key], entry_path, below)
            if fact:
                record[key] = fact
        return record
