"""Facts of an uppdrag: typed by parametrar.yaml, each with the line it stands on."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from avtalsgen.clauses.fact_types.fact_type import Plain
from avtalsgen.records import dataclass
from avtalsgen.source import Origin


@dataclass(frozen=True, slots=True)
class Known:
    """A fact with its value. `type` is one of `clauses.fact_types.TYPES`."""

    path: str
    type: str
    value: "Plain | tuple[Item, ...]"
    origin: Origin


@dataclass(frozen=True, slots=True)
class Unknown:
    """A fact that is known not to be known, and why."""

    path: str
    reason: str
    origin: Origin


Fact = Known | Unknown

Item = Fact | Mapping[str, Fact]
"""An item of a list: a plain fact, or a record of facts by key."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Every fact of an uppdrag by path; `unknown` are branches that are okänt as a whole."""

    by_path: Mapping[str, Fact]
    unknown: Mapping[str, Unknown]
    empty: Mapping[str, Origin] = field(default_factory=dict)
    """The keys of facts that have no value yet: asked and not answered."""

    def get(self, path: str) -> Fact | None:
        """Return the fact at `path`, nothing when the uppdrag does not say."""
        fact = self.by_path.get(path)
        if fact is not None:
            return fact
        for prefix, unknown in self.unknown.items():
            if path == prefix or path.startswith(f"{prefix}."):
                return Unknown(path, unknown.reason, unknown.origin)
        return None

    def act(self, path: str) -> str:
        """Return the verb of a hint to answer the fact at `path`, whose key may stand there."""
        if path in self.empty:
            return "fyll i"
        return "skriv" if self.get(path) else "lägg till"

    def over(self, below: "Facts") -> "Facts":
        """Return these facts with those of `below` where these say nothing.

        A key that is asked and not answered here is not answered by `below`, and what is
        okänt as a whole here is so.
        """
        hidden = {
            path
            for path in below.by_path
            if path in self.empty or any(path.startswith(f"{root}.") for root in self.unknown)
        }
        kept = {path: fact for path, fact in below.by_path.items() if path not in hidden}
        return Facts(
            {**kept, **self.by_path},
            {**below.unknown, **self.unknown},
            {**below.empty, **self.empty},
        )

    def text(self, path: str) -> str:
        """Return a text fact, or nothing when it is missing or unknown."""
        fact = self.by_path.get(path)
        return fact.value if isinstance(fact, Known) and isinstance(fact.value, str) else ""

    def day(self, path: str) -> date | None:
        """Return a date fact, or nothing when it is missing or unknown."""
        fact = self.by_path.get(path)
        return fact.value if isinstance(fact, Known) and isinstance(fact.value, date) else None


NO_FACTS = Facts({}, {})
