"""What is told of a file that somebody asked about."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from avtalsgen.pipeline.verify.word_differences import PartDifference
from avtalsgen.problems import Problem, Severity
from avtalsgen.records import dataclass

if TYPE_CHECKING:
    from avtalsgen.signing.validation import Signature

Standing = Literal["unchanged", "earlier", "outdated", "unproven", "changed", "unknown"]
"""`unchanged`: nothing in it is other than was built. `earlier`: so was it when it was built; a
newer one has been built since, with the same words. `outdated`: as it was built, and the workspace
says something else now. `unproven`: words and looks are alike, and another program wrote it.
`changed`: something in it is other. `unknown`: it was compared with nothing."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a file.

    `uppdrag` is `slug@utgåva`, or empty when the file was not compared with any.
    """

    uppdrag: str = ""
    signatures: "tuple[Signature, ...]" = ()
    differences: tuple[PartDifference, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    """What else is to be known, and is no problem: what the comparison cannot prove."""
    standing: Standing = "unknown"
    summary: str = "inte jämförd: arbetsytan vet inget om texten i filen"
    """What the file is, in one sentence that is true as it stands."""
    sha256: str = ""
    """Of the file: what `undertecknad.sha256` of an uppdrag asks for."""


def as_built(differences: int, *, earlier: bool, signed: bool = False) -> tuple[Standing, str]:
    """Return what to say of a file of which every byte is as it was built, until it was signed."""
    if differences:
        now = f"arbetsytan ger nu en annan text på {places(differences)}"
        return "outdated", f"som den byggdes, men {now}"
    if earlier:
        newer = "en nyare är byggd sedan dess, med samma text"
        return "earlier", f"som den byggdes en gång; {newer}"
    until = " före underskrifterna" if signed else ""
    return "unchanged", f"oförändrad: varje byte{until} är som den byggdes"


def changed(differences: int, others: int) -> tuple[Standing, str]:
    """Return what to say of a file of which something is other: words, and what else there is."""
    besides = f"{others} {'andra skillnader' if others > 1 else 'annan skillnad'}"
    if differences:
        more = f", och den har {besides}" if others else ""
        return "changed", f"ändrad: texten är en annan på {places(differences)}{more}"
    return "changed", f"ändrad: texten är den som arbetsytan ger, men filen har {besides}"


def places(count: int) -> str:
    """Return how many places there are, in words."""
    return f"{count} ställe{'n' if count > 1 else ''}"


def look(code: str, message: str, hint: str) -> Problem:
    """Return a problem that is something to look at."""
    return Problem(code, message, Severity.WARNING, hint=hint)


def changed_in_file(differences: Iterable[PartDifference]) -> tuple[Problem, ...]:
    """Return a problem for each part in which the file says something else."""
    hint = "avgör vilken lydelse som gäller, och bygg om filen eller ändra uppdraget"
    return tuple(look("VE09", f"{_beside(each)}", hint) for each in differences)


def changed_in_workspace(differences: Iterable[PartDifference]) -> tuple[Problem, ...]:
    """Return a problem for each part that the workspace has changed since the file was built."""
    hint = "bygg en ny om ändringen ska gälla; filen är som den byggdes"
    return tuple(look("VE11", f"{_beside(each)}", hint) for each in differences)


def _beside(difference: PartDifference) -> str:
    place, in_file = difference.part.name, difference.found
    return f"{place}: filen har ”{in_file}”, arbetsytan ”{difference.expected}”"
