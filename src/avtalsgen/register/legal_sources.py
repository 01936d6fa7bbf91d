"""Statutes and regulations by id: `clauses/register/rattskallor.yaml`."""

from collections.abc import Iterator, Mapping
from datetime import date

from avtalsgen.problems import Problem
from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.records import dataclass
from avtalsgen.register.entries import read_entries
from avtalsgen.source import Files, Origin
from avtalsgen.swedish.dates import is_within

FILE = "clauses/register/rattskallor.yaml"
OLDER_FILE = "clauses/register/aldre_rattskallor.yaml"
CONFIDENCES = ("A", "B", "C", "D")
"""Read in the statute, read elsewhere, known without source, uncertain: C and D need a check."""

_KINDS = ("lagen", "förordningen")
"""What a statute without a short title is called by: `lagen om …`, `förordningen med …`."""


@dataclass(frozen=True, slots=True)
class MovedSection:
    """A section of a repealed statute and what answers to it in the new one."""

    old: str
    new: str
    subject: str


@dataclass(frozen=True, slots=True)
class Legal:
    """A source of law. `name` stands in a sentence: small first letter, definite form."""

    id: str
    name: str
    number: str
    short: str
    valid_from: date | None
    valid_to: date | None
    replaced_by: str
    source: str
    confidence: str
    checked: date | None
    origin: Origin
    sections: tuple[str, ...] = ()
    """The sections that clauses cite, as they cite them."""
    moved: tuple[MovedSection, ...] = ()
    """Where the sections went in the source that replaced this one."""

    def in_full(self) -> str:
        """Return name and number, as at the first mention: `socialtjänstlagen (2001:453)`.

        In a name of several words the number stands after the first, as in the statute book:
        `lagen (2003:778) om skydd mot olyckor`.
        """
        if not self.number:
            return self.name
        number = self.number if self.number.startswith("(") else f"({self.number})"
        first, _, rest = self.name.partition(" ")
        if first in _KINDS and rest:
            return f"{first} {number} {rest}"
        return f"{self.name} {number}"

    def in_force(self, day: date) -> bool:
        """Return whether the source is in force on `day`."""
        return is_within(day, self.valid_from, self.valid_to)


def read_legal_sources(files: Files) -> Mapping[str, Legal]:
    """Return the sources of law by id.

    Raises:
        AvtalsgenError: RE01 for each entry that is not one.
    """
    return read_entries(files, FILE, "källor", "RE01", _legal, _dangling)


def read_older_sources(files: Files) -> Mapping[str, Legal]:
    """Return by id the sources that are in force no longer and that only a check asks for.

    Raises:
        AvtalsgenError: RE01 for each entry that is not one.
    """
    return read_entries(files, OLDER_FILE, "källor", "RE01", _legal)


def _dangling(sources: Mapping[str, Legal]) -> Iterator[Problem]:
    for legal in sources.values():
        if legal.replaced_by and legal.replaced_by not in sources:
            message = f"”{legal.id}” ersätts av ”{legal.replaced_by}”, som inte finns"
            yield Problem("RE01", message, origin=legal.origin, hint="lägg till källan")


def _legal(id_: str, keys: Keys, origin: Origin) -> Legal:
    legal = Legal(
        id_,
        keys.text("namn", required=True),
        keys.text("nummer"),
        keys.text("kortnamn"),
        keys.day("från"),
        keys.day("till"),
        keys.text("ersatt_av"),
        keys.text("källa", required=True),
        keys.choice("konfidens", CONFIDENCES, "D"),
        keys.day("kontrollerad_per", required=True),
        origin,
        keys.texts("lagrum"),
        tuple(_moved(record) for record in keys.records("paragrafer")),
    )
    keys.done()
    return legal


def _moved(keys: Keys) -> MovedSection:
    moved = MovedSection(
        keys.text("gammal", required=True), keys.text("ny", required=True), keys.text("ämne")
    )
    keys.done()
    return moved
