"""A rule: what it is called, how grave it is, how it looks, and its page in the manual."""

import sys
from collections.abc import Callable, Iterable, Sequence

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.finding import Finding
from avtalsgen.problems import Severity
from avtalsgen.records import dataclass

Find = Callable[[CheckFacts], Iterable[Finding]]
FindAmong = Callable[[Sequence[CheckFacts]], Iterable[Finding]]


class _WithPage:
    """A rule whose page is the docstring of the module that it stands in."""

    __slots__ = ()
    find: Callable[..., Iterable[Finding]]

    @property
    def page(self) -> str:
        """The page of the manual, its first line what is wrong."""
        return (sys.modules[self.find.__module__].__doc__ or "").strip()


@dataclass(frozen=True, slots=True)
class CheckRule(_WithPage):
    """A rule about one document."""

    code: str
    name: str
    severity: Severity
    find: Find
    gravest: Severity | None = None
    """Where some of what it finds is graver than the rest."""


@dataclass(frozen=True, slots=True)
class RuleAmong(_WithPage):
    """A rule about documents that belong together."""

    code: str
    name: str
    severity: Severity
    find: FindAmong


AnyRule = CheckRule | RuleAmong
