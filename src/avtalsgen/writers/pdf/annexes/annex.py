"""An annex as it is given to us, and how it is refused."""

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.records import dataclass
from avtalsgen.source import Origin


@dataclass(frozen=True, slots=True)
class Annex:
    """A PDF to append. `number` is its place in the list of annexes; no other has the same.

    `name` is what its file is called, `origin` is where somebody asked for it, and `archival`
    is whether it must keep PDF/A and PDF/UA.
    """

    number: int
    title: str
    name: str
    data: bytes
    origin: Origin | None = None
    archival: bool = True


def refusal(annex: Annex, code: str, why: str, hint: str) -> AvtalsgenError:
    """Return the error that says why `annex` is not appended, at the line that asked for it."""
    message = f"bilagan {annex.name} {why}"
    return AvtalsgenError([Problem(code, message, origin=annex.origin, hint=hint)])
