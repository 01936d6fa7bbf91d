"""What is paid, and in which year's level."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.stated.claims import Claim, Says, of_one, settled
from avtalsgen.importing.stated.lines import NOT, clauses, leads
from avtalsgen.importing.stated.roles import PROVIDER, role_of
from avtalsgen.model import plain
from avtalsgen.model.nodes import Document, Table
from avtalsgen.model.walk import sections
from avtalsgen.records import dataclass
from avtalsgen.register.knowledge import Knowledge
from avtalsgen.register.meaning_words import WordLists
from avtalsgen.register.stated_words import StatedWords
from avtalsgen.register.word_files import any_of
from avtalsgen.swedish.numbers import read_letters_of_sum, typed
from avtalsgen.swedish.typography import SPACE
from avtalsgen.uppdrag import known

_AMOUNT: Final = r"(?P<whole>\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d+)(?:,(?P<part>\d{1,2}))?"
_BARE: Final = re.compile(rf"\s*{_AMOUNT}(?::-)?\s*")
_LONGEST_ROW: Final = 30
"""Letters of what says but a sum, below a heading that says what it is."""
_FIRST_WORDS: Final = 3
_WORDS_BESIDE: Final = 2
_LEVEL: Final = re.compile(rf"\b((?:19|20)\d\d){SPACE}års{SPACE}(?:pris|penning|kostnads)")

_PER_IN_ROW: Final = re.compile(r"(?i)\bper (?P<what>\w+)")
"""What the sum in a row of a table is for: `Fast ersättning, per år | 4 150 tkr`."""
_IN_LETTERS: Final = re.compile(r"[^\W\d]+\s(?P<letters>[^\W\d]+)")
_BEFORE_FIGURE: Final = re.compile(r"(?P<letters>[^\W\d]+)\s\($")
"""`sjuhundratusen (700 000) kronor`"""
_PARTS: Final = 12
"""Into which a sum for a year is parted at most when it is paid."""
_UNITS: Final = 20
"""How many prices of one, an hour or a day, there are at least in a sum for a year."""


@dataclass(frozen=True, slots=True)
class _Sum:
    claim: Claim
    kronor: Decimal
    yearly: bool
    """It is said to be for a year."""
    other: bool = False
    """It is said to be something else than what is paid."""

    @property
    def is_price(self) -> bool:
        """Whether it is of what is paid, though it may be asked for."""
        return self.claim.says is not Says.PERHAPS


def payment(document: Document, knowledge: Knowledge) -> Iterator[OldFact]:
    """Yield what is paid, and in which year's level."""
    sums, levels = list[_Sum](), list[Claim]()
    led = leads(document)
    for place, text in clauses(document):
        sums += _sums(place, text, led.get(text, ""), knowledge)
        levels += (Claim(each, place, Says.PLAINLY) for each in _LEVEL.findall(text))
    sums += _of_columns(document, knowledge)
    sums = _asked_beside_amounts(sums, document, knowledge)
    yield from settled(known.PRICE, _of_a_year(sums) or _asked_below_larger(sums))
    yield from settled(known.PRICE_LEVEL, levels)


def _asked_below_larger(sums: Sequence[_Sum]) -> list[Claim]:
    """Return what each sum says; if a larger one may be what is paid, each is asked for.

    That is one of which nothing says that it is paid, nor that it is something else.
    """
    largest = max((each.kronor for each in sums if each.is_price), default=Decimal(0))
    larger = any(each.kronor > largest and not (each.is_price or each.other) for each in sums)
    claims = of_one([each.claim for each in sums])
    return [replace(claim, asks=claim.asks or larger) for claim in claims]


