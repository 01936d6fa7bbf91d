"""Running heads and feet: what stands at the edge of page after page.

A row is running if it is outermost on its page, or only running rows are further out, and the
same row, whatever its page number, stands so on other pages too. Page numbers are such rows, and so
are addresses that are repeated at the foot of the page whose links they are. A whole sentence is
text that pages happen to begin with, unless most of many pages have it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import groupby
from typing import Literal

from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.readers.rows.row import Row
from avtalsgen.records import dataclass

Edge = Literal["header", "footer"]

_DEEPEST = 6
"""Rows of a running head; more is a page that is printed twice."""
_NEAR = 20
"""Rows from the edge of the page."""
_FEWEST, _SHARE = 3, 0.4
"""Pages that have a running row, and of all pages: left and right ones may have different rows."""
_FEWEST_OF_PROSE, _SHARE_OF_PROSE = 5, 0.8
"""The same of a sentence: a foot may say that the page is signed, on every page of many."""
_SMALL_WORDS = 4
"""Words in small letters that a sentence has at least; names and addresses have fewer."""
_ENDED = re.compile(r"[a-zåäö0-9)]{2}[.:;]$")
_OF = r"(?:(?:sid(?:a|an|\.)?|s\.)\s*)?\d{1,4}\s*(?:\(\s*\d{1,4}\s*\)|/\s*\d{1,4}|av\s+\d{1,4})"
_NUMBER_OF = re.compile(_OF, re.IGNORECASE)
_PAGE_NUMBER = re.compile(rf"^{_OF}(?=\s|$)|(?<!\S){_OF}\.?$", re.IGNORECASE)
_NUMBER = re.compile(r"(?:sid(?:a|an|\.)?\s*)?[-–]?\s*\d{1,4}\s*[-–]?", re.IGNORECASE)
_OF_ALL = r"(?:\s*\(\s*\d{1,4}\s*\)|\s*/\s*\d{1,4}|\s+av\s+\d{1,4})"
_FOOT = re.compile(rf"(?:[\t|,]|\s{{2,}})\s*sid(?:an?|\.)\s*\d{{1,4}}{_OF_ALL}?$", re.IGNORECASE)
"""The end of a row that says which page it is the foot of: `Driftavtal, sida 1`."""
_FIRST = re.compile(rf"(?:sidan?\s*)?(?P<page>\d{{1,4}}){_OF_ALL}(?=\s|$)", re.IGNORECASE)
_LAST = re.compile(
    rf"(?:(?<=\s)|^)(?:sid(?:an?|\.)?\s*|s\.\s*)?(?P<page>\d{{1,4}}){_OF_ALL}?\.?$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+(?: [\w.-]+/?){0,3}|mailto:\S+|\S+@\S+\.\S+", re.IGNORECASE
)
"""An address; one that a program has shown without its %20 has spaces."""

_UNLIKE_IN_ADDRESSES = re.compile(r"https?://|mailto:|%20|[\s/<>\[\]()]", re.IGNORECASE)

_Repeated = frozenset[tuple[str, int | None]]
"""The rows that stand on many pages, as `_keys` gives them."""


@dataclass(frozen=True, slots=True)
class PageRows:
    """The rows of the text, and those of running heads and feet with the edge they stand at."""

    body: tuple[Row, ...]
    running: tuple[tuple[Edge, Row], ...]


def is_page_number(text: str) -> bool:
    """Return whether `text` is a page number of many: `11 (12)`, `Sida 3 av 9`."""
    return bool(_NUMBER_OF.fullmatch(text.strip()))


def page_at_end(text: str) -> str:
    """Return the page that a row says it is the foot of, `Sida 1 av 3`; nothing if it is none."""
    page = _FOOT.search(text.rstrip())
    return page[0].strip("\t|, ") if page else ""


def is_address(text: str) -> bool:
    """Return whether `text` is an address and nothing else."""
    return bool(_ADDRESS.fullmatch(text.strip("<>[]() ")))


def unpaged(rows: Sequence[Row]) -> Iterator[str]:
    """Yield running heads, or feet, without the numbers of their pages.

    A number that counts on as the pages do is one; a row that several pages have alike has none.
    Of any other row the number first or last in a column is left out.
    """
    pages = {(row.text, row.page) for row in rows}
    alike = Counter(text for text, _ in pages)
    counted = Counter(_counted(text, page)[1:] for text, page in pages)
    for row in rows:
        left, words, behind = _counted(row.text, row.page)
        if alike[row.text] > 1:
            yield row.text
        else:
            yield left if counted[words, behind] > 1 else _without_page_number(row.text)


def _counted(text: str, page: int) -> tuple[str, str, int | None]:
    """Return a row without the number that it ends or begins with, and what that is alike by."""
    number = _LAST.search(text) or _FIRST.match(text)
    if number is None:
        return text, text, None
    left = f"{text[: number.start()]}{text[number.end() :]}".strip()
    return left, " ".join(left.split()), int(number["page"]) - page


def _without_page_number(text: str) -> str:
    """Return a running head or foot without the page number first or last in a column of it."""
    cells = [cell.strip() for cell in text.split("\t")]
    kept = (_PAGE_NUMBER.sub(_unpaged, cell) for cell in cells if not _NUMBER.fullmatch(cell))
    return "\t".join(words for cell in kept if (words := " ".join(cell.split())))


def _unpaged(match: re.Match[str]) -> str:
    """Return nothing for a page of many; `1998/77` is none, but the number of a diarium."""
    page, *of_all = map(int, re.findall(r"\d+", match[0]))
    return match[0] if of_all and page > of_all[0] else ""


def without_running(rows: Sequence[Row], words: PageWords) -> PageRows:
    """Return `rows` with the running ones apart; every row is in one of the two, in its order."""
    running: list[tuple[Edge, Row]] = [(row.edge, row) for row in rows if row.edge]
    rows = [row for row in rows if not row.edge]
    pages = [list(page) for _, page in groupby(rows, lambda row: row.page)]
    heads, of_most_heads = _repeated([page[: _depth(page)] for page in pages], words.heads)
    feet, of_most_feet = _repeated([page[-_depth(page) :][::-1] for page in pages], words.feet)
    addresses = _address_key("".join(row.text for row in rows))
    body: list[Row] = []
    for page in pages:
        head = _length(page, heads, ())
        sentences = _sentences(page[:head], of_most_heads, words)
        head = next((said.start for said in sentences), head)
        foot = _length(page[head:][::-1], feet, _links(page, addresses))
        lowest = page[len(page) - foot :]
        foot -= max((said.stop for said in _sentences(lowest, of_most_feet, words)), default=0)
        running.extend(("header", row) for row in page[:head])
        body.extend(page[head : len(page) - foot])
        running.extend(("footer", row) for row in page[len(page) - foot :])
    return _without_strays(body, running)


def _without_strays(rows: Sequence[Row], running: Sequence[tuple[Edge, Row]]) -> PageRows:
    """Return `rows` without running ones that a reader of columns has put among the others.

    On its first page the running head may be the title of the document.
    """
    known = {(edge, row.text) for edge, row in running}
    body, strays = list[Row](), list[tuple[Edge, Row]]()
    for _, page in groupby(rows, lambda row: row.page):
        kept_rows = list(page)
        for place, row in enumerate(kept_rows):
            near_head, near_foot = place < _NEAR and row.page > 1, len(kept_rows) - place <= _NEAR
            if near_head and ("header", row.text) in known:
                strays.append(("header", row))
            elif near_foot and ("footer", row.text) in known:
                strays.append(("footer", row))
            else:
                body.append(row)
    return PageRows(tuple(body), (*running, *strays))


def _repeated(pages: Sequence[Sequence[Row]], told: Set[str]) -> tuple[_Repeated, _Repeated]:
    """Return the rows at one edge of `pages` that several have, and most; no page numbers.

    The outermost of each page come first. What stands further in than a row of the text counts
    no more: the end of a sentence may be the last row of one page and stand within another.
    What another version has `told` that it says there is of both, be it on a single page.
    """
    known = frozenset((said, number) for said in told for number in (None, 0))
    if len(pages) < 2:
        return known, known
    least = max(2, min(_FEWEST, len(pages) - 1), round(len(pages) * _SHARE))
    most = max(_FEWEST_OF_PROSE, round(len(pages) * _SHARE_OF_PROSE))
    outermost, before = [*pages], -1
    while sum(map(len, outermost)) != before:
        before = sum(map(len, outermost))
        seen = Counter(
            key for page in outermost for key in {key for row in page for key in _keys(row)}
        )
        often = {key for key, times in seen.items() if times >= least}
        outermost = [_up_to_text(page, often) for page in outermost]
    of_most = frozenset(key for key, times in seen.items() if times >= most)
    return known | frozenset(often), known | of_most


def _up_to_text(rows: Sequence[Row], often: Set[tuple[str, int | None]]) -> Sequence[Row]:
    """Return the rows up to the first that no other page has: what is further in is its text."""
    inner = (n for n, row in enumerate(rows) if not (_counts(row) or often & {*_keys(row)}))
    return rows[: next(inner, len(rows))]


def _counts(row: Row) -> bool:
    """Return whether a row is a page number, or the address of a link at the foot."""
    number = is_page_number(row.text) or _NUMBER.fullmatch(row.text.strip())
    return bool(number) or is_address(row.text)


def _depth(page: Sequence[Row]) -> int:
    """Return how many rows of a page are looked at from either edge: no more than half of them."""
    return min(_DEEPEST, (len(page) + 1) // 2)


def _sentences(rows: Sequence[Row], often: _Repeated, words: PageWords) -> Iterator[range]:
    """Yield where whole sentences stand among the rows of a head or foot, that are text.

    Those of most pages are none: a foot may say that the page is signed. One that binds somebody
    is text wherever it stands.
    """
    place = 0
    while place < len(rows):
        end = place + 1
        while end < len(rows) and rows[end].text[:1].islower():
            end += 1
        said = " ".join(row.text for row in rows[place:end])
        of_most = all(not often.isdisjoint(_keys(row)) for row in rows[place:end])
        binds = words.binds.search(said) is not None
        if _is_sentence(said, part=binds or end - place > 1) and (binds or not of_most):
            yield range(place, end)
        place = end


def _is_sentence(said: str, *, part: bool) -> bool:
    """Return whether a text is a sentence, or a `part` of one that goes on or begins elsewhere.

    An address has few words in small letters, and a title no end.
    """
    heard = said.split()
    ends = (place for place, word in enumerate(heard, start=1) if _ENDED.search(word))
    end = next(ends, len(heard) if part or said[:1].islower() else 0)
    small = sum(word[:1].islower() for word in heard[:end])
    return small >= _SMALL_WORDS and 2 * small >= end


def _length(rows: Sequence[Row], repeated: _Repeated, links: Sequence[Row]) -> int:
    """Return how many of the outermost `rows` are running."""
    outermost = 0
    for row in rows[:_DEEPEST] if not links else rows:
        is_number = outermost == 0 and len(rows) > 1 and _is_numbered(row.text)
        if not (not repeated.isdisjoint(_keys(row)) or is_number or row in links):
            break
        outermost += 1
    return outermost


def _is_numbered(text: str) -> bool:
    """Return whether a row is the number of its page, or ends with it and is no sentence."""
    ends = page_at_end(text) and not _is_sentence(text, part=True)
    return is_page_number(text) or bool(ends)


def _links(page: Sequence[Row], text: str) -> tuple[Row, ...]:
    """Return the last rows of a page that are addresses that the text has as well."""
    return tuple(
        row for row in _only_addresses(reversed(page)) if text.count(_address_key(row.text)) > 1
    )


def _address_key(text: str) -> str:
    """Return addresses as they are alike, however they are written: no scheme, slash or space."""
    return _UNLIKE_IN_ADDRESSES.sub("", text).casefold()


def _only_addresses(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the addresses at the foot of a page, up to what stands above them.

    On a page there is room above them; without any, an address is the end of a sentence.
    """
    waiting: list[Row] = []
    for row in rows:
        if is_address(row.text):
            waiting.append(row)
            if row.gap or not row.is_placed:
                yield from waiting
                waiting = []
        elif not (is_page_number(row.text) or _NUMBER.fullmatch(row.text)):
            return


def _keys(row: Row) -> Iterator[tuple[str, int | None]]:
    """Yield what a row is alike with others by: its words, and those without its page number.

    Then the numbers must count on as the pages do.
    """
    words = " ".join(row.text.split())
    yield words, None
    number = _LAST.search(words) or _FIRST.match(words)
    if number:
        rest = words[: number.start()] + words[number.end() :]
        yield rest.strip(), int(number["page"]) - row.page
