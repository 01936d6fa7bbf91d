"""Every type that a fact can be: a record a file, and a line in `FACT_TYPES`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from avtalsgen.clauses.fact_types.fact_type import FactType
from avtalsgen.clauses.fact_types.numbers.amount import AMOUNT, PRICE
from avtalsgen.clauses.fact_types.numbers.decimal_number import AMOUNT_OF, DECIMAL_NUMBER
from avtalsgen.clauses.fact_types.numbers.percent import PERCENT
from avtalsgen.clauses.fact_types.numbers.share import SHARE
from avtalsgen.clauses.fact_types.numbers.span import SPAN
from avtalsgen.clauses.fact_types.numbers.whole_number import NUMBER_OF, WHOLE_NUMBER
from avtalsgen.clauses.fact_types.times.day import DAY
from avtalsgen.clauses.fact_types.times.duration import DURATION
from avtalsgen.clauses.fact_types.times.end import END
from avtalsgen.clauses.fact_types.times.hours import HOURS
from avtalsgen.clauses.fact_types.times.month_day import MONTH_DAY
from avtalsgen.clauses.fact_types.times.year import YEAR
from avtalsgen.clauses.fact_types.words.choice import CHOICE
from avtalsgen.clauses.fact_types.words.digest import DIGEST
from avtalsgen.clauses.fact_types.words.edition import EDITION
from avtalsgen.clauses.fact_types.words.organisation import ORGANISATION
from avtalsgen.clauses.fact_types.words.organisation_number import ORGANISATION_NUMBER
from avtalsgen.clauses.fact_types.words.text import TEXT
from avtalsgen.clauses.fact_types.words.yes_no import YES_NO

FACT_TYPES: Final[Mapping[str, FactType]] = MappingProxyType(
    {
        each.name: each
        for each in (
            *(TEXT, WHOLE_NUMBER, NUMBER_OF, DECIMAL_NUMBER, AMOUNT_OF),
            *(AMOUNT, PRICE, PERCENT, SHARE, SPAN),
            *(DAY, YEAR, MONTH_DAY, DURATION, HOURS, END),
            *(CHOICE, YES_NO, ORGANISATION, ORGANISATION_NUMBER, EDITION, DIGEST),
        )
    }
)
"""By the name that parametrar.yaml has; docs/format.md says how each is written and printed."""

LIST: Final = "lista"
"""The type of a fact that is several: of one type, or records of facts."""

TYPES: Final = (*FACT_TYPES, LIST)
"""What the type of a parameter may be."""
