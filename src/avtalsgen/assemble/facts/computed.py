"""Facts that are worked out of other facts: sums, shares, and days that the law sets.

They stand below `räknat` and nobody writes them. What rests on something unknown is unknown,
what rests on something that nobody says is not there.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from avtalsgen.clauses.fact_types.fact_type import Plain
from avtalsgen.ersattning.months import last_month, month
from avtalsgen.ersattning.rounding import EXACT
from avtalsgen.records import dataclass
from avtalsgen.swedish.dates import day_in
from avtalsgen.swedish.deadlines import last_day
from avtalsgen.swedish.durations import Duration, TimeUnit
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Fact, Known, Unknown

APPROVAL: Final = Duration(14, TimeUnit.DAY)
"""For the minutes to be approved, after the meeting: 5 kap. 69 § and 6 kap. 35 § KL (2017:725)."""
NOTICE: Final = Duration(2, TimeUnit.DAY)
"""For the approval to be announced, after it was made: 8 kap. 12 § KL."""
APPEAL: Final = Duration(3, TimeUnit.WEEK)
"""For an appeal to come in, after the announcement: 13 kap. 5 § KL."""

_TENTH: Final = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Rule:
    """How a fact is worked out: of which, what type it is, and by what function of them."""

    type: str
    needs: tuple[str, ...]
    of: Callable[..., Plain]
    while_unknown: Plain | None = None
    """What it is while something that it needs is okänt: nothing says that it is okänt too."""

    def fact(self, path: str, operands: Sequence[Fact | None]) -> Fact | None:
        """Return the fact at `path`, where `operands` are those that it needs."""
        values: list[Any] = []
        for need, fact in zip(self.needs, operands, strict=True):
            match fact:
                case Known():
                    values.append(fact.value)
                case Unknown(_, _, origin) if self.while_unknown is not None:
                    return Known(path, self.type, self.while_unknown, origin)
                case Unknown(_, reason, origin):
                    return Unknown(path, f"räknas av {need}: {reason}", origin)
                case None:
                    return None
        last = operands[-1]
        assert last is not None
        return Known(path, self.type, self.of(*values), last.origin)


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """A fact that is worked out in one of several ways, by what another fact has chosen."""

    by: str
    rules: Mapping[str, Rule]

    def rule(self, chosen: Fact | None) -> Rule | None:
        """Return the way that is chosen, nothing when what is chosen has none.

        While nobody has chosen, the choice is what lacks.
        """
        if isinstance(chosen, Known):
            return self.rules.get(str(chosen.value))
        return Rule("belopp", (self.by,), _product)


def share(old: Decimal, new: Decimal) -> Decimal:
    """Return by how many percent `new` differs from `old`, one decimal, half a tenth upwards.

    From nothing there is no share: 0.
    """
    change = abs(new - old)
    return (change * 100 / old).quantize(_TENTH, ROUND_HALF_UP) if old else Decimal(0)


def _day_after(day: date) -> date:
    return day + timedelta(1)


def _rise(old: Decimal, new: Decimal) -> Decimal:
    return max(new - old, Decimal(0))


def _product(*factors: int | Decimal) -> Decimal:
    amount = Decimal(1)
    for factor in factors:
        amount = EXACT.multiply(amount, Decimal(factor))
    return amount


def final_at_earliest(decided: date) -> date:
    """Return the first day on which a decision can be final: 13 kap. 5 § kommunallagen.

    That is where the minutes are approved and announced on the day of the meeting.
    """
    return _day_after(last_day(decided, APPEAL))


def _begins_before_final(decided: date, start: date) -> bool:
    return decided <= start < final_at_earliest(decided)


def _within_a_year(start: date, end: str) -> bool:
    """Return whether `start` is no 1 January, or `end`, if it names a day, no 31 December."""
    last = day_in(end)
    return (start.month, start.day) != (1, 1) or (
        last is not None and (last.month, last.day) != (12, 31)
    )


_SUMS: Final = (known.of(known.REPLACED, known.PRICE), known.of(known.ABOUT, known.PRICE))
_LAST_DAY_TO_APPEAL: Final = Rule("datum", (known.ANNOUNCED_ON,), lambda up: last_day(up, APPEAL))

RULES: Final[Mapping[str, Rule | RuleChoice]] = {
    known.YEARS_SUM: RuleChoice(
        known.MODEL,
        {
            known.BY_YEAR: Rule("belopp", (known.PRICE,), _product),
            known.BY_HOUR: Rule("belopp", (known.HOURS, known.PRICE), _product),
            known.BY_PLACE: Rule("belopp", (known.PLACES, known.PRICE), _product),
            known.BY_DAY: Rule("belopp", (known.DAYS, known.PRICE), _product),
            known.BY_WORKER: Rule("belopp", ("årsarbetare", known.PRICE), _product),
        },
    ),
    known.TWELFTH: Rule("belopp", (known.YEARS_SUM,), month),
    known.LAST_TWELFTH: Rule("belopp", (known.YEARS_SUM,), last_month),
    known.PART_OF_A_YEAR: Rule(
        "ja_nej", (known.START, known.END), _within_a_year, while_unknown=True
    ),
    known.PRICE_OF_A_GROUP: Rule("belopp", (known.HOURS_OF_A_GROUP, known.PRICE), _product),
    known.INCREASE: Rule("belopp", _SUMS, _rise),
    known.DECREASE: Rule("belopp", _SUMS, lambda old, new: _rise(new, old)),
    known.SHARE: Rule("procent", _SUMS, share),
    known.DAY_BEFORE: Rule(
        "datum", (known.of(known.ABOUT, known.START),), lambda start: start - timedelta(1)
    ),
    known.OF_ANOTHER: Rule(
        "ja_nej",
        (known.of(known.REPLACED, known.DNR), known.of(known.ABOUT, known.DNR)),
        lambda old, new: bool(old != new),
    ),
    known.BEGINS_BEFORE_FINAL: Rule(
        "ja_nej", (known.MET_ON, known.of(known.ABOUT, known.START)), _begins_before_final
    ),
    known.APPROVED_BY: Rule("datum", (known.MET_ON,), lambda met: last_day(met, APPROVAL)),
    known.ANNOUNCED_BY: Rule(
        "datum", (known.APPROVED_ON,), lambda approved: last_day(approved, NOTICE)
    ),
    known.LAST_DAY_TO_APPEAL: _LAST_DAY_TO_APPEAL,
    known.TAKEN_DOWN_FROM: Rule(
        "datum", _LAST_DAY_TO_APPEAL.needs, lambda up: _day_after(last_day(up, APPEAL))
    ),
    known.FINAL_ON: Rule(
        "datum", _LAST_DAY_TO_APPEAL.needs, lambda up: _day_after(last_day(up, APPEAL))
    ),
}
"""Every fact that is worked out, by its path."""


def written(path: str) -> tuple[str, ...]:
    """Return every fact that somebody may have to write for the one at `path` to be known."""
    computed = RULES.get(path)
    if isinstance(computed, RuleChoice):
        needs = [need for rule in computed.rules.values() for need in rule.needs]
        return tuple(dict.fromkeys((computed.by, *needs)))
    return tuple(each for need in computed.needs for each in written(need)) if computed else (path,)


def written_first(path: str) -> tuple[str, ...]:
    """Return the facts of `written` that are missed when nobody has written any of them."""
    rule = RULES.get(path)
    if isinstance(rule, RuleChoice):
        return (rule.by,)
    return tuple(e for need in rule.needs for e in written_first(need)) if rule else (path,)
