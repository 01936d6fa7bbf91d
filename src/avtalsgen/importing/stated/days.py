"""The day that a document is dated, and the first and last day that it holds."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.stated.claims import Claim, Says, of_one, settled
from avtalsgen.importing.stated.lines import (
    ANY_DAY,
    COVER,
    DAY,
    END_OF_SENTENCE,
    HEAD,
    SIGNED,
    below_label,
    clauses,
    cover_lines,
    cover_rows,
    edge_lines,
    iso,
    labelled_rows,
    leads,
    loose_lines,
    places_of_head,
    signed_lines,
    text_lines,
)
from avtalsgen.importing.stated.notice import LENGTH, length_of
from avtalsgen.importing.stated.numbers import NUMBER
from avtalsgen.importing.stated.other_agreements import names_compound
from avtalsgen.importing.stated.roles import role_of
from avtalsgen.model.nodes import Document
from avtalsgen.register.knowledge import Knowledge
from avtalsgen.register.stated_words import StatedWords
from avtalsgen.swedish.deadlines import after
from avtalsgen.swedish.durations import Duration
from avtalsgen.uppdrag import known

PLACE_AND_DAY: Final = re.compile(
    rf"""
    (?: (?:[Oo]rt\ och\ )?[Dd]atum\W{{1,3}} )?       # Ort och datum: Ekby 2019-05-02
    (?: [A-ZÅÄÖ][\w-]+(?:\ [A-ZÅÄÖ][\w-]+){{0,2}},?\ (?:den\ )? )?
    (?P<day>{DAY}) [\s.,]*
    """,
    re.VERBOSE,
)
_LABEL_OF_DAY: Final = re.compile(r"(?i)[\w /,]*\bdatum\b[\w /,]*:?")
"""Where a party is to write when it signs: `Ort och datum`."""
_DAY_FOR: Final = re.compile(r"(?i)\bdatum för\b")
"""In a label: `Datum för tillträde`."""
_MOST_BESIDE: Final = 4
"""Words beside a day that is that of the document."""
_HEAD_NUMBER: Final = re.compile(r"^[\d.]+\s+")
_NUMBER_OF_HEADING: Final = re.compile(r"^[\W\d]*(?:[a-z]\s)?")
_OF_A_PERIOD: Final = 2
"""Days of a term: the first and the last."""
_GAP: Final = r"\.?(?:,?\s\w+){0,2}?(?:,?\sden)?\W{1,3}"
"""Between a word that begins a term and its day: `på Tillträdesdagen, den`, `måndagen den`."""
_TO_DAY: Final = re.compile(rf"(?P<gap>{_GAP})(?P<day>{DAY})")
_PERIOD: Final = re.compile(
    rf"({DAY})\s*(?:[–—-]|till(?:\soch\smed)?|t\.?\s?o\.?\s?m\.?)(?:\sden)?\s*({DAY})"
)
_END: Final = re.compile(rf"(?:till\soch\smed|t\.?\s?o\.?\s?m\.?)(?:\sden)?\s({DAY})")
_LASTS: Final = re.compile(
    rf"""
    \b(?:i|under|på|är|om)\s{LENGTH}\b,?      # i tre år
    (?:\s\w+){{0,2}}?                         # räknat
    \s(?P<begins>(?:från|med\sbörjan)\b[^.]{{0,30}}?{DAY})    # från och med den 1 mars 2022
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""`gäller i tre år från den 1 mars 2022`, `är två år från och med 2024-01-01`."""
_UNTIL_FURTHER: Final = re.compile(
    r"\btills\s?vidare\b|\btills\s[\w-]+\s(?:beslutar|bestämmer)\s(?:något\s)?annat\b",
    re.IGNORECASE,
)
_IF: Final = re.compile(r"\b(?:upphör|slutar|löper|gäller)\som\b")
"""It ends if something else does: `Avtalet upphör om tillståndet löper ut den 1 mars 2022`."""
_OR_LATER: Final = re.compile(r"(?i)\beller\s(?:den|vid|från|när)\b")
"""The day depends on something: `den 1 april eller den senare dag då …`."""
_AT_MOST: Final = re.compile(r"(?i)\bdock\slängst\b")
_AFTER_THAT: Final = re.compile(r"(?:\d[\d.]*\s+)?Därefter\b")
_FOREVER: Final = "tills vidare"
_NO_NAME: Final = "\n"
"""What no word begins with."""


def dated(document: Document, knowledge: Knowledge) -> Iterator[OldFact]:
    """Yield the day of a document: what its head says, else the one day that parties signed."""
    claims = list(_of_document(document, knowledge))
    others = set(_other_days(document, knowledge.stated)) - {each.value for each in claims}
    asked = (replace(each, asks=each.asks or bool(others)) for each in claims)
    yield from settled(known.DATED, asked)


def _other_days(document: Document, words: StatedWords) -> Iterator[str]:
    """Yield the days that stand alone on lines of the cover, of no term: `Rev. 2020-05-05`."""
    of_term = (words.start, words.end, words.of_term, words.of_document, words.other_document)
    rows = (f"{label} {said}" for label, said in cover_rows(document))
    for line in (*rows, *cover_lines(document)):
        beside = line.strip(" .").removesuffix(days[0]) if (days := ANY_DAY.findall(line)) else ""
        short = len(days) == 1 and len(re.findall(r"\w+", beside)) < _MOST_BESIDE
        if short and not ANY_DAY.search(beside) and not any(each.search(line) for each in of_term):
            yield iso(line)


def _of_document(document: Document, knowledge: Knowledge) -> Iterator[Claim]:
    words = knowledge.stated
    head = places_of_head(document)
    labelled = list(_labelled(document, words))
    yield from labelled
    if not labelled:
        yield from _alone(loose_lines(document, knowledge.page.above_title), COVER, words)
        yield from _alone(edge_lines(document), HEAD, words)
    for place, text in clauses(document):
        if (agreed := words.agreed.search(text)) and (day := iso(text[agreed.start() :])):
            yield Claim(day, place, Says.PLAINLY)
        if place in head and words.adopted.match(text) and (day := iso(text)):
            yield Claim(day, place, Says.PLAINLY)
    signed = list(_signed(document))
    for line in filter(words.adopted.match, signed_lines(document)):
        yield from (Claim(day, SIGNED, Says.LIKELY) for day in filter(None, [iso(line)]))
    empty = (line.strip(" ._…") for line in signed_lines(document))
    undated = [line for line in empty if _LABEL_OF_DAY.fullmatch(line)]
    one_has_none = len(undated) > len(signed)
    yield from (Claim(day, SIGNED, Says.LIKELY, asks=one_has_none) for day in signed)
    if document.identity.date:
        yield Claim(document.identity.date, "filens egenskaper", Says.PERHAPS)


def _alone(lines: Iterable[str], place: str, words: StatedWords) -> Iterator[Claim]:
    """Yield the only day of the first page, or of the head of pages, if it has one."""
    loose = [line for line in lines if not words.start.search(line)]
    dated = [line for line in loose if ANY_DAY.search(line) and not _PERIOD.search(line)]
    if len({iso(line) for line in dated}) == 1:
        plain_one = any(words.day.search(line) or _is_bare(line) for line in dated)
        says = Says.PLAINLY if place == COVER else Says.LIKELY
        yield Claim(iso(dated[0]), place, says, asks=not plain_one)


def _is_bare(line: str) -> bool:
    """Return whether a line says little but a day: `Ekby kommun 2019-05-02`."""
    rest = NUMBER.sub("", ANY_DAY.sub("", line))
    return len(re.findall(r"\w+", rest)) <= _MOST_BESIDE


def _labelled(document: Document, words: StatedWords) -> Iterator[Claim]:
    """Yield the days with a label; one that says what the day is for is asked for."""
    for place, label, said in labelled_rows(document):
        day = iso(said) if ANY_DAY.match(said) or place == COVER else ""
        beside = bool(NUMBER.search(label)) and bool(ANY_DAY.fullmatch(said))
        of_head = place == COVER and (bool(words.day.match(label)) or beside)
        of_text = bool(words.day.fullmatch(label)) and not _is_signed(document, place)
        within = place == COVER and words.day.match(said)  # beside what the document is
        if day and (of_head or of_text or within):
            yield Claim(day, place, Says.PLAINLY, asks=bool(_DAY_FOR.search(label)))
    for line in below_label(document, words.day):
        if ANY_DAY.fullmatch(line):
            yield Claim(iso(line), COVER, Says.PLAINLY)


def _is_signed(document: Document, place: str) -> bool:
    """Return whether a heading is the last one, below which the parties sign."""
    return bool(document.sections) and place == _last_heading(document)


def _last_heading(document: Document) -> str:
    places = [place for place, _ in text_lines(document)]
    return places[-1] if places else ""


def _signed(document: Document) -> Iterator[str]:
    """Yield the days that parties wrote where they sign, or below the last heading."""
    last = _last_heading(document)
    below = [
        sentence
        for place, text in text_lines(document)
        if place == last
        for sentence in END_OF_SENTENCE.split(text)
    ]
    for line in (*signed_lines(document), *below, *(last and [last])):
        signed = list(PLACE_AND_DAY.finditer(line.strip()))
        if signed and not PLACE_AND_DAY.sub("", line.strip()).strip():
            yield from (iso(each["day"]) for each in signed)


def term(document: Document, title: str, words: StatedWords) -> Iterator[OldFact]:
    """Yield from when a document with a `title` holds, and until when.

    Two places that say different days are asked about; what is said of another document is none.
    """
    below = filter(ANY_DAY.fullmatch, below_label(document, words.start))
    starts = [Claim(iso(day), COVER, Says.PLAINLY) for day in below]
    ends: list[Claim] = []
    led = leads(document)
    named = words.other_document.search(title)
    its_kind = named[0].casefold() if named else _NO_NAME
    changes = bool(words.changes.search(title))
    for place, text in ((place, _up_to_other(text, words)) for place, text in clauses(document)):
        above = (place, text.partition(":")[0]) if ":" in text else (place,)
        headed = place == COVER or any(
            words.of_term.search(each) or words.of_document.search(each) for each in above
        )
        itself, before = bool(words.of_document.search(text)), _before_days(text)
        about = itself or headed
        priced = words.price.search(place) or words.price.search(before)
        heads = (_HEAD_NUMBER.sub("", each) for each in (*above, led.get(text, "")))
        other = bool(
            words.other_day.search(before if about else text)
            or (priced and not itself)
            or words.background.search(place)
            or _is_of_price(place, words)
            or any(_names_other(each, its_kind, words, first=True) for each in heads)
            or _names_other(before, its_kind, words)
        )
        if changes and words.prolonged.search(text) and len(ANY_DAY.findall(text)) == _OF_A_PERIOD:
            other, about = False, itself
        about = itself or (headed and not role_of(text.partition(" ")[0], words))
        says = Says.PERHAPS if other else Says.PLAINLY if about else Says.LIKELY
        if _AFTER_THAT.match(text) and _UNTIL_FURTHER.search(text):
            ends = [each for each in ends if each.place != place]
        plain_one = itself or place == COVER or (about and _is_of_no_other(text, words))
        of_other = not changes and names_compound(before, title)
        plain_one = plain_one and about and not (of_other or _OR_LATER.search(text))
        bounded = bool(_AT_MOST.search(text))
        starts += (Claim(day, place, says, asks=not plain_one) for day in _starts(text, words))
        ends += (replace(each, asks=bounded or not plain_one) for each in _ends(text, place, says))
        if says is not Says.PERHAPS:
            ends += (Claim(day, place, says, asks=not plain_one) for day in _last_days(text, words))
    yield from settled(known.START, of_one(starts))
    yield from settled(known.END, of_one(ends))


def _is_of_no_other(text: str, words: StatedWords) -> bool:
    """Return whether a sentence below a heading of the term begins with the term or a day itself.

    `Från den 1 mars`, `Start: 1 mars`, `Hyrestiden är …`; not `Personuppgifter behandlas från …`.
    """
    begins = " ".join(text.split()[:2])
    of_term = (words.start, words.end, words.of_term, words.of_document)
    return ":" in text or any(each.search(begins) for each in of_term) or not begins[:1].isalpha()


def _up_to_other(text: str, words: StatedWords) -> str:
    """Return a sentence up to what it says of another day than those before.

    `gäller 2026-01-01–2027-12-31 med rätt till förlängning till 2029-12-31`
    """
    other = words.other_day.search(text)
    before = text[: other.start()] if other else ""
    day = ANY_DAY.search(before)
    return before if day and words.of_document.search(before[: day.start()]) else text


def _is_of_price(place: str, words: StatedWords) -> bool:
    """Return whether a heading begins with what a price does: `§ 6 Indexreglering`."""
    return bool(words.other_day.match(_NUMBER_OF_HEADING.sub("", place))) and not (
        words.of_term.search(place)
    )


def _names_other(text: str, its_kind: str, words: StatedWords, *, first: bool = False) -> bool:
    """Return whether a text, or what stands first in it, names another document.

    What the title has is no other: `Ramavtal om tolkar`, `Ramavtalet gäller`.
    """
    every = words.other_document.finditer(text)
    named = [each[0].casefold() for each in every if not (first and each.start())]
    return any(not each.startswith(its_kind) for each in named)


def _before_days(text: str) -> str:
    """Return a sentence up to its last day; what stands behind is of no day."""
    days = list(ANY_DAY.finditer(text))
    return text[: days[-1].start()] if days else text


def _starts(text: str, words: StatedWords) -> Iterator[str]:
    periods = [match.start(1) for match in _PERIOD.finditer(text)]
    for begins in words.start.finditer(text):
        to_day = _TO_DAY.match(text, begins.end())
        if to_day and not words.not_start.search(to_day["gap"]):
            yield iso(to_day["day"])
            periods = [place for place in periods if place != to_day.start("day")]
    for place in periods:
        yield iso(text[place:])


def _last_days(text: str, words: StatedWords) -> Iterator[str]:
    """Yield the days that a sentence says something ends on: `slutar den 31 augusti 2020`."""
    for ends in words.end.finditer(text):
        to_day = _TO_DAY.match(text, ends.end())
        if to_day and not (words.not_start.search(to_day["gap"]) or _IF.search(text)):
            yield f"till och med {iso(to_day['day'])}"


def _ends(text: str, place: str, says: Says) -> Iterator[Claim]:
    if _UNTIL_FURTHER.search(text):
        yield Claim(_FOREVER, place, min(says, Says.LIKELY))
    elif match := _PERIOD.search(text) or _END.search(text):
        day = iso(match[match.lastindex or 1])
        if says is not Says.PERHAPS:
            yield Claim(f"till och med {day}", place, says)
    elif (lasts := _LASTS.search(text)) and (length := length_of(lasts)):
        last = _last_day(iso(lasts["begins"]), length)
        if last and says is not Says.PERHAPS:
            yield Claim(f"till och med {last}", place, says)


def _last_day(first: str, length: Duration) -> str:
    """Return the last day of a length of time; nothing if its first day is none that there is."""
    try:
        return (after(date.fromisoformat(first), length) - timedelta(days=1)).isoformat()
    except (OverflowError, ValueError):
        return ""
