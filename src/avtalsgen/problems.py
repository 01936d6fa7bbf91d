"""Everything we tell the user that is not the document itself."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import field, replace
from enum import IntEnum, StrEnum

from avtalsgen.records import dataclass
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
    about: str = field(default="", compare=False)
    """The fact that it is about, by its path in the file of `origin`; of most, none."""

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


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to open: a line of a file where it has lines, else words that say where."""

    file: str
    line: int | None
    column: int | None
    place: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place, and the words that stand there."""

    spot: Spot
    quote: str
    context: str = field(default="", compare=False, repr=False)
    """The whole paragraph that they stand in, for whoever looks for them in a file."""

    def as_data(self) -> dict[str, object]:
        """Return the place as JSON prints it."""
        return {
            "file": self.spot.file,
            "line": self.spot.line,
            "column": self.spot.column,
            "place": self.spot.place,
            "quote": self.quote,
        }


@dataclass(frozen=True, slots=True)
class Remark:
    """One problem of one document."""

    code: str
    name: str
    severity: Severity
    place: Place
    message: str
    hint: str = ""
    also: tuple[Place, ...] = ()
    fix: str | None = None

    @property
    def said(self) -> str:
        """Return the message on a line of its own, with the words that it is about said once.

        They are its first word, or stand before it: `”SoL” nämns utan nummer`, `”skall”: ordet är
        ålderdomligt`.
        """
        quote = self.place.quote
        if not quote:
            return self.message
        rest = self.message.removeprefix(f"{quote} ")
        return f"”{quote}”{':' if rest == self.message else ''} {rest}"

    def as_data(self) -> dict[str, object]:
        """Return the problem as `avtalsgen.check/1` has it."""
        spot = self.place.spot
        return {
            "code": self.code,
            "name": self.name,
            "severity": str(self.severity),
            "file": spot.file,
            "line": spot.line,
            "column": spot.column,
            "quote": self.place.quote,
            "message": self.message,
            "hint": self.hint,
            "place": spot.place,
            "also": [place.as_data() for place in self.also],
        }


def of_problem(problem: Problem, file: str) -> Remark:
    """Return what a reader, a build or a verification says, in the form of the check."""
    origin = problem.origin
    spot = Spot(
        origin.file if origin else file,
        origin.line if origin else None,
        origin.column if origin else None,
        "",
    )
    return Remark(
        problem.code, "", problem.severity, Place(spot, ""), problem.message, problem.hint or ""
    )


def own_fault(message: str, send_to: str = "") -> "Problem":
    """Return a fault that is the program's own, with where to send it, if the house says."""
    nobody_says = (
        "den som ni har fått programmet av (den adressen skrivs i clauses/profil/profil.yaml, "
        "felanmälan:)"
    )
    hint = (
        "felet är programmets: skicka raden, kommandot och svaret på avtalsgen --version till "
        f"{send_to or nobody_says}"
    )
    return Problem("XX01", message, hint=hint, exit=Exit.OURS)


class AvtalsgenError(Exception):
    """Raised when work cannot go on; carries every problem that stopped it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


@contextmanager
def placed_in(file: str) -> Iterator[None]:
    """Read `file` inside; what is wrong with all of it stands at its beginning.

    Raises:
        AvtalsgenError: as it was, each problem at a place.
    """
    try:
        yield
    except AvtalsgenError as error:
        start = Origin(file, 1)
        raise AvtalsgenError(
            problem
            if problem.origin or problem.exit is Exit.NOT_FOUND  # which has no beginning
            else replace(problem, origin=start)
            for problem in error.problems
        ) from None
