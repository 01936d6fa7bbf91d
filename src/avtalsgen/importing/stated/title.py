"""What an old document is called."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.stated.days import PLACE_AND_DAY
from avtalsgen.importing.stated.lines import (
    ANY_DAY,
    COVER,
    DAY,
    HEAD,
    Bodies,
    cover_rows,
    edge_lines,
    folded,
)
from avtalsgen.importing.stated.memo import is_of_people, subject
from avtalsgen.importing.stated.numbers import NUMBER
from avtalsgen.importing.stated.roles import role_of
from avtalsgen.importing.stated.signing import COMPANY
from avtalsgen.model import plain
from avtalsgen.model.nodes import Cover, Document
from avtalsgen.readers.recognise.cover import title_lines
from avtalsgen.register.knowledge import Knowledge
from avtalsgen.uppdrag import known

_BARE_NUMBER: Final = re.compile(
    r"(?:dnr|diarienummer)\W{0,3}(\d{4}[-/]\d{1,6})\b(?:-[A-ZÅÄÖ]+)?", re.IGNORECASE
)
_LABEL: Final = re.compile(r"\b(?:dnr|diarienummer|datum|den)\b[\s:.]*", re.IGNORECASE)
_LABELS_LAST: Final = re.compile(rf"(?:{_LABEL.pattern}|[\s,;–-])+$", re.IGNORECASE)
_LONGEST_TITLE: Final = 90
_NUMBERED: Final = re.compile(rf"(?i:\b(?:dnr|diarienummer)\W{{0,3}}){NUMBER.pattern}")
_DATED: Final = re.compile(rf"\b(?i:datum|den)\W{{0,3}}{DAY}")
_REFERS: Final = re.compile(rf"[a-zåäö] den {DAY} [a-zåäö]")
"""A day inside a title, by which another document is meant: `till avtal den 3 mars 2019 om`."""
_ADOPTED: Final = re.compile(r"\s(?:Antage[nt]|Antagna|Fastställ[dt]a?|Beslutade?) (?:av|vid)\b")
_SPACED: Final = re.compile(r"(?:[A-ZÅÄÖ] ){2,}[A-ZÅÄÖ]\b")
_PAGE: Final = re.compile(r"(?i)^sida \d+(?: ?\(\d+\)| av \d+)?\s+")
_ROOM: Final = re.compile(r"\s{2,}|\t")
_VERSION: Final = re.compile(r"(?i)[\s,]+(?:version|utgåva|rev\.?) \d[\d.]*[\s,]*$")
_CONTRACT_NUMBER: Final = re.compile(r"(?i) nr\.?:? \d{2,4}[-/:]\d+$")
_WHO_AGREES: Final = re.compile(
    r"(?<=\w)\smellan\s[A-ZÅÄÖ][^,;:]*\soch\s[A-ZÅÄÖ][^,;:]*$", re.MULTILINE
)
"""Who agrees, last in a title that says what about: `Avtal om stöd mellan Ekby kommun och Sol`."""
_PARTY: Final = re.compile(r"(?i)\bmellan\b|\bkommun\b|\bregion\b|\bgenom\b|[\d,:]")
"""In a line below a title that is of a party, or of something else than the title."""
_OF_PART: Final = re.compile(r"(?i)\w+(?:et|en)s?\b")
"""The head of a part of what has been named already: `Uppdragets parter`, `Avtalet`."""
_FEWEST_WORDS: Final = 3
"""Of a title that says what an agreement is about: `Avtal om boendestöd`."""
_TITLE_ALONE: Final = 8
"""Letters; less than a title is but a label (Dnr, Datum), whatever it stands before."""


def title(document: Document, bodies: Bodies, knowledge: Knowledge) -> Iterator[OldFact]:
    """Yield what a document is called: its cover says it, or its first heading.

    A heading that does not say what kind of document it is above is asked for.
    """
    first = document.sections[:1]
    heading = plain.text(first[0].heading) if first and not first[0].number else ""
    of_kind = bool(knowledge.stated.of_document.search(heading)) and not _OF_PART.match(heading)
    below_sender = of_kind and knowledge.page.above_title.fullmatch(
        plain.text(document.cover.title)
    )
    labelled = next(_named(document, knowledge), "") or subject(document)
    if labelled:
        yield OldFact(known.TITLE, labelled, COVER, sure=True)
        return
    said, sure = ("", True) if below_sender else _title(document, bodies, knowledge)
    if not said and not of_kind:
        said, sure = _of_rows(document, knowledge)
    in_head = "" if said or of_kind else next(_in_head(document, knowledge), "")
    if said:
        yield OldFact(known.TITLE, said, COVER, sure)
    elif in_head:
        yield OldFact(known.TITLE, in_head, HEAD, sure=False)
    elif heading:
        yield OldFact(known.TITLE, _what_about(heading), "första rubriken", sure=of_kind)


def _in_head(document: Document, knowledge: Knowledge) -> Iterator[str]:
    """Yield what the head of pages says that a document is, beside who it is of and its number.

    `Ekby kommun | Uppdragsavtal om odling | Dnr AN 2020/231`
    """
    rows = (plain.text(row.content) for row in document.cover.rows)
    for line in (*edge_lines(document), *rows):
        kind = knowledge.stated.kind_last.search(line)
        if kind and kind[0][:1].isupper():
            yield _bare(_ROOM.split(line[kind.start() :])[0])


def _named(document: Document, knowledge: Knowledge) -> Iterator[str]:
    """Yield what a row of the cover says that the document is called: `Dokumentnamn: …`."""
    for label, said in cover_rows(document):
        if knowledge.stated.name.fullmatch(label.strip(" :")):
            yield " ".join(said.split())


def _of_rows(document: Document, knowledge: Knowledge) -> tuple[str, bool]:
    """Return the row of a cover without a title that says what kind of document it is.

    It is not sure of two columns, which may be the head of a page.
    """
    words = knowledge.stated
    for place, row in enumerate(document.cover.rows):
        said = plain.text(row.content)
        first = row.label or said
        is_role = row.label and role_of(row.label, words)
        if words.kind_last.search(first) and not is_role and not said.endswith("."):
            below = "" if row.label else _row_below(document.cover, place, knowledge)
            alone = not row.label and not below
            return f"{row.label}: {said} {below}".removeprefix(": ").rstrip(), alone
    return "", True


def _row_below(cover: Cover, place: int, knowledge: Knowledge) -> str:
    """Return the row below a title that may be its second line: no label, no party and no day.

    ÖVERENSKOMMELSE
    om hjälpmedel
    """
    rows = cover.rows[place + 1 : place + 2]
    text = " ".join(plain.text(row.content).strip() for row in rows if not row.label)
    page = knowledge.page
    other = page.address.fullmatch(text) or page.label.match(text) or page.above_title.match(text)
    said = _bare(text) == text and " " in text and not text.endswith((".", ":"))
    return (
        text
        if said and len(text) <= _LONGEST_TITLE and not other and not ANY_DAY.search(text)
        else ""
    )


def _title(document: Document, bodies: Bodies, knowledge: Knowledge) -> tuple[str, bool]:
    """Return what the document is called: of a letter its subject, the last line of its head.

    It is not sure of lines that do not go on in each other: the first may say who sends it.
    """
    cover, words = document.cover, knowledge.page
    loose = [plain.text(row.content) for row in cover.rows if not row.label]
    head = plain.text(cover.title)
    if _says_only_kind(head, knowledge):
        below = plain.text(cover.subtitle) or _row_below(cover, -1, knowledge)
        head = f"{head} {below if cover.subtitle or below[:1].islower() else ''}".strip()
    headed = folded(head).startswith(tuple(bodies)) or is_of_people(document, head, bodies)
    sender = bool(words.above_title.fullmatch(ANY_DAY.sub("", head).strip()))
    loose = [
        line for line in loose if not (words.address.fullmatch(line) or words.label.match(line))
    ]
    subject = [line for line in loose if (headed or sender) and _is_title(line, bodies)]
    if sender and not subject:
        return "", True
    if cover.kicker and head[:1].islower():
        head = f"{cover.kicker} {head}"  # a title on two lines
    whole = _from_its_kind(cover, knowledge)
    head = whole or head
    numbered = _NUMBERED.search(head)
    if numbered and len(head) > _LONGEST_TITLE:
        head = head[: numbered.start()]  # what stands behind it is no title any more
    kicker = "" if words.above_title.fullmatch(cover.kicker) else cover.kicker
    for text in (*subject[-1:], head, kicker, document.identity.title):
        if PLACE_AND_DAY.fullmatch(text.strip()):
            continue
        title = " ".join(_bare(" ".join(text.split())).split())
        of_party = words.above_title.fullmatch(title) or COMPANY.fullmatch(title)
        if title and folded(title) not in bodies and not of_party:
            asked = (whole and text == head) or _is_of_kind(title, knowledge)
            asked = asked or len(title) > _LONGEST_TITLE
            goes_on = text == head and _may_go_on(title, cover, bodies, knowledge)
            return title, not (asked or goes_on)
    return "", True


def _may_go_on(title: str, cover: Cover, bodies: Bodies, knowledge: Knowledge) -> bool:
    """Return whether a line below a title may be its second one, and is not plainly another thing.

    Ramavtal om tolkning
    Förmedlade tolkar och tolk på distans
    """
    below = " ".join(plain.text(cover.subtitle).split()) or _row_below(cover, -1, knowledge)
    whole = folded(title).endswith(folded(below))
    of_party = folded(below) in bodies or COMPANY.fullmatch(below) or _PARTY.search(below)
    page = knowledge.page
    other = whole or of_party or page.address.fullmatch(below) or page.above_title.match(below)
    return " " in below and _bare(below) == below and not other


def _says_only_kind(line: str, knowledge: Knowledge) -> bool:
    """Return whether a line of a title says but what the document is: `AVTAL`, `Avtal om`."""
    line = line.strip()
    alone = knowledge.page.kind.fullmatch(line) or knowledge.stated.kind_alone.fullmatch(line)
    return bool(alone)


def _is_of_kind(title: str, knowledge: Knowledge) -> bool:
    """Return whether a title is but its kind, or begins with one in spaced letters: `A V T A L`."""
    return _says_only_kind(title, knowledge) or bool(_SPACED.match(title))


def _from_its_kind(cover: Cover, knowledge: Knowledge) -> str:
    """Return a title from the line that says what kind of document it is, of lines apart.

    It is all of them if none below the first says it; nothing if each goes on in the next.
    """
    kind = knowledge.stated.kind_last
    lines = [line for line in title_lines(cover) if _bare(line)]
    apart = [n for n, pair in enumerate(pairwise(lines), 1) if not _goes_on(*pair, knowledge)]
    first = next((n for n in apart if kind.search(lines[n])), 0)
    return " ".join(lines[first:]) if apart else ""


def _goes_on(line: str, below: str, knowledge: Knowledge) -> bool:
    """Return whether a line of a title goes on in the one below it.

    One that says but what the document is goes on with what it is about: `AVTAL` `om ledsagning`.
    """
    page = knowledge.page
    last = line.split()[-1].casefold()
    begun = last.endswith(("-", "–", ":", "&")) or last in page.leads_on
    kind = _says_only_kind(line, knowledge)
    of_party = page.above_title.fullmatch(below) or COMPANY.fullmatch(below)
    return begun or not below[:1].isupper() or (kind and not of_party)


def _bare(title: str) -> str:
    """Return a title without the number and the day that stood under it, and who decided it."""
    title = _ADOPTED.split(title)[0] or title
    title = _BARE_NUMBER.sub("", _NUMBERED.sub("", title))
    if not _REFERS.search(title):
        title = ANY_DAY.sub("", _DATED.sub("", title))
    title = NUMBER.sub("", title)
    title = _what_about(title)
    title = _VERSION.sub("", title)
    title = _PAGE.sub("", _CONTRACT_NUMBER.sub("", title))
    left = _LABEL.sub("", title) if len(title) < _TITLE_ALONE else _LABELS_LAST.sub("", title)
    return left.strip().rstrip(" ,;–-")


def _what_about(title: str) -> str:
    """Return a title without who agrees, if it says more than that they do."""
    without = title if _REFERS.search(title) else _WHO_AGREES.sub("", title)
    return without if len(without.split()) >= _FEWEST_WORDS else title


def _is_title(line: str, bodies: Bodies) -> bool:
    return folded(line) not in bodies and bool(_bare(line).strip()) and " " in line.strip()
