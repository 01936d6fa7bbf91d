"""Document types as data: `clauses/dokumenttyper/<typ>/<utgåva>.yaml`."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from avtalsgen.clauses.expression import Condition, Phrase
from avtalsgen.clauses.outline import Entry, pins, read_outline
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.clauses.template import parse_phrase
from avtalsgen.clauses.when import parse_when
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.keys import Keys, nearest
from avtalsgen.readers.yaml.read import as_errors, read_yaml
from avtalsgen.readers.yaml.tree import Scalar, Tree
from avtalsgen.records import dataclass
from avtalsgen.source import Files, Origin

FOLDER = "clauses/dokumenttyper"


@dataclass(frozen=True, slots=True)
class LabelledPhrase:
    """A row of the cover."""

    label: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Mandatory:
    """A clause that a document of the type must have, always or when a condition holds."""

    clause: str
    when: Condition | bool
    origin: Origin


@dataclass(frozen=True, slots=True)
class Heritage:
    """What a document has from the uppdrag that its fact `pointer` points at.

    Each of `facts` is read there, with all facts below it, and may not be written again, so
    the two cannot differ. `types` are those that the fact may point at.
    """

    pointer: str
    facts: tuple[str, ...]
    types: tuple[str, ...]

    def covers(self, path: str) -> bool:
        """Return whether the fact at `path` is read in the other uppdrag."""
        return covers(self.facts, path)


@dataclass(frozen=True, slots=True)
class SignatureStyle:
    """What is printed where the parties sign: a role for each party's key, ruled lines on paper."""

    roles: tuple[tuple[str, str], ...]
    lines: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class DocumentType:
    """One edition of a document type."""

    id: str
    edition: str
    file: str
    kicker: str
    title: Phrase
    subtitle: Phrase
    cover: tuple[LabelledPhrase, ...]
    cover_form: Literal["page", "letterhead"]
    head_left: Phrase
    head_right: Phrase
    foot: Phrase
    author: Phrase
    numbering: tuple[str, ...]
    contents: tuple[str, int] | None
    """Heading and depth."""
    unknown: Literal["streckad", "utelämna"]
    attests: bool
    """Whether it says what has been done: an utkast of it is marked as one on every page."""
    has_base: bool
    from_base: tuple[str, ...]
    """What a tillägg has from its base where it does not say: facts, or roots of them."""
    heritage: Heritage | None
    requires: tuple[tuple[str, Origin], ...]
    """Paths that must be there, or be okänt."""
    mandatory: tuple[Mandatory, ...]
    appendices: str
    """The heading of the list of appendices."""
    appendices_before: str
    """The section that the list comes before, by its anchor; last of all where there is none."""
    signature: SignatureStyle | None
    outline: tuple[Entry, ...]
    uses: frozenset[str]

    @property
    def name(self) -> str:
        """The type as an uppdrag names it: `verksamhetsuppdrag@2019`."""
        return f"{self.id}@{self.edition}"

    def takes_from_base(self, path: str) -> bool:
        """Return whether a tillägg of the type has the fact at `path` from its base."""
        return covers(self.from_base, path)


def covers(roots: Iterable[str], path: str) -> bool:
    """Return whether `path` is one of `roots` or below it."""
    return any(path == root or path.startswith(f"{root}.") for root in roots)


def type_names(files: Files) -> tuple[str, ...]:
    """Return every type edition of the workspace as `typ@utgåva`, sorted."""
    return tuple(
        f"{folder}@{name.removesuffix('.yaml')}"
        for folder in files.names(FOLDER)
        for name in files.names(f"{FOLDER}/{folder}")
        if name.endswith(".yaml")
    )


def _likely(known: tuple[str, ...], file: str) -> str:
    """Return the newest type that the name of a file ends with, else the last one by name."""
    edition = file.rpartition("/")[2].removesuffix(".yaml")
    named = [name for name in known if edition.endswith(name.partition("@")[0])]
    return max(named, key=lambda name: (len(name.partition("@")[0]), name), default=known[-1])


