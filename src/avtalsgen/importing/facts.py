"""What an old document says of itself: number, day, parties, term, price, index, who signs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.model.walk import runs, sections
from avtalsgen.swedish.dates import MONTHS
from avtalsgen.swedish.durations import TimeUnit
from avtalsgen.swedish.numbers import read_letters
from avtalsgen.swedish.typography import SPACE
from avtalsgen.uppdrag import known

_MONTH: Final = "|".join(MONTHS)
_DAY: Final = rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}{SPACE}(?:{_MONTH}){SPACE}\d{{4}})"
_NUMBER: Final = re.compile(r"\b[A-ZÅÄÖ]{2,6}[ \u00a0-]\d{4}[-/:]\d{1,6}\b")
_BARE_NUMBER: Final = re.compile(r"(?:dnr|diarienummer)\W{0,3}(\d{4}[-/]\d{1,6})\b", re.IGNORECASE)
_AGREED: Final = re.compile(
    r"överenskommit|överenskommelse med|ger (?:ett )?uppdrag|uppdrar åt|avtal mellan",
    re.IGNORECASE,
)
_ANY_DAY: Final = re.compile(_DAY)
_START: Final = re.compile(
    rf"""
    (?: från(?:{SPACE}och{SPACE}med)?
      | fr\.?{SPACE}?o\.?{SPACE}?m\.?
      | träder{SPACE}i{SPACE}kraft
    )
    (?:{SPACE}den)?{SPACE}({_DAY})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UNITS: Final = "|".join(name for unit in TimeUnit for name in (unit.singular, unit.plural))
