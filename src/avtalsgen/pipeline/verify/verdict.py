"""What is told of a file that somebody asked about."""

from collections.abc import Iterable
from dataclasses import dataclass

from avtalsgen.pipeline.verify.comparison import PartDifference
from avtalsgen.problems import Problem, Severity
from avtalsgen.signing.validation import Signature


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a file.

    `uppdrag` is `slug@utgåva`, or empty when the file was not compared with any.
    """

    uppdrag: str = ""
    signatures: tuple[Signature, ...] = ()
    differences: tuple[PartDifference, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    """What else is to be known, and is no problem: what the comparison cannot prove."""
    sha256: str = ""
    """Of the file: what `undertecknad.sha256` of an uppdrag asks for."""


def look(code: str, message: str, hint: str) -> Problem:
    """Return a problem that is something to look at."""
    return Problem(code, message, Severity.WARNING, hint=hint)


def changed_in_file(differences: Iterable[PartDifference]) -> tuple[Problem, ...]:
    """Return a problem for each part in which the file says something else."""
    hint = "avgör vilken lydelse som gäller, och bygg om filen eller ändra uppdraget"
    return tuple(look("VE09", f"{_beside(each)}", hint) for each in differences)


def changed_in_workspace(differences: Iterable[PartDifference]) -> tuple[Problem, ...]:
    """Return a problem for each part that the workspace has changed since the file was built."""
    hint = "filen är som den byggdes; bygg en ny om ändringen ska gälla"
    return tuple(look("VE11", f"{_beside(each)}", hint) for each in differences)


def _beside(difference: PartDifference) -> str:
    place, in_file = difference.part.name, difference.found
    return f"{place}: filen har ”{in_file}”, arbetsytan ”{difference.expected}”"