def _of_a_year(sums: Sequence[_Sum]) -> list[Claim]:
    """Return where a document says what is paid for a year, if what else is paid is within it.

    `1 140 000 kr per år`, of which a fourth is paid each quarter; beside it a price of one hour.
    Of several it is the one that all others together are. Nothing where it is not plain.
    """
    prices = [each for each in sums if each.is_price]
    yearly = {each.kronor for each in prices if each.yearly and not each.claim.asks}
    whole = max(yearly, default=Decimal(0))
    parts = sum(yearly) - whole
    others = {each.kronor for each in prices if not each.yearly} - yearly
    if not whole or parts not in (0, whole) or not all(_is_within(each, whole) for each in others):
        return []
    said = (each for each in prices if each.yearly and each.kronor == whole)
    return [replace(each.claim, says=Says.PLAINLY) for each in said if not each.claim.asks]


def _is_within(kronor: Decimal, whole: Decimal) -> bool:
    """Return whether a sum is a part of a sum for a year that is paid, or a price of one."""
    parts = round(whole / kronor) if kronor else 0
    is_part = 1 < parts <= _PARTS and abs(whole - parts * kronor) < parts
    return is_part or kronor * _UNITS <= whole


def _sums(place: str, text: str, lead: str, knowledge: Knowledge) -> Iterator[_Sum]:
    """Yield the sums of a sentence; one for a month or a quarter is asked for, with that.

    It is none for a year. One for what comes beside the ordinary is asked for, and one that
    letters say is another, or are none that we read.

    Of an item of a list the line that leads it in says as much as the item does.
    """
    words, money = knowledge.stated, knowledge.words
    said = any(map(words.price.search, (text, lead)))
    headed = bool(words.price.search(place))
    of_provider = any(_is_of_provider(each, words) for each in (text, lead))
    behind = 0
    for match in _pattern_of_sums(money).finditer(text):
        other = of_provider or _is_other(place, text, lead, match, words)
        per = words.per.match(text, match.end())
        what = per or _PER_IN_ROW.search(lead)
        paid = said or (headed and (per or len(text) <= _LONGEST_ROW))
        says = Says.LIKELY if paid and not other else Says.PERHAPS
        says = Says.PLAINLY if says is Says.LIKELY and per else says
        monthly = bool(what and words.month.fullmatch(what["what"]))
        whole = Decimal(re.sub(r"\D", "", match["whole"]) + _part(match))
        times = money.times.get((match["times"] or "").casefold(), 1)
        kronor = whole * times * money.kronor.get((match["unit"] or "kr").casefold(), 1)
        letters = _IN_LETTERS.match(match[0]) or _BEFORE_FIGURE.search(text[: match.start()])
        otherwise = letters and read_letters_of_sum(letters["letters"].casefold()) != kronor
        before = text[behind : match.start()]
        yearly = words.year.fullmatch(what["what"]) if what else words.yearly.search(before)
        now_and_then = words.sometimes.match(text) or NOT.search(_part_around(text, match))
        beside = bool(words.beside_sum.search(text) or otherwise or now_and_then)
        beside = beside or not (what or lead or yearly or _is_of_price(place, text, match, words))
        where = f"{place}: {match[0]}{per[0] if per else f', {lead}'}" if monthly else place
        claim = Claim(_with_ore(kronor), where, says, asks=monthly or beside)
        behind = (per or match).end()
        yield _Sum(claim, kronor, bool(yearly), other)


def _is_other(place: str, text: str, lead: str, match: re.Match[str], words: StatedWords) -> bool:
    """Return whether a sum is said to be something else than the price, or to have been it."""
    beside, before = (_part_around(text, match), place, lead), text[: match.start()]
    was = words.till_now.search(before) or words.was.search(before)
    return any(map(words.other_sum.search, beside)) or bool(was or words.background.search(place))


def _is_of_price(place: str, text: str, match: re.Match[str], words: StatedWords) -> bool:
    """Return whether a sum is of what a sentence begins with, or of who pays it, or beside that.

    `Det årliga stödet är`, `Kommunen betalar`; not `Deltagarna får ersättning för lunch med`.
    """
    begins, before = text.split()[:_FIRST_WORDS], text[: match.start()].split()[-_WORDS_BESIDE:]
    short = len(text) <= _LONGEST_ROW and words.price.search(place)
    beside = any(words.price.search(" ".join(each)) for each in (begins, before))
    return bool(short or beside or words.pays.search(text) or ":" in text)


