"""Where the facts that a clause names are found.

In the uppdrag, in those it points at, in the register, or worked out of other facts.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date

from avtalsgen.assemble.facts.computed import RULES, Rule, RuleChoice
from avtalsgen.assemble.facts.price_level import PriceLevel
from avtalsgen.clauses.document_type import Heritage
from avtalsgen.clauses.house.profile import HouseStyle
from avtalsgen.clauses.outline import Entry
from avtalsgen.clauses.parameters import BASE, ORGAN_FACTS
from avtalsgen.model.nodes import Text
from avtalsgen.records import dataclass
from avtalsgen.register.legal_sources import Legal
from avtalsgen.register.organisations import Organisation
from avtalsgen.swedish.phrases import capitalise_first, lower_first
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import NO_FACTS, Fact, Facts, Known, Unknown
from avtalsgen.uppdrag.uppdrag import Uppdrag

_BODIES = ("nämnd", "förvaltning")
"""The types of bodies that some municipalities give a capital."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """Every fact that may be named in one document."""

    uppdrag: Uppdrag
    base: Uppdrag | None
    organisations: Mapping[str, Organisation]
    legal_sources: Mapping[str, Legal]
    house: HouseStyle
    """How the document looks, and how its municipality writes."""

    pointed: Mapping[str, "Lookup"] = field(default_factory=dict)
    """The uppdrag that facts of type `uppdrag` point at, by the fact."""
    pointers: tuple[str, ...] = ()
    """Every fact of type `uppdrag`, whether or not it is said."""
    heritage: Heritage | None = None
    kind: str = ""
    """What documents of the type are called."""
    prices: PriceLevel = field(default_factory=PriceLevel)
    inherited: Facts = NO_FACTS
    """What a tillägg has from its base where it does not say it itself."""

    @property
    def day(self) -> date | None:
        """The day of the document, by which bodies have their names."""
        return self.uppdrag.facts.day(known.DATED)

    def fact(self, path: str) -> Fact | None:
        """Return the fact at a whole path, nothing when nobody says.

        What is known of a body comes from the register but stands on the line of the
        uppdrag that names the body.
        """
        if path == known.OWN_SECTIONS:
            return self._sections()
        if path == known.KIND:
            return Known(known.KIND, "text", lower_first(self.kind), self.uppdrag.type_origin)
        if path == known.HOW_FAR:
            return Known(known.HOW_FAR, "text", self.uppdrag.status, self.uppdrag.type_origin)
        if path in self.prices.facts:
            return self.prices.facts[path]
        rule = self.rule(path)
        if rule:
            return rule.fact(path, [self.fact(need) for need in rule.needs])
        pointer, rest = self._pointer(path)
        if pointer in self.pointed:
            return self.pointed[pointer].fact(rest)
        if pointer:
            told = self.fact(pointer)
            return Unknown(path, told.reason, told.origin) if isinstance(told, Unknown) else None
        if path.startswith(f"{BASE}."):
            if self.base is None:
                return None
            return self._in(self.base.facts, path.removeprefix(f"{BASE}."), path)
        stated = self._in(self.uppdrag.facts, path, path)
        return self._in(self.inherited, path, path) if stated is None else stated

    def bodies_of_others(self, path: str) -> frozenset[str]:
        """Return the bodies that the other parties are, for a fact of one party; else none.

        A provider that answers to the body that orders is no other.
        """
        root, party, _ = (*path.split("."), "", "")[:3]
        relation = self.fact(known.RELATION)
        same = isinstance(relation, Known) and relation.value == known.SAME_BODY
        if root != known.PARTIES or same:
            return frozenset()
        others = (self.fact(each) for each in (known.BUYER, known.PROVIDER, known.PROVIDERS_BODY))
        return frozenset(
            str(other.value)
            for other in others
            if isinstance(other, Known) and not other.path.startswith(f"{root}.{party}.")
        )

    def municipality(self) -> Known | None:
        """Return the municipality of the document: of the body that orders, or that decides."""
        for body in (known.BUYER, known.DECIDED_BY):
            told = self.fact(known.municipality_of(body))
            if isinstance(told, Known):
                return told
        return None

    def rule(self, path: str) -> Rule | None:
        """Return how the fact at `path` is worked out, nothing when somebody writes it."""
        computed = RULES.get(path)
        return (
            computed.rule(self.fact(computed.by)) if isinstance(computed, RuleChoice) else computed
        )

    def text(self, path: str) -> str:
        """Return the text fact at `path`, or nothing when it is missing or unknown."""
        fact = self.fact(path)
        return fact.value if isinstance(fact, Known) and isinstance(fact.value, str) else ""

    def owner(self, path: str) -> tuple["Lookup", str]:
        """Return where the fact at `path` is to be said, and its path there."""
        pointer, rest = self._pointer(path)
        if pointer in self.pointed:
            return self.pointed[pointer].owner(rest)
        return self, path

    def leading(self, path: str) -> Fact | None:
        """Return the fact here that leads to the uppdrag where `path` is said; none if here."""
        pointer, _ = self._pointer(path)
        return self.fact(pointer) if pointer else None

    def unpointed(self, path: str) -> str:
        """Return the fact that is to say which uppdrag `path` is of, if it is not known which."""
        pointer, rest = self._pointer(path)
        if pointer in self.pointed:
            return self.pointed[pointer].unpointed(rest)
        if path.startswith(f"{BASE}.") and self.base is None:
            return known.BASE
        return pointer

    def _pointer(self, path: str) -> tuple[str, str]:
        """Return the fact that leads from here to where `path` is said, and the path there."""
        if self.heritage and self.heritage.covers(path):
            return self.heritage.pointer, path
        for pointer in self.pointers:
            if path.startswith(f"{pointer}."):
                return pointer, path.removeprefix(f"{pointer}.")
        return "", path

    def _sections(self) -> Known:
        told = tuple(
            Known(f"{known.OWN_SECTIONS}.{number}", "text", entry.heading_text, entry.origin)
            for number, entry in enumerate(_own_texts(self.uppdrag.outline), start=1)
        )
        return Known(known.OWN_SECTIONS, "lista", told, self.uppdrag.origin)

    def _in(self, facts: Facts, rest: str, path: str) -> Fact | None:
        parent, _, last = rest.rpartition(".")
        if last in ORGAN_FACTS:
            organ = facts.get(parent)
            if isinstance(organ, Known) and organ.type == "organ":
                return self._of_organ(organ, last, path)
            if isinstance(organ, Unknown):
                return Unknown(path, organ.reason, organ.origin)
        return facts.get(rest)

    def _of_organ(self, organ: Known, key: str, path: str) -> Known | None:
        organisation = self.organisations[str(organ.value)]
        name = self._name(organisation)
        text = {
            "namn": name,
            "kommun": organisation.municipality,
            "kort": organisation.short or name,
        }[key]
        return Known(path, "text", text, organ.origin) if text else None

    def _name(self, organisation: Organisation) -> str:
        """Return a name as it stands inside a sentence, by the habit of the house.

        The register has a nämnd in small letters, as most municipalities write it; a name
        that has a capital there is a proper one and keeps it.
        """
        name = organisation.name_on(self.day)
        capital = self.house.spelling.capital_bodies and organisation.type in _BODIES
        return capitalise_first(name) if capital else name


def _own_texts(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries with a text of the uppdrag's own and a heading without facts in it."""
    for entry in entries:
        if entry.file and entry.heading and all(isinstance(w, Text) for w in entry.heading.content):
            yield entry
        yield from _own_texts(entry.below)
