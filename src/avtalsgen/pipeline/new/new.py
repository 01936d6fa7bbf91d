"""A new uppdrag with its questions, or a new edition of an old one."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from avtalsgen.clauses.document_type import DocumentType, read_document_type, type_names
from avtalsgen.clauses.outline import pins
from avtalsgen.pipeline.new.json_schema import PATH as SCHEMA
from avtalsgen.pipeline.new.json_schema import schema_text
from avtalsgen.pipeline.new.questions import Answer, questions
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.workspace.paths import is_plain
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.pipeline.workspace.workspace import Workspace
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.edit import replaced
from avtalsgen.readers.yaml.keys import instead, nearest
from avtalsgen.readers.yaml.read import read_yaml
from avtalsgen.readers.yaml.tree import Branch, Scalar
from avtalsgen.source import Origin
from avtalsgen.swedish.phrases import fold
from avtalsgen.uppdrag import directory, known
from avtalsgen.uppdrag.changes import brought
from avtalsgen.uppdrag.facts import Known
from avtalsgen.uppdrag.status import SIGNED
from avtalsgen.uppdrag.uppdrag import Uppdrag

_EDITION = re.compile(r"[a-z0-9][a-z0-9.-]*")
_LONGEST = 80
_NOT_DATED = "{okänt: den nya utgåvan är inte daterad}"
_PAST = {
    known.DECIDED: "{okänt: den nya utgåvan är inte beslutad}",
    known.SIGNED: "{okänt: den nya utgåvan är inte undertecknad}",
}
"""What was done with the old edition and not yet with the new, where the text needs it."""
_UNDECIDED = tuple(
    f"  {known.key(path)}: {_PAST[known.DECIDED]}" for path in (known.DECIDED_ON, known.DECIDED_IN)
)
"""Below the body that decides on the new edition as it did on the old."""


def new(
    project: Project, root: Path, type_name: str, slug: str, edition: str, *, short: bool = False
) -> Path:
    """Write the facts file of a new uppdrag and return its path.

    `type_name` is `typ` (its newest edition) or `typ@utgåva`; `edition` is that of the type
    when empty. A `short` file asks only for what cannot be left out.

    Raises:
        AvtalsgenError: TY01 no such type, UP06 a name that cannot be one, UP07 there already.
    """
    whole = whole_type(type_names(project.files), type_name)
    type_ = read_document_type(project.files, whole, project.parameters, Origin(whole, 1))
    edition = edition or type_.edition
    refuse_names(slug, edition)
    name, answers = f"{slug}@{edition}", _pointing(project, type_, slug)
    said = _said_by_base(project, type_, answers)
    text = questions(type_, project.parameters, project.library, name, answers, said, short=short)
    files = Workspace(root)
    contents = {directory.path_of(slug, edition): text.encode()}
    if not files.locate(SCHEMA).exists():
        contents[SCHEMA] = schema_text(project).encode()
    return write_new(files, contents)[0]


def _pointing(project: Project, type_: DocumentType, slug: str) -> dict[str, Answer]:
    """Return what a new document of `slug` points at: its newest edition that it can be about.

    And the one whose place that edition says that it takes. Nothing where there is none. One
    that cannot be read is passed by; a build tells of it.
    """
    pointer = type_.heritage.pointer if type_.heritage else known.BASE if type_.has_base else ""
    if not pointer:
        return {}
    every = directory.editions(project.files, slug)
    typed = {edition: _type_of(project, slug, edition) for edition in every}
    readable = [edition for edition in every if typed[edition]]
    mains = tuple(each for each in readable if project.editions.is_main(slug, each))
    types = type_.heritage.types if type_.heritage else ()
    about = [each for each in (*readable, *mains) if typed[each] in types] if types else mains
    if not about:
        return {}
    note = _not_decided(project, slug, mains) if type_.has_base else ""
    points = {pointer: Answer(f"{slug}@{about[-1]}", note)}
    replaces = project.uppdrag(slug, about[-1]).facts.get(known.REPLACED)
    if pointer == known.ABOUT and isinstance(replaces, Known):
        points[known.REPLACED] = Answer(str(replaces.value))
    return points


def _said_by_base(
    project: Project, type_: DocumentType, answers: Mapping[str, Answer]
) -> frozenset[str]:
    """Return the facts that a new tillägg has from the uppdrag that it changes."""
    base = answers.get(known.BASE)
    if base is None:
        return frozenset()
    slug, _, edition = base.value.partition("@")
    facts = project.uppdrag(slug, edition).facts
    return frozenset(
        parameter.path
        for parameter in project.parameters
        if type_.takes_from_base(parameter.path) and facts.get(parameter.path)
    )


def _type_of(project: Project, slug: str, edition: str) -> str:
    """Return the type of an edition; nothing where it cannot be read, which a build tells of."""
    try:
        return project.uppdrag(slug, edition).type.partition("@")[0]
    except AvtalsgenError:
        return ""


def _not_decided(project: Project, slug: str, mains: tuple[str, ...]) -> str:
    """Return a note where the newest edition is not decided and an older one is signed."""
    status = {edition: project.uppdrag(slug, edition).status for edition in mains}
    signed = [edition for edition in mains[:-1] if status[edition] == SIGNED]
    if signed and status[mains[-1]] not in (SIGNED, known.DECIDED):
        return f"{mains[-1]} är inte beslutad än; {slug}@{signed[-1]} är undertecknad"
    return ""


def new_edition(project: Project, root: Path, slug: str, old: str, edition: str) -> Path:
    """Write a new edition as a copy of an old one, and return its path.

    Its own texts are copied to a folder of the new edition's name, so the old text stays as
    it was signed. Comments are kept. Status becomes utkast. The day of the document, the
    signing, and the day and paragraph of the decision are not carried over; who decides is.
    One that says whose place it takes takes that of the old edition.

    Raises:
        AvtalsgenError: UP01, UP02 the old is not there; UP06, UP07 as `new`; UP08 its file is
            not written with a key on each line.
    """
    uppdrag = project.uppdrag(slug, old)
    dated, replaces = (uppdrag.facts.get(path) for path in (known.DATED, known.REPLACED))
    values = {dated.origin: _NOT_DATED} if isinstance(dated, Known) else {}
    if isinstance(replaces, Known) and project.editions.is_main(slug, old):
        values[replaces.origin] = uppdrag.name
    return write_new(Workspace(root), edition_files(project, slug, old, edition, values))[0]


def edition_files(
    project: Project,
    slug: str,
    old: str,
    edition: str,
    values: Mapping[Origin, str] = MappingProxyType({}),
) -> dict[str, bytes]:
    """Return the files of a new edition by path, the facts first; `values` are written anew.

    Raises:
        AvtalsgenError: as `new_edition`, but nothing is held against the disk.
    """
    uppdrag = project.uppdrag(slug, old)
    printed = _printed(project, uppdrag)
    refuse_names(slug, edition)
    files = project.files
    file = directory.path_of(slug, old)
    folder = f"{directory.FOLDER}/{slug}/{old}"
    prose = [name for name in files.names(folder) if name.endswith(".md")]
    old_text = read_text(files, file)
    values = {**values, **_instead(uppdrag, old_text)}
    text = as_draft(replaced(old_text, file, values), file, printed)
    for name in prose:
        text = re.sub(rf"(?<![\w/-]){re.escape(f'{old}/{name}')}", f"{edition}/{name}", text)
    new_folder = f"{directory.FOLDER}/{slug}/{edition}"
    copies = {f"{new_folder}/{name}": files.read(f"{folder}/{name}") for name in prose}
    return {directory.path_of(slug, edition): text.encode(), **copies}


def _instead(uppdrag: Uppdrag, text: str) -> dict[Origin, str]:
    """Return what makes a copy of a tillägg come in its place, by where that is written.

    Both would do the same to the same sections.
    """
    key = known.TILLAGG_INSTEAD.rpartition(".")[2]
    instead = uppdrag.facts.get(known.TILLAGG_INSTEAD)
    base = uppdrag.facts.get(known.BASE)
    if isinstance(instead, Known):
        return {instead.origin: uppdrag.name}
    if not (uppdrag.changes and isinstance(base, Known)):
        return {}
    before = text.split("\n")[base.origin.line - 1][: base.origin.column - 1]
    block = re.fullmatch(r"( +)\S+: +", before)
    apart = f"\n{block[1]}" if block else ", "
    return {base.origin: f"{base.value}{apart}{key}: {uppdrag.name}"}


def as_draft(text: str, file: str, printed: frozenset[str] = frozenset()) -> str:
    """Return a facts file with status utkast, and without what was decided and signed.

    Of that, what the document prints becomes okänt: nobody knows it yet. Every other line is
    left as it is.

    Raises:
        AvtalsgenError: UP08 the file has other keys on those lines.
    """
    before, _ = read_yaml(text, file)
    lines = text.split("\n")
    spans = key_lines(before, lines)
    for key in sorted(spans.keys() & {"status", *_PAST}, key=lambda key: -spans[key][0]):
        first, last = spans[key]
        if key == "status":
            lines[first:last] = [re.sub(r":[^#]*?(\s+#.*)?$", r": utkast\1", lines[first])]
        elif key == known.DECIDED and (organ := _decides(before)):
            lines[first:last] = [f"{key}:", f"  organ: {organ}", *_UNDECIDED]
        elif key in printed:
            lines[first:last] = [f"{key}: {_PAST[key]}"]
        else:
            _take_out(lines, first, last)
    draft = "\n".join(lines)
    gone = _PAST.keys() - printed - ({known.DECIDED} if _decides(before) else set())
    if not _is_draft(draft, file, [key for key in before.entries if key not in gone]):
        message = "utgåvan kan inte kopieras: flera nycklar står på samma rad"
        hint = "skriv status, beslutad och undertecknad på egna rader"
        raise AvtalsgenError([Problem("UP08", message, origin=before.origin, hint=hint)])
    return draft


def _decides(tree: Branch) -> str:
    """Return the body that decides, as its file has it; nothing when it does not say."""
    decided = tree.entries.get(known.DECIDED)
    organ = (
        decided.entries.get(known.key(known.DECIDED_BY)) if isinstance(decided, Branch) else None
    )
    return organ.text if isinstance(organ, Scalar) else ""


def _is_draft(draft: str, file: str, keys: list[str]) -> bool:
    """Return whether a facts file is an utkast with just `keys`."""
    try:
        after, _ = read_yaml(draft, file)
    except AvtalsgenError:
        return False
    status = after.entries.get("status")
    written = status is None or (isinstance(status, Scalar) and status.text == "utkast")
    return written and list(after.entries) == keys


def _printed(project: Project, uppdrag: Uppdrag) -> frozenset[str]:
    """Return the keys of `_PAST` that the document type or a clause of the uppdrag names."""
    type_ = project.document_type(uppdrag)
    paths = {*type_.uses, *(path for path, _ in type_.requires)}
    for clause, edition in pins((*(uppdrag.outline or type_.outline), *brought(uppdrag.changes))):
        paths |= project.library.edition(clause, edition, uppdrag.origin).uses
    return frozenset(path.partition(".")[0] for path in paths) & _PAST.keys()


def _take_out(lines: list[str], first: int, last: int) -> None:
    """Remove lines, and the blank line after them where there is one before them too."""
    blank_before = first == 0 or not lines[first - 1].strip()
    blank_after = last < len(lines) and not lines[last].strip()
    del lines[first : last + (blank_before and blank_after)]


def key_lines(tree: Branch, lines: list[str]) -> dict[str, tuple[int, int]]:
    """Return the first line of each key and the line after its value, counted from 0.

    Comments and blank lines between a value and the next key go with that key.
    """
    starts = [origin.line - 1 for origin in tree.keys.values()]
    spans = {}
    for key, first, after in zip(tree.keys, starts, [*starts[1:], len(lines)], strict=True):
        last = after
        while last > first + 1 and re.match(r"#|\s*$", lines[last - 1]):
            last -= 1
        spans[key] = (first, last)
    return spans


def whole_type(known: tuple[str, ...], asked: str, *, by_us: bool = False) -> str:
    """Return the type edition that was asked for, the newest where no edition was named.

    `by_us` says that no user named it, so that there is no word to mend.

    Raises:
        AvtalsgenError: TY01 there is no such type.
    """
    matching = [name for name in known if asked in (name, name.partition("@")[0])]
    if matching:
        return matching[-1]
    names = dict.fromkeys(name.partition("@")[0] for name in known)
    near = nearest(asked, (*known, *names))
    hint = f"menade du {near}?" if near else instead(asked, known, "typerna är")
    if by_us:
        hint = "avtalsgen library visar vilken fil som saknas, och hur den hämtas"
    message = f"dokumenttypen ”{asked}” finns inte"
    raise AvtalsgenError([Problem("TY01", message, hint=hint, exit=Exit.NOT_FOUND)])


def refuse_names(slug: str, edition: str) -> None:
    """Do nothing if both may be names.

    Raises:
        AvtalsgenError: UP06 for the first that may not.
    """
    for name, what, form in (
        (slug, "uppdragets namn", directory.SLUG),
        (edition, "utgåvans namn", _EDITION),
    ):
        if not form.fullmatch(name) or len(name) > _LONGEST or not is_plain(name):
            message = f"{what} är ”{name}”, väntade små bokstäver a–z, siffror och bindestreck"
            hint = f"menade du {fold(name)[:_LONGEST] or 'nytt'}?"
            raise AvtalsgenError([Problem("UP06", message, hint=hint, exit=Exit.USAGE)])


def write_new(files: Workspace, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files that are not there yet, all or none, and return where they are.

    Raises:
        AvtalsgenError: UP07 one is there already; the disk does not take them.
    """
    paths = located_new(files, contents)
    atomic.write_all(paths)
    return tuple(paths)


def located_new(files: Workspace, contents: Mapping[str, bytes]) -> dict[Path, bytes]:
    """Return files that are not there yet, by where they will be on disk.

    Raises:
        AvtalsgenError: UP07 one is there already.
    """
    paths = {files.locate(name): data for name, data in contents.items()}
    there = [path for path in paths if path.exists()]
    if there:
        message = f"{there[0].relative_to(files.root.resolve()).as_posix()} finns redan"
        hint = f"välj ett annat namn på utgåvan: --edition {there[0].stem}-2"
        raise AvtalsgenError([Problem("UP07", message, hint=hint, exit=Exit.CONFLICT)])
    return paths
