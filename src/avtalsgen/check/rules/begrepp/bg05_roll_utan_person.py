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

import re
from collections.abc import Iterator

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.facts.words import phrases
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.problems import Severity

_NAMED = re.compile(r" (?:är|hos|[A-ZÅÄÖ])|:")
_OF_PARTY = re.compile(r"(?i)(?:ens|ets|arens|arnas) $")
"""Beställarens samordnare is found where the party is."""


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
    yield from _of_endings(facts)


def _of_endings(facts: CheckFacts) -> Iterator[Finding]:
    """Yield a role in its definite form that the document has not spoken of before."""
    endings = facts.lore.language.role_endings
    pattern = re.compile(rf"(?<![\w-])\w*?(?:{'|'.join(map(re.escape, endings))})(?!\w)", re.I)
    told: set[str] = set()
    for stretch, match in facts.said(pattern, holding=endings):
        word = match.group().casefold()
        behind = stretch.passage.text[stretch.end :]
        if word in told or _NAMED.match(behind) or _is_introduced(facts, word, stretch):
            told.add(word)
            continue
        told.add(word)
        message = "vem som har rollen sägs inte"
        yield Finding(stretch, message, "skriv vem det är, eller var det framgår")


def _is_introduced(facts: CheckFacts, word: str, stretch: Stretch) -> bool:
    """Return whether a role is told of in its indefinite form, by a party, or as a contact."""
    stem = word.removesuffix("n").removesuffix("e") if word.endswith("en") else word[:-1]
    indefinite = re.compile(rf"\b{re.escape(stem)}e?(?:r|s|en)?\b", re.I)
    before = stretch.passage.text[: stretch.start]
    contact = "kontakt" in stretch.passage.heading.casefold()
    others = (p.text.casefold().replace(word, "") for p in facts.body)
    return contact or bool(_OF_PARTY.search(before)) or any(map(indefinite.search, others))


RULE = CheckRule("BG05", "roll-utan-person", Severity.WARNING, _find)
