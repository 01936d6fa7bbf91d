"""Handlingar som hör ihop har olika diarienummer, eller skriver samma nummer på olika sätt.

Varför: den som söker på det ena numret hittar inte den andra handlingen.

**Fel**

    # Verksamhetsuppdrag

    Diarienummer: SON 2019-755

    Nämnden ger Enheten uppdraget.

    ====

    # Tjänsteskrivelse

    Dnr 2019-755

    Nämnden föreslås ge uppdraget.

**Rätt**

    # Verksamhetsuppdrag

    Diarienummer: SON 2019-755

    Nämnden ger Enheten uppdraget.

    ====

    # Tjänsteskrivelse

    Dnr SON 2019-755

    Nämnden föreslås ge uppdraget.
"""

from collections.abc import Iterator, Sequence

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.names import own_number
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import RuleAmong
from avtalsgen.problems import Severity


def _find(documents: Sequence[CheckFacts]) -> Iterator[Finding]:
    numbers = [(facts, number) for facts in documents if (number := own_number(facts))]
    for place, (facts, number) in enumerate(numbers):
        for _, other in numbers[:place]:
            if number.number == other.number and number.prefix != other.prefix:
                shorter, longer = sorted((number, other), key=lambda known: len(known.prefix))
                message = f"numret skrivs också {longer.stretch.words}"
                yield Finding(
                    shorter.stretch, message, f"skriv {longer.stretch.words}", (longer.stretch,)
                )
                break
            if number.number != other.number and other.number not in facts.text:
                message = f"den andra handlingen har {other.stretch.words}"
                yield Finding(
                    number.stretch,
                    message,
                    "rätta numret, eller hänvisa till det andra",
                    (other.stretch,),
                )
                break


RULE = RuleAmong("HE01", "diarienummer-skiljer", Severity.WARNING, _find)
