"""Ett intervall med bindestreck.

Varför: i intervall skrivs tankstreck utan mellanrum: 6–8 (R17). Efter mellan och från skrivs
och och till (R18).

**Fel**

    Grupperna har 6-8 deltagare.

**Rätt**

    Grupperna har 6–8 deltagare.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_RANGE = re.compile(
    r"""
    (?<![\w:/.,-])(?:(?P<lead>mellan|från)\ )?(?P<first>[1-9]\d{0,3})-(?P<last>\d{1,4})
    (?![\w/-]|[.,:]\d)
    """,
    re.VERBOSE,
)
_DNR = re.compile(r"(?:[A-ZÅÄÖ]{2,6}|[Dd]nr|nr|tel|telefon)[ :\u00a0]*$")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for passage in (*facts.prose, *facts.headings):
        for match in _RANGE.finditer(passage.text):
            first, last = int(match["first"]), int(match["last"])
            year = len(match["first"]) == 4 and len(match["last"]) == 4 and first > 1900
            if (
                _DNR.search(passage.text[: match.start()])
                or last <= first
                or (first > 999 and not year)
            ):
                continue
            if match["lead"]:
                word = "och" if match["lead"] == "mellan" else "till"
                stretch = Stretch(passage, match.start(), match.end())
                right = f"{match['lead']} {match['first']} {word} {match['last']}"
                yield Finding(
                    stretch, f"efter {match['lead']} skrivs {word}", f"skriv {right}", fix=right
                )
            else:
                stretch = Stretch(passage, match.start("first"), match.end())
                right = f"{match['first']}–{match['last']}"
                yield Finding(stretch, "intervallet har bindestreck", f"skriv {right}", fix=right)


RULE = CheckRule("TF01", "bindestreck-i-intervall", Severity.STYLE, _find)
