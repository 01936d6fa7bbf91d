"""A rule: what it is called, how grave it is, how it looks, and its page in the manual."""

import sys
from collections.abc import Callable, Iterable, Sequence

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.problems import Severity
from avtalsgen.records import dataclass

Find = Callable[[CheckFacts], Iterable[Finding]]
FindAmong = Callable[[Sequence[CheckFacts]], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class CheckRule:
    """A rule about one document; the docstring of its module is its page."""

    code: str
    name: str
    severity: Severity
    find: Find
    gravest: Severity | None = None
    """Where some of what it finds is graver than the rest."""

    @property
    def page(self) -> str:
        """The page of the manual, its first line what is wrong."""
        return (sys.modules[self.find.__module__].__doc__ or "").strip()


@dataclass(frozen=True, slots=True)
class RuleAmong:
    """A rule about documents that belong together."""

    code: str
    name: str
    severity: Severity
    find: FindAmong

    @property
    def page(self) -> str:
        """The page of the manual, its first line what is wrong."""
        return (sys.modules[self.find.__module__].__doc__ or "").strip()


AnyRule = CheckRule | RuleAmong
