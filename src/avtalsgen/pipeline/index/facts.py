"""What a new compensation changes in the facts of an uppdrag, and when the change is written."""

from datetime import date, timedelta

from avtalsgen.pipeline.index.indexation import Indexation, begins
from avtalsgen.readers.yaml.writing import flow
from avtalsgen.records import dataclass
from avtalsgen.swedish.numbers import typed
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Known


@dataclass(frozen=True, slots=True)
class Dated:
    """How the new files are called and dated; a day that nobody has said is okänd."""

    edition: str
    day: date | None

    def datum(self) -> str:
        """Return the day as it is written in a facts file."""
        return self.day.isoformat() if self.day else "{okänt: handlingen är inte daterad}"


def new_facts(indexation: Indexation) -> dict[str, str]:
    """Return what the facts of the compensation become, those that the uppdrag has."""
    following = begins(indexation.first_day, indexation.to + 1)
    new = {
        known.PRICE: flow(typed(indexation.years[-1][1].price)),  # a comma parts values in braces
        known.PRICE_LEVEL: str(indexation.to),
        known.INDEXED_FROM: following.isoformat(),
        known.FIXED_TO: (following - timedelta(1)).isoformat(),
    }
    facts = indexation.uppdrag.facts
    return {path: new[path] for path in new if isinstance(facts.get(path), Known)}
