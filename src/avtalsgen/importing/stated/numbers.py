"""The number that a document has in the diarium."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.stated.claims import Claim, Says, settled
from avtalsgen.importing.stated.lines import (
    COVER,
    HEAD,
    SIGNED,
    below_label,
    clauses,
    cover_lines,
    edge_lines,
    labelled_rows,
    signed_lines,
)
from avtalsgen.importing.stated.roles import BUYER, role_of
from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.register.stated_words import StatedWords
from avtalsgen.uppdrag import known

_LONGEST_ROW: Final = 60
"""Letters of a row of a cover that says its number somewhere."""
_LAST: Final = r"\d{1,6}(?:-\d{1,4}(?!\d))?"
"""The number of the matter in its year, and that of the document in the matter: `77-3`."""
_YEAR: Final = r"(?:19|20)\d\d"
NUMBER: Final = re.compile(
    rf"\b(?!\w*FS\b)[A-ZÅÄÖ]{{2,6}}[ \u00a0/-]{_YEAR}[-/:.]{_LAST}\b"  # a statute is none: SFS
)
_PLAN: Final = r"(?:[ \u00a0]\d{3}(?=\W*$))?"
"""What the plan of a diarium calls such matters, behind the number: `2018-00345 701`."""
_AFTER_LABEL: Final = re.compile(
    rf"""
    (?: {NUMBER.pattern}                                    # SON 2019-755
    | \b[A-ZÅÄÖ]{{1,6}}[ \u00a0/-]?\d{{2,4}}[-/:.]{_LAST}\b   # N24/118
    | \b\d{{4}}[-/:.](?:[A-ZÅÄÖ]{{1,6}}[ -/])?{_LAST}\b   # 2023-SOCN-0688, 2019/755
      (?:-[A-ZÅÄÖ]{{1,6}}\b)?                              # 2021/417-ÄN
    )
    {_PLAN}
    """,
    re.VERBOSE | re.MULTILINE,
)

_BETWEEN: Final = re.compile(r"\W*(?:(?:på\s\w+\s)?är\s|och\s)?\W*")
"""Between a label and its number, or that and the next one: `Beteckningen på ärendet är`."""
_HAS_DIGIT: Final = re.compile(r"\d")
_WHOSE: Final = re.compile(r"\s?\((?P<whose>[^()]*)\)")
_OF_OTHER: Final = re.compile(r"(?i)\btill \w+ $")
"""Before the number of another document: `Bilaga 3 till avtal SN 2018-44`."""
_SHORT_YEAR: Final = re.compile(r"(?<![\w-])[A-ZÅÄÖ]{2,6}[ /-]\d\d[/:]\d{3,6}$")
"""Last in the head of a page: `Region Öst RS 21/0904`."""


def diary_number(document: Document, words: StatedWords) -> Iterator[OldFact]:
    """Yield the number of a document; two labelled ones that differ are asked for.

    What a sentence says to be the number of the document that this one changes is none.
    """
    claims = list(_claims(document, words))
    others = {_year_and_number(number) for number in _of_the_changed(document, words)}
    left = [claim for claim in claims if _year_and_number(claim.value) not in others]
    plainly = any(claim.says is Says.PLAINLY for claim in left)
    of_all = left if plainly else claims
    heads = {_year_and_number(each.value) for each in of_all if _is_of_head(each)}
    asked = (replace(claim, asks=claim.asks or len(heads) > 1) for claim in of_all)
    yield from settled(known.DNR, asked, key=_year_and_number)


def _is_of_head(claim: Claim) -> bool:
    """Return whether a number stands at the head of a document, and is not said to be another's."""
    return claim.place in (COVER, HEAD) and claim.says is not Says.PERHAPS


def _of_the_changed(document: Document, words: StatedWords) -> Iterator[str]:
    """Yield the numbers of another document, by what it is called: `ON 2016/88 (Huvudavtalet)`."""
    for _, text in clauses(document):
        for number in _AFTER_LABEL.finditer(text):
            whose = _WHOSE.match(text, number.end())
            if whose and words.other_document.match(whose["whose"]):
                yield _plain(number[0])


def _labelled(text: str, words: StatedWords) -> list[tuple[str, str]]:
    """Return the numbers that stand behind a label in a text, and what stands before each label.

    Several may stand behind one label, each with what it is of; one that is said to be of this
    document is then the only one. A number whose label says is of another document comes last.
    """
    every: list[tuple[str, str]] = []
    for label in words.number.finditer(text):
        before, here = text[: label.start()], label.end()
        number = _AFTER_LABEL.search(text, here)
        while number and _BETWEEN.fullmatch(text[here : number.start()]):
            whose = _WHOSE.match(text, number.end())
            if whose and words.of_this.match(whose["whose"]):
                return [(_plain(number[0]), before)]
            every.append((_plain(number[0]), before))
            here = (whose or number).end()
            number = _AFTER_LABEL.search(text, here)
    return sorted(every, key=lambda each: _is_of_other(each[1].split()[-1:], words))


