"""Who signs for each party of an old document."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from avtalsgen.importing.old_fact import OldFact, OldRecord
from avtalsgen.importing.stated.lines import SIGNED, Bodies, folded
from avtalsgen.importing.stated.one_sided import who_greets
from avtalsgen.importing.stated.roles import (
    BUYER,
    OTHER,
    PATHS,
    PROVIDER,
    party_of,
    role_by_name,
    role_of,
    role_of_phrase,
)
from avtalsgen.importing.stated.signing import (
    COMPANY,
    PERSON,
    SigningParty,
    apart,
    as_title,
    is_called,
    is_organisation,
    joined_title,
    titled,
    whole_title,
    written_out,
)
from avtalsgen.importing.stated.signing_places import SigningPlaces
from avtalsgen.model import plain
from avtalsgen.model.nodes import Document, Signatory
from avtalsgen.register.knowledge import Knowledge
from avtalsgen.register.stated_words import StatedWords
from avtalsgen.uppdrag import known

_PUBLIC: Final = re.compile(r"(?i)kommun|\bregion|\bstad\b|nämnd|styrelse|förvaltning|enhet")
"""In the name of a party that is of a municipality or a region."""
_OF_TOWN: Final = re.compile(r"[A-ZÅÄÖ][\w-]+ (?:kommun|stad|region)")
_TWO_TITLES: Final = re.compile(rf"\s/|/\s|[a-zåäö] {PERSON.pattern},")
"""What parts the titles of two: a stroke, or the name of the second."""
_FOOT: Final = re.compile(r"\s\|\s|(?i:\bsida?)\s\d|\d\s?[(/]\s?\d")
"""In the foot of a page: `Ekby kommun | Vården | 1`, `1 (3)`."""
_PLAIN_TITLE: Final = re.compile(r"[^\W\d](?:[^\W\d]|[ ,.&\u2010-])*")
"""A title and nothing else: no figures, marks or what stands beside them."""
_PARTIES: Final = 2


def signers(
    document: Document, bodies: Bodies, stated: Mapping[str, OldFact], knowledge: Knowledge
) -> Iterator[OldFact]:
    """Yield who signs for each party, and as what."""
    words = knowledge.stated
    places = SigningPlaces(document, bodies, stated, knowledge)
    every = _who_signs(places)
    named = [each for each in every[:_PARTIES] if _is_name(each.name, stated, knowledge)]
    if len(named) < _PARTIES:
        every = places.below_names() or every  # none, or a column was taken for a party
    every = _with_the_other(every[:_PARTIES])
    turned = _may_be_turned(every, stated, words)
    for place, signer in enumerate(every):
        body = bodies.get(folded(signer.organisation))
        party = signer.role or party_of(body, stated)
        sure = bool(party) and not turned
        party = party or _likely(every, words)[place]
        above = f"parter.{party}"
        if body:
            yield OldFact(f"{above}.undertecknare.organ", body.id, SIGNED, sure)
            yield OldFact(f"{above}.organ", body.id, SIGNED, sure=False)
        plain_one = sure
        if signer.name and not role_of(signer.name, words):
            once = sum(each.name == signer.name for each in every) == 1  # nobody agrees with itself
            plain_one = sure and once and _is_name(signer.name, stated, knowledge)
            yield OldFact(f"{above}.undertecknare.namn", signer.name, SIGNED, plain_one)
        if as_title(signer.title) and not _is_person(signer.title, knowledge):
            alone = plain_one and not _is_of_several(signer.title, knowledge)
            alone = alone and bool(_PLAIN_TITLE.fullmatch(signer.title))
            yield OldFact(f"{above}.undertecknare.titel", signer.title, SIGNED, alone)
        if signer.others:
            others = tuple(
                OldRecord((("namn", who), ("titel", what))) for who, what in signer.others
            )
            yield OldFact(known.cosignatories(party), others, SIGNED, sure)


def _may_be_turned(
    every: Sequence[SigningParty], stated: Mapping[str, OldFact], words: StatedWords
) -> bool:
    """Return whether titles say that each of two may sign for the other party.

    A `Socialchef` for the provider, and none such for the buyer; not where both are of the public.
    """
    titles = {each.role: each.title for each in every}
    buyer, provider = titles.get(BUYER, ""), titles.get(PROVIDER, "")
    town, elsewhere = words.title_in_town.search, words.title_elsewhere.fullmatch
    named = stated.get(PATHS[PROVIDER])
    of_public = bool(named and _PUBLIC.search(str(named.value)))
    of_town = bool(town(provider)) and not town(buyer) and not of_public
    return of_town or (bool(elsewhere(buyer)) and not elsewhere(provider))


def _likely(every: Sequence[SigningParty], words: StatedWords) -> tuple[str, str]:
    """Return which party each of two most likely signs for, where nothing but titles tells it."""
    of_town = [bool(words.title_in_town.search(each.title)) for each in every]
    return (PROVIDER, BUYER) if of_town == [False, True] else (BUYER, PROVIDER)


def _is_name(name: str, stated: Mapping[str, OldFact], knowledge: Knowledge) -> bool:
    """Return whether a name is plainly that of a person."""
    person = PERSON.fullmatch(name) and not knowledge.page.title.search(name)
    return bool(person) and not is_organisation(name, stated, knowledge.stated)


def _is_of_several(title: str, knowledge: Knowledge) -> bool:
    """Return whether what is read as a title is that of several, who were not told apart.

    `ordförande / sekreterare`, `ordförande, Eva Lund`, `tf. chef Eva Lund, ekonomichef`
    """
    named = any(_is_person(part.strip(), knowledge) for part in title.split(","))
    return named or bool(_TWO_TITLES.search(title))


def _is_person(title: str, knowledge: Knowledge) -> bool:
    """Return whether what stands for a title is another person, who signs for the party too."""
    return bool(PERSON.fullmatch(title)) and not knowledge.page.title.search(title)


def _who_signs(places: SigningPlaces) -> list[SigningParty]:
    """Return who signs: where a reader knew the place, else where the text has one.

    Who only stands above a title, in a column that names no party, is taken last.
    """
    words, stated = places.knowledge.stated, places.stated
    every = list(_of_reader(places))
    guessed = [_guessed(each, stated, words) for each in every]
    if not _have_names(every):
        every = places.below_bodies()
    every = [_with_role(each, stated, places.knowledge) for each in every]
    told = {each.role for each in every if each.name}
    below = list(places.below_heads())
    every = [each for each in every if each.name or each.organisation]
    if {each.role for each in below} == {BUYER, PROVIDER}:
        every = [each for each in every if each.role]
    every += [each for each in below if each.role not in told]
    if not _have_names(every):
        every = places.in_columns() or every or guessed
    return every or list(who_greets(places.document, places.knowledge))


def _have_names(every: Iterable[SigningParty]) -> bool:
    return any(each.name for each in every)


def _with_the_other(every: Sequence[SigningParty]) -> list[SigningParty]:
    """Return two parties; where one has a role, the one without has the other.

    Two that have one role have none: it is not clear who is who.
    """
    roles = {each.role for each in every}
    if len(every) != _PARTIES or roles == {BUYER, PROVIDER}:
        return list(every)
    if len(roles) == _PARTIES:
        (role,) = roles - {""}
        return [each if each.role else replace(each, role=OTHER[role]) for each in every]
    return [replace(each, role="") for each in every]


def _of_reader(places: SigningPlaces) -> Iterator[SigningParty]:
    """Yield the parties of the place that a reader knew, each as it is meant."""
    words = places.knowledge.stated
    signatures = places.document.signatures
    every = [_signer(each, places) for each in signatures.signatories] if signatures else []
    yield from (each for each in _turned(every) if not is_called(each.name, words))


def _signer(signatory: Signatory, places: SigningPlaces) -> SigningParty:
    """Return who signs, where a line was taken for another one too."""
    words, bodies, titles = places.knowledge.stated, places.bodies, places.knowledge.page.title
    organisation, name, title = (
        written_out(" ".join(plain.text(content).split()))
        for content in (signatory.organisation, signatory.name, signatory.title)
    )
    title = ", ".join(part for part in title.split(", ") if not _FOOT.search(part))
    role = places.role_in(signatory.role) or role_of(signatory.party, words)
    if not role and organisation.casefold().startswith("för "):
        role, organisation = places.role_in(organisation), ""
    called = is_called(organisation, words)
    if (called or not organisation) and _is_party(name, places):
        role = role or (role_of(organisation, words) if called else "")
        organisation, (name, _, title) = name, title.partition(", ")
    if signatory.role and (several := _beside(role, organisation, title)):
        return several
    person = titled(organisation, titles)
    alone = person and (person["title"] or not name or name[0].islower() or titles.search(name))
    is_body = folded(organisation) in bodies or COMPANY.fullmatch(organisation)
    if signatory.role and alone and not is_body:  # right below the words for whom
        organisation, name, title = "", organisation, joined_title(name, title)
    if not name and ", " in title and titled(title, titles):
        name, title = title, ""
    if person := titled(name, titles):
        name, title = person["name"], _with_who_is_below(person["title"] or "", title, titles)
    first, *parts = title.split(", ")
    kept = takewhile(lambda part: not words.kind_last.match(part), parts)
    return SigningParty(role, organisation, name, *apart(", ".join((first, *kept)), titles))


def _is_party(name: str, places: SigningPlaces) -> bool:
    """Return whether what stands for the name of who signs is that of a party."""
    known_body = folded(name) in places.bodies
    return known_body or is_organisation(name, places.stated, places.knowledge.stated)


def _with_who_is_below(begun: str, below: str, titles: re.Pattern[str]) -> str:
    """Return the title that began behind a name, and the other who signs in the line below."""
    title = whole_title(begun, below)
    other = below and title == begun and titled(below, titles)
    return f"{begun}, {below}" if other else title


def _beside(role: str, names: str, title: str) -> SigningParty | None:
    """Return who signs where several stand on one line: `Eva Lund / Nils Ek`, `chef / jurist`."""
    people, titles = ([part.strip() for part in line.split("/")] for line in (names, title))
    if (
        len(people) < _PARTIES
        or len(people) != len(titles)
        or not all(map(PERSON.fullmatch, people))
    ):
        return None
    return SigningParty(role, "", people[0], titles[0], tuple(zip(people, titles, strict=True))[1:])


def _turned(every: Sequence[SigningParty]) -> list[SigningParty]:
    """Return the parties, with those right whose name stands above a title and an organisation.

    Eva Lund
    ordförande
    Ekby kommun
    """
    titles = [each.title.rpartition(", ")[2] for each in every]
    if not any(COMPANY.fullmatch(title) or _OF_TOWN.fullmatch(title) for title in titles):
        return list(every)
    turned = []
    for party in every:
        title, _, organisation = party.title.rpartition(", ")
        title = party.name or title
        if party.title and title and PERSON.fullmatch(party.organisation):
            party = SigningParty(party.role, organisation, party.organisation, title)
        turned.append(party)
    return turned


def _with_role(
    party: SigningParty, stated: Mapping[str, OldFact], knowledge: Knowledge
) -> SigningParty:
    """Return a party with the role that its organisation has elsewhere, or that it is called by."""
    if party.role:
        return party
    words = knowledge.stated
    called = role_of_phrase(party.organisation, words, knowledge.page.town_label)
    role = called or role_by_name(party.organisation, stated, words)
    return replace(party, role=role, organisation="" if called else party.organisation)


def _guessed(
    party: SigningParty, stated: Mapping[str, OldFact], words: StatedWords
) -> SigningParty:
    """Return a party whose column names no party, only a person with a title; it is asked for."""
    person = PERSON.fullmatch(party.organisation)
    alone = person and party.title and not party.role
    if not alone or is_organisation(party.organisation, stated, words):
        return party
    return replace(party, organisation="", name=party.organisation)
