"""What stands inside `{{ }}` and `{% %}`: Jinja's tree against the whitelist."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field

from jinja2 import nodes

from avtalsgen.clauses.expression import (
    Both,
    Compared,
    Condition,
    Constant,
    Either,
    Expression,
    Fact,
    Filtered,
    LegalSource,
    Not,
    PlaceMark,
    SectionReference,
)
from avtalsgen.clauses.fact_types import LIST
from avtalsgen.clauses.fact_types.words.yes_no import YES_NO
from avtalsgen.clauses.jinja_text import condition_of
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.keys import instead
from avtalsgen.readers.yaml.tree import Scalar
from avtalsgen.records import dataclass
from avtalsgen.source import Origin

FILTERS = (
    *("kronor", "belopp", "datum", "iso", "årtal", "antal", "siffror", "procent"),
    *("procenttecken", "genitiv", "versal", "gemen", "uppräkning"),
)
"""The forms of `{{ fact | form }}`; assemble/forms.py makes each of them."""

_MARK = re.compile(r"[a-z0-9-]+")
_OPERATORS = {"eq": "==", "ne": "!=", "in": "in", "notin": "not in"}
FORMS_HINT = "läs om formerna som finns i handboken under Klausulernas språk"


@dataclass
class NamesInScope:
    """The names that may be used where we are, and those that were."""

    parameters: Parameters
    problems: list[Problem]
    used: set[str] = field(default_factory=set)
    loops: dict[str, frozenset[str] | None] = field(default_factory=dict)
    """The loops around us: the keys of each one's records, nothing for plain values."""
    unknown_is_absent: bool = False
    """Whether what is okänt is read in conditions as what is not there."""
    inside: bool = False
    """Whether we read a named condition, where no other can stand."""

    def problem(self, code: str, message: str, origin: Origin, hint: str = FORMS_HINT) -> None:
        """Note that something is wrong."""
        self.problems.append(Problem(code, message, origin=origin, hint=hint))

    def fact(self, path: str, origin: Origin) -> Fact | None:
        """Return the fact that `path` names, by its whole path."""
        first, _, rest = path.partition(".")
        if first in self.loops:
            return self.in_loop(first, rest, origin)
        declared = self.parameters.find(path)
        if declared:
            self.used.add(declared[0])
            return Fact(declared[0])
        near = self.parameters.nearest(path)
        hint = f"menade du {near}?" if near else "lägg till faktumet i clauses/parametrar.yaml"
        if path in self.parameters.conditions:
            hint = f"skriv {{% if {path} %}}; det är ett villkor"
        self.problem("MA02", f"”{path}” är inget faktum", origin, hint)
        return None

    def in_loop(self, name: str, key: str, origin: Origin) -> Fact | None:
        """Return the fact that a name in a loop means."""
        keys = self.loops[name]
        if (keys is None and not key) or (keys is not None and key in keys):
            return Fact(f"{name}.{key}" if key else name)
        known = [f"{name}.{each}" for each in sorted(keys or ())] or [name]
        hint = instead(f"{name}.{key}", known, "här finns")
        self.problem("MA02", f"”{name}.{key}” är inget faktum", origin, hint)
        return None

    @contextmanager
    def loop(self, name: str, over: Fact | None, origin: Origin) -> Iterator[None]:
        """Let `name` stand for each item of `over`."""
        declared = self.parameters.find(over.path) if over else None
        keys: frozenset[str] | None = None
        if declared and declared[1].type != "lista":
            self.problem("MA03", f"”{declared[0]}” är ingen lista", origin)
        elif declared and declared[1].fields:
            keys = frozenset(parameter.path for parameter in declared[1].fields)
        taken = name in self.loops or name in self.parameters.conditions
        if taken or self.parameters.find(name):
            self.problem(
                "MA03", f"namnet ”{name}” är redan upptaget", origin, "välj ett annat namn"
            )
        self.loops[name] = keys
        try:
            yield
        finally:
            del self.loops[name]


def parse_expression(node: nodes.Node, names: NamesInScope, origin: Origin) -> Expression | None:
    """Return what `{{ node }}` prints, or nothing after a problem."""
    match node:
        case nodes.Name() | nodes.Getattr():
            return parse_fact(node, names, origin)
        case nodes.Filter():
            return _filtered(node, names, origin)
        case nodes.Call(node=nodes.Name(name="ref")):
            return _reference(node, names, origin)
        case nodes.Call(node=nodes.Name(name="märk")):
            return _mark(node, names, origin)
        case nodes.Call(node=nodes.Name(name="rätt")):
            return _legal_source(node, names, origin)
        case _:
            _unknown_form(node, names, origin)
            return None