_NOTICE: Final = re.compile(
    rf"""
      uppsägningstid[^.]{{0,60}}?(\w+){SPACE}({_UNITS})\b   # med en uppsägningstid av sex månader
    | \b(\w+){SPACE}({_UNITS})s?[^.]{{0,30}}?uppsägning    # sex månaders uppsägning
    """,
    re.VERBOSE | re.IGNORECASE,
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
_UNTIL_FURTHER: Final = re.compile(r"\btills vidare\b", re.IGNORECASE)
_BUYER: Final = ("beställare", "uppdragsgivare", "huvudman")
_PROVIDER: Final = ("utförare", "leverantör", "uppdragstagare")


@dataclass(frozen=True, slots=True)
class OldFact:
    """A fact as YAML has it, and where it was read."""

    path: str
    value: str
    place: str
    sure: bool


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body of the register that a document may name."""

    id: str
    type: str
    municipality: str


Bodies = Mapping[str, KnownBody]
"""By their names as `by_name` folds them."""


def old_facts(document: Document, bodies: Bodies) -> list[OldFact]:
    """Return the facts that a document states, each once."""
    stated: dict[str, OldFact] = {}
    for fact in _every(document, bodies):
        known = stated.get(fact.path)
        if known is None or (fact.sure and not known.sure):
            stated[fact.path] = fact
    return list(stated.values())


def _every(document: Document, bodies: Bodies) -> Iterator[OldFact]:
    cover, identity = document.cover, document.identity
    title = plain.text(cover.title).strip() or identity.title
    if title:
        yield OldFact(known.TITLE, " ".join(title.split()), "omslaget", True)
    yield from _of_cover(document, bodies)
    if identity.dnr:
        yield OldFact(known.DNR, " ".join(identity.dnr.split()), "omslaget", True)
    if identity.date:
        yield OldFact(known.DATED, identity.date, "filens egenskaper", False)
    for text in (document.running.left, document.running.right, document.running.foot):
        if number := _NUMBER.search(text):
            yield OldFact(known.DNR, number[0].replace("\u00a0", " "), "sidhuvudet", True)
    yield from _of_text(document)
    yield from _parties(document, bodies)
    yield from _of_signatures(document, bodies)


def _of_cover(document: Document, bodies: Bodies) -> Iterator[OldFact]:
    for row in document.cover.rows:
        label, value = row.label.casefold().strip(": "), plain.text(row.content).strip()
        if label.startswith(("dnr", "diarie")):
            yield OldFact(known.DNR, value, "omslaget", True)
        elif label.startswith(("datum", "dag")) and (day := _iso(value)):
            yield OldFact(known.DATED, day, "omslaget", True)
        elif label.startswith(_BUYER) and (body := bodies.get(_folded(value))):
            yield OldFact(known.BUYER, body.id, "omslaget", True)
        elif label.startswith(_PROVIDER) and (body := bodies.get(_folded(value))):
            yield OldFact(known.PROVIDER, body.id, "omslaget", True)
        elif label.startswith(("organisation", "förvaltning")) and (
            body := bodies.get(_folded(value))
        ):
            yield OldFact(known.BUYERS_OFFICE, body.id, "omslaget", True)
        elif number := _NUMBER.search(value):
            yield OldFact(known.DNR, number[0].replace("\u00a0", " "), "omslaget", True)
    text = "\n".join(_cover_lines(document))
    if match := _NUMBER.search(text) or _BARE_NUMBER.search(text):
        yield OldFact(
            known.DNR, match[match.lastindex or 0].replace("\u00a0", " "), "omslaget", True
        )
    days = {_iso(day) for day in _ANY_DAY.findall(text)}
    if len(days) == 1:
        yield OldFact(known.DATED, days.pop(), "omslaget", True)


def _cover_lines(document: Document) -> Iterator[str]:
    cover = document.cover
    yield from (cover.kicker, plain.text(cover.title), plain.text(cover.subtitle))
    for row in cover.rows:
        yield f"{row.label}: {plain.text(row.content)}"
    for section in document.sections[:1]:  # a letter has its head before the first heading
        if not section.heading:
            for block in section.blocks:
                yield from map(plain.text, runs(block))


def _of_text(document: Document) -> Iterator[OldFact]:
    for place, text in _lines(document):
        if (match := _NUMBER.search(text)) or (match := _BARE_NUMBER.search(text)):
            sure = bool(re.search(r"dnr|diarie", text, re.IGNORECASE))
            number = match[match.lastindex or 0].replace("\u00a0", " ")
            yield OldFact(known.DNR, number, place, sure)
        if match := _START.search(text):
            about = re.search("ersättning|index|pris|avgift", place, re.IGNORECASE)
            sure = bool(
                re.search("uppdrag|avtal|tills vidare|tid", f"{place} {text}", re.IGNORECASE)
            )
            if not about:
                yield OldFact(known.START, _iso(match[1]), place, sure)
        if _UNTIL_FURTHER.search(text):
            yield OldFact(known.END, "tills vidare", place, True)
        if (match := _NOTICE.search(text)) and (length := _length(match)):
            yield OldFact(known.NOTICE, length, place, True)
        if match := _SUM.search(text):
            whole = re.sub(r"\D", "", match[1])
            value = f"{whole},{match[2]}" if match[2] and match[2] != "00" else whole
            sure = bool(re.search("ersättning", f"{place} {text}", re.IGNORECASE))
            yield OldFact(known.PRICE, value, place, sure)
        if match := _LEVEL.search(text):
            yield OldFact(known.PRICE_LEVEL, match[1], place, True)
        named = next((v for k, v in _INDEX_NAMES.items() if k in text.casefold()), "")
        if (match := _INDEX.search(text)) or named:
            yield OldFact(known.SERIES, match[1] if match else named, place, True)


def _parties(document: Document, bodies: Bodies) -> Iterator[OldFact]:
    """Yield the parties of the sentence that says who agrees with whom, the buyer first."""
    for place, text in _lines(document):
        if not _AGREED.search(text):
            continue
        named = _bodies_in(_folded(text), bodies)
        if len(named) > 1:
            *first, provider = named
            buyer = next((body for body in first if body.type == "nämnd"), first[0])
            yield OldFact(known.BUYER, buyer.id, place, True)
            yield OldFact(known.PROVIDER, provider.id, place, True)


def _bodies_in(text: str, bodies: Bodies) -> list[KnownBody]:
    """Return the bodies that a text names, in order, the longest name where several begin."""
    places: dict[int, tuple[int, KnownBody]] = {}
    for name, body in bodies.items():
        begins = text.find(name)
        if begins >= 0 and len(name) > places.get(begins, (0, body))[0]:
            places[begins] = len(name), body
    named: list[KnownBody] = []
    here = 0
    for begins, (length, body) in sorted(places.items(), key=lambda each: each[0]):
        if begins >= here and body not in named:
            named.append(body)
            here = begins + length
    return named


def _of_signatures(document: Document, bodies: Bodies) -> Iterator[OldFact]:
    if document.signatures is None:
        return
    where = "underskrifterna"
    for party, signatory in zip(
        ("beställare", "utförare"), document.signatures.signatories, strict=False
    ):
        key = signatory.party if signatory.party in ("beställare", "utförare") else party
        sure = key == signatory.party
        name, title = plain.text(signatory.name).strip(), plain.text(signatory.title).strip()
        organisation = plain.text(signatory.organisation).strip()
        if body := bodies.get(_folded(organisation)):
            yield OldFact(f"parter.{key}.undertecknare.organ", body.id, where, sure)
            yield OldFact(f"parter.{key}.organ", body.id, where, False)
        if name:
            yield OldFact(f"parter.{key}.undertecknare.namn", name, where, sure)
        if title:
            yield OldFact(f"parter.{key}.undertecknare.titel", title, where, sure)


def _lines(document: Document) -> Iterator[tuple[str, str]]:
    for row in document.cover.rows:
        yield "omslaget", f"{row.label} {plain.text(row.content)}"
    for section in sections(document):
        place = plain.heading(section) or "texten"
        for block in section.blocks:
            for content in runs(block):
                yield place, plain.text(content).replace("\n", " ")


def _iso(text: str) -> str:
    match = _ANY_DAY.search(text)
    if match is None:
        return ""
    if match[0][4:5] == "-":
        return match[0]
    day, month, year = re.split(SPACE, match[0])
    return f"{year}-{MONTHS.index(month.casefold()) + 1:02}-{int(day):02}"


def _length(match: re.Match[str]) -> str:
    word, unit = (match[1], match[2]) if match[1] else (match[3], match[4])
    number = int(word) if word.isdecimal() else read_letters(word.casefold())
    if not number:
        return ""
    kind = next(u for u in TimeUnit if unit.casefold() in (u.singular, u.plural))
    return f"{number} {kind.named(number)}"


def _folded(text: str) -> str:
    bare = re.sub(r"[*_,]", "", text.replace("\u00a0", " ").replace("&", "och"))
    return " ".join(bare.casefold().split())


def by_name(document: Document, names: Iterable[tuple[str, KnownBody]]) -> dict[str, KnownBody]:
    """Return bodies by their names; of several with one name that of the municipality named."""
    text = _folded(" ".join(plain.lines(document)))
    known: dict[str, KnownBody] = {}
    for name, body in names:
        other = known.get(_folded(name))
        if other is None or _named(text, body) > _named(text, other):
            known[_folded(name)] = body
    return known


def _named(text: str, body: KnownBody) -> int:
    place = _folded(body.municipality).removesuffix(" kommun").removesuffix("s")
    return text.count(place) if place else 0
