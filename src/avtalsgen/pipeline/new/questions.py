"""The facts file of a new uppdrag: every question that its type and its clauses ask."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import field
from types import MappingProxyType

from avtalsgen.clauses.document_type import DocumentType
from avtalsgen.clauses.library import Library
from avtalsgen.clauses.outline import CHANGES, NEW_PAGE, REST, Entry
from avtalsgen.clauses.parameters import Parameter, Parameters
from avtalsgen.pipeline.new.asked import asked_of
from avtalsgen.records import dataclass
from avtalsgen.register.organisations import FILE as ORGANISATIONS
from avtalsgen.swedish.phrases import fold

_HEAD = """\
# yaml-language-server: $schema=../schema.json
#
# Svara efter kolonet. Det som inte är känt skrivs {{okänt: "varför det inte är känt"}}.
# {optional}
# Bygg sedan med: avtalsgen build {name}

typ: {type}
status: utkast   # sedan upprättad, beslutad, undertecknad
"""

_OPTIONAL = "En fråga med (valfri) kan lämnas utan svar, om inget annat svar kräver den."
_SHORT = """\
Bara det som inte kan utelämnas frågas här. Det andra som texten behöver är okänt tills du
# svarar, med frågan som skäl; avtalsgen status räknar upp det. Ett svar kan ge fler frågor."""

_OUTLINE = """\
# Vad som står i handlingen, och i vilken ordning. En klausul skrivs id@utgåva.
# Egen text skrivs i en fil i uppdragets mapp och tas med genom text: under sin rubrik.
disposition:"""

_CHANGES = """\
# Vad gör tillägget med uppdraget? Avsnitten anges med sina ankare.
#   - {lägger_till: klausul@utgåva, efter: ankare}     # före, under
#   - {ersätter: ankare, med: klausul@utgåva}
#   - {upphäver: ankare}
#   - {fakta: {ersättning: {belopp: 605}}, gäller_från: 2027-01-01}
# Exempel: [{upphäver: uppdraget}]
ändringar:
"""


