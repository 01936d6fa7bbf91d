"""The facts that clauses may name: `clauses/parametrar.yaml`."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from functools import lru_cache

from avtalsgen.clauses.fact_types import LIST, TYPES
from avtalsgen.problems import AvtalsgenError
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.keys import Keys, nearest
from avtalsgen.readers.yaml.read import as_errors, read_yaml
from avtalsgen.readers.yaml.tree import Branch, Scalar
from avtalsgen.records import dataclass
from avtalsgen.register.organisations import Organisation
from avtalsgen.source import Files, Origin
from avtalsgen.swedish.phrases import capitalise_first

FILE = "clauses/parametrar.yaml"

ORGAN_FACTS = ("namn", "kommun", "kort")
"""What is known below a fact of type `organ`: from the register, as of the document's date."""

BASE = "bas"
"""The root of the facts of the uppdrag that a tillägg changes."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A fact that may be asked for."""

    path: str
    type: str
    question: str
    help: str = ""
    example: str = ""
    choices: tuple[str, ...] = ()
    """What a `val` may be."""
    item: "Parameter | None" = None
    """What a `lista` of plain values holds."""
    fields: tuple["Parameter", ...] = ()
    """What a `lista` of records holds; each path is the key in the record."""
    before_gap: str = ""
    """What is printed before the dotted line while the fact is unknown: `§`."""
    origin: Origin | None = None
    is_annex: bool = False
    """Whether it is the title of an annex, which the document must then have."""


@dataclass(frozen=True, slots=True, eq=False)
class Parameters:
    """Every fact by path, short names for some, and conditions that have a name.

    Only itself is equal to it: what is parsed by it is kept by it.
    """

    by_path: Mapping[str, Parameter]
    aliases: Mapping[str, str]
    conditions: Mapping[str, Scalar] = field(default_factory=dict)
    """Conditions on the facts that have a name, as they are written; the name stands for them."""
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """How a form groups the questions: under each heading facts, or what facts begin with."""
    _branches: set[str] = field(default_factory=set, init=False, repr=False, compare=False)
    """Everything that some fact lies below; asked for at every key of every uppdrag."""

    pointers: tuple[str, ...] = field(default=(), init=False, repr=False, compare=False)
    """Every fact that points at an uppdrag; asked for at every uppdrag."""

    def __post_init__(self) -> None:
        pointers = (path for path, each in self.by_path.items() if each.type == "uppdrag")
        object.__setattr__(self, "pointers", tuple(pointers))
        for path in self.by_path:
            parts = path.split(".")
            self._branches.update(".".join(parts[:end]) for end in range(1, len(parts)))

    def at_home(self, municipality: str, organisations: Mapping[str, Organisation]) -> "Parameters":
        """Return the same facts, with bodies of a municipality as examples where it has any.

        Who types an example that a hint proposes should not name a body of somebody else, nor
        one that the register lacks.
        """
        instead = tuple(
            (example, at_home)
            for example in sorted(set(self._bodies()))
            if (at_home := _like(example, municipality, organisations)) != example
        )
        return _with_bodies(self, instead) if instead else self

    def _bodies(self) -> Iterator[str]:
        """Yield the bodies that are examples."""
        for parameter in self.by_path.values():
            for asked in (parameter, *parameter.fields):
                if asked.type == "organ" and asked.example:
                    yield asked.example

    def find(self, path: str) -> tuple[str, Parameter] | None:
        """Return the whole path and the parameter that `path` names, or nothing.

        An alias is followed; a fact of type `uppdrag`, or `bas`, before a path names the same
        fact of the uppdrag that it points at; a fact of the register below an `organ` is a text.
        """
        pointers, path = self._pointers(path)
        pointed = self._own(path)
        return (pointers + pointed[0], pointed[1]) if pointed else None

    def points(self, path: str) -> bool:
        """Return whether the fact at `path` points at an uppdrag, with all its facts below it."""
        return path == BASE or (path in self.by_path and self.by_path[path].type == "uppdrag")

    def _pointers(self, path: str) -> tuple[str, str]:
        """Return the part of `path` that leads to other uppdrag, and the rest of it."""
        parts = path.split(".")
        start = 0
        for end in range(1, len(parts)):
            if self.points(".".join(parts[start:end])):
                start = end
        return "".join(f"{part}." for part in parts[:start]), ".".join(parts[start:])

    def _own(self, path: str) -> tuple[str, Parameter] | None:
        first, _, rest = path.partition(".")
        if first in self.aliases:
            path = ".".join(part for part in (self.aliases[first], rest) if part)
        if path in self.by_path:
            return path, self.by_path[path]
        parent, _, last = path.rpartition(".")
        organ = self.by_path.get(parent)
        if organ and organ.type == "organ" and last in ORGAN_FACTS:
            return path, Parameter(path, "text", organ.question, origin=organ.origin)
        return None

    def below(self, prefix: str) -> bool:
        """Return whether some fact lies below `prefix`."""
        return prefix in self._branches

    def first_below(self, prefix: str) -> Parameter:
        """Return the first fact below `prefix`, which some are."""
        return next(each for each in self if each.path.startswith(f"{prefix}."))

    def group_of(self, path: str) -> str:
        """Return the heading that a form has the question about a fact under.

        Without groups, or in none of them, it is the first word of the path.
        """
        for heading, roots in self.groups.items():
            if any(path == root or path.startswith(f"{root}.") for root in roots):
                return heading
        return capitalise_first(path.partition(".")[0].replace("_", " "))

    def nearest(self, path: str) -> str:
        """Return the path or alias most like `path`, or nothing."""
        return nearest(path, (*self.by_path, *self.aliases))

    def __iter__(self) -> Iterator[Parameter]:
        return iter(self.by_path.values())


