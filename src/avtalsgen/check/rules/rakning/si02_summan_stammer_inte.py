"""Summan i en tabell är inte summan av raderna.

Varför: antingen en rad eller summan är fel, och beloppet kan inte betalas ut.

**Fel**

    | Post | Kronor |
    | --- | --- |
    | Lön | 1 000 |
    | Lokal | 500 |
    | Summa | 1 600 |

**Rätt**

    | Post | Kronor |
    | --- | --- |
    | Lön | 1 000 |
    | Lokal | 500 |
    | Summa | 1 500 |
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch, TextPassage
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.model import plain
from avtalsgen.model.nodes import Table
from avtalsgen.model.walk import sections
from avtalsgen.problems import Severity

_AMOUNT = re.compile(r"-?\d{1,3}(?:[ \u00a0]\d{3})*(?:,\d+)?|\d+(?:,\d+)?")
_ITEM = re.compile(r"[^\d]{2,60}?:? (?P<amount>\d[\d \u00a0]*(?:,\d+)?(?: ?kr| kronor))[.,;]?")
_FEWEST = 2
_SUM = re.compile(r"(?i)^(?:summa|totalt?|sammanlagt)\b")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for section in sections(facts.document):
        for block in section.blocks:
            if isinstance(block, Table):
                yield from _in_table(facts, block)
                yield from _products(facts, block)
    yield from _in_lists(facts)


def _in_lists(facts: CheckFacts) -> Iterator[Finding]:
    """Yield the last item of a list of sums that says another sum than they make."""
    lists: dict[int, list[TextPassage]] = {}
    for passage in facts.of("item"):
        lists.setdefault(passage.group, []).append(passage)
    for items in lists.values():
        matches = [_ITEM.fullmatch(item.text.strip()) for item in items]
        worths = [_worth(match["amount"]) if match else None for match in matches]
        *parts, told = worths
        known = [part for part in parts if part is not None]
        last = matches[-1]
        if not last or told is None or len(known) < _FEWEST or len(known) != len(parts):
            continue
        if _SUM.match(items[-1].text) and sum(known) != told:
            start = items[-1].text.index(last["amount"])
            stretch = Stretch(items[-1], start, start + len(last["amount"]))
            message = f"posterna blir {_written(sum(known))}"
            yield Finding(stretch, message, "rätta en post eller summan")


def _written(number: Decimal | int) -> str:
    return f"{number:,}".replace(",", " ").replace(".", ",")


def _in_table(facts: CheckFacts, table: Table) -> Iterator[Finding]:
    rows = [tuple(plain.text(cell).strip() for cell in row) for row in table.rows]
    for place, row in enumerate(rows):
        if not _SUM.match(row[0]):
            continue
        for column in range(1, len(row)):
            told = _worth(row[column])
            parts = [_worth(above[column]) for above in rows[:place]]
            known = [part for part in parts if part is not None]
            if told is None or len(known) != len(parts) or len(parts) < 2 or sum(known) == told:
                continue
            cell = next((p for p in facts.of("cell") if p.text.strip() == row[column]), None)
            if cell:
                message = f"raderna blir {_written(sum(known))}"
                yield Finding(Stretch(cell, 0, len(cell.text)), message, "rätta raden eller summan")


def _products(facts: CheckFacts, table: Table) -> Iterator[Finding]:
    """Yield the one row whose numbers are not multiplied as those of all the other rows."""
    rows = [tuple(plain.text(cell).strip() for cell in row) for row in table.rows]
    rows = [row for row in rows if not _SUM.match(row[0])]
    for first, second, third in combinations(range(min(map(len, rows), default=0)), 3):
        wrong: list[tuple[str, Decimal]] = []
        for row in rows:
            price, number, told = _worth(row[first]), _worth(row[second]), _worth(row[third])
            if price is None or number is None or told is None:
                break
            if price * number != told:
                wrong.append((row[third], price * number))
        else:
            if len(wrong) == 1 and len(rows) > _FEWEST:
                told_words, made = wrong[0]
                cell = next(p for p in facts.of("cell") if p.text.strip() == told_words)
                message = f"talen på raden blir {_written(made)}"
                yield Finding(Stretch(cell, 0, len(cell.text)), message, "rätta ett av talen")


def _worth(text: str) -> Decimal | None:
    words = re.sub(r"(?: ?kr| ?kronor)$", "", text)
    if not _AMOUNT.fullmatch(words):
        return None
    return Decimal(words.replace(" ", "").replace("\u00a0", "").replace(",", "."))


RULE = CheckRule("SI02", "summan-stammer-inte", Severity.ERROR, _find)
