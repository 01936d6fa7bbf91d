"""A memo that names another sum than the one that is decided."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.model.nodes import Document, Value
from avtalsgen.model.walk import leaves, runs, sections
from avtalsgen.pipeline.workspace.memo.own_words import OwnSentence, forms, sentences, words
from avtalsgen.problems import Problem, Severity
from avtalsgen.records import dataclass
from avtalsgen.register.memo_phrases import MemoPhrases
from avtalsgen.swedish.money import kronor
from avtalsgen.swedish.typography import SPACE
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Known

_NUMBER: Final = rf"\d{{1,3}}(?:{SPACE}\d{{3}})+(?:,\d+)?|\d+(?:,\d+)?"


@dataclass(frozen=True, slots=True)
class StatedSum:
    """A sum in kronor as it is written, and how far from it the one that is meant may be."""

    written: str
    kronor: Decimal
    within: Decimal

    def is_any_of(self, sums: Iterable[Decimal]) -> bool:
        """Return whether it is one of `sums`, rounded as it is written."""
        return any(abs(self.kronor - other) <= self.within for other in sums)


def strange_sums(document: Document, lookup: Lookup, phrases: MemoPhrases) -> Iterator[Problem]:
    """Yield TS06, a warning, for each sum said of the cost that is not in the matter.

    In the matter are the sums of the uppdrag that it is about, and all that the library's clauses
    print. What is set aside in a budget may be more than the cost, and less is told. What a row
    of the table says of today is a sum of the old uppdrag, and of the proposal one of the new.
    """
    yield from _in_rows(lookup, phrases)
    in_matter = frozenset((*_of_pointed(lookup), *_printed(document, lookup, phrases)))
    decided = lookup.fact(known.PRICE)
    if not in_matter or not isinstance(decided, Known) or not isinstance(decided.value, Decimal):
        return
    for sentence in sentences(document):
        if not _speaks_of(sentence.around, phrases.cost):
            continue
        stated = [*stated_sums(sentence.text, phrases)]
        budget = _speaks_of(sentence.around, phrases.budget)
        if budget and sum(written.kronor for written in stated) >= decided.value:
            continue
        for named in stated:
            if not named.is_any_of(in_matter):
                yield _problem(sentence, named, decided.value)


_SIDES: Final = (
    (known.ROW_TODAY, known.REPLACED, (known.GROWN, known.TODAY)),
    (
        known.ROW_PROPOSAL,
        known.ABOUT,
        (
            *(known.YEARS_SUM, known.TWELFTH, known.LAST_TWELFTH, known.PRICE_OF_A_GROUP),
            *(known.INCREASE, known.DECREASE, known.ABOVE_INDEX, known.BELOW_INDEX),
            known.AT_START,
        ),
    ),
)
"""The cells of a row, the uppdrag that each is about, and what is worked out of its sums."""


def _in_rows(lookup: Lookup, phrases: MemoPhrases) -> Iterator[Problem]:
    table = lookup.uppdrag.facts.get(known.CHANGE_ROWS)
    rows = table.value if isinstance(table, Known) and isinstance(table.value, tuple) else ()
    for row in (row for row in rows if isinstance(row, Mapping)):
        what = row.get(known.ROW_WHAT)
        if not isinstance(what, Known) or not _speaks_of(str(what.value), phrases.cost):
            continue
        for key, pointer, computed in _SIDES:
            cell, price = row.get(key), lookup.fact(known.of(pointer, known.PRICE))
            if not isinstance(cell, Known) or not isinstance(price, Known):
                continue
            sums = {*_sums_of(lookup, pointer, computed)}
            for named in stated_sums(str(cell.value), phrases):
                if not named.is_any_of(sums) and isinstance(price.value, Decimal):
                    text = OwnSentence(str(cell.value), "", cell.origin)
                    yield _problem(text, named, price.value, pointer)


def _sums_of(lookup: Lookup, pointer: str, computed: Iterable[str]) -> Iterator[Decimal]:
    pointed = lookup.pointed.get(pointer)
    written = pointed.uppdrag.facts.by_path.values() if pointed else ()
    for fact in (*written, *map(lookup.fact, computed)):
        if isinstance(fact, Known) and isinstance(fact.value, Decimal):
            yield fact.value


def stated_sums(text: str, phrases: MemoPhrases) -> Iterator[StatedSum]:
    """Yield the sums of money in a text, each in whole kronor with its öre."""
    for matched in _pattern(phrases.kronor, phrases.times).finditer(text):
        number = re.sub(SPACE, "", matched["number"]).replace(",", ".")
        times = phrases.times.get((matched["times"] or "").casefold(), 1)
        unit = Decimal(times * phrases.kronor.get((matched["unit"] or "").casefold(), 1))
        decimals = len(number.partition(".")[2])
        within = unit.scaleb(-decimals) / 2 if unit > 1 else Decimal(0)
        yield StatedSum(matched[0], Decimal(number) * unit, within)


def _pattern(units: Mapping[str, int], times: Mapping[str, int]) -> re.Pattern[str]:
    unit, many = ("|".join(map(re.escape, listed)) for listed in (units, times))
    return re.compile(
        rf"(?<![\d,.])(?P<number>{_NUMBER}){SPACE}"
        rf"(?:(?P<times>{many})(?:{SPACE}(?:{unit}))?|(?P<unit>{unit}))(?!\w)",
        re.IGNORECASE,
    )


def _of_pointed(lookup: Lookup) -> Iterator[Decimal]:
    for pointed in lookup.pointed.values():
        for fact in pointed.uppdrag.facts.by_path.values():
            if isinstance(fact, Known) and isinstance(fact.value, Decimal):
                yield fact.value


def _printed(document: Document, lookup: Lookup, phrases: MemoPhrases) -> Iterator[Decimal]:
    """Yield the sums that the document prints of others' facts, and of what is computed."""
    blocks = (block for section in sections(document) for block in section.blocks)
    for content in (content for block in blocks for content in runs(block)):
        for leaf in leaves(content):
            if isinstance(leaf, Value) and lookup.uppdrag.facts.get(leaf.path) is None:
                digits = re.sub(SPACE, "", leaf.text).replace(",", ".")
                if re.fullmatch(r"\d+(?:\.\d+)?", digits):
                    yield Decimal(digits)
                yield from (printed.kronor for printed in stated_sums(leaf.text, phrases))


def _speaks_of(text: str, listed: frozenset[str]) -> bool:
    their_forms = {form for word in listed for form in forms(word)}
    return any(not forms(word).isdisjoint(their_forms) for word in words(text))


def _problem(
    sentence: OwnSentence, stated: StatedSum, decided: Decimal, pointer: str = ""
) -> Problem:
    where = {known.ABOUT: "förslaget", known.REPLACED: "dagens uppdrag"}.get(pointer, "ärendet")
    whose = "dagens uppdrag" if pointer == known.REPLACED else "uppdraget som beslutet gäller"
    message = f"”{stated.written}” är inget belopp i {where}; {whose} har {kronor(decided)}"
    hint = "rätta beloppet i texten, eller skriv vad som skiljer beloppen åt"
    return Problem("TS06", message, Severity.WARNING, sentence.origin, hint)
