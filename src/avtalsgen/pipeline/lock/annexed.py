"""The annexes that are signed with a document: each by its title and the digest of what is in it.

An annex of a file is known by the file; one that is another uppdrag by the words that it prints,
and by its own annexes in turn.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Final

from avtalsgen.model.trace import Source
from avtalsgen.pipeline.lock.differences import LockDifference
from avtalsgen.pipeline.lock.printed import digest, printed_lines
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.uppdrag.directory import FOLDER
from avtalsgen.uppdrag.uppdrag import Appendix, Uppdrag

_DEEPEST: Final = 5
"""Annexes of annexes, as a build takes them."""
_SHOWN: Final = 12
"""Characters of a digest that are shown."""


@dataclass(frozen=True, slots=True)
class LockedAnnex:
    """An annex as it was when the words were locked; no digest where it is only a title."""

    title: str
    sha256: str

    def __str__(self) -> str:
        return f"{self.title} {self.sha256}"


def annexes_of(project: Project, uppdrag: Uppdrag) -> tuple[LockedAnnex, ...]:
    """Return the annexes of an edition; one that cannot be read has no digest (the build tells)."""
    return tuple(_annexes(project, uppdrag, 0))


def _annexes(project: Project, uppdrag: Uppdrag, depth: int) -> Iterator[LockedAnnex]:
    for appendix in uppdrag.appendices if depth < _DEEPEST else ():
        try:
            yield LockedAnnex(appendix.title, _digest(project, uppdrag, appendix, depth))
        except (OSError, OverflowError, AvtalsgenError):
            yield LockedAnnex(appendix.title, "")


def _digest(project: Project, uppdrag: Uppdrag, appendix: Appendix, depth: int) -> str:
    if appendix.uppdrag:
        slug, _, edition = appendix.uppdrag.partition("@")
        document, _ = document_of(project, slug, edition)
        below = _annexes(project, project.uppdrag(slug, edition), depth + 1)
        return digest((*(line.text for line in printed_lines(document)), *map(str, below)))
    if appendix.file:
        return sha256(project.files.read(f"{FOLDER}/{uppdrag.slug}/{appendix.file}")).hexdigest()
    return ""


def other_annexes(
    before: Iterable[LockedAnnex], now: Iterable[LockedAnnex], uppdrag: Uppdrag
) -> Iterator[LockDifference]:
    """Yield each annex that is another, new or gone."""
    were, are = list(before), list(now)
    places = {appendix.title: appendix.origin for appendix in uppdrag.appendices}
    gone = [annex for annex in were if annex not in are]
    new = [annex for annex in are if annex not in were]
    if were != are and not gone and not new:
        yield LockDifference("", _listed(were), _listed(are), _source(uppdrag.origin))
    for title in dict.fromkeys(annex.title for annex in (*gone, *new)):
        was, becomes = ([a for a in side if a.title == title] for side in (gone, new))
        place = places.get(title, uppdrag.origin)
        yield LockDifference("", _listed(was), _listed(becomes), _source(place))


def _source(origin: Origin) -> Source:
    return Source("bilaga", "bilagorna", origin)


def _listed(annexes: Iterable[LockedAnnex]) -> str:
    return "; ".join(map(_shown, annexes))


def _shown(annex: LockedAnnex) -> str:
    content = f"sha256 {annex.sha256[:_SHOWN]}…" if annex.sha256 else "inget innehåll"
    return f"bilagan {annex.title}, {content}"
