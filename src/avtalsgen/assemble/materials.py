"""What every document of a workspace is assembled of."""

from collections.abc import Mapping
from dataclasses import dataclass

from avtalsgen.clauses.house.houses import Houses
from avtalsgen.clauses.library import Library
from avtalsgen.register.legal_sources import Legal
from avtalsgen.uppdrag.editions import Editions


@dataclass(frozen=True, slots=True)
class Materials:
    """The uppdrag, the clauses, the register and the house styles."""

    editions: Editions
    library: Library
    legal_sources: Mapping[str, Legal]
    houses: Houses