def _is_of_other(beside: Sequence[str], words: StatedWords) -> bool:
    """Return whether the word beside a label says that the number is another document's."""
    return any(map(words.of_other.fullmatch, beside))


def _claims(document: Document, words: StatedWords) -> Iterator[Claim]:
    if document.identity.dnr:
        said = " ".join(document.identity.dnr.split())
        labelled = [number for number, _ in _labelled(f"Dnr {said}", words)]
        yield from (Claim(number, COVER, Says.PLAINLY) for number in labelled or [said])
    yield from _of_rows(document, words)
    for text in edge_lines(document):
        yield from _in_line(text, HEAD, Says.PLAINLY, words)
    others = tuple(f"{label}: " for label in _other_labels(document, words))
    for text in cover_lines(document):
        says = Says.PERHAPS if others and text.startswith(others) else Says.LIKELY
        yield from _in_line(text, COVER, says, words)
    for text in signed_lines(document):  # a foot that is the last line of its only page
        if words.number.match(text):
            yield from _in_line(text, SIGNED, Says.LIKELY, words)
    for section in document.sections[:2]:  # what stands below the title may be taken for a heading
        for number, _ in _labelled(plain.text(section.heading), words)[:1]:
            yield Claim(number, plain.heading(section), Says.LIKELY)
    for place, text in clauses(document):
        first = words.number.match(text.strip())
        yield from _in_line(text, place, Says.LIKELY if first else Says.PERHAPS, words)


def _other_labels(document: Document, words: StatedWords) -> Iterator[str]:
    """Yield the labels of a cover that say a number is of something else: `Avtalsnummer`."""
    for row in document.cover.rows:
        if row.label and not (words.number.search(row.label) or NUMBER.search(row.label)):
            yield row.label


def _of_rows(document: Document, words: StatedWords) -> Iterator[Claim]:
    for line in below_label(document, words.number):
        if number := _AFTER_LABEL.match(line):
            yield Claim(_plain(number[0]), COVER, Says.PLAINLY)
    for place, label, said in labelled_rows(document):
        number = _AFTER_LABEL.match(said)
        if place != COVER:
            of_buyer = words.number.search(label) and role_of(label, words) == BUYER
            if number and (words.number.fullmatch(label) or of_buyer):
                yield Claim(_plain(number[0]), place, Says.LIKELY)
        elif words.number.search(label) and label[-1:].isalpha() and _HAS_DIGIT.search(said):
            says = Says.PERHAPS if _is_of_other(label.split()[:1], words) else Says.PLAINLY
            labelled = [number for number, _ in _labelled(f"{label}: {said}", words)]
            bare = [_plain(number[0])] if number else [said]
            yield from (Claim(each, COVER, says) for each in labelled or bare)
        elif number := NUMBER.search(label):  # beside it stands the day
            yield Claim(_plain(number[0]), COVER, Says.PLAINLY)
            for other, _ in _labelled(said, words)[:1]:  # of the party in the other column
                yield Claim(other, COVER, Says.PLAINLY)


def _in_line(text: str, place: str, says: Says, words: StatedWords) -> Iterator[Claim]:
    labelled = _labelled(text, words)
    for number, before in labelled:
        if _is_of_other(before.split()[-1:], words):
            yield Claim(number, place, Says.PERHAPS)
        elif has := words.has_number.search(before):
            last = before[: has.start()].split()[-1:]
            this = any(map(words.of_this.fullmatch, last))
            yield Claim(number, place, Says.PLAINLY if this else Says.LIKELY)
        else:
            head = place == COVER and (len(text) < _LONGEST_ROW or words.number.match(text))
            within = place == COVER and not head  # a sentence that refers to another document
            yield Claim(number, place, Says.PLAINLY if head else Says.PERHAPS if within else says)
    if labelled:
        return
    short = _SHORT_YEAR.finditer(text) if place == HEAD else ()
    for bare in [*NUMBER.finditer(text)] or short:
        of_other = _OF_OTHER.search(text[: bare.start()])
        of_contract = of_other or words.of_document.search(bare[0])  # AVTAL 2023-1187
        yield Claim(_plain(bare[0]), place, Says.PERHAPS if of_contract else says)


def _plain(number: str) -> str:
    return number.replace("\u00a0", " ")


def _year_and_number(value: str) -> object:
    """Return what two spellings of a number have in common: `SON 2019-755`, `2019/755`."""
    bare = re.sub(_PLAN, "", value)
    return tuple(re.findall(r"\d+", bare)) or value
