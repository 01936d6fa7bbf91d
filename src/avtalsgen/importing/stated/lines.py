"""The lines of an old document by where they stand, and the bodies and days that are in them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document, List, Section, Table
from avtalsgen.model.walk import runs, sections
from avtalsgen.records import dataclass
from avtalsgen.swedish.dates import MONTHS
from avtalsgen.swedish.numbers import PLACES
from avtalsgen.swedish.typography import SPACE

_MONTH: Final = "|".join(MONTHS)
_PLACE: Final = "|".join(sorted(PLACES, key=len, reverse=True))
_MONTH_AND_DAY: Final = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_COMPACT: Final = rf"(?<![\d-])(?:19|20)\d\d{_MONTH_AND_DAY}(?![\d-])"
"""`20190304`; behind the number of a person stands a hyphen."""
DAY: Final = (
    rf"(?:\d{{4}}-\d\d-\d\d|{_COMPACT}|\d{{1,2}}/\d{{1,2}}{SPACE}\d{{4}}"
    rf"|(?:\d{{1,2}}(?::[ae])?|{_PLACE}){SPACE}(?:{_MONTH}){SPACE}\d{{4}})"
)
ANY_DAY: Final = re.compile(DAY)
_LETTERS_OF_COMPACT: Final = len("20190304")
COVER: Final = "omslaget"
HEAD: Final = "sidhuvudet"
SIGNED: Final = "underskrifterna"
TEXT: Final = "texten"


NOT: Final = re.compile(r"(?i)\b(?:inte|ej|aldrig)\b")
"""What a sentence denies, it does not plainly say."""


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body of the register that a document may name."""

    id: str
    type: str
    municipality: str


Bodies = Mapping[str, KnownBody]
"""By their names as `by_name` folds them."""


@dataclass(frozen=True, slots=True)
class BodyPlace:
    """A body where a line names it."""

    body: KnownBody
    start: int
    end: int


def iso(text: str) -> str:
    """Return the first day in a text as 2019-03-04; nothing if there is none.

    It may be written `2019-03-04`, `20190304`, `4 mars 2019`, `den fjärde mars 2019` or `4/3 2019`.
    """
    match = ANY_DAY.search(text)
    if match is None:
        return ""
    if match[0][4:5] == "-":
        return match[0]
    if len(match[0]) == _LETTERS_OF_COMPACT and match[0].isdecimal():
        return f"{match[0][:4]}-{match[0][4:6]}-{match[0][6:]}"
    day, *months, year = re.split(rf"{SPACE}|/", match[0])
    month = months[0].casefold()
    number = int(month) if month.isdecimal() else MONTHS.index(month) + 1
    place = day.partition(":")[0]
    return f"{year}-{number:02}-{int(place) if place.isdecimal() else PLACES.index(place) + 1:02}"


def bare(text: str) -> str:
    """Return a text as names are looked for in it; each letter keeps its place."""
    return re.sub(r"[*_,\u00a0]", " ", text.casefold())


def folded(text: str) -> str:
    """Return a name as it is looked for."""
    return " ".join(bare(text.replace("&", "och")).split())


def cover_lines(document: Document) -> Iterator[str]:
    """Yield what stands on the first page, also what was taken for a heading above nothing."""
    cover = document.cover
    yield from filter(None, (cover.kicker, *plain.text(cover.title).split("\n")))
    if cover.subtitle:
        yield plain.text(cover.subtitle)
    for row in cover.rows:
        yield f"{row.label}: {plain.text(row.content)}".removeprefix(": ")
    for section in document.sections[:3]:  # a letter has its head before the first heading
        if section.heading and (section.blocks or section.sections or section.number):
            return
        yield from filter(None, (plain.text(section.heading),))
        for block in section.blocks:
            yield from map(plain.text, runs(block))


def edge_lines(document: Document) -> Iterator[str]:
    """Yield what stands at the head and the foot of pages."""
    running = document.running
    yield from filter(None, (running.left, running.right, running.foot))
    for aside in document.asides:
        if aside.part in ("header", "footer"):
            for block in aside.blocks:
                for content in runs(block):
                    yield from plain.text(content).split("\n")


def places_of_head(document: Document) -> frozenset[str]:
    """Return under what the lines of the head stand: the cover, or a title taken for a heading."""
    first = document.sections[:1]
    titled = {plain.heading(each) or TEXT for each in first if not each.number}
    return frozenset({COVER} | titled)


def text_lines(document: Document) -> Iterator[tuple[str, str]]:
    """Yield each line of the cover and the text with what it stands under."""
    for label, said in cover_rows(document):
        yield COVER, f"{label} {said}"
    above = TEXT
    for section in sections(document):
        place = plain.heading(section) or TEXT
        if section.heading and not (section.number or section.blocks or section.sections):
            yield above, place  # a line that was taken for a heading, above nothing
            continue
        above = place
        for block in section.blocks:
            for content in runs(block):
                first, *more = plain.text(content).split("\n")
                for line in more:
                    if _labelled(line)[0]:
                        yield place, first
                        first = line
                    else:
                        first = f"{first} {line}"
                yield place, first


