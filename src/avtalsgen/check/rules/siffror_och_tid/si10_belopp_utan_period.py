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
    r"""
      \d{1,3}(?:[ \u00a0.]\d{3})+[ \u00a0](?:kronor|kr)\b
    | (?<![\d,])\d+(?:,\d+)?[ \u00a0](?:mnkr|miljoner\ kronor|tkr)\b
    """,
    re.VERBOSE,
)
_PAYER = "beställaren|nämnden|kommunen|regionen|uppdragsgivaren|kunden|köparen"
_PAID = re.compile(
    rf"""
      \bersättning(?:en)?\ (?:för\ [^.]{{1,40}}?\ )?(?:är|utgår|uppgår|utbetalas|betalas)
    | \butgår\b | \butgår\ ersättning | \bbetalar\ [^.]*ersättning
    | \b(?:{_PAYER}|hyresgästen)\ betalar\b
    | \bersätter\ (?:\w+\ )?(?:beställaren|nämnden|kommunen|regionen|utföraren)\ med\b
    | \bbetalas\ (?:ett|en)\ [^.]*(?:belopp|ersättning|summa)\b
    | \b(?:hyran|avgiften|bidraget|arvodet)\ (?:är|uppgår\ till)\b
    | \b(?:därutöver|dessutom)\b[^.]*?\bersätts\b[^.]*?\bmed\b
    | \b(?:startbidrag|grundersättning|grundbelopp)\b
    | \bbetalar\ (?:{_PAYER})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PER = re.compile(
    r"""
      \bper\b | \bom\ året\b | \bi\ månaden\b
    | \bvarje\ (?:år|månad|kvartal)\b
    | \bårlig | \bmånatlig
    | \bför\ (?:helåret|kalenderåret|året|perioden|tiden|hela|år)\b
    | engångs | \btotalt\b | /(?:år|månad|timme) | \bom\ dygnet\b
    | från\ och\ med\ [^.]*\ till | \b(?:för|under)\ (?:år\ )?\d{4}\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_IS = re.compile(r"(?i)\bersättningen för [^.]{1,60} är\b")
_YEARS_PRICE = re.compile(r"\bi \d{4} års pris")
"""What something costs in the prices of a year is most often what it costs in a year."""
_GOES_ON = re.compile(
    r"(?:Den|Det|Beloppet|Ersättningen|Summan|Priset)\b(?! (?:räknas|justeras|höjs))"
)
_OTHER = re.compile(r"(?i)vite|försäkring|självrisk|skadestånd|högst|tak|begränsas|moms")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if not facts.is_agreement:
        return
    for sentence, after in zip(facts.sentences, (*facts.sentences[1:], None), strict=False):
        match = _AMOUNT.search(sentence.words)
        if not match or sentence.passage.kind == "cell" or not _PAID.search(sentence.words):
            continue
        goes_on = after and after.passage is sentence.passage and _GOES_ON.match(after.words)
        said = f"{sentence.words} {after.words}" if after and goes_on else sentence.words
        if _PER.search(said) or _OTHER.search(sentence.words):
            continue
        start = sentence.start + match.start()
        stretch = Stretch(sentence.passage, start, start + len(match.group()))
        message = "för vilken tid beloppet gäller sägs inte"
        hint = "skriv per år, per månad eller per timme"
        hinted = _IS.search(sentence.words) and _YEARS_PRICE.search(sentence.words)
        yield Finding(stretch, message, hint, severity=Severity.WARNING if hinted else None)


RULE = CheckRule("SI10", "belopp-utan-period", Severity.ERROR, _find)