@dataclass
class _QuestionGroup:
    """Questions and groups of questions under one key, in order."""

    content: "dict[str, Parameter | _QuestionGroup]" = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known already when a file is made, and a note on it."""

    value: str
    note: str = ""
    open: bool = False
    """Whether it is okänt, and says the question itself."""


def questions(
    type_: DocumentType,
    parameters: Parameters,
    library: Library,
    name: str,
    answers: Mapping[str, Answer] = MappingProxyType({}),
    from_base: AbstractSet[str] = frozenset(),
    *,
    short: bool = False,
) -> str:
    """Return a facts file that asks for every fact that the type and its clauses use.

    `answers` are filled in, by the path of the fact; what is in `from_base` the uppdrag of a
    tillägg says, and nobody is asked.

    What is printed when nothing is answered must be; the rest depends on other answers or is
    never printed, and is called valfri. A `short` file asks only for what the type requires; what
    else its text needs, or would presume, is okänt there, with the question as the reason.
    """
    asked = asked_of(type_, library, type_.outline)
    paths = set(asked.paths)
    if short:
        paths &= asked.printed | asked.presumed | asked.required | answers.keys()
        open_facts = paths - asked.required - answers.keys()
        answers = {**{path: _left_open(path, parameters) for path in open_facts}, **answers}
    top = _QuestionGroup()
    for parameter in parameters:
        if parameter.path in paths - from_base:
            _place(top, parameter.path.split("."), parameter)
    edition = name.partition("@")[2]
    lines = (
        _HEAD.format(name=name, type=type_.name, optional=_SHORT if short else _OPTIONAL),
        *_group(top, asked.printed, 0, answers),
        *((_CHANGES,) if type_.has_base else ()),
        _OUTLINE,
        *_outline(type_.outline, edition, 1),
    )
    return "\n".join(lines) + "\n"


def _left_open(path: str, parameters: Parameters) -> Answer:
    question = parameters.by_path[path].question or f"inget svar på {path} än"
    escaped = question.replace("\\", "\\\\").replace('"', '\\"')
    return Answer(f'{{okänt: "{escaped}"}}', open=True)


def _place(group: _QuestionGroup, path: list[str], parameter: Parameter) -> None:
    """Put `parameter` in the group of its path, so that no key is written twice."""
    first, *rest = path
    if not rest:
        group.content[first] = parameter
        return
    below = group.content.setdefault(first, _QuestionGroup())
    if isinstance(
        below, _QuestionGroup
    ):  # else a fact that has facts below it: no file can say both
        _place(below, rest, parameter)


def _group(
    group: _QuestionGroup, needed: AbstractSet[str], depth: int, answers: Mapping[str, Answer]
) -> Iterator[str]:
    indent = "  " * depth
    for key, inner in group.content.items():
        match inner:
            case Parameter():
                answer = answers.get(inner.path)
                lines = () if answer and answer.open else _question(inner, inner.path in needed)
                yield from (f"{indent}# {line}" for line in lines)
                if answer and answer.note:
                    yield f"{indent}# {answer.note}"
                yield f"{indent}{key}: {answer.value}" if answer else f"{indent}{key}:"
            case _QuestionGroup():
                yield f"{indent}{key}:"
                yield from _group(inner, needed, depth + 1, answers)
        if depth == 0:
            yield ""


def _question(parameter: Parameter, needed: bool) -> Iterator[str]:
    if parameter.question:
        yield parameter.question if needed else f"{parameter.question} (valfri)"
    if parameter.help:
        yield parameter.help
    choices = parameter.item.choices if parameter.item else parameter.choices
    if parameter.type == "ja_nej":
        choices = ("ja", "nej")
    if parameter.type == "organ":
        example = f", till exempel {parameter.example}" if parameter.example else ""
        yield f"Välj ett organ i {ORGANISATIONS}{example}"
        return
    if choices:
        yield f"Välj: {', '.join(choices)}"
    if parameter.example and (parameter.type == "lista" or not choices):
        yield f"Exempel: {_example(parameter)}"


def _example(parameter: Parameter) -> str:
    """Return the example as it is written after the key."""
    if parameter.item:
        return f"[{parameter.example}]"
    if parameter.fields:
        return f"[{{{parameter.example.strip('{}')}}}]"
    return parameter.example


def _outline(entries: Iterable[Entry], edition: str, depth: int) -> Iterator[str]:
    indent = "  " * depth
    for entry in entries:
        first, *others = _entry(entry, edition)
        yield f"{indent}- {first}"
        yield from (f"{indent}  {line}" for line in others)
        if entry.below:
            yield f"{indent}  under:"
            yield from _outline(entry.below, edition, depth + 2)


def _entry(entry: Entry, edition: str) -> list[str]:
    """Return the lines of one entry; a clause alone in its short form."""
    pin = f"{entry.clause}@{entry.edition}"
    if entry.changes is not None and entry.heading is None:
        return [f"{CHANGES}: {REST}"]
    lines = [f"klausul: {pin}"] if entry.clause else []
    if entry.heading is not None:
        lines.append(f"rubrik: {_quoted(entry.heading_text)}")
    lines += [f"ankare: {entry.anchor}"] if entry.anchor else []
    lines += [] if entry.numbered else ["numrera: nej"]
    lines += [f"innehåll: {entry.given}"] if entry.given else []
    lines += [] if entry.notes else ["noter: nej"]
    lines += [f"{NEW_PAGE}: ja"] if entry.new_page else []
    if len(lines) == 1 and entry.clause and not entry.below:
        return [pin]
    if entry.changes is not None:
        where = f"[{', '.join(entry.changes)}]" if entry.changes else REST
        return [*lines, f"{CHANGES}: {where}"]
    if not (entry.clause or entry.below):
        lines.append(f"# text: {edition}/{entry.anchor or fold(entry.heading_text)}.md")
    return lines


def _quoted(text: str) -> str:
    """Return a text that YAML reads as that text."""
    if text[:1].isalpha() and not any(mark in text for mark in (": ", " #", "{", "}")):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
