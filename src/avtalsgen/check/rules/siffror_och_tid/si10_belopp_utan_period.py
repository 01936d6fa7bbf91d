"""En ersättning utan att det sägs för vilken tid eller enhet.

Varför: beloppet kan läsas som årets, avtalstidens eller månadens.

**Fel**

    # Uppdrag

    För hel verksamhet utgår ersättning med 1 827 000 kronor i 2021 års pris.

**Rätt**

    # Uppdrag

    För hel verksamhet utgår ersättning med 1 827 000 kronor per år i 2021 års pris.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_AMOUNT = re.compile(
    r"\d{1,3}(?:[ \u00a0.]\d{3})+[ \u00a0](?:kronor|kr)\b|\d+(?:,\d+)?[ \u00a0](?:mnkr"
    r"|miljoner kronor|tkr)\b"
)
_PAID = re.compile(
    r"(?i)\bersättning(?:en)? (?:är|utgår|uppgår|utbetalas|betalas)|\butgår\b|\butgår ersättning"
    r"|\bbetalar [^.]*ersättning"
)
_PER = re.compile(
    r"(?i)\bper\b|\bom året\b|\bi månaden\b|\bvarje (?:år|månad|kvartal)\b|\bårlig|\bmånatlig"
    r"|\bför (?:helåret|kalenderåret|året|perioden|tiden|hela|år)\b|engångs|\btotalt\b|/(?:år"
    r"|månad|timme)|\bom dygnet\b|från och med [^.]* till"
)
_OTHER = re.compile(r"(?i)vite|försäkring|självrisk|skadestånd|högst|tak|begränsas|moms")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if not facts.is_agreement:
        return
    for passage in facts.of("paragraph", "item"):
        if _PER.search(passage.text):
            continue
        for match in _AMOUNT.finditer(passage.text):
            sentence = next(
                (
                    s
                    for s in facts.sentences
                    if s.passage is passage and s.start <= match.start() < s.end
                ),
                None,
            )
            if sentence and _PAID.search(sentence.words) and not _OTHER.search(sentence.words):
                stretch = Stretch(passage, match.start(), match.end())
                yield Finding(
                    stretch,
                    "för vilken tid beloppet gäller sägs inte",
                    "skriv per år, per månad eller per timme",
                )
                return


RULE = CheckRule("SI10", "belopp-utan-period", Severity.ERROR, _find)
