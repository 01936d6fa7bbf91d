"""What an old document says of itself: number, day, parties, term, price, index, who signs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.stated.lines import (
    ANY_DAY,
    COVER,
    DAY,
    Bodies,
    cover_lines,
    cover_rows,
    folded,
    iso,
    sentences,
    text_lines,
)
from avtalsgen.importing.stated.memo import is_memo, is_of_people, memo_facts
from avtalsgen.importing.stated.parties import BUYER, named_parties, parties, role_of
from avtalsgen.importing.stated.signers import signers
from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.swedish.durations import TimeUnit
from avtalsgen.swedish.numbers import read_letters
from avtalsgen.swedish.typography import SPACE
from avtalsgen.uppdrag import known

_NUMBER: Final = re.compile(r"\b[A-ZÅÄÖ]{2,6}[ \u00a0-]\d{4}[-/:]\d{1,6}\b")
_BARE_NUMBER: Final = re.compile(r"(?:dnr|diarienummer)\W{0,3}(\d{4}[-/]\d{1,6})\b", re.IGNORECASE)
_LABEL: Final = re.compile(r"\b(?:dnr|diarienummer|datum|den)\b[\s:.]*", re.IGNORECASE)
_LABELS_LAST: Final = re.compile(rf"(?:{_LABEL.pattern}|[\s,;–-])+$", re.IGNORECASE)
_LONGEST_TITLE: Final = 90
_OF_A_BODY: Final = re.compile(r"(?i)(?:[\w-]+,? (?:och )?){0,3}[\w-]*(?:nämnden|styrelsen|kommun)")
"""The head of a letter: who sends it, known to the register or not."""
_NUMBERED: Final = re.compile(rf"(?i:\b(?:dnr|diarienummer)\W{{0,3}}){_NUMBER.pattern}")
_DATED: Final = re.compile(rf"\b(?i:datum|den)\W{{0,3}}{DAY}")
_ADOPTED: Final = re.compile(r"\s(?:Antage[nt]|Antagna|Fastställ[dt]a?|Beslutade?) (?:av|vid)\b")
_LABELLED_DAY: Final = re.compile(rf"(?i)(?:datum|daterad|upprättad)\W{{0,3}}({DAY})\.?")
_START: Final = re.compile(
    rf"(?:från(?:{SPACE}och{SPACE}med)?|fr\.?{SPACE}?o\.?{SPACE}?m\.?|träder{SPACE}i{SPACE}kraft"
    rf"|börjar{SPACE}gälla)"
    rf"(?:{SPACE}den)?{SPACE}({DAY})",
    re.IGNORECASE,
)
_PERIOD: Final = re.compile(rf"({DAY})\s*[–—-]\s*({DAY})")
_END: Final = re.compile(rf"(?:till{SPACE}och{SPACE}med|t\.?o\.?m\.?)(?:{SPACE}den)?{SPACE}({DAY})")
_UNITS: Final = "|".join(name for unit in TimeUnit for name in (unit.singular, unit.plural))
_LENGTH: Final = rf"(\w+)(?:{SPACE}\(\w+\))?{SPACE}({_UNITS})"
_NOTICE: Final = re.compile(
    rf"""
      uppsägningstid[^.]{{0,60}}?{_LENGTH}\b
    | \b{_LENGTH}s?[^.]{{0,30}}?uppsägning
    | (?:\bsäg\w*\b[^.]{{0,40}}?\bupp|uppsäg)\w*\b      # sägas upp skriftligt
      [^.]{{0,60}}?\b{_LENGTH}s?                         # en månad
      \s+ (?:i\s+förväg|varsel|före|innan) \b           # i förväg
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SUM: Final = re.compile(
    rf"(\d{{1,3}}(?:[ \u00a0\u202f.]\d{{3}})+|\d{{3,}})(?:,(\d\d))?{SPACE}?(?:kronor|kr\b|:-|SEK)"
)
_LEVEL: Final = re.compile(rf"\b((?:19|20)\d\d){SPACE}års{SPACE}(?:pris|penning|kostnads)")
_INDEX: Final = re.compile(r"\b(OPI|PKV|KPI|KPIF|AKI|LKI)\b")
_INDEX_NAMES: Final[Mapping[str, str]] = {
    "omsorgsprisindex": "OPI",
    "prisindex för kommunal verksamhet": "PKV",
    "konsumentprisindex": "KPI",
}
_TITLE_ALONE: Final = 8
"""Letters; less than a title is but a label (Dnr, Datum), whatever it stands before."""
_TERM: Final = "uppdrag|avtal|gäll|tid"
_PAYMENT: Final = re.compile("ersätt|pris|betal", re.IGNORECASE)
_UNTIL_FURTHER: Final = re.compile(r"\btills vidare\b", re.IGNORECASE)


