"""Who agrees with whom in an old document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.stated.lines import (
    COVER,
    Bodies,
    clauses,
    folded,
    labelled_rows,
    places_of_head,
    sentences,
)
from avtalsgen.importing.stated.numbers import NUMBER
from avtalsgen.importing.stated.one_sided import sides
from avtalsgen.importing.stated.party.flat_columns import in_flat_columns
from avtalsgen.importing.stated.party.numbered_parties import numbered_parties
from avtalsgen.importing.stated.party.party_names import MOST_WORDS, NAME, Party, whole_name
from avtalsgen.importing.stated.party.said_to_be import below_questions, said_to_be, who_does_it
from avtalsgen.importing.stated.party.towns import are_towns, of_towns, who_pays
from avtalsgen.importing.stated.roles import (
    BUYER,
    OTHER,
    PATHS,
    PROVIDER,
    role_of,
    role_of_label,
    role_of_phrase,
)
from avtalsgen.importing.stated.signing import is_called
from avtalsgen.model import plain
from avtalsgen.model.nodes import Document, Table
from avtalsgen.model.walk import runs, sections
from avtalsgen.register.knowledge import Knowledge
from avtalsgen.register.stated_words import StatedWords

_LABELLED: Final = re.compile(r"(?P<label>[A-ZÅÄÖ][a-zåäö]+)[ ]?:[ ]*(?P<name>[A-ZÅÄÖ][^,;:.]*)")
"""A line of a text as it could stand on a cover: `Leverantör: Kooperativet Goda grannar, …`."""
_PARTIES: Final = 2
_TAKER: Final = re.compile(
    rf"\s(?:[a-zåäö]\w*\s){{0,3}}?(?P<name>{NAME.pattern})(?:\s(?:i\suppdrag\s)?att\b|\s(?:ett\s)?bidrag|,\sorg)",
    re.VERBOSE,
)
_PARAGRAPH: Final = re.compile(r"^(?:\d+\s?§|§\s?\d+)\s+")
_IS_PARTY: Final = re.compile(r"(?i)\w*part(?:en|er)?")
"""A label, and no name: `Avtalspart (köpare)`."""
_NAMED_TOO: Final = re.compile(r"\s[A-ZÅÄÖ]")
"""In what is no label but the name of a party: `Stiftelsen Sol`."""
_PERSON: Final = re.compile(r"[A-ZÅÄÖ][a-zåäöé-]+ [A-ZÅÄÖ][a-zåäöé-]+")
_JOINS: Final = r"(?:och|samt|till|(?:å andra )?sidan)"
"""What stands between two parties."""
_LEADS: Final = re.compile(r"(?i:\b(?:mellan|å ena sidan|av|avtal är))\s(?=[A-ZÅÄÖ])")
_PARTIES_ARE: Final = re.compile(r"^\W*(?:Avtalsp|P)arter(?:na)?(?:\s*:|\s+är)\s+")
_WHOLE: Final = re.compile(r"(?i)\b(?:kommuns?|regions?|\w*nämnden|genom|ab|hb)\b|,")
"""What tells that a party is named before an `och`, which else may be a part of its name."""


_NUMBERED: Final = re.compile(rf"{NUMBER.pattern}[ ]\(")
_OF_TOWN: Final = re.compile(r"(?i)\b(?:kommun|stad|region|\w*nämnden|\w*styrelsen)\b")
_BETWEEN: Final = re.compile(
    r"\bmellan (?P<one>[A-ZÅÄÖ][^,;:.]*?),? (?:och|samt) (?P<other>[A-ZÅÄÖ].*)"
)
"""The names of two parties in a title."""
_ARE_AGREED: Final = re.compile(
    r"""
    (?P<first> [A-ZÅÄÖ][^,.]*? ) (?: ,\ [^,.]*, )?
    \ och\ (?P<second> [A-ZÅÄÖ][^,.]*? )
    \ (?: är | har\ (?:\w+\ )?kommit ) \ överens\b
    """,
    re.VERBOSE,
)
_TITLE: Final = "titeln"


def named_parties(document: Document, bodies: Bodies, knowledge: Knowledge) -> Iterator[OldFact]:
    """Yield the parties by the names that a text gives them.

    Those that the register knows are sure; others are asked for.
    """
    names: dict[str, str] = {}
    words, towns = knowledge.stated, knowledge.page.town_label
    for party in _named_parties(document, knowledge):
        called = is_called(party.name, words) or role_of_phrase(party.name, words, towns)
        if called or names.get(OTHER[party.role]) == party.name:
            continue  # `Beställaren uppdrar åt Entreprenören att`; nobody agrees with itself
        if names.setdefault(party.role, party.name) != party.name:
            continue  # what is said most plainly stands first
        body = bodies.get(folded(party.name))
        value = body.id if body else party.name
        yield OldFact(PATHS[party.role], value, party.place, sure=bool(body and not party.asks))


def _named_parties(document: Document, knowledge: Knowledge) -> Iterator[Party]:
    """Yield the parties, where it is said most plainly first."""
    words, towns = knowledge.stated, knowledge.page.town_label
    rows = [
        (label, Party("", name, place))
        for place, label, said in labelled_rows(document)
        if (name := whole_name(said)) and not role_of_phrase(name, words, towns)
    ]
    labelled = [
        replace(party, role=role)
        for label, party in rows
        if (role := role_of_label(label, words)) and not _NAMED_TOO.search(label)
    ]
    yield from (party for party in labelled if party.place == COVER)
    yield from in_flat_columns(document, words)
    called = of_towns(list(_of_sentences(document, words)), who_pays(document, words))
    yield from (party for party in _with_the_other(called) if party.role)
    yield from labelled
    yield from said_to_be(document, words)
    yield from below_questions(document, words)
    yield from _below_roles(document, words)
    for label, party in rows:  # who the buyer is has been said then, if it is another
        if towns.fullmatch(label):
            yield replace(party, role=BUYER)
    for party in called:
        if towns.fullmatch(party.called) and not are_towns(called):
            yield replace(party, role=BUYER)
    yield from _of_cover_columns(document, knowledge)
    yield from _of_columns(document, words)
    yield from _given(document, words)
    yield from _agreed(document)
    yield from _between(document, words)
    yield from _by_who_pays(called, document, knowledge)
    yield from (Party(*each) for each in numbered_parties(document))
    yield from (Party(*side) for side in sides(document, knowledge))
    yield from who_does_it(document, words)


def _agreed(document: Document) -> Iterator[Party]:
    """Yield who agrees with whom: `Ekby kommun, kommunstyrelsen, och Ekby pastorat är överens`."""
    for place, text in clauses(document):
        if named := _ARE_AGREED.match(text):
            yield from _town_and_other(named["first"], named["second"], place)


def _by_who_pays(
    called: Sequence[Party], document: Document, knowledge: Knowledge
) -> Iterator[Party]:
    """Yield two parties that are only called by their names: who pays a sum is the buyer.

    `Ekby ersätter Åby med 640 000 kronor`, `För detta ersätter Ekby 640 000 kronor`
    """
    first = called[0].place if called else ""
    here = [each for each in called if each.place == first]
    names = {each.called: each for each in here if each.called[:1].isupper()}
    if len(names) != _PARTIES or any(each.role for each in here):
        return
    pays = f"(?:{knowledge.stated.pays.pattern})"
    payers = {
        name
        for _, text in clauses(document)
        for name in names
        if re.search(rf"^{re.escape(name)}\s(?i:{pays})|(?i:{pays})\s{re.escape(name)}\s\d", text)
    }
    if len(payers) == 1:
        (buyer,) = payers
        (provider,) = {*names} - payers
        yield replace(names[buyer], role=BUYER)
        yield replace(names[provider], role=PROVIDER)


def _town_and_other(first: str, second: str, place: str, payer: str = "") -> Iterator[Party]:
    """Yield two parties: the one that is of a municipality or a region is the buyer.

    Of two such it is the one that pays, if it is said; else, or of none, it is not clear who is.
    """
    buyer, provider = (first, second) if _OF_TOWN.search(first) else (second, first)
    clear = _OF_TOWN.search(buyer) and not _OF_TOWN.search(provider)
    if payer and not clear:
        pays = [name for name in (first, second) if re.search(rf"(?i)\b{payer}", name)]
        clear = len(pays) == 1
        buyer, provider = (first, second) if pays[:1] == [first] else (second, first)
    if clear and max(len(name.split()) for name in (buyer, provider)) <= MOST_WORDS:
        yield Party(BUYER, buyer, place)
        yield Party(PROVIDER, provider, place)


def _of_cover_columns(document: Document, knowledge: Knowledge) -> Iterator[Party]:
    """Yield the parties of two columns that a cover has, below their roles.

    Säljande kommun    Köpande kommun
    Åby kommun         Ekby kommun
    """
    words, towns = knowledge.stated, knowledge.page.town_label
    rows = [(row.label, plain.text(row.content)) for row in document.cover.rows]
    for head, below in pairwise(rows):
        roles = [role_of_phrase(each, words, towns) for each in head]
        if {*roles} == {BUYER, PROVIDER}:
            names = zip(roles, map(whole_name, below), strict=True)
            yield from (Party(role, name, COVER) for role, name in names if name)


def _with_the_other(called: Sequence[Party]) -> Iterator[Party]:
    """Yield parties; of two in one place the one without a role is the other one."""
    for party in called:
        here = {each.name: each for each in called if each.place == party.place}
        roles = {each.role for each in here.values()}
        if not party.role and len(here) == len(roles) == 2:
            (role,) = roles - {""}
            yield replace(party, role=OTHER[role])
        else:
            yield party


def _of_columns(document: Document, words: StatedWords) -> Iterator[Party]:
    """Yield the parties below their roles in the columns of a table.

    | Uppdragsgivare           | Uppdragstagare      |
    | Socialnämnden i Ekby     | Omsorg Öst AB       |
    | org.nr 212000-1111       | org.nr 556677-8899  |
    """
    for section in sections(document):
        for block in section.blocks:
            if not isinstance(block, Table) or not block.rows:
                continue
            yield from _of_rows(block, plain.heading(section), words)
            labels = [plain.text(head).strip(" :") for head in block.header]
            roles = [role_of_label(each, words) if " " not in each else "" for each in labels]
            if not {BUYER, PROVIDER} <= {*roles}:
                continue
            for role, cell in zip(roles, block.rows[0], strict=True):
                said = plain.text(cell).strip()
                name = whole_name(said.split("\n")[0])
                if role and name and not _PERSON.fullmatch(name):
                    yield Party(role, name, plain.heading(section))


def _of_rows(table: Table, place: str, words: StatedWords) -> Iterator[Party]:
    """Yield the parties of a table that has a row for each: its role, its name, and more.

    | Part   | Namn           | Org.nr      |
    | Köpare | Ekby kommun    | 212000-1111 |
    | Säljare| Omsorg Öst AB  | 556677-8899 |
    """
    if len(table.header) <= _PARTIES:
        return  # label and words, as a cover has them
    rows = ([plain.text(cell).strip(" :") for cell in cells] for cells in table.rows)
    named = [(role_of_label(label, words), whole_name(name)) for label, name, *_ in rows]
    roles = [role for role, name in named if role and name and not _PERSON.fullmatch(name)]
    if sorted(roles) == [BUYER, PROVIDER]:
        yield from (Party(role, name, place) for role, name in named if role)


def _below_roles(document: Document, words: StatedWords) -> Iterator[Party]:
    """Yield the parties whose names stand alone on the line below their roles.

    Kund
    Ekby kommun
    """
    for section in sections(document):
        blocks = (block for block in section.blocks if not isinstance(block, Table))
        contents = (content for block in blocks for content in runs(block))
        said = (line for content in contents for line in plain.text(content).split("\n"))
        lines = [plain.text(section.heading), *said]
        lines = [each.strip(" :") for each in lines]
        roles = ["" if " " in each else role_of_label(each, words) for each in lines]
        for before, role, line in zip(["", *roles], roles, lines[1:], strict=False):
            beside = before or role_of_label(line, words)  # heads of columns, one after another
            if role and not beside and whole_name(line) == line and not _PERSON.fullmatch(line):
                yield Party(role, line, plain.heading(section))


def _given(document: Document, words: StatedWords) -> Iterator[Party]:
    """Yield who gives a task to whom: `Socialnämnden ger härmed enheten Bron i uppdrag att`."""
    for place, text in clauses(document):
        gives = words.gives.search(text)
        giver = whole_name(_PARAGRAPH.sub("", text[: gives.start()])) if gives else ""
        taker = _TAKER.match(text, gives.end()) if gives else None
        if giver and taker:
            yield Party(BUYER, giver, place)
            yield Party(PROVIDER, taker["name"], place)


def _between(document: Document, words: StatedWords) -> Iterator[Party]:
    """Yield the parties that a title names: `Avtal mellan Ekby kommun och Hemmet Sol om stöd`.

    They may stand in a line below it.
    """
    first = (each.heading for each in document.sections[:1])
    titles = ((_TITLE, plain.text(each)) for each in (document.cover.title, *first))
    head = places_of_head(document)
    below = ((place, text.removeprefix(place)) for place, text in clauses(document))
    lines = (each for each in below if each[0] in head and _BETWEEN.match(each[1].lstrip(" :")))
    for place, text in (*titles, *lines):
        named = _BETWEEN.search(" ".join(text.split()))
        other = NAME.match(named["other"]) if named else None
        if named is None or other is None:
            continue
        payer = who_pays(document, words)
        yield from _town_and_other(named["one"], other[0].strip(), place, payer)


def _of_sentences(document: Document, words: StatedWords) -> Iterator[Party]:
    """Yield the parties that a sentence names and calls something, with their roles if it says so.

    `Omsorg i Öster AB, org.nr 556000-0000, nedan kallad leverantören`
    """
    for place, text in sentences(document):
        if _NUMBERED.search(text):
            continue  # whose number it is: `SON 2021-884 (kommunen)`
        labelled = _LABELLED.match(text)
        if labelled and (role := role_of_label(labelled["label"], words)):
            if name := whole_name(labelled["name"]):
                yield Party(role, name, place)
            continue
        here = 0
        for called in words.called.finditer(text):
            said = text[here : called.start()]
            before = said.lstrip(" )”,")
            gives = words.gives.match(before)
            led, behind = _behind(said, first=not here)
            if gives:
                led, behind = True, before[gives.end() :].lstrip()
            here = called.end()
            name = _named(behind) if led or not said[:1].islower() else ""
            begins = NAME.match(said)
            if name and (led or (begins and " " in begins[0])):
                name = whole_name(behind, words.forms) or name
            what = re.findall(r"\w+", called[0])[-1]
            if (
                name and not what.isupper() and not _IS_PARTY.fullmatch(name)
            ):  # short for a law: (LSS)
                yield Party(role_of(called[0], words), name, place, what)


def _behind(said: str, *, first: bool) -> tuple[bool, str]:
    """Return whether a word leads to a party in what is said before its role, and what follows.

    Of the second party that word is the first one, so that its name may have an `och` in it.
    """
    said = _PARTIES_ARE.sub("", said) if first else said
    if not first and (match := re.match(rf"(?i:\W*{_JOINS})\s(?=[A-ZÅÄÖ])", said)):
        return True, said[match.end() :]
    led, *parts = _LEADS.split(said)
    behind = parts[-1] if parts else led
    before, *others = re.split(rf"(?i:\b{_JOINS})\s(?=[A-ZÅÄÖ])", behind)
    whole = others and (not parts or _WHOLE.search(before))
    return bool(parts or others), others[-1] if whole else behind


def _named(text: str) -> str:
    match = NAME.search(text)
    return match[0].strip() if match else ""
