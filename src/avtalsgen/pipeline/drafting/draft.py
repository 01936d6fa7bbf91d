"""An edition as its file stands, to be worked on: what it says, and what other answers make of it.

The file is read as a tree, so that one with a wrong answer in it can be opened and mended here.
"""

from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from typing import Final

from avtalsgen.pipeline.drafting.answers import Answers, answer_at, canonical, reason_of, unknown
from avtalsgen.pipeline.lock.lock_file import read_lock_of
from avtalsgen.pipeline.new.asked import asked_of
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError
from avtalsgen.readers.written import decode, unread
from avtalsgen.readers.yaml.putting import put
from avtalsgen.readers.yaml.read import read_yaml
from avtalsgen.readers.yaml.tree import Branch, Scalar
from avtalsgen.readers.yaml.values import Put, plain, put_at, value_at
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.uppdrag import directory, known
from avtalsgen.uppdrag.status import SIGNED, STATUSES
from avtalsgen.uppdrag.uppdrag import Uppdrag

STATUS = "status"
"""The key of how far an edition has come, which a form saves as it saves the facts."""
LATER: Final = (STATUS, known.DECIDED, known.SIGNED, "diarieföring", "sekretess", "personuppgifter")
"""What is written of an edition after its words are locked, and before it is signed: the roots."""


def etag_of(data: bytes) -> str:
    """Return what tells one content of a file from every other."""
    return sha256(data).hexdigest()


