"""Word files that cannot be read, as problems that say why."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from avtalsgen.ooxml.intake.untrusted import Fault, UnfitError
from avtalsgen.problems import AvtalsgenError, Problem

_CODES: Mapping[Fault, str] = {"broken": "DX01", "older": "DX02", "locked": "DX02", "large": "DX03"}


@contextmanager
def refusals() -> Iterator[None]:
    """Read a Word file inside.

    Raises:
        AvtalsgenError: DX01 it is no Word file or a broken one, DX02 it is of an older form or
            locked, DX03 it is too large.
    """
    try:
        yield
    except UnfitError as error:
        raise AvtalsgenError([Problem(_CODES[error.fault], str(error), hint=error.hint)]) from None
    except RecursionError:
        hint = "spara om filen i Word, eller dela upp de inre tabellerna"
        message = "filen har text så djupt inuti annan att den inte går att läsa"
        raise AvtalsgenError([Problem("DX01", message, hint=hint)]) from None
