"""How much a change of a file that came back matters."""

from avtalsgen.compare.meaning.judge import Judge, Wording
from avtalsgen.compare.words.tokens import tokens
from avtalsgen.model.comparison import DECISIVE, Rank
from avtalsgen.model.returned.changes import RANKS
from avtalsgen.records import dataclass
from avtalsgen.takeback.paper.folding import folded


@dataclass(frozen=True, slots=True)
class Weighing:
    """Asks the one judge of all comparisons."""

    judge: Judge

    def rank(
        self, old: str, new: str, before: str = "", after: str = "", least: Rank = "redaktionell"
    ) -> Rank:
        """Return how much it matters that `old` became `new` between two texts."""
        sides = (tokens(folded(text).text) for text in (old, new, before, after))
        weight, reasons = self.judge.weigh(Wording(*sides))
        ranked: Rank = "redaktionell"
        if weight == "saklig":
            ranked = "avgörande" if DECISIVE & set(reasons) else "saklig"
        return min(ranked, least, key=RANKS.index)
