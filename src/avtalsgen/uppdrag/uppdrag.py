"""One edition of an uppdrag, as its file says."""

from avtalsgen.clauses.outline import Entry
from avtalsgen.problems import Problem
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.uppdrag.changes import TillaggChange
from avtalsgen.uppdrag.facts import Facts
from avtalsgen.uppdrag.status import Status


@dataclass(frozen=True, slots=True)
class Exemption:
    """A mandatory clause that this uppdrag does without."""

    clause: str
    reason: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Appendix:
    """A bilaga: its title, and its file or uppdrag (`slug@utgåva`) where there is one.

    `archival` is whether it must keep PDF/A and PDF/UA.
    """

    title: str
    file: str
    uppdrag: str
    archival: bool
    origin: Origin


@dataclass(frozen=True, slots=True)
class Uppdrag:
    """An edition of an uppdrag. `origin` is the first line of its file."""

    slug: str
    edition: str
    file: str
    type: str
    type_origin: Origin
    status: Status
    facts: Facts
    outline: tuple[Entry, ...]
    """Empty when the document type's own is to be used."""
    exemptions: tuple[Exemption, ...]
    appendices: tuple[Appendix, ...]
    warnings: tuple[Problem, ...]
    origin: Origin
    changes: tuple[TillaggChange, ...] = ()
    """What a tillägg does to its base."""
    changes_at: Origin | None = None
    """Where that stands, or is to stand."""

    @property
    def name(self) -> str:
        """The edition as it is named everywhere: `vald-i-nara-relation@2019`."""
        return f"{self.slug}@{self.edition}"


def renewal(name: str) -> str:
    """Return the command that makes a new edition of the one that `name` means, to be typed."""
    return f"avtalsgen new --from {name} --edition {name.rpartition('@')[2]}-ny"
