"""Who agrees with whom in an old document, and who signs for each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from avtalsgen.importing.lines import (
    ANY_DAY,
    Bodies,
    BodyPlace,
    KnownBody,
    bodies_in,
    folded,
    iso,
    sentences,
    text_lines,
)
from avtalsgen.importing.old_fact import OldFact
from avtalsgen.model import plain
from avtalsgen.model.nodes import Document, Signatory
from avtalsgen.model.walk import runs, sections
from avtalsgen.readers.rows.hyphens import Hyphens
from avtalsgen.records import dataclass
from avtalsgen.uppdrag import known

BUYER, PROVIDER = "beställare", "utförare"
_ROLES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("beställ", "uppdragsgiv", "köpar", "huvudman"), BUYER),
    **dict.fromkeys(("utför", "leverant", "uppdragstag", "säljar"), PROVIDER),
    **dict.fromkeys(("stiftelsen", "föreningen", "bolaget"), PROVIDER),
    "kommunen": BUYER,
}
"""How words begin that say which party somebody is."""
_AGREED: Final = (
    re.compile(r"överenskommi|överenskommelse|överens om|ger (?:ett )?uppdrag", re.IGNORECASE),
    re.compile(r"uppdrar åt|i uppdrag att|\bavtal\b|\bmellan\b", re.IGNORECASE),
)
_BEHIND: Final = 40
_BEFORE: Final = 14
_SIGNED: Final = "underskrifterna"
_CALLED: Final = re.compile(
    r"""
    [\s,]*
    (?: \(? \b (?:nedan|hädanefter|i\ fortsättningen|såsom|i\ egenskap\ av) \b\ ? | \([ ]? )
    (?:kalla[dt]\ |benämn[dt]\ )? (?:för\ )?
    ["”“']? [A-Za-zÅÄÖåäö]+
    """,
    re.VERBOSE,
)
"""How a sentence goes on behind the name of a party: `, nedan kallad köparen`, `(beställaren)`."""
_LABELLED: Final = re.compile(r"(?P<label>[A-ZÅÄÖ][a-zåäö]+)[ ]?:[ ]*(?P<name>[A-ZÅÄÖ][^,;:.]*)")
"""A line of a text as it could stand on a cover: `Leverantör: Kooperativet Goda grannar, …`."""
_NAME: Final = re.compile(
    r"""
    [A-ZÅÄÖ][\w&-]*
    (?:
      [ ] (?:(?:i|och|&|av|för|på)[ ])?
      (?: kommuns?\b | regions?\b | [A-ZÅÄÖ][\w&-]* )
    )*
    """,
    re.VERBOSE,
)
_PERSON: Final = re.compile(r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){1,3}")
_LONGEST_TITLE: Final = 60
_MOST_WORDS: Final = 6
"""Of the name of a party: `Ledsagarna i Väst ekonomisk förening`."""
_COMPANY: Final = re.compile(r".* (?:AB|HB|KB)")
_TITLED: Final = re.compile(
    rf"""
    (?P<name>{_PERSON.pattern.replace(" ", "[ ]")})
    (?:
        (?: ,[ ] | [ ]\( ) (?P<title>[a-zåäö] (?: [\w \u2010-] | \.(?=[ ]) )*) \)?
      | ,
    )?
    """,
    re.VERBOSE,
)
"""Who signs, perhaps with a title on the same line, or the beginning of one."""
_BROKEN: Final = Hyphens(frozenset(), parts_words=True)
"""A title is broken where there is no more room, in the middle of a word too."""
_UNFINISHED: Final = re.compile(r" (?!vd$)[a-zåäö]{1,3}$")
"""A small word, which no title ends with: `chef för`."""
_JOINS: Final = r"(?:och|samt|till|(?:å andra )?sidan)"
"""What stands between two parties."""
_LEADS: Final = re.compile(r"(?i:\b(?:mellan|å ena sidan|av))\s(?=[A-ZÅÄÖ])")
_WHOLE: Final = re.compile(r"(?i)\b(?:kommuns?|regions?|\w*nämnden|genom|ab|hb)\b|,")
"""What tells that a party is named before an `och`, which else may be a part of its name."""
_FOR: Final = re.compile(r"(?i)för \w[\w ]{2,40}:?")
"""The head of a place to sign: `För beställaren`."""


def role_of(text: str) -> str:
    """Return which party a text says that somebody is; nothing if it does not."""
    words = re.findall(r"\w+", text.casefold())
    return next((party for w in words for stem, party in _ROLES.items() if w.startswith(stem)), "")


def parties(document: Document, bodies: Bodies) -> Iterator[OldFact]:
    """Yield the parties of the sentences that say who agrees with whom, the buyer first."""
    for place, text in sentences(document):
        named = bodies_in(text, bodies)
        if len({each.body.id for each in named}) < 2:
            continue
        said = _said(text, named)
        if not said and not any(pattern.search(text) for pattern in _AGREED):
            continue
        bodies_here = [each.body for each in named]
        first = next((body for body in bodies_here if body.type == "nämnd"), bodies_here[0])
        behind = bodies_here[bodies_here.index(first) + 1 :]
        other = next((body for body in behind if body.type != "kommun"), first)
        buyer, provider = said.get(BUYER, first), said.get(PROVIDER, other)
        if buyer != provider:
            yield OldFact(known.BUYER, buyer.id, place, sure=True)
            yield OldFact(known.PROVIDER, provider.id, place, sure=True)


def named_parties(document: Document) -> Iterator[OldFact]:
    """Yield the parties by the names that a sentence gives them, known to the register or not.

    `Omsorg i Öster AB, org.nr 556000-0000, nedan kallad leverantören`
    """
    for place, text in sentences(document):
        labelled = _LABELLED.match(text)
        if labelled and (role := role_of(labelled["label"])):
            name = _whole_name(labelled["name"])
            if name:
                yield OldFact(_path(role), name, place, sure=False)
            continue
        here = 0
        for called in _CALLED.finditer(text):
            role = role_of(called[0])
            said = text[here : called.start()]
            led, behind = _behind(said, first=not here)
            here = called.end()
            name = _named(behind) if led or not said[:1].islower() else ""
            begins = _NAME.match(said)
            if name and (led or (begins and " " in begins[0])):
                name = _whole_name(behind) or name
            if role and name:
                yield OldFact(_path(role), name, place, sure=False)


def _behind(said: str, *, first: bool) -> tuple[bool, str]:
    """Return whether a word leads to a party in what is said before its role, and what follows.

    Of the second party that word is the first one, so that its name may have an `och` in it.
    """
    if not first and (match := re.match(rf"(?i:\W*{_JOINS})\s(?=[A-ZÅÄÖ])", said)):
        return True, said[match.end() :]
    led, *parts = _LEADS.split(said)
    behind = parts[-1] if parts else led
    before, *others = re.split(rf"(?i:\b{_JOINS})\s(?=[A-ZÅÄÖ])", behind)
    whole = others and (not parts or _WHOLE.search(before))
    return bool(parts or others), others[-1] if whole else behind


def _path(role: str) -> str:
    return known.BUYER if role == BUYER else known.PROVIDER


def _named(text: str) -> str:
    match = _NAME.search(text)
    return match[0].strip() if match else ""


def _whole_name(text: str) -> str:
    """Return all that stands between `mellan` or `och` and a comma, if that is a name."""
    name = " ".join(text.partition(",")[0].split())
    words = name.split()
    return name if name[:1].isupper() and len(words) <= _MOST_WORDS and name[-1].isalnum() else ""


def _said(text: str, named: Sequence[BodyPlace]) -> dict[str, KnownBody]:
    """Return which body a line says is which party: `nedan kallad utföraren`, `(köparen)`."""
    said: dict[str, KnownBody] = {}
    for index, here in enumerate(named):
        ends = named[index + 1].start if index + 1 < len(named) else len(text)
        behind = text[here.end : min(ends, here.end + _BEHIND)]
        explicit = re.match(
            r"[\s,]*(?:\(|nedan |här |såsom |i egenskap av )[^).]*", behind, re.IGNORECASE
        )
        role = role_of(explicit[0]) if explicit else ""
        before = re.findall(r"\w+", text[max(0, here.start - _BEFORE) : here.start])
        role = role or (role_of(before[-1]) if before else "")
        if role:
            said.setdefault(role, _board(named, index))
    return said


def _board(named: Sequence[BodyPlace], place: int) -> KnownBody:
    """Return the board where a line names its municipality behind it: the board in the town."""
    here = named[place]
    if here.body.type == "kommun" and place:
        before = named[place - 1]
        if before.body.type == "nämnd" and here.start - before.end < _BEFORE:
            return before.body
    return here.body


@dataclass(frozen=True, slots=True)
class _SigningParty:
    role: str
    organisation: str
    name: str
    title: str


def signers(document: Document, bodies: Bodies, stated: Mapping[str, OldFact]) -> Iterator[OldFact]:
    """Yield who signs for each party, and the day that they wrote."""
    days: set[str] = set()
    every: list[_SigningParty] = []
    for signatory in document.signatures.signatories if document.signatures else ():
        days.update(iso(line) for line in signatory.lines if ANY_DAY.search(line))
        every.append(_signer(signatory, bodies))
    if not any(each.name for each in every):
        every, days = _at_the_end(document, bodies)
    told = {each.role for each in every if each.name}
    below = _below_roles(list(_every_line(document)))
    every = [each for each in every if each.name or each.organisation]
    every += [each for each in below if each.role not in told]
    for place, signer in enumerate(every[:2]):
        body = bodies.get(folded(signer.organisation))
        party = signer.role or _party_of(body, stated)
        sure = bool(party)
        party = party or (BUYER, PROVIDER)[place]
        above = f"parter.{party}"
        if body:
            yield OldFact(f"{above}.undertecknare.organ", body.id, _SIGNED, sure)
            yield OldFact(f"{above}.organ", body.id, _SIGNED, sure=False)
        if signer.name:
            yield OldFact(f"{above}.undertecknare.namn", signer.name, _SIGNED, sure)
        if signer.title:
            yield OldFact(f"{above}.undertecknare.titel", signer.title, _SIGNED, sure)
    if len(days) == 1:
        yield OldFact(known.DATED, days.pop(), _SIGNED, sure=False)


def _party_of(body: KnownBody | None, stated: Mapping[str, OldFact]) -> str:
    """Return the party that a body, or the municipality that it is of, is."""
    for party, path in ((PROVIDER, known.PROVIDER), (BUYER, known.BUYER)):
        fact = stated.get(path)
        if body is not None and fact is not None and fact.sure and fact.value == body.id:
            return party
    office = stated.get(known.BUYERS_OFFICE)
    return BUYER if body and (body.type == "kommun" or (office and office.value == body.id)) else ""


def _signer(signatory: Signatory, bodies: Bodies) -> _SigningParty:
    """Return who signs, where a line was taken for another one too."""
    organisation, name, title = (
        " ".join(plain.text(content).split())
        for content in (signatory.organisation, signatory.name, signatory.title)
    )
    role = role_of(signatory.role) or role_of(signatory.party)
    if not role and organisation.casefold().startswith("för "):
        role, organisation = role_of(organisation), ""
    if not organisation and folded(name) in bodies:
        organisation, (name, _, title) = name, title.partition(", ")
    person = _TITLED.fullmatch(organisation)
    alone = person and (person["title"] or not name or name[0].islower())
    is_body = folded(organisation) in bodies or _COMPANY.fullmatch(organisation)
    if role and alone and not is_body:  # right below the words for whom
        organisation, name, title = "", organisation, _joined(name, title)
    if not name and ", " in title and _TITLED.fullmatch(title):
        name, title = title, ""
    person = _TITLED.fullmatch(name)
    if person:
        name, title = person["name"], _whole_title(person["title"] or "", title)
    return _SigningParty(role, organisation, name, title)


def _whole_title(begun: str, below: str) -> str:
    """Return a title that began behind the name, and may go on in the line below it.

    Anna Andersson, enhets-       Anna Andersson, chef      Anna Andersson (vd
    chef                          Socialförvaltningen       och koncernchef)
    """
    goes_on = not begun or below[:1].islower() or _UNFINISHED.search(begun)
    return _joined(begun, below).removesuffix(")") if goes_on else begun


def _joined(begun: str, rest: str) -> str:
    return _BROKEN.joined(begun, rest) if begun and rest else begun or rest


def _below_roles(lines: Sequence[str]) -> Iterator[_SigningParty]:
    """Yield who signs below the words for whom: one below another, or one beside another.

    För beställaren     För beställaren     För utföraren
    ..............      ..............      .............
    Eva Lund            Eva Lund            Nils Ek
    ordförande          ordförande          direktör
    """
    heads = [n for n, line in enumerate(lines) if _FOR.fullmatch(line) and role_of(line)]
    for place, head in enumerate(heads):
        if place and heads[place - 1] == head - 1:
            continue  # told with the one before it
        beside = 1
        while head + beside in heads:
            beside += 1
        after = head + beside
        ends = next((each for each in heads if each >= after), len(lines))
        said = [line for line in lines[after:ends] if any(map(str.isalpha, line))]
        rows = [said[place : place + beside] for place in range(0, len(said), beside)]
        place = next((n for n, row in enumerate(rows[:3]) if _are_people(row, beside)), -1)
        if place < 0:
            continue
        titles = rows[place + 1] if place + 1 < len(rows) else []
        for column, line in enumerate(rows[place]):
            signs = _TITLED.fullmatch(line)
            assert signs is not None
            below = titles[column] if column < len(titles) else ""
            title = _whole_title(signs["title"] or "", below)
            title = "" if len(title) > _LONGEST_TITLE or title.endswith(".") else title
            yield _SigningParty(role_of(lines[head + column]), "", signs["name"], title)


def _are_people(row: Sequence[str], beside: int) -> bool:
    """Return whether a row below the roles has a person for each of them."""
    people = all(_TITLED.fullmatch(line) and not _COMPANY.fullmatch(line) for line in row)
    return len(row) == beside and people


def _every_line(document: Document) -> Iterator[str]:
    """Yield the lines of the text as they are broken, where the parties sign before what is last.

    Lines below the place to sign may have been taken for a text without a heading.
    """
    every = list(sections(document))
    for place, section in enumerate(every):
        if place == len(every) - 1 and not section.heading and document.signatures:
            yield from (each.role for each in document.signatures.signatories if each.role)
        for block in section.blocks:
            for content in runs(block):
                yield from (line.strip() for line in plain.text(content).split("\n"))


def _at_the_end(document: Document, bodies: Bodies) -> tuple[list[_SigningParty], set[str]]:
    """Return who signs by the last lines: a body alone on a line, a person under it, a title."""
    lines = [text.strip() for _, text in text_lines(document)]
    every: list[_SigningParty] = []
    first = len(lines)
    for place, line in enumerate(lines[:-1]):
        below = lines[place + 1]
        is_person = _PERSON.fullmatch(below) and not _COMPANY.fullmatch(below)
        if folded(line) not in bodies or not is_person:
            continue
        title = lines[place + 2] if place + 2 < len(lines) else ""
        if folded(title) in bodies or len(title) > _LONGEST_TITLE or title.endswith("."):
            title = ""
        every.append(_SigningParty("", line, lines[place + 1], title))
        first = min(first, place)
    before = lines[max(0, first - 1) : first]
    days = {iso(line) for line in before if ANY_DAY.search(line) and len(line) < _LONGEST_TITLE}
    return every, days
