"""What an old document is called."""

import re
from collections.abc import Iterator
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.stated.lines import ANY_DAY, COVER, DAY, Bodies, folded
from avtalsgen.importing.stated.memo import is_of_people
from avtalsgen.importing.stated.numbers import NUMBER
from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.uppdrag import known

_BARE_NUMBER: Final = re.compile(r"(?:dnr|diarienummer)\W{0,3}(\d{4}[-/]\d{1,6})\b", re.IGNORECASE)
_LABEL: Final = re.compile(r"\b(?:dnr|diarienummer|datum|den)\b[\s:.]*", re.IGNORECASE)
_LABELS_LAST: Final = re.compile(rf"(?:{_LABEL.pattern}|[\s,;–-])+$", re.IGNORECASE)
_LONGEST_TITLE: Final = 90
_OF_A_BODY: Final = re.compile(r"(?i)(?:[\w-]+,? (?:och )?){0,3}[\w-]*(?:nämnden|styrelsen|kommun)")
"""The head of a letter: who sends it, known to the register or not."""
_NUMBERED: Final = re.compile(rf"(?i:\b(?:dnr|diarienummer)\W{{0,3}}){NUMBER.pattern}")
_DATED: Final = re.compile(rf"\b(?i:datum|den)\W{{0,3}}{DAY}")
_ADOPTED: Final = re.compile(r"\s(?:Antage[nt]|Antagna|Fastställ[dt]a?|Beslutade?) (?:av|vid)\b")
_TITLE_ALONE: Final = 8
"""Letters; less than a title is but a label (Dnr, Datum), whatever it stands before."""


def title(document: Document, bodies: Bodies) -> Iterator[OldFact]:
    """Yield what a document is called: its cover says it, or it is asked for."""
    if said := _title(document, bodies):
        yield OldFact(known.TITLE, said, COVER, sure=True)
    elif (first := document.sections[:1]) and first[0].heading and not first[0].number:
        yield OldFact(known.TITLE, plain.text(first[0].heading), "första rubriken", sure=False)


def _title(document: Document, bodies: Bodies) -> str:
    """Return what the document is called: of a letter its subject, the last line of its head."""
    cover = document.cover
    loose = [plain.text(row.content) for row in cover.rows if not row.label]
    head = plain.text(cover.title)
    headed = folded(head).startswith(tuple(bodies)) or is_of_people(document, head, bodies)
    sender = bool(_OF_A_BODY.fullmatch(ANY_DAY.sub("", head).strip()))
    subject = [line for line in loose if (headed or sender) and _is_title(line, bodies)]
    if sender and not subject:
        return ""
    if cover.kicker and head[:1].islower():
        head = f"{cover.kicker} {head}"  # a title on two lines
    numbered = _NUMBERED.search(head)
    if numbered and len(head) > _LONGEST_TITLE:
        head = head[: numbered.start()]  # what stands behind it is no title any more
    for text in (*subject[-1:], head, cover.kicker, document.identity.title):
        title = " ".join(_bare(" ".join(text.split())).split())
        if title and folded(title) not in bodies:
            return title
    return ""


def _bare(title: str) -> str:
    """Return a title without the number and the day that stood under it, and who decided it."""
    title = _ADOPTED.split(title)[0] or title
    for pattern in (_NUMBERED, _BARE_NUMBER, _DATED, ANY_DAY, NUMBER):
        title = pattern.sub("", title)
    left = _LABEL.sub("", title) if len(title) < _TITLE_ALONE else _LABELS_LAST.sub("", title)
    return left.strip().rstrip(" ,;–-")


def _is_title(line: str, bodies: Bodies) -> bool:
    return folded(line) not in bodies and bool(_bare(line).strip()) and " " in line.strip()
