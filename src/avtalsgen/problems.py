"""Everything we tell the user that is not the document itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from avtalsgen.source import Origin


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "fel"
    WARNING = "varning"
    STYLE = "stil"


class Exit(IntEnum):
    """What the program says to the shell (sysexits.h where it has a word for it)."""

    FINE = 0
    """Done, nothing to look at."""
    LOOK = 1
    """Done, and there is something to look at."""
    USAGE = 2
    """The command line is wrong."""
    DATA = 65
    """What we were given cannot be used."""
    NOT_FOUND = 66
    """A file, uppdrag or edition that was named is not there."""
    OURS = 70
    """Our own fault."""
    CANNOT_WRITE = 74
    """The disk does not take it."""
    CONFLICT = 75
    """Somebody else holds or has changed what we would write."""
    INTERRUPTED = 130
    """Stopped from the keyboard: 128 and the number of the signal, as shells have it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to tell the user: what, where, and what to type about it."""

    code: str
    message: str
    severity: Severity = Severity.ERROR
    origin: Origin | None = None
    hint: str | None = None
    exit: Exit = Exit.DATA

    def as_data(self) -> dict[str, object]:
        """Return the problem as every `--json` prints it."""
        place = self.origin
        return {
            "code": self.code,
            "severity": str(self.severity),
            "message": self.message,
            "hint": self.hint,
            "file": place.file if place else None,
            "line": place.line if place else None,
            "column": place.column if place else None,
        }

    def __str__(self) -> str:
        where = f"{self.origin}: " if self.origin else ""
        hint = f"\n  Tips: {self.hint}" if self.hint else ""
        return f"{where}{self.code} {self.message}{hint}"


class AvtalsgenError(Exception):
    """Raised when work cannot go on; carries every problem that stopped it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
