"""Where the facts that a clause names are found: the uppdrag, its base, the register."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from avtalsgen.clauses.parameters import BASE, ORGAN_FACTS
from avtalsgen.clauses.profile import Spelling
from avtalsgen.register.legal_sources import Legal
from avtalsgen.register.organisations import Organisation
from avtalsgen.swedish.names import capitalise_first
from avtalsgen.uppdrag.assignment import Uppdrag
from avtalsgen.uppdrag.facts import Fact, Facts, Known, Unknown

_BODIES = ("nämnd", "förvaltning")
"""The types of bodies that some municipalities give a capital."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """Every fact that may be named in one document."""

    uppdrag: Uppdrag
    base: Uppdrag | None
    organisations: Mapping[str, Organisation]
    legal_sources: Mapping[str, Legal]
    spelling: Spelling

    @property
    def day(self) -> date | None:
        """The day of the document, by which bodies have their names."""
        return self.uppdrag.facts.day("datum")

    def fact(self, path: str) -> Fact | None:
        """Return the fact at a whole path, nothing when nobody says.

        What is known of a body comes from the register but stands on the line of the
        uppdrag that names the body.
        """
        facts, rest = self.uppdrag.facts, path
        if path.startswith(f"{BASE}."):
            if self.base is None:
                return None
            facts, rest = self.base.facts, path.removeprefix(f"{BASE}.")
        return self._in(facts, rest, path)

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
        capital = self.spelling.capital_bodies and organisation.type in _BODIES
        return capitalise_first(name) if capital else name
