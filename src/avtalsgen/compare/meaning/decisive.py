"""Phrases that decide wherever they stand: `förlängs automatiskt`, `svensk rätt`.

The lists are data (`avgör` in `clauses/register/ord/innebord.yaml`). A phrase is what the list
calls it, however its words are bent, so that only another phrase is another fact.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, cast

from avtalsgen.model.comparison import Reason
from avtalsgen.records import dataclass
from avtalsgen.register.word_files import Phrase

_GAP: Final = "…"
_BETWEEN: Final = r"(?:\S+ ){0,4}"
_BESIDE: Final = 2
"""Words on either side of what says that something goes first: `bilaga 1 gäller före avtalet`."""
_ORDER: Final = "ordning"
_AFTER: Final = "… efter"
"""How a phrase ends that leaves open after what: `fördelas … efter` the number of pupils."""


@dataclass(frozen=True, slots=True)
class DecisivePhrases:
    """Finds the phrases of each reason, the longest first."""

    patterns: Mapping[Reason, re.Pattern[str]]
    phrases: Mapping[Reason, Sequence[str]]

    def facts(self, tokens: Sequence[str]) -> Iterator[tuple[Reason, str]]:
        """Yield each phrase in `tokens` by its reason; one of order with what it puts in order."""
        text = f" {' '.join(token for token in tokens if token.strip())} "
        for reason, pattern in self.patterns.items():
            for match in pattern.finditer(text):
                said = self.phrases[reason][(match.lastindex or 1) - 1]
                if reason == _ORDER:
                    before = text[: match.start()].split()[-_BESIDE:]
                    after = text[match.end() :].split()[:_BESIDE]
                    said = " ".join((*before, said, *after))
                elif said.endswith(_AFTER):
                    said = " ".join((said, *text[match.end() :].split()[:_BESIDE]))
                yield reason, said


def decisive_phrases(lists: Mapping[str, Sequence[Phrase]]) -> DecisivePhrases:
    """Return what finds the phrases of `lists`."""
    ordered = {
        cast("Reason", reason): sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
        for reason, phrases in lists.items()
        if phrases
    }
    return DecisivePhrases(
        {
            reason: re.compile(f"(?<= )(?:{'|'.join(map(_pattern, phrases))})(?= )")
            for reason, phrases in ordered.items()
        },
        {reason: tuple(map(" ".join, phrases)) for reason, phrases in ordered.items()},
    )


def _pattern(phrase: Phrase) -> str:
    said = ""
    for word in phrase:
        if word == _GAP:
            said += _BETWEEN
        else:
            end = r"\S*" if word.endswith(_GAP) else ""
            said += f"{re.escape(word.removesuffix(_GAP))}{end} "
    return f"({said.removesuffix(' ')})"
