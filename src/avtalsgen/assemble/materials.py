"""What every document of a workspace is assembled of."""

from collections.abc import Mapping
from dataclasses import field

from avtalsgen.clauses.house.houses import Houses
from avtalsgen.clauses.library import Library
from avtalsgen.records import dataclass
from avtalsgen.register.legal_sources import Legal
from avtalsgen.uppdrag.editions import Editions


@dataclass(frozen=True, slots=True)
class Materials:
    """The uppdrag, the clauses, the register and the house styles."""

    editions: Editions
    library: Library
    legal_sources: Mapping[str, Legal]
    houses: Houses
    last_base: list[object] = field(default_factory=list, init=False, repr=False, compare=False)
    """The base that a tillägg was worked into last, if any: its other texts are asked for next."""