def _like(example: str, municipality: str, organisations: Mapping[str, Organisation]) -> str:
    """Return a body of a municipality that is what `example` is in another.

    A region, or who publishes an index, is of no municipality and stays what it is.
    Where it has none of the kind, one that no other is a part of. If it has none at all
    `example` itself, or nothing where the register does not have that either.
    """
    shown = organisations.get(example)
    at_home = [
        body
        for body in organisations.values()
        if body.municipality == municipality and not body.replaced_by
    ]
    if shown and shown.municipality in ("", municipality):
        return example
    whole = {body.part_of for body in at_home}
    alike = [body.id for body in at_home if shown and body.type == shown.type]
    others = (body.id for body in at_home if body.id not in whole)
    return next(iter((*alike, *others)), example if shown else "")


@lru_cache(maxsize=8)
def _with_bodies(parameters: Parameters, instead: tuple[tuple[str, str], ...]) -> Parameters:
    """Return the facts with other bodies as examples: one and the same, as long as they are."""
    bodies = dict(instead)

    def told(parameter: Parameter) -> Parameter:
        example = parameter.example
        if parameter.type == "organ":
            example = bodies.get(example, example)
        return replace(parameter, example=example, fields=tuple(map(told, parameter.fields)))

    by_path = {path: told(parameter) for path, parameter in parameters.by_path.items()}
    return replace(parameters, by_path=by_path)


def read_parameters(files: Files) -> Parameters:
    """Return the parameters of the workspace.

    Raises:
        AvtalsgenError: the file is not there or not YAML; PA01 for each entry that is
            not a parameter.
    """
    return _read(read_text(files, FILE))