@dataclass(frozen=True)
class Draft:
    """One edition, as its file is."""

    project: Project
    slug: str
    edition: str
    text: str
    etag: str
    tree: Branch

    @property
    def name(self) -> str:
        """The edition as it is named everywhere: `vald-i-nara-relation@2019`."""
        return f"{self.slug}@{self.edition}"

    @property
    def title(self) -> str:
        """What it is called, as the one that it is about where it has no name; or its slug."""
        told = self.answers.get(known.TITLE)
        if isinstance(told, str):
            return told
        try:
            return self.project.lookup(self.uppdrag()).text(known.TITLE) or self.slug
        except AvtalsgenError:
            return self.slug

    @property
    def file(self) -> str:
        """The path of its file."""
        return directory.path_of(self.slug, self.edition)

    @property
    def status(self) -> str:
        """How far it has come."""
        told = self.tree.entries.get(STATUS)
        return told.text if isinstance(told, Scalar) and told.text else "utkast"

    @cached_property
    def _lock_status(self) -> str:
        """The status that its words are locked at, empty where they are not."""
        try:
            lock = read_lock_of(self.project.files, self.slug, self.edition)
        except AvtalsgenError:
            return SIGNED  # nobody knows what is signed
        return lock.status if lock else ""

    @property
    def is_signed(self) -> bool:
        """Whether it is signed, or locked as signed, whatever its file says now."""
        return SIGNED in (self.status, self._lock_status)

    @property
    def is_locked(self) -> bool:
        """Whether its words are not changed here; an utkast that was drawn up too early is open."""
        return self.is_signed or (bool(self._lock_status) and self.status != STATUSES[0])

    def may_change(self, path: str) -> bool:
        """Return whether the answer to a question may be another than it is."""
        if not self.is_locked:
            return True
        return not self.is_signed and any(f"{path}.".startswith(f"{root}.") for root in LATER)

    @property
    def locked_word(self) -> str:
        """How it is said that it is locked: `undertecknad`, or `låst`."""
        return SIGNED if self.is_signed else "låst"

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The bodies of the register, by id."""
        return frozenset(self.project.organisations)

    @cached_property
    def said(self) -> Put:
        """All that the file says, as texts, lists and mappings."""
        return plain(self.tree)

    def records(self, key: str) -> list[dict[str, Put]]:
        """Return the mappings in the list that stands under `key`."""
        listed = self.said.get(key) if isinstance(self.said, Mapping) else None
        records = listed if isinstance(listed, list) else []
        return [record for record in records if isinstance(record, dict)]

    @property
    def follows_type(self) -> bool:
        """Whether it has no outline of its own, and so that of its document type."""
        return not (isinstance(self.said, Mapping) and self.said.get("disposition"))

    @cached_property
    def answers(self) -> Answers:
        """What the file answers to every question there is, in one form for the same answer."""
        return {STATUS: self.status, **answers_in(self.said, self.project, self.bodies)}

    def uppdrag(self) -> Uppdrag:
        """Return what the file holds.

        Raises:
            AvtalsgenError: everything that is wrong in it.
        """
        return self.project.uppdrag(self.slug, self.edition)

    def changed(self, changes: Answers) -> "Draft":
        """Return the edition as it would be with other answers, its file among them in memory.

        Raises:
            AvtalsgenError: YA08 the file is laid out in a way that cannot be changed.
        """
        if not changes:
            return self
        data = changed_file(self, changes)
        project = self.project.reading(Overlay(self.project.files, {self.file: data}))
        return draft_of(project, self.slug, self.edition, data)


def open_draft(project: Project, slug: str, edition: str) -> Draft:
    """Return an edition to work on.

    Raises:
        AvtalsgenError: it is not there, or its file is no YAML.
    """
    directory.must_exist(project.files, slug, edition, None)
    file = directory.path_of(slug, edition)
    try:
        data = project.files.read(file)
    except (OSError, OverflowError) as error:
        raise AvtalsgenError([unread(error, file, Origin(file, 1))]) from None
    return draft_of(project, slug, edition, data)


def draft_of(project: Project, slug: str, edition: str, data: bytes) -> Draft:
    """Return an edition as `data` has it; raises AvtalsgenError where that is no YAML."""
    file = directory.path_of(slug, edition)
    text = decode(data, file)
    return Draft(project, slug, edition, text, etag_of(data), read_yaml(text, file)[0])


def changed_file(draft: Draft, changes: Answers) -> bytes:
    """Return the file of an edition with other answers; every other line is as it was.

    Raises:
        AvtalsgenError: YA08 it is laid out in a way that cannot be changed.
    """
    order = ("typ", STATUS, *draft.project.parameters.by_path)
    return put(draft.text, draft.file, expanded(draft, changes), order).encode()


def answers_in(said: Put, project: Project, bodies: frozenset[str]) -> Answers:
    """Return what a file says of each fact, in one form for all answers that say the same."""
    return {
        parameter.path: canonical(parameter, answer, bodies)
        for parameter in project.parameters
        if (answer := answer_at(said, parameter.path)) is not None
    }


def expanded(draft: Draft, changes: Answers) -> dict[str, Put]:
    """Return `changes` by the paths that they are written at.

    An answer below a branch that is okänt as a whole makes every other question there okänt by
    itself, for the same reason.
    """
    written: dict[str, Put] = {}
    for path, value in changes.items():
        branch = _unknown_above(draft.said, path)
        if branch is None:
            written[path] = value
            continue
        root, reason = branch
        if root not in written:
            below = [p for p in draft.project.parameters.by_path if p.startswith(f"{root}.")]
            written |= _each_unknown(draft, root, below, reason)
        _set_below(written, root, path, value)
    return written


def _unknown_above(said: Put, path: str) -> tuple[str, str] | None:
    above = path
    while "." in above:
        above = above.rpartition(".")[0]
        reason = reason_of(value_at(said, above))
        if reason is not None:
            return above, reason
    return None


def _each_unknown(draft: Draft, root: str, below: list[str], reason: str) -> dict[str, Put]:
    uppdrag = draft.uppdrag()
    type_ = draft.project.document_type(uppdrag)
    asked = asked_of(type_, draft.project.library, uppdrag.outline or type_.outline).paths
    made: dict[str, Put] = {}
    for path in below:
        if path in asked:
            _set_below(made, root, path, unknown(reason))
    return {root: made.get(root) or {}}


def _set_below(written: dict[str, Put], root: str, path: str, value: Put) -> None:
    """Put a value into the mapping that is written at `root`."""
    held = written.setdefault(root, {})
    assert isinstance(held, dict)
    put_at(held, path.removeprefix(f"{root}."), value)
