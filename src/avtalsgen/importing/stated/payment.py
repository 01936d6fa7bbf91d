"""What is paid, in which year's level, what it grows by."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from avtalsgen.importing.old_fact import OldFact
from avtalsgen.importing.stated.claims import Claim, Says, of_one, settled
from avtalsgen.importing.stated.lines import clauses, leads
from avtalsgen.importing.stated.roles import PROVIDER, role_of
from avtalsgen.model import plain
from avtalsgen.model.nodes import Document, Table
from avtalsgen.model.walk import sections
from avtalsgen.register.knowledge import Knowledge
from avtalsgen.register.meaning_words import WordLists
from avtalsgen.register.stated_words import StatedWords
from avtalsgen.register.word_files import any_of
from avtalsgen.swedish.numbers import typed
from avtalsgen.swedish.typography import SPACE
from avtalsgen.uppdrag import known

_AMOUNT: Final = r"(?P<whole>\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d+)(?:,(?P<part>\d{1,2}))?"
_BARE: Final = re.compile(rf"\s*{_AMOUNT}(?::-)?\s*")
_LONGEST_ROW: Final = 30
"""Letters of what says but a sum, below a heading that says what it is."""
_LEVEL: Final = re.compile(rf"\b((?:19|20)\d\d){SPACE}års{SPACE}(?:pris|penning|kostnads)")

_SHARE: Final = re.compile(r"\d\s?(?:%|procent)\s(?:av\s)?$", re.IGNORECASE)
_IN_LETTERS: Final = re.compile(r"[^\W\d]")
_NOT: Final = re.compile(r"\b(?:inte|ej|aldrig)\b", re.IGNORECASE)
_OTHER: Final = re.compile(r"\b(?:annat|eller) \w*index", re.IGNORECASE)
_ANY_INDEX: Final = re.compile(r"\b\w*index(?:et)?\b(?: enligt [\w:]+)?", re.IGNORECASE)
"""`landstingsprisindex`, `index enligt SKR`."""


def payment(document: Document, knowledge: Knowledge) -> Iterator[OldFact]:
    """Yield what is paid, in which year's level, and what it grows by."""
    words = knowledge.stated
    sums, levels, series = list[Claim](), list[Claim](), list[Claim]()
    led = leads(document)
    for place, text in clauses(document):
        sums += _sums(place, text, led.get(text, ""), knowledge)
        levels += (Claim(each, place, Says.PLAINLY) for each in _LEVEL.findall(text))
        for nth, index in enumerate(words.index.finditer(text)):
            letters = index["letters"] or words.index_names[index["name"].casefold()]
            says = Says.LIKELY if nth else Says.PLAINLY
            series.append(Claim(letters, place, says, asks=_is_part(text, index)))
        rest = words.index.sub("", text)  # an index that we do not know is asked for
        unknown = [each[0] for each in _ANY_INDEX.finditer(rest)]
        if not unknown and rest == text and _is_raised(place, text, words):
            unknown = [each["what"] for each in words.raised_by.finditer(text)]
        series += (Claim(each, place, Says.PERHAPS) for each in unknown)
    sums += _of_columns(document, knowledge)
    yield from settled(known.PRICE, of_one(sums))
    yield from settled(known.PRICE_LEVEL, levels)
    yield from settled(known.SERIES, series)


def _is_raised(place: str, text: str, words: StatedWords) -> bool:
    """Return whether a sentence says that what is paid changes year by year."""
    paid = words.price.search(text) or words.price.search(place)
    raised = words.raised.search(text)
    return bool(paid and raised and not _NOT.search(raised[0]))


def _is_part(text: str, index: re.Match[str]) -> bool:
    """Return whether an index is one of several: `70 % LCI och 30 % KPI`, `OPI / annat index`."""
    return bool(_SHARE.search(text[: index.start()]) or _OTHER.search(text, index.end()))


def _sums(place: str, text: str, lead: str, knowledge: Knowledge) -> Iterator[Claim]:
    """Yield the sums of a sentence; one for a month or a quarter is asked for, with that.

    It is none for a year. One for what comes beside the ordinary is asked for, and one that
    is written in letters too, which say more than digits do.

    Of an item of a list the line that leads it in says as much as the item does.
    """
    words, money = knowledge.stated, knowledge.words
    said = any(map(words.price.search, (text, lead)))
    headed = bool(words.price.search(place))
    of_provider = any(_is_of_provider(each, words) for each in (text, lead))
    for match in _pattern_of_sums(money).finditer(text):
        other = words.other_sum.search(_part_around(text, match)) or words.other_sum.search(place)
        per = words.per.match(text, match.end())
        paid = said or (headed and (per or len(text) <= _LONGEST_ROW))
        says = Says.LIKELY if paid and not (other or of_provider) else Says.PERHAPS
        says = Says.PLAINLY if says is Says.LIKELY and per else says
        monthly = bool(per and words.month.fullmatch(per["what"]))
        beside = bool(words.beside_sum.search(text)) or bool(_IN_LETTERS.match(match[0]))
        whole = Decimal(re.sub(r"\D", "", match["whole"]) + _part(match))
        times = money.times.get((match["times"] or "").casefold(), 1)
        kronor = whole * times * money.kronor.get((match["unit"] or "kr").casefold(), 1)
        where = f"{place}: {match[0]}{per[0]}" if per and monthly else place
        yield Claim(_with_ore(kronor), where, says, asks=monthly or beside)


def _of_columns(document: Document, knowledge: Knowledge) -> Iterator[Claim]:
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
                    yield Claim(_with_ore(kronor), plain.heading(section) or head, Says.LIKELY)


def _part(amount: re.Match[str]) -> str:
    return "." + (amount["part"] or "0")


def _is_of_provider(text: str, words: StatedWords) -> bool:
    """Return whether a sentence begins with the provider who pays: `Föreningen bidrar med`."""
    party, _, behind = text.partition(" ")
    return bool(words.pays.match(behind)) and role_of(party, words) == PROVIDER


def _part_around(text: str, match: re.Match[str]) -> str:
    """Return the part of a sentence between commas that a sum stands in."""
    start = max(text.rfind(", ", 0, match.start()), text.rfind("; ", 0, match.start()), 0)
    return text[start : match.end()] + re.split("[,;] ", text[match.end() :])[0]


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
    behind = rf"{SPACE}?{times}(?:(?P<unit>{kronor})\b|:-)"
    begins = rf"(?:(?P<letters>{in_letters})|(?<![\d.,-]))"
    return re.compile(rf"{begins}{_AMOUNT}(?(letters)\)|{behind})", re.IGNORECASE)