def old_facts(document: Document, bodies: Bodies, words: PageWords) -> list[OldFact]:
    """Return the facts that a document states, each once."""
    stated: dict[str, OldFact] = {}
    memo = is_memo(document)
    _state(stated, _every(document, bodies))
    if memo:
        stated.pop(known.BUYERS_OFFICE, None)  # the uppdrag says it
        _state(stated, memo_facts(document, bodies))
    else:
        _state(stated, _of_text(document))
        _state(stated, parties(document, bodies))
        named = dict(stated)
        _state(named, named_parties(document, words))
        _state(stated, signers(document, bodies, named, words))
        _state(stated, named_parties(document, words))
    return list(stated.values())


def _state(stated: dict[str, OldFact], facts: Iterable[OldFact]) -> None:
    for fact in facts:
        other = stated.get(fact.path)
        if other is None or (fact.sure and not other.sure):
            stated[fact.path] = fact


def _every(document: Document, bodies: Bodies) -> Iterator[OldFact]:
    identity = document.identity
    if title := _title(document, bodies):
        yield OldFact(known.TITLE, title, COVER, sure=True)
    elif (first := document.sections[:1]) and first[0].heading and not first[0].number:
        yield OldFact(known.TITLE, plain.text(first[0].heading), "första rubriken", sure=False)
    yield from _of_cover(document, bodies)
    if identity.dnr:
        yield OldFact(known.DNR, " ".join(identity.dnr.split()), COVER, sure=True)
    if identity.date:
        yield OldFact(known.DATED, identity.date, "filens egenskaper", sure=False)
    for text in (document.running.left, document.running.right, document.running.foot):
        if number := _NUMBER.search(text):
            yield OldFact(known.DNR, number[0].replace("\u00a0", " "), "sidhuvudet", sure=True)
    for place, text in text_lines(document):
        if match := _LABELLED_DAY.fullmatch(text.strip()):
            yield OldFact(known.DATED, iso(match[1]), place, sure=place == COVER)
        if (match := _NUMBER.search(text)) or (match := _BARE_NUMBER.search(text)):
            sure = bool(re.search(r"dnr|diarie", text, re.IGNORECASE))
            number_text = match[match.lastindex or 0].replace("\u00a0", " ")
            yield OldFact(known.DNR, number_text, place, sure)


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
    for pattern in (_NUMBERED, _BARE_NUMBER, _DATED, ANY_DAY, _NUMBER):
        title = pattern.sub("", title)
    left = _LABEL.sub("", title) if len(title) < _TITLE_ALONE else _LABELS_LAST.sub("", title)
    return left.strip().rstrip(" ,;–-")


def _is_title(line: str, bodies: Bodies) -> bool:
    return folded(line) not in bodies and bool(_bare(line).strip()) and " " in line.strip()


