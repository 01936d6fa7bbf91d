"""What a jurist marks in documents, and whether a check says it: place, words and grade.

In a document of ours the marks stand where the faults are: `[[words|grade|family|why]]`; without
words something is missing. What is left without the marks is the document.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from avtalsgen.check.rules import FAMILIES
from avtalsgen.problems import Remark

LANGUAGE = "Språk"
_AS_ONE = {"Hänvisningar": "Hänvisningar och struktur", "Struktur": "Hänvisningar och struktur"}
_AS_ONE |= {"Typografi": LANGUAGE, "Skrivsätt": LANGUAGE}
_MARK = re.compile(
    r"\[\[(?P<words>[^|\]]*)\|(?P<grade>[^|]*)\|(?P<family>[^|]*)\|(?P<why>[^]]*)\]\]"
)
FLOOR = 0.7
TRUE_OF_WHAT_IS_TOLD = 0.85
MOST_A_FAULT = 3


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that a jurist has marked."""

    file: str
    row: int
    words: str
    grade: str
    family: str
    why: str

    def is_told_by(self, remark: Remark) -> bool:
        """Return whether place, words and grade are those of the list."""
        if str(remark.severity) != self.grade:
            return False
        if not self.words:
            subject = self.why.removesuffix(" saknas").split(",")[0].split()[0]
            missing = not remark.place.quote and "saknas" in remark.message
            here = remark.place.spot.file == self.file
            return missing and here and subject[:8].casefold() in remark.message.casefold()
        family = FAMILIES[remark.code[:2]]
        if _AS_ONE.get(family, family) != self.family:
            return False
        places = (remark.place, *remark.also)
        return any(
            place.spot.file == self.file
            and place.spot.line == self.row
            and (
                place.quote in self.words or self.words in place.quote or self._shares(place.quote)
            )
            for place in places
            if place.quote
        )

    def _shares(self, quote: str) -> bool:
        ours, theirs = set(self.words.split()), set(quote.split())
        return len(ours & theirs) * 2 >= min(len(ours), len(theirs))


def unmarked(text: str, file: str) -> tuple[str, tuple[Fault, ...]]:
    """Return a document without its marks, and what they said."""
    lines: list[str] = []
    faults: list[Fault] = []
    for row, line in enumerate(text.split("\n"), start=1):
        for match in _MARK.finditer(line):
            faults.append(Fault(file, row, *match.group("words", "grade", "family", "why")))
        lines.append(_MARK.sub(lambda match: match["words"], line))
    return "\n".join(lines), tuple(faults)


def missed(faults: Sequence[Fault], told: Sequence[Remark], grade: str) -> tuple[list[Fault], int]:
    """Return what is not told of the faults of a grade outside of language, and how many are."""
    listed = [fault for fault in faults if fault.grade == grade and fault.family != LANGUAGE]
    return [fault for fault in listed if not any(map(fault.is_told_by, told))], len(listed)


def wrong(faults: Sequence[Fault], told: Sequence[Remark]) -> tuple[list[Remark], int]:
    """Return what is told as grave and is no fault of the list, and how much is told as grave."""
    grave = [remark for remark in told if remark.severity != "stil"]
    return [r for r in grave if not any(f.is_told_by(r) for f in faults)], len(grave)
