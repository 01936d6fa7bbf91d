"""Where parties sign in the text of an old document, when no ruled line tells it.

The layouts that are known, beside those that a reader knows (`readers/recognise/signatures.py`):

    below a head           beside each other                   below a body of the register
    För beställaren        För beställaren    För utföraren    Socialnämnden
    Eva Lund, ordförande   Eva Lund           Nils Ek          Eva Lund
    För utföraren          ordförande         direktör         ordförande
    Nils Ek, direktör

    above the party               below its name, several for one
    Eva Lund                      Ekby kommun
    ordförande, Ekby kommun       Eva Lund, ordförande     Nils Ek, socialchef

    columns of a table, below a heading Underskrifter or headed by the names of the parties
    | Beställaren | Leverantören  |            | Ekby kommun | Ekby Taxi HB |
    | Eva Lund    | Nils Ek       |            | Eva Lund    | Nils Ek      |
    | ordförande  | Omsorg Öst AB |            | ordförande  | bolagsman    |
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.stated.lines import ANY_DAY, Bodies, folded, text_lines
from avtalsgen.importing.stated.roles import BUYER, PROVIDER, party_of, role_by_name, role_of
from avtalsgen.importing.stated.signing import (
    COMPANY,
    HEAD,
    PERSON,
    SigningParty,
    as_title,
    is_called,
    is_organisation,
    others_below,
    titled,
    whole_title,
    written_out,
)
from avtalsgen.model import plain
from avtalsgen.model.nodes import Block, Cell, Document, Section, Table
from avtalsgen.model.walk import runs, sections
from avtalsgen.records import dataclass
from avtalsgen.register.knowledge import Knowledge

_PARTIES: Final = 2
_HIGHEST: Final = 3
"""Rows below the heads among which that of the names is."""
_TYPED_NUMBER: Final = re.compile(r"^\d+[.)]?\s+")
_FOR_A_BOARD: Final = re.compile(r"(?i)för (?:[\w-]+ och )?\w*nämnden:?")
"""The board of the buyer signs so, unless it is the name of the other party."""
_BOARD: Final = re.compile(r"[A-ZÅÄÖ][\w -]*(?:nämnden?|styrelsen?|förvaltningen?)\b[\w -]*")
"""What stands below the name of a party, for whom it acts."""
_WITH_PARTY: Final = re.compile(r"(?P<title>[^,]+), (?P<organisation>.+)")
_ROOM: Final = re.compile(r"\t+|\s{4,}|_{3,}\s+")
_DAY: Final = re.compile(r"(?i)(?:ort och )?datum\b")


@dataclass(frozen=True, slots=True)
class SigningPlaces:
    """A document, and what is known of its parties when it is asked who signs."""

    document: Document
    bodies: Bodies
    stated: Mapping[str, OldFact]
    knowledge: Knowledge

    def role_in(self, line: str) -> str:
        """Return which party a line is about, by what it is called or by its name."""
        words = self.knowledge.stated
        role = role_of(line, words) or role_by_name(line, self.stated, words)
        return role or (BUYER if _FOR_A_BOARD.fullmatch(line) else "")

    def below_bodies(self) -> list[SigningParty]:
        """Return who signs: a body alone on a line, a person under it, a title."""
        lines = [text.strip() for _, text in text_lines(self.document)]
        every: list[SigningParty] = []
        for place, line in enumerate(lines[:-1]):
            below = lines[place + 1]
            is_person = PERSON.fullmatch(below) and not COMPANY.fullmatch(below)
            if folded(line) in self.bodies and is_person:
                title = lines[place + 2] if place + 2 < len(lines) else ""
                title = "" if folded(title) in self.bodies else as_title(title)
                every.append(SigningParty("", line, below, title))
        return every

    def below_names(self) -> list[SigningParty]:
        """Return who signs first below the name of each party, with a title.

        Several may sign for one party, beside each other too. Nothing if no party is named so.
        """
        rows = [row for line in every_line(self.document) if (row := _row(line))]
        heads = {n: role for n, row in enumerate(rows) if (role := self._head(row))}
        last = sorted(heads)[-_PARTIES:]
        if {heads[n] for n in last} != {BUYER, PROVIDER}:
            return []
        ends = [*last[1:], len(rows)]
        every = [
            self._first(heads[n], rows[n + 1 : end]) for n, end in zip(last, ends, strict=True)
        ]
        return every if all(each.title for each in every) else []

    def _head(self, row: Sequence[str]) -> str:
        """Return the party that a row alone names: `Ekby kommun`, `För socialnämnden`."""
        (line, *others) = row
        if others:
            return ""
        return self.role_in(line) if HEAD.fullmatch(line) else self._named(line)

    def _first(self, role: str, rows: Sequence[Sequence[str]]) -> SigningParty:
        """Return who signs in the first column of rows, the title beside the name or below it."""
        titles = self.knowledge.page.title
        lines = [line for line, *_ in rows]
        for place, line in enumerate(lines):
            signs = titled(line, titles)
            if signs and not is_organisation(signs["name"], self.stated, self.knowledge.stated):
                below = dropwhile(PERSON.fullmatch, lines[place + 1 :])  # who signs beside
                title = next(below, "")
                goes_on = title if titles.search(title) or title[:1].islower() else ""
                title = as_title(whole_title(signs["title"] or "", goes_on))
                return SigningParty(role, "", signs["name"], title)
        return SigningParty(role, "", "", "")

    def below_heads(self) -> Iterator[SigningParty]:
        """Yield who signs below the words for whom: below one another, or beside each other."""
        lines = list(every_line(self.document))
        roles = {
            n: role
            for n, line in enumerate(lines)
            if HEAD.fullmatch(line) and (role := self.role_in(line))
        }
        for first, after in _together(list(roles)):
            ends = next((head for head in roles if head >= after), len(lines))
            heads = [roles[head] for head in range(first, after)]
            yield from _in_rows(heads, lines[after:ends], self.knowledge.page.title)

    def in_columns(self) -> list[SigningParty]:
        """Return who signs in columns, or in lines, below bare roles or the names of parties.

        Each party once, or it is not clear who signs.
        """
        every = list(sections(self.document))
        signed = [block for each in every for block in _signed(each, self.knowledge)]
        if told := self._both(list(self._columns(signed))) or self._with_parties():
            return told
        last = every[-1].blocks[-1:] if every else ()
        cells = [column for block in last if isinstance(block, Table) for column in _cells(block)]
        columns = [[line for line in each if not ANY_DAY.search(line)] for each in cells]
        by_name = all(column and self._named(column[0]) for column in columns)
        return self._both(columns) if by_name else []

    def _with_parties(self) -> list[SigningParty]:
        """Return who signs above a title and the party: `Eva Lund` `ordförande, Ekby kommun`."""
        lines = [text.strip() for _, text in text_lines(self.document)]
        every = []
        for line, below in pairwise(lines):
            said = _WITH_PARTY.fullmatch(below)
            role = self._named(said["organisation"]) if said else ""
            if said and role and PERSON.fullmatch(line):
                every.append(SigningParty(role, "", line, said["title"]))
        return every if {each.role for each in every} == {BUYER, PROVIDER} else []

    def _columns(self, blocks: Sequence[Block]) -> Iterator[list[str]]:
        """Yield the lines of each column of tables, and those from each party in other text."""
        column: list[str] = []
        for block in blocks:
            if isinstance(block, Table):
                yield from _cells(block)
                continue
            for line in _said(runs(block)):
                head = line.rstrip(":")
                if is_called(head, self.knowledge.stated) or self._named(head):
                    yield column
                    column = []
                column.append(line)
        yield column

    def _named(self, line: str) -> str:
        name = line.rstrip(":")
        by_name = role_by_name(name, self.stated, self.knowledge.stated)
        return by_name or party_of(self.bodies.get(folded(name)), self.stated)

    def _both(self, columns: Sequence[Sequence[str]]) -> list[SigningParty]:
        words = self.knowledge.stated
        called = (is_called(column[0].rstrip(":"), words) for column in columns if column)
        if sum(called) > _PARTIES:
            return []  # the persons to ask stand there too
        every = [told for column in columns if (told := self._of_column(column)) is not None]
        roles = {each.role for each in every}
        return every if roles == {BUYER, PROVIDER} and len(every) == _PARTIES else []

    def _of_column(self, lines: Sequence[str]) -> SigningParty | None:
        """Return who signs in a column; nothing where it is not plain whose name it has.

        What stands for a name below a bare role has a title, or the party itself, beside it.
        """
        words, page = self.knowledge.stated, self.knowledge.page
        said = [
            written_out(line)
            for line in lines
            if any(map(str.isalpha, line))
            and not (page.label.fullmatch(line.rstrip(":")) or _DAY.match(line))
        ]
        head = said[0].rstrip(":") if said else ""
        by_name = self._named(head)
        role = by_name or (role_of(head, words) if is_called(head, words) else "")
        rest = said[1:]
        if role and rest and not by_name and self._named(rest[0]) == role:
            by_name, rest = role, rest[1:]
        elif by_name and rest and _BOARD.fullmatch(rest[0]):
            rest = rest[1:]
        signs = titled(rest[0], page.title) if rest else None
        if not role or signs is None or is_organisation(signs["name"], self.stated, words):
            return None
        below = rest[1] if len(rest) > 1 else ""
        is_title = below[:1].islower() or page.title.search(below) or by_name
        title = as_title(whole_title(signs["title"] or "", below if is_title else ""))
        plainly = title or by_name or self._named(below) == role
        others = others_below(rest[1 if signs["title"] else 2 :], page.title)
        return SigningParty(role, "", signs["name"], title, tuple(others)) if plainly else None


def _row(line: str) -> list[str]:
    """Return the columns of a line that say something: neither a rule nor a place and a day."""
    cells = (written_out(cell.strip()) for cell in _ROOM.split(line))
    return [cell for cell in cells if any(map(str.isalpha, cell)) and not ANY_DAY.search(cell)]


def _together(heads: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield where heads on lines next to each other begin, and the line after them."""
    for head in heads:
        if head - 1 not in heads:
            after = head + 1
            while after in heads:
                after += 1
            yield head, after


