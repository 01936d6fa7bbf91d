"""En roll som ingen har, och som inte bestäms.

Varför: den som ska skicka något till rollen vet inte vart. Rollerna står i
clauses/register/ord/sprak.yaml.

**Fel**

    # Verksamhetsuppdrag

    En kopia skickas till ansvarig socialsekreterare.

**Rätt**

    # Verksamhetsuppdrag

    En kopia skickas till den handläggare som har beslutat om insatsen.
"""

from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity


def _find(facts: CheckFacts) -> Iterator[Finding]:
    if not facts.is_agreement:
        return
    contacts = any("kontaktperson" in h.text.casefold() for h in facts.headings)
    met: dict[str, Finding] = {}
    for stretch, match in facts.said(phrases(facts.lore.language.roles)):
        word = match.group().casefold()
        behind = stretch.passage.text[stretch.end :]
        told = "kontakt" in stretch.passage.heading.casefold()
        if (
            told
            or (contacts and "kontaktperson" in word)
            or behind.startswith((" är ", " hos ", ":"))
        ):
            continue
        if word not in met:
            message = "vem som har rollen sägs inte"
            met[word] = Finding(stretch, message, "skriv vem det är, eller var det framgår")
    yield from met.values()


RULE = CheckRule("BG05", "roll-utan-person", Severity.WARNING, _find)
