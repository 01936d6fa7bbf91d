"""Words of a duty or a thing that a later law replaced: `clauses/register/lydelser.yaml`."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.records import dataclass
from avtalsgen.register.entries import read_entries
from avtalsgen.register.legal_sources import CONFIDENCES
from avtalsgen.source import Files, Origin

FILE: Final = "clauses/register/lydelser.yaml"
KINDS: Final = ("plikt", "ord", "namn")


@dataclass(frozen=True, slots=True)
class ReplacedWording:
    """Phrases, the last day on which they were right, and what is said since."""

    id: str
    kind: str
    phrases: tuple[str, ...]
    not_in: tuple[str, ...]
    until: date | None
    new: str
    source: str
    confidence: str
    origin: Origin


def read_wordings(files: Files) -> Mapping[str, ReplacedWording]:
    """Return the wordings by id.

    Raises:
        AvtalsgenError: RE06 for each entry that is not one.
    """
    return read_entries(files, FILE, "lydelser", "RE06", _wording)


def _wording(id_: str, keys: Keys, origin: Origin) -> ReplacedWording:
    wording = ReplacedWording(
        id_,
        keys.choice("slag", KINDS, KINDS[0]),
        keys.texts("uttryck"),
        keys.texts("inte"),
        keys.day("till", required=True),
        keys.text("ny", required=True),
        keys.text("källa", required=True),
        keys.choice("konfidens", CONFIDENCES, "D"),
        origin,
    )
    keys.day("kontrollerad_per", required=True)
    keys.done()
    return wording