def _of_columns(document: Document, knowledge: Knowledge) -> Iterator[_Sum]:
    """Yield the bare amounts below a head that says they are prices: `Pris per dygn, kr`."""
    unit = re.compile(rf"\b{any_of(knowledge.words.kronor)}\b", re.IGNORECASE)
    for section in sections(document):
        for table in (block for block in section.blocks if isinstance(block, Table)):
            columns = zip(table.header, *table.rows, strict=True)
            for head, *cells in (tuple(map(plain.text, column)) for column in columns):
                if not (unit.search(head) and knowledge.stated.price.search(head)):
                    continue
                for amount in filter(None, map(_BARE.fullmatch, cells)):
                    kronor = Decimal(re.sub(r"\D", "", amount["whole"]) + _part(amount))
                    claim = Claim(_with_ore(kronor), plain.heading(section) or head, Says.LIKELY)
                    yield _Sum(claim, kronor, yearly=False)


def _asked_beside_amounts(
    sums: Sequence[_Sum], document: Document, knowledge: Knowledge
) -> list[_Sum]:
    """Return sums; those that stand with a table of amounts that say no unit are asked for.

    Below the heading of a price such a table is what is paid, and they may be what comes beside.
    """
    priced = (
        plain.heading(section)
        for section in sections(document)
        if knowledge.stated.price.search(plain.heading(section))
        and any(_has_bare_amounts(each) for each in section.blocks if isinstance(each, Table))
    )
    places = {*priced}
    return [
        replace(each, claim=replace(each.claim, asks=True))
        if each.claim.place in places and not each.yearly
        else each
        for each in sums
    ]


def _has_bare_amounts(table: Table) -> bool:
    """Return whether all below a head of a table are amounts without a unit."""
    columns = (
        tuple(map(plain.text, column)) for column in zip(table.header, *table.rows, strict=True)
    )
    return any(cells and all(map(_BARE.fullmatch, cells)) for _, *cells in columns)


def _part(amount: re.Match[str]) -> str:
    return "." + (amount["part"] or "0")


def _is_of_provider(text: str, words: StatedWords) -> bool:
    """Return whether a sentence begins with the provider who pays: `Föreningen bidrar med`."""
    party, _, behind = text.partition(" ")
    return bool(words.pays.match(behind)) and role_of(party, words) == PROVIDER


def _part_around(text: str, match: re.Match[str]) -> str:
    """Return the part of a sentence between commas that a sum stands in.

    A part that says but the sum is of the one before it: `Den årliga hyran, 612 000 kr, ingår`.
    """
    start = max(text.rfind(mark, 0, match.start()) for mark in (", ", "; "))
    if start > 0 and not any(map(str.isalnum, text[start : match.start()])):
        start = max(text.rfind(mark, 0, start) for mark in (", ", "; "))
    return text[max(start, 0) : match.end()] + re.split("[,;] ", text[match.end() :])[0]


def _with_ore(kronor: Decimal) -> str:
    """Return a sum as it is typed, with two decimals or none."""
    return typed(kronor) if kronor == kronor.to_integral() else f"{kronor:.2f}".replace(".", ",")


def _pattern_of_sums(money: WordLists) -> re.Pattern[str]:
    """Return a pattern of an amount in kronor: `1 250,50 kr`, `1,2 mnkr`, `20 miljoner kronor`.

    In letters too: `kronor tolvtusen (12.000)`.
    """
    kronor = any_of(money.kronor)
    in_letters = rf"\b{kronor}{SPACE}[^\W\d]+{SPACE}?\((?=\d[^()]*\))"
    times = rf"(?:(?P<times>{any_of(money.times)}){SPACE})?"
    behind = rf"\)?{SPACE}?{times}(?:(?P<unit>{kronor})\b|:-)"
    begins = rf"(?:(?P<letters>{in_letters})|(?<![\d.,-]))"
    return re.compile(rf"{begins}{_AMOUNT}(?(letters)\)|{behind})", re.IGNORECASE)
