"""The life of an uppdrag: utkast, upprättad, beslutad, undertecknad; each step rests on facts.

The nämnd decides (6 kap. 38 § kommunallagen, 2017:725, lets nobody else decide what a service
is to be), then those who may sign do. A status is the word for facts that are there, so it can
neither skip a step nor lag behind.
"""

import hashlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from avtalsgen.clauses import answers
from avtalsgen.clauses.parameters import Parameters
from avtalsgen.problems import Problem, Severity
from avtalsgen.source import Files, Origin
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.directory import FOLDER
from avtalsgen.uppdrag.facts import Known
from avtalsgen.uppdrag.status import STATUSES
from avtalsgen.uppdrag.uppdrag import Uppdrag

STEPS = {
    known.DECIDED: (known.DECIDED_BY, known.DECIDED_ON, known.DECIDED_IN),
    known.SIGNED: (known.SIGNED_ON, known.SIGNED_FILE, known.SIGNED_SHA256),
}
"""The facts that each step of the life rests on."""

_BROUGHT = {known.DECIDED: known.DECIDED_ON, known.SIGNED: known.SIGNED_ON}
"""The fact that says that a step has been taken."""


def lifecycle(uppdrag: Uppdrag, files: Files, parameters: Parameters) -> Iterator[Problem]:
    """Yield what status and facts say against each other.

    LC01 a step that the status has passed is not told of, LC02 a step that is told of is ahead
    of the status (a warning: the text may name a decision to come), LC03 the days are out of
    order, LC04 the signed file is not the one that was signed, or is not there.
    """
    reached = STATUSES.index(uppdrag.status)
    for step, paths in STEPS.items():
        if reached >= STATUSES.index(step):
            yield from _untold(uppdrag, step, paths, parameters)
        else:
            yield from _ahead(uppdrag, step)
    yield from _out_of_order(uppdrag)
    yield from _signed_file(uppdrag, files)


def _untold(
    uppdrag: Uppdrag, step: str, paths: tuple[str, ...], parameters: Parameters
) -> Iterator[Problem]:
    missing = [path.partition(".")[2] for path in paths if uppdrag.facts.get(path) is None]
    if missing:
        where = next((uppdrag.facts.empty[p] for p in paths if p in uppdrag.facts.empty), None)
        what = ", ".join(missing)
        message = f"status är {uppdrag.status}, men {step} säger inte {what}"
        first = f"{step}.{missing[0]}"
        hint = answers.add(first, parameters, empty=first in uppdrag.facts.empty)
        yield Problem("LC01", message, origin=where or uppdrag.origin, hint=hint)


def _ahead(uppdrag: Uppdrag, step: str) -> Iterator[Problem]:
    fact = uppdrag.facts.get(_BROUGHT[step])
    if isinstance(fact, Known):
        message = f"status är {uppdrag.status}, men {fact.path} är ifyllt"
        hint = f"skriv status: {step}, eller skriv {fact.path}: {answers.UNKNOWN}"
        yield Problem("LC02", message, Severity.WARNING, fact.origin, hint)


def _out_of_order(uppdrag: Uppdrag) -> Iterator[Problem]:
    decided, signed = uppdrag.facts.day(known.DECIDED_ON), uppdrag.facts.day(known.SIGNED_ON)
    if decided and signed and signed < decided:
        fact = uppdrag.facts.get(known.SIGNED_ON)
        origin = fact.origin if fact else uppdrag.origin
        message = f"uppdraget är undertecknat {signed}, före beslutet {decided}"
        hint = f"skriv {known.SIGNED_ON}: {decided}, eller {known.DECIDED_ON}: {signed}"
        yield Problem("LC03", message, origin=origin, hint=hint)


def _signed_file(uppdrag: Uppdrag, files: Files) -> Iterator[Problem]:
    fact, sha256 = uppdrag.facts.get(known.SIGNED_FILE), uppdrag.facts.text(known.SIGNED_SHA256)
    if not isinstance(fact, Known) or not sha256:
        return
    path = f"{FOLDER}/{uppdrag.slug}/{fact.value}"
    try:
        digest = hashlib.sha256(files.read(path)).hexdigest()
    except (FileNotFoundError, PermissionError, OverflowError):
        hint = f"lägg den undertecknade filen i {PurePosixPath(path).parent}"
        yield _file_problem(f"den undertecknade filen {path} kan inte läsas", fact.origin, hint)
        return
    if digest != sha256:
        hint = f"ta fram filen som skrevs under; den här har sha256: {digest}"
        yield _file_problem(f"filen {path} är inte den som skrevs under", fact.origin, hint)


def _file_problem(message: str, origin: Origin, hint: str) -> Problem:
    return Problem("LC04", message, origin=origin, hint=hint)