def read_document_type(
    files: Files, name: str, parameters: Parameters, asked_at: Origin
) -> DocumentType:
    """Return the type that `name` (`typ@utgåva`) is.

    Raises:
        AvtalsgenError: TY01 no such type, at `asked_at`; TY02 for what is wrong in the file.
    """
    known = type_names(files)
    if name not in known:
        near = nearest(name, known)
        listed = f"skriv typ: {_likely(known, asked_at.file)}" if known else ""
        listed += f"; typer: {', '.join(known) or 'inga'}"
        hint = f"menade du {near}?" if near else listed
        message = f"dokumenttypen ”{name}” finns inte"
        raise AvtalsgenError([Problem("TY01", message, origin=asked_at, hint=hint)])
    id_, _, edition = name.partition("@")
    file = f"{FOLDER}/{id_}/{edition}.yaml"
    return _read(read_text(files, file), file, id_, edition, parameters)


@lru_cache(maxsize=64)
def _read(text: str, file: str, id_: str, edition: str, parameters: Parameters) -> DocumentType:
    tree, warnings = read_yaml(text, file)
    problems = as_errors(warnings)
    keys = Keys(tree, problems, "TY02")
    document_type = _TypeReader(keys, parameters, problems).document_type(id_, edition, file)
    keys.done()
    if problems:
        raise AvtalsgenError(problems)
    return document_type