def _in_rows(
    roles: Sequence[str], lines: Sequence[str], known: re.Pattern[str]
) -> Iterator[SigningParty]:
    """Yield who signs for each of `roles`, of lines that come in rows with one for each of them."""
    beside = len(roles)
    below = (written_out(line) for line in lines if not _DAY.match(line))
    said = [line for line in below if any(map(str.isalpha, line))]
    rows = [said[place : place + beside] for place in range(0, len(said), beside)]
    place = next(
        (n for n, row in enumerate(rows[:_HIGHEST]) if _are_people(row, beside, known)), -1
    )
    if place < 0:
        return
    titles = rows[place + 1] if place + 1 < len(rows) else []
    for column, line in enumerate(rows[place]):
        signs = titled(line, known)
        assert signs is not None
        title = titles[column] if column < len(titles) else ""
        title = as_title(whole_title(signs["title"] or "", title))
        yield SigningParty(roles[column], "", signs["name"], title)


def _are_people(row: Sequence[str], beside: int, known: re.Pattern[str]) -> bool:
    """Return whether a row below the roles has a person for each of them."""
    people = all(titled(line, known) and not COMPANY.fullmatch(line) for line in row)
    return len(row) == beside and people


def _signed(section: Section, knowledge: Knowledge) -> Sequence[Block]:
    """Return what stands below `Underskrifter`: a heading, or a line that was not taken for one."""
    signed: list[Block] | None = None
    above = knowledge.page.above_signing
    lines = [[plain.text(section.heading)], *(_said(runs(block)) for block in section.blocks)]
    for said, block in zip(lines, (None, *section.blocks), strict=True):
        if len(said) == 1 and above.fullmatch(_TYPED_NUMBER.sub("", said[0].strip())):
            signed = []
        elif signed is not None and block is not None:
            signed.append(block)
    return signed or []


def _cells(table: Table) -> Iterator[list[str]]:
    for cells in zip(table.header, *table.rows, strict=True):
        yield _said(cells)


def _said(contents: Iterable[Cell]) -> list[str]:
    """Return the lines of cells or paragraphs, as they are broken; empty ones are left out."""
    lines = (line.strip() for each in contents for line in plain.text(each).split("\n"))
    return [line for line in lines if line]


def every_line(document: Document) -> Iterator[str]:
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
