"""What every document of a workspace is assembled of."""

from collections.abc import Mapping

from avtalsgen.clauses.house.houses import Houses
from avtalsgen.clauses.library import Library
from avtalsgen.frozen import frozen
from avtalsgen.register.legal_sources import Legal
from avtalsgen.uppdrag.editions import Editions


@frozen
class Materials:
    """The uppdrag, the clauses, the register and the house styles."""

    editions: Editions
    library: Library
    legal_sources: Mapping[str, Legal]
    houses: Houses