def parse_fact(node: nodes.Node, names: NamesInScope, origin: Origin) -> Fact | None:
    """Return the fact that a dotted name is, or nothing after a problem."""
    path = _path(node)
    if not path:
        _unknown_form(node, names, origin)
        return None
    return names.fact(path, origin)


def parse_condition(node: nodes.Node, names: NamesInScope, origin: Origin) -> Condition | None:
    """Return the condition that stands in `{% if node %}`, or nothing after a problem."""
    match node:
        case nodes.Name(name=name) if name in names.parameters.conditions and not names.inside:
            return parse_named(names.parameters.conditions[name], names)
        case nodes.Name() | nodes.Getattr():
            return _said(parse_fact(node, names, origin), names)
        case nodes.Not():
            inner = parse_condition(node.node, names, origin)
            return Not(choosing(inner, names)) if inner else None
        case nodes.And() | nodes.Or():
            return _joined(node, names, origin)
        case nodes.Compare(ops=[operand]) if operand.op in _OPERATORS:
            return _compared(node.expr, operand, names, origin)
        case _:
            _unknown_form(node, names, origin)
            return None


def parse_written(written: str, names: NamesInScope, origin: Origin) -> Condition | None:
    """Return the condition that a text is, or nothing after a problem."""
    tree = condition_of(written)
    if tree is not None:
        return parse_condition(tree, names, origin)
    hint = 'skriv alltid, aldrig eller ett villkor som ersättning.modell == "per_timme"'
    names.problem("MA01", f"villkoret ”{written}” går inte att läsa", origin, hint)
    return None


def parse_named(written: Scalar, names: NamesInScope) -> Condition | None:
    """Return the condition that a name stands for; what is wrong with it is told where it stands.

    The facts that it names are used where the name is.
    """
    inner = NamesInScope(names.parameters, names.problems, names.used, inside=True)
    return parse_written(written.text, inner, written.origin)


def choosing(condition: Condition, names: NamesInScope) -> Condition:
    """Return a condition that one of several texts is chosen by.

    Whether something is there is then itself something that may be okänt. What an item of a list
    has is only what there is to print, and so is all where `unknown_is_absent`.
    """
    match condition:
        case Fact(path):
            return Fact(path, not names.unknown_is_absent and bool(names.parameters.find(path)))
        case Not(inner):
            return Not(choosing(inner, names))
        case Both(conditions):
            return Both(tuple(choosing(each, names) for each in conditions))
        case Either(conditions):
            return Either(tuple(choosing(each, names) for each in conditions))
        case _:
            return condition


def _said(fact: Fact | None, names: NamesInScope) -> Condition | None:
    """Return the condition that a fact alone is: of a yes or no, that it is yes."""
    declared = names.parameters.find(fact.path) if fact else None
    if fact and declared and declared[1].type == YES_NO.name:
        return Compared(fact, "==", Constant(YES_NO.example))
    return fact


def _joined(
    node: nodes.And | nodes.Or, names: NamesInScope, origin: Origin
) -> Both | Either | None:
    """Return `a and b and c` as one condition of three, so that a long one is not a deep one."""
    sides: list[nodes.Node] = []
    left: nodes.Node = node
    while isinstance(left, nodes.And | nodes.Or) and type(left) is type(node):
        sides.insert(0, left.right)
        left = left.left
    parsed = [parse_condition(side, names, origin) for side in (left, *sides)]
    conditions = tuple(condition for condition in parsed if condition is not None)
    if len(conditions) != len(parsed):
        return None
    return Both(conditions) if isinstance(node, nodes.And) else Either(conditions)


def _compared(
    left: nodes.Node, operand: nodes.Operand, names: NamesInScope, origin: Origin
) -> Condition | None:
    sides = [_side(node, names, origin) for node in (left, operand.expr)]
    if sides[0] is None or sides[1] is None:
        return None
    operator = _OPERATORS[operand.op]
    if operator in ("in", "not in") and not _is_list(sides[1], names):
        what = f"”{sides[1].path}”" if isinstance(sides[1], Fact) else f"”{sides[1].value}”"
        hint = f"skriv {{% if {_shown(sides[0])} == {_shown(sides[1])} %}}"
        names.problem("MA03", f"{what} är ingen lista, och kan inte innehålla något", origin, hint)
        return None
    return Compared(sides[0], operator, sides[1])  # type: ignore[arg-type]  # the dict holds the literals


