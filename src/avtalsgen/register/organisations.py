"""Bodies with their names over time: `clauses/register/organisationer.yaml`."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.records import dataclass
from avtalsgen.register.entries import read_entries
from avtalsgen.register.legal_sources import CONFIDENCES
from avtalsgen.source import Files, Origin

FILE = "clauses/register/organisationer.yaml"
KINDS = "slag"
"""What must hold of every body of a type."""


@dataclass(frozen=True, slots=True)
class BodyName:
    """What a body was called, from and to a day when known."""

    name: str
    valid_from: date | None
    valid_to: date | None

    def away_from(self, day: date) -> timedelta:
        """Return how long before or after `day` the name was borne, nothing on the day."""
        before, after = (self.valid_from or day) - day, day - (self.valid_to or day)
        return max(before, after, timedelta(0))


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body that documents name."""

    id: str
    type: str
    municipality: str
    part_of: str
    names: tuple[BodyName, ...]
    short: str
    replaced_by: str
    source: str
    confidence: str
    checked: date | None
    """The day that its source shows; nobody need have checked what is D."""
    origin: Origin
    relations: tuple[str, ...] = ()
    """How one of its kind may be related to who orders, as a provider; nothing if in any way."""

    def name_on(self, day: date | None) -> str:
        """Return what the body was called on `day`; its latest name when the day is not known.

        A day outside every period gives the name nearest in time: text is never invented,
        and a name that was never borne would be.
        """
        if day is None:
            return self.names[-1].name
        return min(self.names, key=lambda name: name.away_from(day)).name

    def is_named_in(self, source: str) -> bool:
        """Return whether a source names it: by its id, its short name or any of its names."""
        names = (self.id, self.short, *(name.name for name in self.names))
        return any(name and name.casefold() in source.casefold() for name in names)


def read_organisations(files: Files) -> Mapping[str, Organisation]:
    """Return the bodies by id, the names of each in the order of time.

    Raises:
        AvtalsgenError: RE02 for each entry that is not one.
    """
    bodies = read_entries(files, FILE, "organ", "RE02", _organisation, _dangling, beside=(KINDS,))
    kinds = read_entries(files, FILE, KINDS, "RE02", _kind, beside=("organ",), required=False)
    return {id_: replace(body, relations=kinds.get(body.type, ())) for id_, body in bodies.items()}


def _kind(_name: str, keys: Keys, _origin: Origin) -> tuple[str, ...]:
    keys.tree("relation", required=True, example="[offentlig]")
    relations = keys.texts("relation")
    keys.done()
    return relations


def _dangling(bodies: Mapping[str, Organisation]) -> Iterator[Problem]:
    for body in bodies.values():
        for other in (body.part_of, body.replaced_by):
            if other and other not in bodies:
                message = f"”{body.id}” hänvisar till ”{other}”, som inte finns"
                yield Problem("RE02", message, origin=body.origin, hint="lägg till organet")


def _organisation(id_: str, keys: Keys, origin: Origin) -> Organisation:
    names = tuple(_name(record) for record in keys.records("namn"))
    if not names:
        keys.problem(
            f"”{id_}” saknar namn",
            keys.branch.origin,
            "skriv namn: [{namn: socialnämnden, från: 2019-01-01}]",
        )
    confidence = keys.choice("konfidens", CONFIDENCES, "D")
    organisation = Organisation(
        id_,
        keys.text("typ", required=True, example="nämnd"),
        keys.text("kommun"),
        keys.text("del_av"),
        tuple(sorted(names, key=lambda name: name.valid_from or date.min))
        or (BodyName(id_, None, None),),
        keys.text("kort"),
        keys.text("ersatt_av"),
        keys.text("källa", required=True),
        confidence,
        keys.day("kontrollerad_per", required=confidence != "D"),
        origin,
    )
    keys.done()
    return organisation


def _name(keys: Keys) -> BodyName:
    name = BodyName(keys.text("namn", required=True), keys.day("från"), keys.day("till"))
    keys.done()
    return name