class _TypeReader:
    def __init__(self, keys: Keys, parameters: Parameters, problems: list[Problem]) -> None:
        self.keys = keys
        self.parameters = parameters
        self.problems = problems
        self.uses: set[str] = set()

    def document_type(self, id_: str, edition: str, file: str) -> DocumentType:
        keys = self.keys
        head = keys.below("sidhuvud")
        outline = read_outline(keys.items("disposition"), self.parameters, self.problems)
        appendices, appendices_before = self.appendices(outline)
        document_type = DocumentType(
            id=id_,
            edition=edition,
            file=file,
            kicker=keys.text("benämning", required=True),
            title=self.phrase(keys, "titel"),
            subtitle=self.phrase(keys, "undertitel"),
            cover=tuple(self.row(record) for record in keys.records("omslag")),
            cover_form=self.cover_form(),
            head_left=self.phrase(head, "vänster"),
            head_right=self.phrase(head, "höger"),
            foot=self.phrase(keys, "sidfot"),
            author=self.phrase(keys, "författare"),
            numbering=self.numbering(),
            contents=self.contents(),
            unknown="utelämna" if self.leaves_out() else "streckad",
            attests=keys.yes("intygar", default=False),
            has_base=keys.yes("bas", default=False),
            from_base=self.facts_named("från_basen", self.keys),
            heritage=self.heritage(),
            requires=self.requires(),
            mandatory=tuple(self.mandatory(record) for record in keys.records("obligatoriska")),
            appendices=appendices,
            appendices_before=appendices_before,
            signature=self.signature(),
            outline=outline,
            uses=frozenset(),
        )
        if head:
            head.done()
        return replace(document_type, uses=frozenset(self.uses))

    def phrase(self, keys: Keys | None, key: str) -> Phrase:
        scalar = keys.scalar(key) if keys else None
        if scalar is None:
            return Phrase()
        phrase, uses, problems = parse_phrase(scalar.text, scalar.origin, self.parameters)
        self.problems.extend(problems)
        self.uses |= uses
        return phrase

    def line(self, item: Tree) -> Phrase:
        if not isinstance(item, Scalar):
            self.keys.problem(
                "en rad att skriva på ska vara en text", item.origin, "skriv - Underskrift"
            )
            return Phrase()
        phrase, uses, problems = parse_phrase(item.text, item.origin, self.parameters)
        self.problems.extend(problems)
        self.uses |= uses
        return phrase

    def row(self, keys: Keys) -> LabelledPhrase:
        row = LabelledPhrase(keys.text("etikett", required=True), self.phrase(keys, "värde"))
        keys.done()
        return row

    def cover_form(self) -> Literal["page", "letterhead"]:
        form = self.keys.choice("omslagsform", ("sida", "brevhuvud"), "sida")
        return "letterhead" if form == "brevhuvud" else "page"

    def numbering(self) -> tuple[str, ...]:
        patterns = self.keys.texts("numrering")
        for level, pattern in enumerate(patterns, start=1):
            if f"{{{level}}}" not in pattern:
                message = f"numret på nivå {level} är ”{pattern}”, utan {{{level}}}"
                hint = 'skriv numrering: ["{1}", "{1}.{2}"]'
                self.keys.problem(message, self.keys.origin("numrering"), hint)
        return patterns

    def contents(self) -> tuple[str, int] | None:
        below = self.keys.below("innehåll")
        if below is None:
            return None
        depth = below.text("nivåer") or "3"
        if depth not in {"1", "2", "3", "4", "5", "6"}:
            below.problem(f"nivåer är ”{depth}”", below.origin("nivåer"), "skriv en siffra 1–6")
            depth = "3"
        heading = below.text("rubrik", required=True)
        below.done()
        return heading, int(depth)

    def appendices(self, outline: tuple[Entry, ...]) -> tuple[str, str]:
        """Return the heading of the list of appendices, and what it comes before."""
        below = self.keys.below("bilagor")
        if below is None:
            return "", ""
        heading, before = below.text("rubrik"), below.text("före")
        anchors = tuple(dict.fromkeys(clause for clause, _ in pins(outline)))
        if before and outline and before not in anchors:
            near = nearest(before, anchors)
            hint = f"menade du {near}?" if near else f"skriv någon av {', '.join(anchors)}"
            below.problem(f"”{before}” finns inte i dispositionen", below.origin("före"), hint)
        below.done()
        return heading, before

    def leaves_out(self) -> bool:
        return self.keys.choice("okänt", ("streckad", "utelämna"), "streckad") == "utelämna"

    def requires(self) -> tuple[tuple[str, Origin], ...]:
        required = []
        for path in self.keys.texts("kräver"):
            parameter = self.parameters.find(path)
            if parameter:
                required.append((parameter[0], self.keys.origin("kräver")))
            elif not self.parameters.below(path):
                near = self.parameters.nearest(path)
                hint = f"menade du {near}?" if near else "lägg till faktumet i parametrar.yaml"
                self.keys.problem(f"”{path}” är inget faktum", self.keys.origin("kräver"), hint)
        return tuple(required)

    def heritage(self) -> Heritage | None:
        below = self.keys.below("ärver")
        if below is None:
            return None
        heritage = Heritage(
            below.text("från", required=True),
            self.facts_named("fakta", below),
            below.texts("typer"),
        )
        if heritage.pointer and not self.parameters.points(heritage.pointer):
            message = f"”{heritage.pointer}” är inget faktum av typen uppdrag"
            below.problem(message, below.origin("från"), "skriv från: avser")
        if heritage.covers(heritage.pointer):
            message = f"”{heritage.pointer}” kan inte själv stå i det som den pekar på"
            below.problem(message, below.origin("fakta"), f"ta bort {heritage.pointer} ur fakta")
        below.done()
        return heritage

    def facts_named(self, key: str, keys: Keys) -> tuple[str, ...]:
        """Return the facts, or roots of facts, that a list names."""
        paths = keys.texts(key)
        for path in paths:
            if not (self.parameters.find(path) or self.parameters.below(path)):
                near = self.parameters.nearest(path)
                hint = f"menade du {near}?" if near else "lägg till faktumet i parametrar.yaml"
                keys.problem(f"”{path}” är inget faktum", keys.origin(key), hint)
        return paths

    def mandatory(self, keys: Keys) -> Mandatory:
        clause = keys.text("klausul", required=True)
        scalar = keys.scalar("när")
        when, uses, problems = parse_when(scalar, self.parameters)
        self.problems.extend(problems)
        self.uses |= uses
        keys.done()
        return Mandatory(clause, True if scalar is None else when, keys.branch.origin)

    def signature(self) -> SignatureStyle | None:
        below = self.keys.below("underskrift")
        if below is None:
            return None
        roles = below.below("roll", required=True)
        pairs = tuple((party, roles.text(party)) for party in roles.branch.entries) if roles else ()
        lines = tuple(self.line(item) for item in below.items("rader"))
        style = SignatureStyle(pairs, lines)
        below.done()
        return style
