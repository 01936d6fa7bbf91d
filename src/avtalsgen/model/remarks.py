"""What is told of a document: one form for what rules find and what readers and builds say."""

from dataclasses import dataclass

from avtalsgen.problems import Problem, Severity


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
