"""What is signed stays: an edition beside its lock.

                      is the signed file known, and ours?
    status            yes: its words are the measure      no: those of the lock are
    undertecknad      other words are refused (LK01), nothing is written
    upprättad,        other words are told (LK02): what the nämnd reads, or has decided on, is
    beslutad          not what was drawn up; the day and paragraph of the decision are to come
    utkast            nothing is locked; a lock from before waits until it is signed again

A lock is made by the first build that meets an edition without one. It is opened by nothing
but `avtalsgen lock`, after a decision to correct.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.model.trace import Source, lines
from avtalsgen.model.walk import sections
from avtalsgen.pipeline.lock.annexed import annexes_of, other_annexes
from avtalsgen.pipeline.lock.differences import LockDifference, differences
from avtalsgen.pipeline.lock.lock_file import (
    Correction,
    Lock,
    lock_bytes,
    lock_path,
    read_lock,
)
from avtalsgen.pipeline.lock.printed import PrintedLine, folded, printed_lines
from avtalsgen.pipeline.lock.sources import changed, described, sources_of
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Exit, Problem, Severity
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.directory import FOLDER, split_day
from avtalsgen.uppdrag.facts import Known
from avtalsgen.uppdrag.status import SIGNED
from avtalsgen.uppdrag.uppdrag import Uppdrag, renewal

_DRAWN_UP: Final = ("upprättad", "beslutad")
"""Statuses at which other words are told of and not refused."""
_MOST: Final = 12
"""Differences that are told one by one."""


@dataclass(frozen=True, slots=True)
class Locked:
    """An edition beside its lock: what differs, what is told of it, and the lock to be written."""

    uppdrag: Uppdrag
    lock: Lock | None
    """The one that there is."""
    new: Lock | None = None
    """The one that there is to be, where it is another."""
    before: str = ""
    """The digest of the words that it is held against, where the words now are others."""
    differences: tuple[LockDifference, ...] = ()
    problems: tuple[Problem, ...] = ()

    def files(self) -> Mapping[str, bytes]:
        """Return the lock to be written, by its path; none where it stands."""
        if self.new is None:
            return {}
        return {lock_path(self.uppdrag.slug, self.uppdrag.edition): lock_bytes(self.new)}


@dataclass(frozen=True, slots=True)
class _SignedFile:
    """The signed file where it is known and is the one that was signed, else nothing of it."""

    data: bytes = b""
    sha256: str = ""

    def words(self, uppdrag: Uppdrag) -> tuple[PrintedLine, ...]:
        """Return its words, none where it is no PDF of this edition.

        A file of somebody else's, or a scanned one, is known by its hash, and its words by the
        lock.
        """
        from avtalsgen.readers.identity import identity_of  # only a new signed file is read
        from avtalsgen.readers.pdf.ours import printed_text

        if not self.data.startswith(b"%PDF") or identity_of(self.data) != uppdrag.name:
            return ()
        try:
            said = printed_text.main_part(self.data).lines
        except AvtalsgenError:
            return ()
        return tuple(PrintedLine("", folded(line)) for line in said)


def locked(project: Project, slug: str, edition: str, document: Document | None = None) -> Locked:
    """Return an edition beside its lock; `document` is what it is assembled to, if that is done.

    Problems are LK01 for words that are not the signed ones, exit code 65, and LK02, a warning,
    for words that are not those that were drawn up. The text in force on a day is another
    document, and has no lock.

    Raises:
        AvtalsgenError: LK03 the lock is damaged, or the edition cannot be read.
    """
    uppdrag = project.uppdrag(slug, split_day(edition)[0])
    if split_day(edition)[1] or uppdrag.status not in (*_DRAWN_UP, SIGNED):
        return Locked(uppdrag, None)
    return _beside(project, uppdrag, document or document_of(project, slug, edition)[0])


def _beside(project: Project, uppdrag: Uppdrag, document: Document) -> Locked:
    lock = read_lock(project.files, uppdrag)
    if lock and lock.status == SIGNED and uppdrag.status != SIGNED:
        return Locked(uppdrag, lock)  # taken back: `list` shows it
    lookup = project.lookup(uppdrag)
    sources = sources_of(project, lookup, document)
    file = _signed_file(project, uppdrag)
    earlier = lock.corrections if lock else ()
    words = printed_lines(document)
    annexes = annexes_of(project, uppdrag)
    now = Lock(uppdrag.name, uppdrag.status, words, file.sha256, sources, earlier, annexes)
    measure, by_file = _measure(uppdrag, lock, file)
    if measure is None:
        return Locked(uppdrag, None, now)
    known_annexes = annexes if lock is None or lock.annexes is None else lock.annexes
    before = replace(now, text=measure, annexes=known_annexes).sha256
    if before == now.sha256:
        return Locked(uppdrag, lock, None if lock and _stands(lock, now) else now)
    signed = by_file or (lock is not None and lock.status == SIGNED)
    different = (
        *other_annexes(known_annexes, annexes, uppdrag),
        *differences(measure, tuple(lines(document))),
    )
    if not signed:
        different = tuple(each for each in different if not _decided(each))
        if not different:
            return Locked(uppdrag, lock, now if uppdrag.status == SIGNED else None, before)
    differing = changed(lock.sources if lock else {}, sources)
    ending = f"; ändrat sedan dess: {', '.join(differing)}" if differing else ""
    brought = partial(described, project=project, lookup=lookup, differing=differing)
    names = _names(measure, document)
    problems = tuple(_told(different, names, lookup, brought, ending, refused=signed))
    new = now if uppdrag.status == SIGNED and not signed else None  # signed with the new words
    return Locked(uppdrag, lock, new, before, different, problems)


def _decided(difference: LockDifference) -> bool:
    """Return whether the decision has filled in its own day and paragraph, as it is to do."""
    source = difference.source
    return difference.fills and bool(source and source.name.startswith(f"{known.DECIDED}."))


def _stands(lock: Lock, now: Lock) -> bool:
    """Return whether a lock of the same words says all that one made now would say."""
    return (lock.status, lock.signed_file, lock.annexes) == (
        now.status,
        now.signed_file,
        now.annexes,
    )


def write_lock(project: Project, beside: Locked) -> Path | None:
    """Write the lock that there is to be, and return where; nothing where the one there stands.

    Raises:
        AvtalsgenError: the disk does not take it (SK01–SK05).
    """
    for path, data in beside.files().items():
        if place := project.place(path):
            atomic.write(place, data)
            return Path(path)
    return None


def _measure(
    uppdrag: Uppdrag, lock: Lock | None, file: _SignedFile
) -> tuple[tuple[PrintedLine, ...] | None, bool]:
    """Return the words that an edition is held against, and whether the signed file has them.

    The file is read when it has become known since the words were locked; nothing when there
    are no words yet.
    """
    is_new = bool(file.sha256) and (lock is None or lock.signed_file != file.sha256)
    if is_new and (words := file.words(uppdrag)):
        return words, True
    return (lock.text if lock else None), False


def corrected(project: Project, slug: str, edition: str, day: date, reason: str) -> Locked:
    """Return an edition with its lock made anew after a decision, the difference noted in it.

    Raises:
        AvtalsgenError: LK04 the edition is not signed, LK03 its lock is damaged; or it cannot be
            read.
    """
    beside = locked(project, slug, edition)
    uppdrag = beside.uppdrag
    if uppdrag.status not in (*_DRAWN_UP, SIGNED) or split_day(edition)[1]:
        message = f"{slug}@{edition} har status {uppdrag.status}, så inget är låst"
        hint = f"ändra uppdraget och bygg: avtalsgen build {slug}@{edition}"
        problem = Problem("LK04", message, origin=uppdrag.origin, hint=hint, exit=Exit.DATA)
        raise AvtalsgenError([problem])
    if not beside.differences:
        return beside
    document, _ = document_of(project, slug, edition)
    sources = sources_of(project, project.lookup(uppdrag), document)
    signed = _signed_file(project, uppdrag).sha256
    now = Lock(
        uppdrag.name,
        uppdrag.status,
        printed_lines(document),
        signed,
        sources,
        annexes=annexes_of(project, uppdrag),
    )
    made = Correction(day, reason, beside.before, now.sha256)
    earlier = beside.lock.corrections if beside.lock else ()
    return replace(beside, new=replace(now, corrections=(*earlier, made)), problems=())


def _signed_file(project: Project, uppdrag: Uppdrag) -> _SignedFile:
    """Return the signed file; nothing where it is not the one that was signed (LC04 tells)."""
    file, stated = uppdrag.facts.get(known.SIGNED_FILE), uppdrag.facts.text(known.SIGNED_SHA256)
    if uppdrag.status != SIGNED or not isinstance(file, Known) or not stated:
        return _SignedFile()
    try:
        data = project.files.read(f"{FOLDER}/{uppdrag.slug}/{file.value}")
    except (FileNotFoundError, PermissionError, OverflowError):
        return _SignedFile()
    return _SignedFile(data, stated) if sha256(data).hexdigest() == stated else _SignedFile()


def _told(
    different: Sequence[LockDifference],
    names: Mapping[str, str],
    lookup: Lookup,
    brought: Callable[[Source | None], tuple[str, Origin]],
    ending: str,
    *,
    refused: bool,
) -> Iterator[Problem]:
    """Yield a problem for each difference, and one that says what can be done."""
    uppdrag = lookup.uppdrag
    name, was = uppdrag.name, "undertecknat" if refused else "upprättat"
    code, severity = ("LK01", Severity.ERROR) if refused else ("LK02", Severity.WARNING)
    for difference in different[:_MOST]:
        what, origin = brought(difference.source)
        place = names.get(difference.section, "")
        where = (
            f"avsnittet ”{place or difference.section}”"
            if difference.section
            else "utanför avsnitten"
        )
        words = f"{was}: {_quoted(difference.was)}, nu: {_quoted(difference.now)}"
        hint = "ta tillbaka ändringen; andra utvägar står sist"
        yield Problem(code, f"{where} – {words} ({what})", severity, origin, hint)
    left = len(different) - _MOST
    more = f", och {left} skillnader till" if left > 0 else ""
    message = f"{name} säger annat än det som är {was}{more}{ending}"
    hint = (
        f"gör en ny utgåva ({renewal(name)}) eller ett tillägg, "
        f"eller rätta efter beslut: avtalsgen lock {name} --reason TEXT --date DAG"
    )
    yield Problem(code, message, severity, uppdrag.origin, hint)


def _names(measure: Iterable[PrintedLine], document: Document) -> Mapping[str, str]:
    """Return what each section is called, those that are gone by their first line."""
    gone: dict[str, str] = {}
    for line in measure:
        gone.setdefault(line.section, line.text)
    return {**gone, **{own.anchor: plain.heading(own) for own in sections(document)}}


def _quoted(words: str) -> str:
    return f"”{words}”" if words else "inget"
