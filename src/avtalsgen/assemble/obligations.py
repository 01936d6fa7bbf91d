"""The obligations of one document: the duties of its clauses, with the days that facts give."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import assert_never

from avtalsgen.assemble.facts.lookup import Lookup
from avtalsgen.assemble.filling.conditions import holds
from avtalsgen.assemble.filling.forms import in_print
from avtalsgen.clauses.duty import At, Before, DayAfter, Duty, EveryYearFrom, InWords, Time
from avtalsgen.clauses.library import Library
from avtalsgen.model import plain
from avtalsgen.model.calendar import Obligation, Once, Undated, When, Yearly
from avtalsgen.model.nodes import Document, Section
from avtalsgen.model.walk import sections
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.swedish.dates import MonthDay, day_in, long
from avtalsgen.swedish.deadlines import before
from avtalsgen.swedish.durations import Duration
from avtalsgen.swedish.phrases import lower_first
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.facts import Fact, Known, Unknown

_NOT_SAID, _NO_TIME = "när det är bestämt", "utan angiven tid"
_STARTS = (known.TILLAGG_START, known.START, known.RISE_START)
_PARTIES = {
    "beställare": known.name_of(known.BUYER),
    "utförare": known.name_of(known.PROVIDER),
    "utförarens personal": known.name_of(known.PROVIDER),
    "nämnd": known.name_of(known.BUYER),
}
"""The bodies that some roles of the clauses are."""


def obligations(
    document: Document,
    library: Library,
    lookup: Lookup,
    others: Mapping[str, Lookup] = MappingProxyType({}),
) -> tuple[Obligation, ...]:
    """Return what the clauses of a document make people do, in reading order.

    A duty whose condition does not hold is none. Where the uppdrag has put a text of its own
    in the place of a clause's, the duties are told all the same, as of a text that deviates.
    `others` are where the facts of sections are that stand in other files: those of tillägg.
    """
    owed = []
    headed = None
    for section in sections(document):
        if section.heading:
            headed = section
        above = headed if headed and headed.level < section.level else section
        provenance = section.provenance
        if provenance is None or not provenance.clause:
            continue
        clause = library.edition(
            provenance.clause, provenance.edition, section.origin or Origin(provenance.file, 1)
        )
        owner_lookup = others.get(section.origin.file, lookup) if section.origin else lookup
        owed += [
            _ObligationMaker(owner_lookup).obligation(duty, section, above)
            for duty in clause.duties
            if holds(duty.only_if, owner_lookup, {})
        ]
    return tuple(owed)


def begins(lookup: Lookup) -> date | None:
    """Return the first day of what a document is about, nothing when it does not say."""
    return next((day for path in _STARTS if (day := _day(lookup.fact(path)))), None)


@dataclass(frozen=True, slots=True)
class _ObligationMaker:
    lookup: Lookup

    def obligation(self, duty: Duty, section: Section, headed: Section) -> Obligation:
        """Return a duty of `section`, which is found under the heading of `headed`."""
        provenance = section.provenance
        assert provenance is not None
        when, words = self.when(duty.when)
        party = self.lookup.text(_PARTIES[duty.who]) if duty.who in _PARTIES else ""
        return Obligation(
            duty.who,
            party,
            duty.what,
            when,
            words,
            self.lookup.uppdrag.name,
            self.lookup.text(known.TITLE),
            self.lookup.text(known.DNR),
            f"{provenance.clause}@{provenance.edition}",
            headed.number,
            plain.text(headed.heading),
            provenance.kind == "avvikelse",
        )

    def when(self, time: Time) -> tuple[When, str]:
        """Return when something is to be done, and that in words."""
        match time:
            case InWords(text):
                return Undated(), text or _NO_TIME
            case At(path):
                return self.at(path)
            case EveryYearFrom(path):
                return self.every_year_from(path)
            case DayAfter(path):
                return self.once(path, 1)
            case Before(length, path):
                return self.before(length, path)
            case _ as unreachable:
                assert_never(unreachable)

    def at(self, path: str) -> tuple[When, str]:
        fact = self.lookup.fact(path)
        if not isinstance(fact, Known):
            return Undated(), _why(fact)
        match fact.value:
            case MonthDay():
                when = Yearly(fact.value, begins(self.lookup), _day(self.lookup.fact(known.END)))
                return when, f"den {fact.value} varje år"
            case Duration():
                return Undated(), f"inom {fact.value}"
            case _ if _day(fact):
                return self.once(path, 0)
            case _:
                return Undated(), lower_first(in_print(fact))

    def once(self, path: str, after: int) -> tuple[When, str]:
        fact = self.lookup.fact(path)
        day = _day(fact)
        if day is None:
            return Undated(), _why(fact)
        day += timedelta(after)
        return Once(day), f"den {long(day)}"

    def every_year_from(self, path: str) -> tuple[When, str]:
        fact = self.lookup.fact(path)
        first = _day(fact)
        if first is None:
            return Undated(), _why(fact)
        day = MonthDay(first.month, first.day)
        words = f"den {day} varje år, första gången {first.year}"
        return Yearly(day, first, _day(self.lookup.fact(known.END))), words

    def before(self, length: str, path: str) -> tuple[When, str]:
        time, fact = self.lookup.fact(length), self.lookup.fact(path)
        if not isinstance(time, Known) or not isinstance(time.value, Duration):
            return Undated(), _why(time)
        day = _day(fact)
        if day is None:
            return Undated(), f"minst {time.value} i förväg"
        try:
            last = before(day, time.value)
        except ValueError:  # in working days, or before the first year there is
            return Undated(), f"senast {time.value} före den {long(day)}"
        return Once(last), f"senast {time.value} före den {long(day)}"


def _day(fact: Fact | None) -> date | None:
    """Return the day that a fact says; a text may name one, as the last day of an uppdrag."""
    value = fact.value if isinstance(fact, Known) else None
    if isinstance(value, date):
        return value
    return day_in(value) if isinstance(value, str) else None


def _why(fact: Fact | None) -> str:
    return f"okänt: {fact.reason}" if isinstance(fact, Unknown) else _NOT_SAID
