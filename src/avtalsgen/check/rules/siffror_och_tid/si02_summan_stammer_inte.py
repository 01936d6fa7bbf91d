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

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import CheckRule
from avtalsgen.model import plain
from avtalsgen.model.nodes import Table
from avtalsgen.model.walk import sections
from avtalsgen.problems import Severity

_AMOUNT = re.compile(r"-?\d{1,3}(?:[ \u00a0]\d{3})*(?:,\d+)?|\d+(?:,\d+)?")
_SUM = re.compile(r"(?i)^(?:summa|totalt?|sammanlagt)\b")


def _find(facts: CheckFacts) -> Iterator[Finding]:
    for section in sections(facts.document):
        for block in section.blocks:
            if isinstance(block, Table):
                yield from _in_table(facts, block)


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
                message = f"raderna blir {sum(known)}"
                yield Finding(Stretch(cell, 0, len(cell.text)), message, "rätta raden eller summan")


def _worth(text: str) -> Decimal | None:
    words = re.sub(r"(?: ?kr| ?kronor)$", "", text)
    if not _AMOUNT.fullmatch(words):
        return None
    return Decimal(words.replace(" ", "").replace("\u00a0", "").replace(",", "."))


RULE = CheckRule("SI02", "summan-stammer-inte", Severity.ERROR, _find)
