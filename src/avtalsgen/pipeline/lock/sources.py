"""The files that the words of an edition are made of, so that it can be told which have changed."""

from collections.abc import Iterator, Mapping
from hashlib import sha256

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.clauses.document_type import FOLDER as TYPES
from avtalsgen.clauses.parameters import FILE as PARAMETERS
from avtalsgen.clauses.parameters import ORGAN_FACTS
from avtalsgen.model.nodes import Document
from avtalsgen.model.trace import TYPE, Source
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.register.legal_sources import FILE as LEGAL_SOURCES
from avtalsgen.register.organisations import FILE as ORGANISATIONS
from avtalsgen.source import Origin
from avtalsgen.uppdrag.facts import Known


def sources_of(project: Project, lookup: Lookup, document: Document) -> Mapping[str, str]:
    """Return the SHA-256 of each file that `document` stands on, by path, sorted."""
    sources = {}
    for path in sorted(set(_paths(lookup, document))):
        try:
            sources[path] = sha256(project.files.read(path)).hexdigest()
        except (FileNotFoundError, PermissionError, OverflowError):
            continue
    return sources


def _paths(lookup: Lookup, document: Document) -> Iterator[str]:
    yield from _of_lookup(lookup)
    yield from (text.file for text in document.identity.clauses if text.file)
    yield f"{TYPES}/{document.identity.type.replace('@', '/')}.yaml"
    yield from (PARAMETERS, ORGANISATIONS, LEGAL_SOURCES)


def _of_lookup(lookup: Lookup) -> Iterator[str]:
    yield lookup.uppdrag.file
    if lookup.base:
        yield lookup.base.file
    for pointed in lookup.pointed.values():
        yield from _of_lookup(pointed)


def changed(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """Return the files that are not as they were, new and gone ones too."""
    if not before:
        return ()
    paths = {*before, *now}
    return tuple(sorted(path for path in paths if before.get(path) != now.get(path)))


def described(
    source: Source | None, project: Project, lookup: Lookup, differing: tuple[str, ...]
) -> tuple[str, Origin]:
    """Return what brought a difference, in Swedish, and the place to open.

    A name that the register has stands on the line of the uppdrag that names the body; what
    changed is the register, unless the file of the uppdrag did.
    """
    here = lookup.uppdrag.origin
    if source is None:
        return "dispositionen, eller ett villkor i den", here
    origin = source.origin or here
    match source.kind:
        case "faktum" | "lucka":
            path = source.name.partition(" ")[0]
            body = _body(path, project, lookup)
            if body and ORGANISATIONS in differing:
                return f"registret, {path}", body
            if body and not differing and origin.file == lookup.uppdrag.file:
                return f"faktumet {path}, eller registrets namn", origin
            return f"faktumet {path}", origin
        case "register":
            return "registret över rättskällor", origin
        case "klausul":
            return f"klausulen {source.name}", origin
        case "avvikelse":
            return f"avvikelsen från {source.name}", origin
        case "prosa":
            return f"den egna texten {source.name}", origin
        case kind if kind == TYPE:
            file = f"{TYPES}/{source.name.replace('@', '/')}.yaml"
            return f"dokumenttypen {source.name}", source.origin or Origin(file, 1)
        case _:
            return source.name, origin


def _body(path: str, project: Project, lookup: Lookup) -> Origin | None:
    """Return where the register has the body that a fact of `path` is known by, if it is one."""
    parent, _, last = path.rpartition(".")
    organ = lookup.fact(parent) if last in ORGAN_FACTS else None
    if isinstance(organ, Known) and organ.type == "organ":
        organisation = project.organisations.get(str(organ.value))
        return organisation.origin if organisation else None
    return None