def sentences(document: Document) -> Iterator[tuple[str, str]]:
    """Yield each line with what it stands under; rows of one sentence are one line.

    A page without tags parts a paragraph where a row begins as a new one would, and may take its
    first row for a heading.
    """
    whole, here = "", ""
    for place, text in text_lines(document):
        below_cover = here == COVER and place == TEXT  # a row of the text was taken for the cover's
        if place != here and not (below_cover and whole and _goes_on(whole, text)):
            if whole:
                yield here, whole
            tail = not place[:1].isdigit() and is_tail_of_a_name(place, text)
            begun = place if len(place) >= _ROW or tail else ""
            whole, here = begun, place
        elif place == here and whole and not _goes_on(whole, text):
            yield here, whole
            whole = ""
        here = place
        whole = f"{whole} {text}".strip()
    if whole:
        yield here, whole


def clauses(document: Document) -> Iterator[tuple[str, str]]:
    """Yield each sentence by itself with what it stands under, and each row as `label: words`."""
    for place, label, said in labelled_rows(document):
        if place == COVER or label:
            yield place, f"{label}: {said}"
    for place, text in sentences(document):
        for sentence in END_OF_SENTENCE.split(text):
            yield place, sentence


END_OF_SENTENCE: Final = re.compile(r"(?:(?<=[\w)”]{2}[.!?])|(?<=[\w)][.!?]”))\s+(?=[A-ZÅÄÖ])")


def leads(document: Document) -> dict[str, str]:
    """Return what leads in each item of a list, by the words of the item: `Kommunen bidrar med:`.

    It is the line above the list, if that ends with a colon; of a cell the others before it.
    """
    led: dict[str, str] = {}
    for section in sections(document):
        above = ""
        for block in section.blocks:
            said = [plain.text(each) for each in runs(block)]
            if isinstance(block, Table):
                led |= _led_in_rows(block)
            if isinstance(block, List):
                led |= dict.fromkeys(said, above)
            else:
                above = said[-1] if said and said[-1].rstrip().endswith(":") else ""
    return led


def _led_in_rows(table: Table) -> Iterator[tuple[str, str]]:
    """Yield each cell that stands behind what its row is about, with that: `3 | Ramavtal | …`."""
    for cells in (table.header, *table.rows):
        said = [text for text in map(plain.text, cells) if any(map(str.isalpha, text))]
        for place, text in enumerate(said[1:], 1):
            yield " ".join(text.split("\n")), " ".join(" ".join(said[:place]).split())


def labelled_rows(document: Document) -> Iterator[tuple[str, str, str]]:
    """Yield where it stands, the label and the words of each labelled row and heading.

    `Kommun: Ekby kommun`, `1.1 Beställare: Ekby kommun`, `| Dnr | SN 2019/88 |`
    """
    for label, said in cover_rows(document):
        yield COVER, _unnumbered(label.strip(" :")), said.strip(" .")
    first = True
    for section in sections(document):
        place = plain.heading(section) or TEXT
        lines = [plain.text(section.heading)]
        for block in section.blocks:
            if isinstance(block, Table):
                here = COVER if first else place
                yield from ((here, *row) for row in _rows_of(block))
            else:
                lines += [line for each in runs(block) for line in plain.text(each).split("\n")]
        for line in _with_label(lines):
            label, colon, said = line.partition(":")
            label = _unnumbered(label.strip())
            if colon and label and len(label.split()) <= _MOST_OF_LABEL:
                yield place, label, said.strip(" .")
        first = first and not (section.number or _has_text(section))


