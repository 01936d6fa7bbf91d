"""En uppgift som en annan myndighet har.

Varför: anmälan eller frågan kommer till någon som inte kan pröva den. Vems uppgifterna är står
under myndigheter i clauses/register/krav.yaml.

Lag: 27 kap. 6 § socialtjänstlagen (2025:400): det som är allvarligt anmäls till Inspektionen för
vård och omsorg. 28 kap. 1 §: inspektionen har tillsyn. Per 2025-12-15.

**Fel**

    Utföraren anmäler allvarliga missförhållanden enligt lex Sarah till Socialstyrelsen.

**Rätt**

    Utföraren anmäler allvarliga missförhållanden enligt lex Sarah till Inspektionen för vård och
    omsorg (IVO).
"""

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding, gathered
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity
from avtalsgen.register.checking.needs import AuthorityNeed

_PAST = re.compile(r"(?i)tidigare|dåvarande|hade|före 20\d\d")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for need in facts.lore.needs.authorities:
        message = f"uppgiften har {need.right}"
        yield from gathered(_wrong(facts, need), message, f"skriv {need.right}: {need.source}")


def _wrong(facts: CheckFacts, need: AuthorityNeed) -> Iterator[Stretch]:
    task = phrases(need.phrases)
    names = "|".join(map(re.escape, need.wrong))
    wrong = re.compile(rf"\b(?:till|av|från|hos)\ (?P<who>{names})(?![\w-])", re.VERBOSE)
    for sentence in facts.sentences:
        match = wrong.search(sentence.words)
        if match and task.search(sentence.words) and not _PAST.search(sentence.words):
            start = sentence.start + match.start("who")
            yield Stretch(sentence.passage, start, start + len(match["who"]))


RULE = CheckRule("OG06", "annan-myndighet", Severity.WARNING, _find)
