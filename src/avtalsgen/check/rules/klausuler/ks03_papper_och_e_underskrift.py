"""Handlingen talar om exemplar på papper men skrivs under elektroniskt.

Varför: en elektroniskt underskriven handling finns i ett original som alla har.

**Fel**

    Uppdraget skrivs under med elektronisk underskrift. Det är upprättat i två likalydande exemplar.

**Rätt**

    Uppdraget skrivs under med elektronisk underskrift. Parterna får var sin kopia.
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_COPIES = re.compile(r"(?i)\b(?:två|tre|2|3)(?: \(\d\))?(?: likalydande)? (?:original)?exemplar")
_ELECTRONIC = re.compile(
    r"""
      elektronisk(?:t|a)?\ under(?:skri|teckn)
    | e-underskrift | e-signer | e-legitimation
    | (?:undertecknas|signeras|skrivs\ under|undertecknat)\ elektroniskt
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _find(facts: CheckFacts) -> Iterator[Finding]:
    signatures = facts.document.signatures
    electronic = any(_ELECTRONIC.search(p.text) for p in facts.prose)
    if not electronic and not (signatures and signatures.form == "e-signering"):
        return
    for passage in facts.prose:
        match = _COPIES.search(passage.text)
        if match:
            stretch = Stretch(passage, match.start(), match.end())
            yield Finding(
                stretch,
                "en elektroniskt underskriven handling har inga exemplar",
                "stryk meningen om exemplar",
            )


RULE = CheckRule("KS03", "papper-och-e-underskrift", Severity.WARNING, _find)