def _of_cover(document: Document, bodies: Bodies) -> Iterator[OldFact]:
    for label, value in cover_rows(document):
        if number := _NUMBER.search(label):  # beside it stands the day
            yield OldFact(known.DNR, number[0].replace("\u00a0", " "), COVER, sure=True)
            label = "datum"
        yield from _of_row(label.casefold().strip(": "), value, bodies)
    lines = list(cover_lines(document))
    text = "\n".join(lines)
    if match := _NUMBER.search(text) or _BARE_NUMBER.search(text):
        number_text = match[match.lastindex or 0].replace("\u00a0", " ")
        yield OldFact(known.DNR, number_text, COVER, sure=True)
    days = {iso(line) for line in lines if ANY_DAY.search(line) and not _START.search(line)}
    if len(days) == 1:
        yield OldFact(known.DATED, days.pop(), COVER, sure=True)
    for line in lines:
        if (body := bodies.get(folded(line))) and body.type == "förvaltning":
            yield OldFact(known.BUYERS_OFFICE, body.id, COVER, sure=True)


def _of_row(label: str, value: str, bodies: Bodies) -> Iterator[OldFact]:
    """Yield what a row of the cover says."""
    body = bodies.get(folded(value))
    party = role_of(label)
    if label.startswith(("dnr", "diarie")):
        number = _NUMBER.match(value)
        yield OldFact(known.DNR, number[0] if number else value, COVER, sure=True)
    elif label.startswith(("datum", "dag")) and (day := iso(value)):
        yield OldFact(known.DATED, day, COVER, sure=True)
    elif party and value:
        path = known.BUYER if party == BUYER else known.PROVIDER
        yield OldFact(path, body.id if body else value, COVER, sure=body is not None)
    elif label.startswith(("organisation", "förvaltning")) and body:
        yield OldFact(known.BUYERS_OFFICE, body.id, COVER, sure=True)


def _of_text(document: Document) -> Iterator[OldFact]:
    for place, text in sentences(document):
        yield from _term(place, text)
        yield from _payment(place, text)


def _term(place: str, text: str) -> Iterator[OldFact]:
    """Yield from when and how long a document holds, and how it is ended."""
    of_term = bool(re.search(_TERM, f"{place} {text}", re.IGNORECASE))
    money = re.search("ersättning|index|pris|avgift", place, re.IGNORECASE)
    if (match := _START.search(text)) and not money:
        yield OldFact(known.START, iso(match[1]), place, of_term)
    if _UNTIL_FURTHER.search(text):
        yield OldFact(known.END, "tills vidare", place, sure=True)
    elif (match := _END.search(text)) and of_term:
        yield OldFact(known.END, f"till och med {iso(match[1])}", place, sure=True)
    elif (match := _PERIOD.search(text)) and of_term:
        yield OldFact(known.START, iso(match[1]), place, sure=True)
        yield OldFact(known.END, f"till och med {iso(match[2])}", place, sure=True)
    if (match := _NOTICE.search(text)) and (length := _length(match)):
        yield OldFact(known.NOTICE, length, place, sure=True)


def _payment(place: str, text: str) -> Iterator[OldFact]:
    """Yield what is paid, in which year's level, and what it grows by."""
    if match := _SUM.search(text):
        whole = re.sub(r"\D", "", match[1])
        value = f"{whole},{match[2]}" if match[2] and match[2] != "00" else whole
        sure = bool(_PAYMENT.search(f"{place} {text}"))
        yield OldFact(known.PRICE, value, place, sure)
    if match := _LEVEL.search(text):
        yield OldFact(known.PRICE_LEVEL, match[1], place, sure=True)
    named = next((v for k, v in _INDEX_NAMES.items() if k in text.casefold()), "")
    if (match := _INDEX.search(text)) or named:
        yield OldFact(known.SERIES, match[1] if match else named, place, sure=True)


def _length(match: re.Match[str]) -> str:
    word, unit = (part for part in match.groups() if part)
    number = int(word) if word.isdecimal() else read_letters(word.casefold())
    if not number:
        return ""
    kind = next(u for u in TimeUnit if unit.casefold() in (u.singular, u.plural))
    return f"{number} {kind.named(number)}"
