"""Who signs for each party of an old document, and when."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.stated.lines import ANY_DAY, Bodies, KnownBody, folded, iso, text_lines
from avtalsgen.importing.stated.parties import BUYER, PROVIDER, role_of
from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, Cell, Document, Section, Signatory, Table
from avtalsgen.model.walk import runs, sections
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.readers.rows.hyphens import Hyphens
from avtalsgen.records import dataclass
from avtalsgen.uppdrag import known

_PERSON: Final = re.compile(r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){1,3}")
_SIGNED: Final = "underskrifterna"
_LONGEST_TITLE: Final = 60
_PARTIES: Final = 2
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
_FOR: Final = re.compile(r"(?i)för \w[\w ]{2,40}:?")
"""The head of a place to sign: `För beställaren`."""
_OF_TOWN: Final = re.compile(r"[A-ZÅÄÖ][\w-]+ (?:kommun|stad|region)")
_WRITTEN: Final = re.compile(r"(?i)^(?:namn|namnförtydligande|titel|befattning)\s*:\s*")
"""What stands before a name or a title that is written out."""
_TYPED_NUMBER: Final = re.compile(r"^\d+[.)]?\s+")
_DAY: Final = re.compile(r"(?i)(?:ort och )?datum\b")


@dataclass(frozen=True, slots=True)
class _SigningParty:
    role: str
    organisation: str
    name: str
    title: str


def signers(
    document: Document, bodies: Bodies, stated: Mapping[str, OldFact], words: PageWords
) -> Iterator[OldFact]:
    """Yield who signs for each party, and the day that they wrote."""
    days: set[str] = set()
    every: list[_SigningParty] = []
    for signatory in document.signatures.signatories if document.signatures else ():
        days.update(iso(line) for line in signatory.lines if ANY_DAY.search(line))
        every.append(_signer(signatory, bodies))
    at_the_end, late = _at_the_end(document, bodies)
    days = days if any(each.name for each in every) else days or late
    every = [each for each in _turned(every) if not _is_called(each.name)]
    guessed = [_guessed(each, stated) for each in every]
    if not any(each.name for each in every):
        every = at_the_end
    every = [_with_role(each, stated) for each in every]
    told = {each.role for each in every if each.name}
    below = list(_below_roles(list(_every_line(document)), stated))
    every = [each for each in every if each.name or each.organisation]
    if {each.role for each in below} == {BUYER, PROVIDER}:
        every = [each for each in every if each.role]
    every += [each for each in below if each.role not in told]
    if not any(each.name for each in every):
        every = _below_bare_roles(document, stated, words) or every or guessed
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
        _WRITTEN.sub("", " ".join(plain.text(content).split()))
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


def _turned(every: Sequence[_SigningParty]) -> list[_SigningParty]:
    """Return the parties, with those right whose name stands above a title and an organisation.

    Eva Lund
    ordförande
    Ekby kommun
    """
    titles = [each.title.rpartition(", ")[2] for each in every]
    if not any(_COMPANY.fullmatch(title) or _OF_TOWN.fullmatch(title) for title in titles):
        return list(every)
    turned = []
    for party in every:
        title, _, organisation = party.title.rpartition(", ")
        title = party.name or title
        if party.title and title and _PERSON.fullmatch(party.organisation):
            party = _SigningParty(party.role, organisation, party.organisation, title)
        turned.append(party)
    return turned


def _is_called(text: str) -> bool:
    """Return whether a text is a word for a party, or for whom somebody signs, and no name."""
    return bool(text) and (bool(_FOR.fullmatch(text)) or (" " not in text and bool(role_of(text))))


def _with_role(party: _SigningParty, stated: Mapping[str, OldFact]) -> _SigningParty:
    """Return a party with the role that its organisation has elsewhere, or that it is called by."""
    if party.role:
        return party
    called = role_of(party.organisation) if " " not in party.organisation else ""
    role = called or _role_by_name(party.organisation, stated)
    return replace(party, role=role, organisation="" if called else party.organisation)


def _role_by_name(text: str, stated: Mapping[str, OldFact]) -> str:
    """Return which party a text names by the name that it has elsewhere."""
    for role, path in ((PROVIDER, known.PROVIDER), (BUYER, known.BUYER)):
        fact = stated.get(path)
        name = folded(str(fact.value)) if fact is not None else ""
        if name and folded(text).endswith(name):
            return role
    return ""


def _below_roles(lines: Sequence[str], stated: Mapping[str, OldFact]) -> Iterator[_SigningParty]:
    """Yield who signs below the words for whom: one below another, or one beside another.

    För beställaren     För beställaren     För utföraren
    ..............      ..............      .............
    Eva Lund            Eva Lund            Nils Ek
    ordförande          ordförande          direktör
    """
    roles = {
        n: role
        for n, line in enumerate(lines)
        if _FOR.fullmatch(line) and (role := role_of(line) or _role_by_name(line, stated))
    }
    heads = list(roles)
    for place, head in enumerate(heads):
        if place and heads[place - 1] == head - 1:
            continue  # told with the one before it
        beside = 1
        while head + beside in heads:
            beside += 1
        after = head + beside
        ends = next((each for each in heads if each >= after), len(lines))
        below = (_WRITTEN.sub("", line) for line in lines[after:ends] if not _DAY.match(line))
        said = [line for line in below if any(map(str.isalpha, line))]
        rows = [said[place : place + beside] for place in range(0, len(said), beside)]
        place = next((n for n, row in enumerate(rows[:3]) if _are_people(row, beside)), -1)
        if place < 0:
            continue
        titles = rows[place + 1] if place + 1 < len(rows) else []
        for column, line in enumerate(rows[place]):
            signs = _TITLED.fullmatch(line)
            assert signs is not None
            title = titles[column] if column < len(titles) else ""
            title = _whole_title(signs["title"] or "", title)
            title = "" if len(title) > _LONGEST_TITLE or title.endswith(".") else title
            yield _SigningParty(roles[head + column], "", signs["name"], title)


def _guessed(party: _SigningParty, stated: Mapping[str, OldFact]) -> _SigningParty:
    """Return a party whose column names no party, only a person with a title; it is asked for."""
    person = _PERSON.fullmatch(party.organisation)
    alone = person and party.title and not party.role
    if not alone or _is_organisation(party.organisation, stated):
        return party
    return replace(party, organisation="", name=party.organisation)


def _below_bare_roles(
    document: Document, stated: Mapping[str, OldFact], words: PageWords
) -> list[_SigningParty]:
    """Return who signs under `Underskrifter` without ruled lines: in columns, or in lines.

    | Beställaren | Leverantören  |
    | Eva Lund    | Nils Ek       |
    | ordförande  | Omsorg Öst AB |

    Each party once, or it is not clear who signs.
    """
    columns: list[list[str]] = []
    for section in sections(document):
        columns += _columns(_signed(section, words))
    if sum(_is_called(column[0].rstrip(":")) for column in columns if column) > _PARTIES:
        return []  # the persons to ask stand there too
    told = (_of_column(column, stated, words) for column in columns)
    every = [each for each in told if each is not None]
    return (
        every
        if {each.role for each in every} == {BUYER, PROVIDER} and len(every) == _PARTIES
        else []
    )


def _signed(section: Section, words: PageWords) -> Sequence[Block]:
    """Return what stands below `Underskrifter`: a heading, or a line that was not taken for one."""
    signed: list[Block] | None = None
    lines = [[plain.text(section.heading)], *(_said(runs(block)) for block in section.blocks)]
    for said, block in zip(lines, (None, *section.blocks), strict=True):
        if len(said) == 1 and words.above_signing.fullmatch(_TYPED_NUMBER.sub("", said[0].strip())):
            signed = []
        elif signed is not None and block is not None:
            signed.append(block)
    return signed or []


def _columns(blocks: Sequence[Block]) -> Iterator[list[str]]:
    """Yield the lines of each column of tables, and those from each bare role in other text."""
    column: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            for cells in zip(block.header, *block.rows, strict=True):
                yield _said(cells)
            continue
        for line in _said(runs(block)):
            if _is_called(line.rstrip(":")):
                yield column
                column = []
            column.append(line)
    yield column


def _said(contents: Iterable[Cell]) -> list[str]:
    """Return the lines of cells or paragraphs, as they are broken; empty ones are left out."""
    lines = (line.strip() for each in contents for line in plain.text(each).split("\n"))
    return [line for line in lines if line]


def _of_column(
    lines: Sequence[str], stated: Mapping[str, OldFact], words: PageWords
) -> _SigningParty | None:
    """Return who signs in a column; nothing where it is not plain whose name it has.

    What stands for a name below a bare role has a title, or the party itself, beside it.
    """
    said = [
        _WRITTEN.sub("", line)
        for line in lines
        if any(map(str.isalpha, line)) and not (words.label.fullmatch(line) or _DAY.match(line))
    ]
    head = said[0].rstrip(":") if said else ""
    by_name = _role_by_name(head, stated)
    role = by_name or (role_of(head) if _is_called(head) else "")
    rest = said[1:]
    if role and rest and not by_name and _role_by_name(rest[0], stated) == role:
        by_name, rest = role, rest[1:]
    signs = _TITLED.fullmatch(rest[0]) if rest else None
    if not role or signs is None or _is_organisation(signs["name"], stated):
        return None
    below = rest[1] if len(rest) > 1 else ""
    is_title = below[:1].islower() or words.title.search(below)
    title = _whole_title(signs["title"] or "", below if is_title else "")
    title = "" if len(title) > _LONGEST_TITLE or title.endswith(".") else title
    plainly = title or by_name or _role_by_name(below, stated) == role
    return _SigningParty(role, "", signs["name"], title) if plainly else None


def _is_organisation(name: str, stated: Mapping[str, OldFact]) -> bool:
    """Return whether what looks like the name of a person is that of a party."""
    of_town = re.search(r"(?i)\b(?:kommun|stad|region|nämnd\w*)\b", name)
    return bool(of_town or role_of(name) or _COMPANY.fullmatch(name) or _role_by_name(name, stated))


def _are_people(row: Sequence[str], beside: int) -> bool:
    """Return whether a row below the roles has a person for each of them."""
    people = all(_TITLED.fullmatch(line) and not _COMPANY.fullmatch(line) for line in row)
    return len(row) == beside and people


def _every_line(document: Document) -> Iterator[str]:
    """Yield the lines of the text as they are broken, where the parties sign before what is last.

    Lines below the place to sign may have been taken for a text without a heading.
    """
    written = document.as_written
    every = list(sections(replace(document, sections=written.sections) if written else document))
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
