"""A new uppdrag: a facts file with its questions, or a new edition of an old one."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from avtalsgen.clauses.document_type import DocumentType, read_document_type, type_names
from avtalsgen.clauses.library import Library
from avtalsgen.clauses.outline import Entry
from avtalsgen.clauses.parameters import BASE, ORGAN_FACTS, Parameter, Parameters
from avtalsgen.pipeline import atomic
from avtalsgen.pipeline.project import Project
from avtalsgen.pipeline.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.source import Origin
from avtalsgen.uppdrag import reader

_HEAD = """\
# yaml-language-server: $schema=../schema.json
# Svara på frågorna. Det som inte är känt skrivs {{okänt: "varför"}}.
# Bygg sedan med: avtalsgen build {name}

typ: {type}
status: utkast              # utkast, upprättad, beslutad, undertecknad
"""

_EDITION = re.compile(r"[a-z0-9][a-z0-9.-]*")


def new(project: Project, root: Path, type_name: str, slug: str, edition: str) -> Path:
    """Write the facts file of a new uppdrag and return its path.

    `type_name` is `typ` (its newest edition) or `typ@utgåva`; `edition` is that of the type
    when empty.

    Raises:
        AvtalsgenError: TY01 no such type, UP06 a name that cannot be one, UP07 there already.
    """
    whole = _newest(project, type_name)
    type_ = read_document_type(project.files, whole, project.parameters, Origin("", 1))
    edition = edition or type_.edition
    _refuse_names(slug, edition)
    text = questions(type_, project.parameters, project.library, f"{slug}@{edition}")
    return _write_new(root, slug, edition, {}, text)


def questions(type_: DocumentType, parameters: Parameters, library: Library, name: str) -> str:
    """Return a facts file that asks for every fact that the type and its clauses print."""
    asked = _asked(type_, parameters, library)
    lines = [_HEAD.format(name=name, type=type_.name)]
    above: tuple[str, ...] = ()
    for parameter in asked:
        *branch, key = parameter.path.split(".")
        if len(branch) == 0 or branch[0] != (above[0] if above else ""):
            lines.append("")
        shared = 0
        while shared < min(len(branch), len(above)) and branch[shared] == above[shared]:
            shared += 1
        lines += [f"{'  ' * depth}{branch[depth]}:" for depth in range(shared, len(branch))]
        lines += _question(parameter, key, len(branch))
        above = tuple(branch)
    lines += ["", "disposition:", *_outline(type_.outline, 1)]
    return "\n".join(lines) + "\n"


def new_edition(project: Project, root: Path, slug: str, old: str, edition: str) -> Path:
    """Write a new edition as a copy of an old one, and return its path.

    Its own texts are copied to a folder of the new edition's name, so the old text stays as
    it was signed. Status becomes utkast; decision and signing are not carried over.

    Raises:
        AvtalsgenError: UP01, UP02 the old is not there; UP06, UP07 as `new`.
    """
    project.uppdrag(slug, old)
    _refuse_names(slug, edition)
    files = project.files
    text = files.read(reader.path_of(slug, old)).decode("utf-8-sig").replace("\r\n", "\n")
    prose = {}
    for name in files.names(f"{reader.FOLDER}/{slug}/{old}"):
        if name.endswith(".md"):
            prose[f"{edition}/{name}"] = files.read(f"{reader.FOLDER}/{slug}/{old}/{name}")
    text = re.sub(rf"(\btext:\s*[\"']?){re.escape(old)}/", rf"\g<1>{edition}/", text)
    text = re.sub(r"^status:.*$", "status: utkast", text, count=1, flags=re.M)
    for branch in ("undertecknad", "beslutad"):
        text = re.sub(rf"^{branch}:.*\n(?:[ \t]+.*\n|\n(?=[ \t]))*", "", text, flags=re.M)
    return _write_new(root, slug, edition, prose, text)


def _newest(project: Project, type_name: str) -> str:
    if "@" in type_name:
        return type_name
    editions = [name for name in type_names(project.files) if name.startswith(f"{type_name}@")]
    return editions[-1] if editions else f"{type_name}@"


def _refuse_names(slug: str, edition: str) -> None:
    for name, what in ((slug, "uppdragets namn"), (edition, "utgåvans namn")):
        if not _EDITION.fullmatch(name) or len(name) > 80:
            message = f"{what} är ”{name}”, väntade små bokstäver a–z, siffror och bindestreck"
            hint = "skriv till exempel vald-i-nara-relation och 2026"
            raise AvtalsgenError([Problem("UP06", message, hint=hint, exit=Exit.USAGE)])


def _write_new(root: Path, slug: str, edition: str, prose: dict[str, bytes], text: str) -> Path:
    folder = Workspace(root).locate(f"{reader.FOLDER}/{slug}")
    path = folder / f"{edition}.yaml"
    contents = {path: text.encode(), **{folder / name: data for name, data in prose.items()}}
    there = [each for each in contents if each.exists()]
    if there:
        message = f"{there[0]} finns redan"
        hint = "välj en annan utgåva: --edition NAMN"
        raise AvtalsgenError([Problem("UP07", message, hint=hint, exit=Exit.CONFLICT)])
    atomic.write_all(contents)
    return path


def _asked(type_: DocumentType, parameters: Parameters, library: Library) -> list[Parameter]:
    """Return what to ask for, in the order of parametrar.yaml."""
    paths = {path for path, _ in type_.requires} | type_.uses
    for entry in _entries(type_.outline):
        paths |= library.edition(entry.clause, entry.edition, entry.origin).uses
    if type_.signature:
        paths |= {"underskrift.form", "underskrift.exemplar"}
        for party, _ in type_.signature.roles:
            paths |= {f"parter.{party}.undertecknare.{key}" for key in ("organ", "namn", "titel")}
    plain = {_own(path) for path in paths if not path.startswith(f"{BASE}.")}
    return [parameter for parameter in parameters if parameter.path in plain]


def _own(path: str) -> str:
    """Return the path that is written in the file: a body's name is known from its id."""
    parent, _, last = path.rpartition(".")
    return (
        parent
        if last in ORGAN_FACTS and parent.rpartition(".")[2] in {"organ", "förvaltning"}
        else path
    )


def _entries(entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        if entry.clause:
            yield entry
        yield from _entries(entry.below)


def _question(parameter: Parameter, key: str, depth: int) -> list[str]:
    indent = "  " * depth
    lines = [f"{indent}# {parameter.question}"] if parameter.question else []
    if parameter.help:
        lines.append(f"{indent}# {parameter.help}")
    if parameter.choices:
        lines.append(f"{indent}# Välj: {', '.join(parameter.choices)}")
    if parameter.example:
        lines.append(f"{indent}# Exempel: {parameter.example}")
    return [*lines, f"{indent}{key}:"]


def _outline(entries: Iterable[Entry], depth: int) -> Iterator[str]:
    indent = "  " * depth
    for entry in entries:
        lines = []
        if entry.clause:
            lines.append(f"klausul: {entry.clause}@{entry.edition}")
        if entry.heading is not None:
            lines.append(f'rubrik: "{entry.heading_text}"')
        lines += [f"text: {entry.file}"] if entry.file else []
        lines += [f"ankare: {entry.anchor}"] if entry.anchor else []
        lines += [] if entry.numbered else ["numrera: nej"]
        yield f"{indent}- {lines[0]}"
        yield from (f"{indent}  {line}" for line in lines[1:])
        if entry.below:
            yield f"{indent}  under:"
            yield from _outline(entry.below, depth + 2)
