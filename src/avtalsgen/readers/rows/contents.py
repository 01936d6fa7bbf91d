"""The rows of a table of contents, found before anything is joined: its entries are headings.

A row of it ends in a page number. An entry that has no room in one row goes on in the next.
Without page numbers it is a contents only if its entries come back as rows of their own below.
A reader of PDF files that takes columns one by one tears the entries apart; then it ends where the
first of them comes back.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.readers.rows.joining import key
from avtalsgen.readers.rows.row import Row
from avtalsgen.records import dataclass
from avtalsgen.swedish.phrases import fold

_SEARCHED = 400
"""Rows into a document that its contents may begin."""
_LONGEST = 3
"""Rows of one entry."""
_PAGED = re.compile(
    r"""
    (?P<entry>\S.*?)
    (?:
        [ ]?\t[ ]?                        # a tab
        | [ ]?(?:[.…·_][ ]?){2,}[ ]?      # a row of dots
        | [ ]
    )
    (?P<page>\d{1,4})
    """,
    re.VERBOSE,
)
_WIDEST = 300
"""Signs of an entry."""
_NUMBER = re.compile(r"(?:§ ?)?\d{1,3}(?:\.\d{1,3})*\.?[ \t]+")
_BARE = re.compile(r"[\d.§ ]+")
_TRAILING = re.compile(r"[\s.…·_]+\d{1,4}$")
_OF_FOUR = 3
"""Entries of four that come back word for word, where none has a page number."""
_FEWEST = 2
"""Entries; a single one is as likely a sentence that ends in a number."""


@dataclass(frozen=True, slots=True)
class PrintedEntry:
    """A line of the contents as one paragraph: what it names, and the page, with a tab between."""

    text: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ContentsRows:
    """The rows `start` up to `end`: a heading and the entries."""

    start: int
    end: int
    entries: tuple[PrintedEntry, ...]

    @property
    def headings(self) -> frozenset[str]:
        """The headings that the contents have, as `joining.key` gives them."""
        named = [key(entry.text.rpartition("\t")[0] or entry.text) for entry in self.entries]
        return frozenset(named) | frozenset(_NUMBER.sub("", each) for each in named)


def find(rows: Sequence[Row], words: PageWords) -> ContentsRows | None:
    """Return where the contents of a document are, if it has any."""
    for place, row in enumerate(rows[:_SEARCHED]):
        if fold(row.text.strip().rstrip(":")) in words.contents:
            paged = _paged(rows, place + 1)
            entries = _scattered(rows, place + 1, paged) or paged or _bare(rows, place + 1)
            if len(entries) >= _FEWEST:
                count = sum(len(entry.rows) for entry in entries)
                return ContentsRows(place, place + 1 + count, entries)
    return None


def _paged(rows: Sequence[Row], start: int) -> tuple[PrintedEntry, ...]:
    """Return the entries that end in page numbers, which never fall."""
    entries: list[PrintedEntry] = []
    place, reached = start, 0
    while place < len(rows):
        listed = _one(rows, place, reached)
        if listed is None:
            break
        entry, reached = listed
        entries.append(entry)
        place += len(entry.rows)
    return tuple(entries)


def _scattered(
    rows: Sequence[Row], start: int, paged: tuple[PrintedEntry, ...]
) -> tuple[PrintedEntry, ...]:
    """Return the entries of a contents torn apart; none if `paged` are all of them."""
    first = next(
        (at for at in range(start, len(rows)) if not _BARE.fullmatch(rows[at].text)), start
    )
    named = _bare_words(rows[first].text) if first < len(rows) else ""
    end = next(
        (at for at in range(first + 1, len(rows)) if _bare_words(rows[at].text) == named), first
    )
    torn = rows[start + sum(len(entry.rows) for entry in paged) : end]
    if not torn or len(torn) > _SEARCHED or not all(map(_is_torn, torn)):
        return ()
    if not any(_BARE.fullmatch(row.text) for row in torn):
        return ()
    return tuple(_gathered(rows[start:end]))


def _gathered(rows: Sequence[Row]) -> Iterator[PrintedEntry]:
    """Yield the entries of torn rows, each with the numbers that stand around it."""
    number: list[Row] = []
    for row in rows:
        if _BARE.fullmatch(row.text):
            number.append(row)
            continue
        words = _TRAILING.sub("", row.text)
        lead = number[-1].text if number and "." in number[-1].text else ""
        yield PrintedEntry(f"{lead} {words}".strip(), (*number, row))
        number = []
    if number:
        yield PrintedEntry("", tuple(number))


def _bare_words(text: str) -> str:
    return key(_NUMBER.sub("", _TRAILING.sub("", text)))


def _is_torn(row: Row) -> bool:
    return len(row.text) < _WIDEST and not row.text.endswith((".", ":", ";", ","))


def _one(rows: Sequence[Row], place: int, reached: int) -> tuple[PrintedEntry, int] | None:
    """Return the entry that begins on row `place`, and its page."""
    for count in range(1, _LONGEST + 1):
        entry_rows = rows[place : place + count]
        text = " ".join(row.text for row in entry_rows)
        paged = _PAGED.fullmatch(text) if len(text) <= _WIDEST else None
        if len(entry_rows) == count and paged and int(paged["page"]) >= reached:
            words = " ".join(paged["entry"].rstrip(" .…·_").split())
            return PrintedEntry(f"{words}\t{paged['page']}", tuple(entry_rows)), int(paged["page"])
    return None


def _bare(rows: Sequence[Row], start: int) -> tuple[PrintedEntry, ...]:
    """Return the entries without page numbers: rows that come back below them.

    One among them may have come to differ from its heading, whose number then comes back.
    """
    counted = Counter(key(row.text) for row in rows[start:])
    numbered = Counter(_number(row) for row in rows[start:])
    entries: list[PrintedEntry] = []
    for row in rows[start:]:
        again = counted[key(row.text)] > 1
        number = _number(row)
        if (row.gap and entries) or not (again or (entries and number and numbered[number] > 1)):
            break
        entries.append(PrintedEntry(row.text, (row,)))
    same = sum(counted[key(entry.text)] > 1 for entry in entries)
    return tuple(entries) if same * 4 >= len(entries) * _OF_FOUR else ()


def _number(row: Row) -> str:
    match = _NUMBER.match(row.text)
    return match.group().strip().rstrip(".") if match else ""