@lru_cache(maxsize=4)
def _read(text: str) -> Parameters:
    tree, warnings = read_yaml(text, FILE)
    problems = as_errors(warnings)
    keys = Keys(tree, problems, "PA01")
    by_path = _parameters(keys.below("parametrar", required=True))
    aliases = {}
    alias_keys = keys.below("alias")
    for name in alias_keys.branch.entries if alias_keys else ():
        assert alias_keys is not None
        target = alias_keys.text(name)
        if target not in by_path and target.rpartition(".")[0] not in by_path:
            message = f"aliaset ”{name}” avser ”{target}”, som inte finns bland parametrarna"
            alias_keys.problem(message, alias_keys.origin(name), "skriv en sökväg som finns ovan")
        aliases[name] = target
    conditions = _conditions(keys.below("villkor"), by_path, aliases)
    groups = _groups(keys.below("grupper"), by_path)
    parameters = Parameters(by_path, aliases, conditions, groups)
    keys.done()
    if problems:
        raise AvtalsgenError(problems)
    return parameters


def _conditions(
    keys: Keys | None, by_path: Mapping[str, Parameter], aliases: Mapping[str, str]
) -> dict[str, Scalar]:
    """Return the named conditions; what they say is read where facts can be looked up."""
    conditions = {}
    taken = {name.partition(".")[0] for name in (*by_path, *aliases)}
    for name in keys.branch.entries if keys else ():
        assert keys is not None
        scalar = keys.scalar(name)
        if name in taken or not name.isidentifier():
            message = f"”{name}” kan inte vara namnet på ett villkor"
            hint = "välj ett namn med bokstäver, siffror och _ som inget faktum har"
            keys.problem(message, keys.origin(name), hint)
        elif scalar:
            conditions[name] = scalar
    return conditions


def _groups(keys: Keys | None, by_path: Mapping[str, Parameter]) -> dict[str, tuple[str, ...]]:
    groups = {}
    for heading in keys.branch.entries if keys else ():
        assert keys is not None
        groups[heading] = keys.texts(heading)
        for root in groups[heading]:
            if not any(path == root or path.startswith(f"{root}.") for path in by_path):
                message = f"gruppen ”{heading}” nämner ”{root}”, som inget faktum börjar med"
                hint = "skriv en sökväg som finns ovan, eller början på en"
                keys.problem(message, keys.origin(heading), hint)
    return groups


def _parameters(keys: Keys | None) -> dict[str, Parameter]:
    if keys is None:
        return {}
    parameters = {}
    for path in keys.branch.entries:
        below = keys.below(path)
        if below:
            parameters[path] = _parameter(path, below, keys.origin(path))
    return parameters


def _parameter(path: str, keys: Keys, origin: Origin) -> Parameter:
    kind = keys.choice("typ", TYPES, "text")
    item, fields = _content(keys) if kind == LIST else (None, ())
    parameter = Parameter(
        path,
        kind,
        keys.text("fråga"),
        keys.text("hjälp"),
        keys.text("exempel"),
        keys.texts("val") if kind == "val" else (),
        item,
        fields,
        keys.text("lucka"),
        origin,
        keys.yes("bilaga", default=False),
    )
    if kind == LIST and not (item or fields):
        keys.problem("en lista ska säga vad den består av", origin, "skriv av: {typ: text}")
    if kind == "val" and not parameter.choices:
        keys.problem("ett val ska ha alternativ", origin, "skriv val: [ett, två]")
    keys.done()
    return parameter


def _content(keys: Keys) -> tuple[Parameter | None, tuple[Parameter, ...]]:
    below = keys.below("av", required=True)
    if below is None:
        return None, ()
    kind = below.branch.entries.get("typ")
    if isinstance(kind, Scalar):
        item = _parameter("", below, below.branch.origin)
        if item.type == LIST:
            below.problem("en lista av listor används inte", kind.origin, "skriv av: {typ: text}")
        return item, ()
    fields = []
    for name, tree in below.branch.entries.items():
        if isinstance(tree, Branch):
            inner = Keys(tree, keys.problems, keys.code)
            fields.append(_parameter(name, inner, below.origin(name)))
        else:
            below.problem(f"”{name}” ska ha en typ", tree.origin, f"skriv {name}: {{typ: text}}")
    return None, tuple(fields)
