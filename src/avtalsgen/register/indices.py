"""Price indices as published, year by year: `clauses/register/index.yaml`."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.records import dataclass
from avtalsgen.register.entries import read_entries
from avtalsgen.register.legal_sources import CONFIDENCES
from avtalsgen.source import Files, Origin
from avtalsgen.swedish.numbers import parse_number

FILE = "clauses/register/index.yaml"
_EXAMPLE = 'skriv 2023: {definitivt: "4,6", källa: skr.se, kontrollerad_per: 2024-04-30}'


@dataclass(frozen=True, slots=True)
class Published:
    """The value of a year in percent of the year before, as the publisher has it.

    `parts` are the publisher's own series behind it. They explain the value; it is never
    computed from them: OPI for 2020 is 3,0, and 80/20 of its rounded parts is 2,948.
    """

    year: int
    final: Decimal | None
    preliminary: Decimal | None
    parts: Mapping[str, Decimal]
    source: str
    confidence: str
    checked: date | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Series:
    """An index: its name in a sentence, who publishes it, and its years."""

    id: str
    name: str
    publisher: str
    years: Mapping[int, Published]
    origin: Origin


def read_indices(files: Files) -> Mapping[str, Series]:
    """Return the series by id.

    Raises:
        AvtalsgenError: RE04 for each entry that is not one.
    """
    return read_entries(files, FILE, "serier", "RE04", _series)


def _series(id_: str, keys: Keys, origin: Origin) -> Series:
    for told in ("enhet", "avser", "publiceras", "källa"):
        keys.text(told, required=True)
    values = keys.below("värden", required=True)
    if values and not values.branch.entries:
        keys.problem(f"”{id_}” har inget värde", origin, _EXAMPLE)
    years = {}
    for year in values.branch.entries if values else ():
        below = values.below(year) if values else None
        if values and below:
            published = _published(year, below, values.origin(year))
            years[published.year] = published
    series = Series(id_, keys.text("namn", required=True), keys.text("utgivare"), years, origin)
    keys.done()
    return series


def _published(year: str, keys: Keys, origin: Origin) -> Published:
    if not (year.isdecimal() and len(year) == 4):
        keys.problem(f"”{year}” är inget år", origin, "skriv ett år som 2023")
    parts = keys.below("delar")
    published = Published(
        int(year) if year.isdecimal() else 0,
        _percent(keys, "definitivt"),
        _percent(keys, "preliminärt"),
        {part: _percent(parts, part) or Decimal(0) for part in parts.branch.entries}
        if parts
        else {},
        keys.text("källa", required=True),
        keys.choice("konfidens", CONFIDENCES, "D"),
        keys.day("kontrollerad_per", required=True),
        origin,
    )
    if not (keys.text("definitivt") or keys.text("preliminärt")):
        hint = 'skriv definitivt: "4,6", eller preliminärt: "3,5"'
        keys.problem(f"året {year} har inget värde", keys.branch.origin, hint)
    keys.done()
    return published


def _percent(keys: Keys, key: str) -> Decimal | None:
    written = keys.text(key)
    if not written:
        return None
    try:
        return parse_number(written.replace("−", "-"))
    except ValueError:
        keys.problem(f"”{written}” är inget tal", keys.origin(key), f'skriv {key}: "4,6"')
        return None
