"""Which party somebody is, by what they are called and by the name that they have elsewhere."""

import re
from collections.abc import Mapping
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.stated.lines import KnownBody, folded
from avtalsgen.register.stated_words import StatedWords
from avtalsgen.uppdrag import known

BUYER, PROVIDER = "beställare", "utförare"
OTHER: Final = {BUYER: PROVIDER, PROVIDER: BUYER}
PATHS: Final = {BUYER: known.BUYER, PROVIDER: known.PROVIDER}
_GENITIVE: Final = re.compile(r"\w+[nt]s\b", re.IGNORECASE)
"""What a label is of: `Beställarens kontaktperson` is no party."""


def role_of(text: str, words: StatedWords) -> str:
    """Return which party a text says that somebody is; nothing if it does not.

    Of what one is in two ways, that of the task is meant: `Hyresvärd och beställare`.
    """
    said = [
        (word.casefold(), party)
        for word in re.findall(r"\w+", text)
        for stem, party in words.roles
        if stem.fullmatch(word)
    ]
    of_task = (party for word, party in said if word.startswith(party))
    return next(of_task, said[0][1] if said else "")


def role_of_phrase(text: str, words: StatedWords, towns: re.Pattern[str]) -> str:
    """Return which party a text that names nobody is of: `Säljaren`, `Säljande kommun`.

    `towns` are the words for what a municipality is.
    """
    first, *rest = text.split() or [""]
    return role_of(first, words) if all(map(towns.fullmatch, rest)) else ""


def role_of_label(label: str, words: StatedWords) -> str:
    """Return which party a label is of: `Köpare`, but not `Kommunens diarienummer`.

    `Utförarens namn` is of the party itself.
    """
    whose = _GENITIVE.search(label)
    names = whose and words.of_party.fullmatch(label[whose.end() :].strip())
    return "" if whose and not names else role_of(label, words)


def role_by_name(text: str, stated: Mapping[str, OldFact], words: StatedWords) -> str:
    """Return which party a text names by the name that it has elsewhere."""
    said = name_key(text, words)
    for role in (PROVIDER, BUYER):
        fact = stated.get(PATHS[role])
        name = name_key(str(fact.value), words) if fact is not None else ""
        if name and (said.endswith(name) or (said and name.startswith(f"{said} "))):
            return role
    return ""


def party_of(body: KnownBody | None, stated: Mapping[str, OldFact]) -> str:
    """Return the party that a body, or the municipality that it is of, is."""
    for party, path in ((PROVIDER, known.PROVIDER), (BUYER, known.BUYER)):
        fact = stated.get(path)
        if body is not None and fact is not None and fact.sure and fact.value == body.id:
            return party
    office = stated.get(known.BUYERS_OFFICE)
    return BUYER if body and (body.type == "kommun" or (office and office.value == body.id)) else ""


def name_key(name: str, words: StatedWords) -> str:
    """Return a name as it is compared: one way to write `ekonomisk förening`, no `För` first."""
    for others, form in words.forms:
        name = others.sub(form, name)
    return folded(name.strip(" .:")).removeprefix("för ")
