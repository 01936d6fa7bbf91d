"""Days as a document writes them, and the day that it has itself."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from avtalsgen.check.facts.passage import Stretch, TextPassage
from avtalsgen.records import dataclass
from avtalsgen.swedish.dates import MONTHS

_WRITTEN: Final = re.compile(
    rf"""
      (?<![\d-])(?P<iso>(?P<iy>\d{{4}})-(?P<im>\d\d)-(?P<id>\d\d))(?![\d-])
    | (?<!\d)(?P<day>\d{{1,2}})[ \u00a0](?P<month>{"|".join(MONTHS)})[ \u00a0](?P<year>\d{{4}})
    """,
    re.VERBOSE,
)
_LABEL: Final = re.compile(
    r"(?i)\b(?:datum|dater|upprätt|anta(?:gen|get|gna)\b|fastställ|besluta[dt]\b)"
)
_STARTS: Final = re.compile(
    r"""
      \bperioden[ \u00a0](?:den\ )?$
    | \bfrån(?:\ och\ med)?(?:\ den)?[ \u00a0]$
    | \bfr\.o\.m\.(?:\ den)?\ $
    | \b(?:start(?:datum)?:?|startar|inleds|börjar(?:\ gälla)?|träder\ i\ kraft)\ (?:den\ )?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_LINE: Final = 60


@dataclass(frozen=True, slots=True, eq=False)
class WrittenDay:
    """A day in a text; `day` is none where there is no such day."""

    stretch: Stretch
    day: date | None

    @property
    def is_start(self) -> bool:
        """Whether something begins on it."""
        return bool(_STARTS.search(self.stretch.passage.text[: self.stretch.start]))


def days(passages: Iterable[TextPassage]) -> Iterator[WrittenDay]:
    """Yield the days that `passages` write, also those that no calendar has."""
    for passage in passages:
        for match in _WRITTEN.finditer(passage.text):
            if match["iso"]:
                parts = (int(match["iy"]), int(match["im"]), int(match["id"]))
            else:
                month = MONTHS.index(match["month"]) + 1
                parts = (int(match["year"]), month, int(match["day"]))
            yield WrittenDay(Stretch(passage, match.start(), match.end()), _day(*parts))


def own_day(identity_day: str, written: Iterable[WrittenDay]) -> date | None:
    """Return the day of a document: told by itself, on its cover, or alone on a line at its top."""
    if identity_day:
        return date.fromisoformat(identity_day)
    for known in written:
        passage = known.stretch.passage
        if passage.kind not in ("cover", "edge", "paragraph", "heading") or not known.day:
            continue
        alone = passage.text.strip() == known.stretch.words or (
            passage.kind == "cover" and passage.text.endswith(known.stretch.words)
        )
        labelled = bool(_LABEL.search(passage.text[: known.stretch.start]))
        short = len(passage.text) <= _LONGEST_LINE or (labelled and passage.kind == "cover")
        if alone or (short and (labelled or passage.kind == "cover")):
            return known.day
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