def _is_list(side: Fact | Constant, names: NamesInScope) -> bool:
    """Return whether something may be in `side`: a list of plain values."""
    declared = names.parameters.find(side.path) if isinstance(side, Fact) else None
    return declared is not None and declared[1].type == LIST and declared[1].item is not None


def _shown(side: Fact | Constant) -> str:
    return side.path if isinstance(side, Fact) else f'"{side.value}"'


def _side(node: nodes.Node, names: NamesInScope, origin: Origin) -> Fact | Constant | None:
    constant = _constant(node)
    return Constant(constant) if constant is not None else parse_fact(node, names, origin)


def _filtered(node: nodes.Filter, names: NamesInScope, origin: Origin) -> Filtered | None:
    if node.node is None or node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
        names.problem("MA03", f"formen ”{node.name}” tar inga värden inom parentes", origin)
        return None
    if node.name not in FILTERS:
        hint = instead(node.name, FILTERS, "formerna är")
        names.problem("MA03", f"formen ”{node.name}” finns inte", origin, hint)
        return None
    inner = parse_expression(node.node, names, origin)
    if isinstance(inner, SectionReference | PlaceMark):
        what = "en hänvisning skrivs ut som den är"
        message = what if isinstance(inner, SectionReference) else "ett märke skrivs inte ut"
        names.problem("MA03", message, origin, "ta bort | och det efter")
        return None
    return Filtered(inner, node.name) if inner else None


def _reference(node: nodes.Call, names: NamesInScope, origin: Origin) -> SectionReference | None:
    marks = [_text(argument) for argument in node.args[1:]]
    if not 1 <= len(node.args) <= 2 or None in marks or "" in marks or not _is_plain(node):
        hint = 'skriv ref("klagomal"), eller ref("klagomal", "svarstid") till det som är märkt så'
        names.problem("MA03", "ref tar ett ankare och, om du vill, ett märke", origin, hint)
        return None
    anchor = _side(node.args[0], names, origin)
    return SectionReference(anchor, *(mark for mark in marks if mark)) if anchor else None


def _mark(node: nodes.Call, names: NamesInScope, origin: Origin) -> PlaceMark | None:
    name = _text(node.args[0]) if len(node.args) == 1 and _is_plain(node) else None
    if not name or not _MARK.fullmatch(name):
        hint = 'skriv märk("svarstid"), med a–z, siffror och bindestreck'
        names.problem("MA03", "märk tar ett namn", origin, hint)
        return None
    return PlaceMark(name)


def _is_plain(node: nodes.Call) -> bool:
    """Return whether a call has nothing but values in their order."""
    return not (node.kwargs or node.dyn_args or node.dyn_kwargs)


def _legal_source(node: nodes.Call, names: NamesInScope, origin: Origin) -> LegalSource | None:
    values = [_text(argument) for argument in node.args]
    if not 1 <= len(values) <= 2 or None in values or not _is_plain(node):
        hint = 'skriv rätt("sosfs-2011-5") eller rätt("sol-2001", "14 kap. 3 §")'
        names.problem("MA03", "rätt tar en källas id och, om du vill, ett lagrum", origin, hint)
        return None
    return LegalSource(*(value for value in values if value is not None))


def _constant(node: nodes.Node) -> str | None:
    """Return a text or a whole number as a text; true and false are neither."""
    if isinstance(node, nodes.Const) and not isinstance(node.value, bool):
        return str(node.value) if isinstance(node.value, str | int) else None
    return None


def _text(node: nodes.Node) -> str | None:
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else None


def _path(node: nodes.Node) -> str:
    parts: list[str] = []
    while isinstance(node, nodes.Getattr):
        parts.append(node.attr)
        node = node.node
    if not isinstance(node, nodes.Name):
        return ""
    return ".".join((node.name, *reversed(parts)))


def _unknown_form(node: nodes.Node, names: NamesInScope, origin: Origin) -> None:
    what: dict[type[nodes.Node], str] = {
        nodes.Const: "ja och nej jämförs inte; skriv {% if faktum %} eller {% if not faktum %}",
        nodes.Call: "anrop används inte, bara ref(…), märk(…) och rätt(…)",
        nodes.Getitem: "hakparenteser används inte",
        nodes.CondExpr: "villkor inne i {{ }} används inte",
    }
    message = what.get(type(node), "uttrycket finns inte i klausulernas språk")
    names.problem("MA03", message, origin)
