"""What two documents call their parties: `Leanlink ska` is the utförare's duty.

A name is a party's where somebody signs for it, and where the text says so beside the name:
`Leanlink Råd och Stöd (utföraren)`, `Vårdbolaget AB, nedan kallat leverantören`. A word of its own
is a party where it stands beside one that is known, `Region Norr (regionen) och Åby (kommunen)`,
and where the text says that it goes by it from there on: `Region Norr (nedan Regionen)`.

A body that a new text calls something else is the same party by another name, if both texts say
what they call it.
"""

import re
from collections.abc import Iterator, Mapping, Set
from typing import Final

from avtalsgen.compare.duties.statements import words_of
from avtalsgen.compare.meaning.folds import Folding, folding
from avtalsgen.model import plain, walk
from avtalsgen.model.nodes import Document
from avtalsgen.register.duty_words import DutyWords
from avtalsgen.register.grammar import Grammar
from avtalsgen.register.knowledge import Knowledge

_PROVIDER: Final = "utföraren"
"""Whose name that is, if it is not the name of a body that orders."""
_ROLE: Final = re.compile(r"\((\w+)\)")
"""What stands after a name: `(regionen)`."""
_LEAST: Final = 4
"""Letters of a first word that tells whose name it is."""
_NAME: Final = re.compile(r"\b[A-ZÅÄÖ][\w-]*")
_ARTICLE: Final = re.compile(r"^de[nt]? ")
"""What a role in two words has before them: `den placerande kommunen`."""
_OWNED: Final = "s"


def party_names(document: Document, lists: DutyWords) -> Mapping[str, str]:
    """Return the first words of names in small letters, each with the party that bears it."""
    names: dict[str, str] = {}
    for name, role in (*_signed(document), *_called(document, lists), *_renamed(document, lists)):
        party = _party(role.casefold(), lists)
        first = name.split()[0].casefold() if name.split() else ""
        if party and len(first) >= _LEAST and not _party(first, lists):
            names.setdefault(first, party)
    names.update(_roles(document, lists))
    return names


def folding_between(old: Document, new: Document, knowledge: Knowledge) -> Folding:
    """Return the folds for two documents: a party that got another role name is the same."""
    return folding(knowledge).with_roles(_renamed_roles(old, new, knowledge.lexicon.duties.grammar))


def _renamed_roles(old: Document, new: Document, grammar: Grammar) -> Mapping[str, str]:
    """Return what one text calls a party, with what the other calls the same body.

    `Åby kommun, nedan kallad kommunen`, now `nedan kallad beställaren`. Only a name that the other
    text has nowhere is read as its name for it: else nobody can tell whom it means there.
    """
    before, now = _roles_by_body(old, grammar), _roles_by_body(new, grammar)
    renamed = [(before[body], role) for body, role in now.items() if body in before]
    roles: dict[str, str] = {}
    for was, role in renamed:
        if was == role or was in now.values() or role in before.values():
            continue
        if not _says(old, role):
            roles |= {role: was, f"{role}{_OWNED}": f"{was}{_OWNED}"}
        elif not _says(new, was):
            roles |= {was: role, f"{was}{_OWNED}": f"{role}{_OWNED}"}
    return roles


def _says(document: Document, role: str) -> bool:
    forms = {role, f"{role}{_OWNED}"}
    return any(not forms.isdisjoint(words_of(text)) for text in _texts(document))


def _roles_by_body(document: Document, grammar: Grammar) -> Mapping[Set[str], str]:
    """Return what the text says that it calls each body, by the words of the name before that."""
    roles: dict[Set[str], str] = {}
    for text in _texts(document):
        start = 0
        for match in grammar.hence.finditer(text):
            first, *others = _NAME.findall(text[start : match.start()]) or [""]
            begins = text[start:].lstrip().startswith(first)
            name = frozenset(others if begins and others else (first, *others))
            roles.setdefault(name, match["role"].casefold())
            start = match.end()
    roles.pop(frozenset(("",)), None)
    return roles


def _roles(document: Document, lists: DutyWords) -> Iterator[tuple[str, str]]:
    """Yield what the text says that it calls its parties, each with the party that it is."""
    for text in _texts(document):
        hence = [match["role"].casefold() for match in lists.grammar.hence.finditer(text)]
        beside = [role for role in _ROLE.findall(text) if role.islower()]
        if hence or any(_party(role, lists) for role in beside):
            for role in (*hence, *beside):
                if role.endswith(lists.grammar.definite_ends):
                    yield _ARTICLE.sub("", role), _party(role, lists) or role


def _signed(document: Document) -> Iterator[tuple[str, str]]:
    for signatory in document.signatures.signatories if document.signatures else ():
        yield plain.text(signatory.organisation), f"{signatory.party}n"


def _called(document: Document, lists: DutyWords) -> Iterator[tuple[str, str]]:
    for text in _texts(document):
        for match in lists.grammar.called.finditer(text):
            yield match["name"], match["role"]


def _renamed(document: Document, lists: DutyWords) -> Iterator[tuple[str, str]]:
    for text in _texts(document):
        for match in lists.grammar.renamed.finditer(text):
            yield match["name"], _PROVIDER


def _texts(document: Document) -> Iterator[str]:
    for section in walk.sections(document):
        for block in section.blocks:
            yield from map(plain.text, walk.runs(block))


def _party(word: str, lists: DutyWords) -> str:
    return next((party for party, names in lists.parties.items() if word in names), "")