def _with_label(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines, a label by itself with the line below it: `Uppdragsgivare:` `Ekby kommun`."""
    label = ""
    for line in lines:
        alone = line.rstrip().endswith(":") and len(line.split()) <= _MOST_OF_LABEL
        if label:
            yield f"{label} {line}"
        elif not alone:
            yield line
        label = line if alone and not label else ""


def _has_text(section: Section) -> bool:
    return any(not isinstance(block, Table) for block in section.blocks)


def _rows_of(table: Table) -> Iterator[tuple[str, str]]:
    """Yield label and words of the rows of a table with two columns, each paragraph a line."""
    for cells in (table.header, *table.rows):
        if len(cells) == 2:
            label, said = (plain.text(cell) for cell in cells)
            if label.strip() and "\n" not in label.strip():
                yield label.strip(" :"), said.strip(" .")


def _unnumbered(label: str) -> str:
    number = _ROW_NUMBER.match(label)
    return label[number.end() :] if number else label


_ROW_NUMBER: Final = re.compile(r"(?:\d+(?:\.\d+)+\.?|\(?(?:\d+|[a-z])[.)]+)\s+")
"""`1.`, `1.1`, `2)`, `(1)`, `a)`."""
_MOST_OF_LABEL: Final = 3
"""Words."""


def below_label(document: Document, label: re.Pattern[str]) -> Iterator[str]:
    """Yield each line of the first page that stands below a label, as in a letter."""
    texts = [line for each in cover_lines(document) for line in each.split("\n")]
    lines = [line.rpartition(": ")[2].strip() for line in texts]
    for above, below in pairwise(lines):
        last = label.search(above)
        if last and last.end() == len(above.rstrip(":")) and len(above.split()) <= _MOST_OF_LABEL:
            yield below


def signed_lines(document: Document) -> Iterator[str]:
    """Yield what stands where the parties sign, beside who signs."""
    for signatory in document.signatures.signatories if document.signatures else ():
        yield from signatory.lines


def loose_lines(document: Document, senders: re.Pattern[str]) -> Iterator[str]:
    """Yield the lines of the first page that have no label, or who sends the document as one."""
    labels = (row.label for row in document.cover.rows)
    rows = {f"{label}: " for label in labels if label and not senders.fullmatch(label)}
    yield from (line for line in cover_lines(document) if not line.startswith(tuple(rows)))


def _goes_on(before: str, text: str) -> bool:
    """Return whether a row goes on in the next: it is full, or a name ends in small letters."""
    if before.rstrip().endswith(_ENDS):
        return False
    return len(before) >= _ROW or is_tail_of_a_name(before, text)


def is_tail_of_a_name(before: str, text: str) -> bool:
    """Return whether a name goes on in a row: `Stiftelsen Mariagårdens` `vänner, nedan …`."""
    words = before.split()
    return bool(words) and words[-1][:1].isupper() and text[:1].islower()


def cover_rows(document: Document) -> Iterator[tuple[str, str]]:
    """Yield label and words of each row of the cover; several may stand in one paragraph.

    What goes on below in small letters is of the row.
    """
    label, said = "", ""
    for row in document.cover.rows:
        first, *more = plain.text(row.content).split("\n")
        for named, words in ((row.label, first), *map(_labelled, more)):
            if not named and said and is_tail_of_a_name(said, words.strip()):
                said = f"{said} {words.strip()}"
                continue
            if label or said:
                yield label, said
            label, said = named, words.strip()
    if label or said:
        yield label, said


def _labelled(line: str) -> tuple[str, str]:
    label, colon, said = line.partition(":")
    return (label.strip(), said) if colon and _LABEL.fullmatch(label.strip()) else ("", line)


_LABEL: Final = re.compile(r"[A-ZÅÄÖ][\wåäö.]*(?: [\wåäö.]+){0,2}")
_ROW: Final = 60
"""Letters of a row that may go on in the next."""
_ENDS: Final = (".", "!", "?", ":", ";")


def bodies_in(text: str, bodies: Bodies) -> list[BodyPlace]:
    """Return the bodies that a line names, in order, the longest name where several begin."""
    line = bare(text)
    places: dict[int, BodyPlace] = {}
    for name, body in bodies.items():
        if name.partition(" ")[0] not in line:
            continue  # of most, and dearer to look for by a pattern
        words = ("(?:och|&)" if word == "och" else re.escape(word) for word in name.split())
        pattern = r"\W{1,3}".join(words)
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", line):
            known = places.get(match.start())
            if known is None or match.end() > known.end:
                places[match.start()] = BodyPlace(body, match.start(), match.end())
    named: list[BodyPlace] = []
    for begins, place in sorted(places.items()):
        if not named or begins >= named[-1].end:
            named.append(place)
    return named


def by_name(document: Document, names: Iterable[tuple[str, KnownBody]]) -> dict[str, KnownBody]:
    """Return bodies by their names; of several with one name that of the municipality named."""
    text = folded(" ".join(plain.lines(document)))
    known: dict[str, KnownBody] = {}
    for name, body in names:
        other = known.get(folded(name))
        if other is None or _named(text, body) > _named(text, other):
            known[folded(name)] = body
    return known


def of_named_towns(document: Document, bodies: Bodies) -> dict[str, KnownBody]:
    """Return the bodies that a document may mean for sure.

    A board that is called as those of others is meant only where its municipality is named.
    """
    text = folded(" ".join(plain.lines(document)))
    return {
        name: body
        for name, body in bodies.items()
        if not _OF_MANY.fullmatch(name) or _named(text, body)
    }


_OF_MANY: Final = re.compile(r"(?i)[\w ,-]*(?:nämnden|förvaltningen)")


def _named(text: str, body: KnownBody) -> int:
    place = folded(body.municipality).removesuffix(" kommun").removesuffix("s")
    return text.count(place) if place else 0


def with_headings(said: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield what is said with what it stands under, and each heading as said before it."""
    above = ""
    for place, text in said:
        if place != above:
            yield place, place
        above = place
        yield place, text
