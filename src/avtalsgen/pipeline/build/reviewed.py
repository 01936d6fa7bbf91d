"""What a jurist would call wrong in a document that is to be built: told, and often refused.

Only what is not decided yet is held back: an utkast and what is drawn up. What is decided or
signed, and what somebody else wrote, is built as it is and its faults are told as warnings.
"""

from collections.abc import Iterator
from datetime import date

from avtalsgen.check.engine import check
from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.lore.house_rules import LetBe, read_house_rules
from avtalsgen.pipeline.lore.lore import desk_in
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Problem, Remark, Severity
from avtalsgen.readers.written import read_text
from avtalsgen.source import Origin
from avtalsgen.uppdrag.directory import path_of
from avtalsgen.uppdrag.status import STATUSES

_HELD_BACK = STATUSES[:2]
_IMPORTED = "importerad"
"""The type of what somebody else wrote: its words are theirs, whatever is wrong with them."""


def reviewed(project: Project, document: Document) -> tuple[Problem, ...]:
    """Return what is wrong: errors of what can still be put right, else warnings.

    Raises:
        AvtalsgenError: the register, or what the house has decided, is wrong.
    """
    identity = document.identity
    imported = identity.type.startswith(f"{_IMPORTED}@")
    held_back = identity.status in _HELD_BACK and not imported
    house = read_house_rules(project.files)
    desk = desk_in(project.files, date.max)  # what is wrong today is wrong on any day
    name = f"{identity.uppdrag}@{identity.edition}"
    facts = desk.facts(document, name, text_of=lambda file: _text(project, file))
    remarks = check(facts, house.severities, only_errors=True)
    let_be = [letting for letting in house.exceptions if letting.reason]
    severity = Severity.ERROR if held_back else Severity.WARNING
    start = Origin(path_of(identity.uppdrag, identity.edition), 1)
    return tuple(_wrong(remarks, let_be, severity, start))


def _wrong(
    remarks: tuple[Remark, ...], let_be: list[LetBe], severity: Severity, start: Origin
) -> Iterator[Problem]:
    """Yield each as a problem; what is missing has no line of its own and stands at `start`."""
    for remark in remarks:
        if any(letting.covers(remark) for letting in let_be):
            continue
        spot = remark.place.spot
        origin = Origin(spot.file, spot.line, spot.column or 1) if spot.line else start
        quote = f"”{remark.place.quote}” " if remark.place.quote else ""
        where = f" ({spot.place})" if quote and not spot.line else ""
        told = f"{quote}{remark.message}{where}"
        yield Problem(remark.code, told, severity, origin=origin, hint=remark.hint)


def _text(project: Project, file: str) -> str:
    try:
        return read_text(project.files, file)
    except AvtalsgenError:
        return ""
