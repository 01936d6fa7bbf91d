"""What a jurist would call wrong in a document that is to be built: told, and often refused.

Only what is not decided yet is held back: an utkast and what is drawn up. What is decided or
signed, what somebody else wrote, and what a signed edition says too at another price, is built
as it is and its faults are told as warnings.
"""

from collections.abc import Iterable
from datetime import date

from avtalsgen.assemble.rules.unfinished import PLACEHOLDER
from avtalsgen.check.engine import check
from avtalsgen.check.facts.making import Desk
from avtalsgen.check.rules.rester import rs01_platshallare
from avtalsgen.model.nodes import Document
from avtalsgen.model.plain import lines
from avtalsgen.pipeline.build.carried import same_at_another_price
from avtalsgen.pipeline.lore.house_rules import HouseRules, in_lines, read_house_rules, spared
from avtalsgen.pipeline.lore.lore import desk_in
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError, Problem, Remark, Severity, of_problem
from avtalsgen.readers.written import read_text
from avtalsgen.records import dataclass
from avtalsgen.source import Origin
from avtalsgen.uppdrag.directory import path_of, split_day
from avtalsgen.uppdrag.status import STATUSES

_HELD_BACK = STATUSES[:2]
_LEFT = rs01_platshallare.RULE.code
_IMPORTED = "importerad"
"""The type of what somebody else wrote: its words are theirs, whatever is wrong with them."""


def reviewed(
    project: Project, document: Document, told: Iterable[Problem] = ()
) -> tuple[Problem, ...]:
    """Return what is wrong: errors of what can still be put right, else warnings.

    `told` is what is told already: a place to fill in is told once, by who assembles.

    Raises:
        AvtalsgenError: the register, or what the house has decided, is wrong.
    """
    identity = document.identity
    imported = identity.type.startswith(f"{_IMPORTED}@")
    held_back = identity.status in _HELD_BACK and not imported
    house = read_house_rules(project.files)
    desk = desk_in(project.files, date.max)  # what is wrong today is wrong on any day
    marks = _Marks(project, desk, house)
    wrong = marks.wrong(document)
    agreed = same_at_another_price(project, document) if held_back and wrong else ()
    carried = [
        _Agreed(one.identity.name, "\n".join(lines(one)), marks.wrong(one)) for one in agreed
    ]
    start = Origin(path_of(identity.uppdrag, split_day(identity.edition)[0]), 1)
    return tuple(
        _told(
            remark,
            start,
            next((one.name for one in carried if one.says(remark)), ""),
            held_back=held_back,
        )
        for remark in told_once(wrong, (of_problem(each, "") for each in told))
    )


def told_once(remarks: Iterable[Remark], told: Iterable[Remark]) -> tuple[Remark, ...]:
    """Return `remarks` without the places to fill in that are among what is `told` already."""
    left = [(each.place.spot.file, each.message) for each in told if each.code == PLACEHOLDER]

    def is_told(remark: Remark) -> bool:
        file, words = remark.place.spot.file, remark.place.quote
        return any(file == there and words in message for there, message in left)

    return tuple(each for each in remarks if each.code != _LEFT or not is_told(each))


@dataclass(frozen=True, slots=True)
class _Agreed:
    """An edition that the parties have agreed on, at another price: its words and its faults."""

    name: str
    words: str
    faults: list[Remark]

    def says(self, remark: Remark) -> bool:
        """Return whether it has the fault too, or the words, which may have been right then."""
        quote = remark.place.quote
        return bool(quote and quote in self.words) or _what(remark) in map(_what, self.faults)


@dataclass(frozen=True, slots=True)
class _Marks:
    """What is marked as wrong in the documents of a workspace, but for what its house lets be."""

    project: Project
    desk: Desk
    house: HouseRules

    def wrong(self, document: Document) -> list[Remark]:
        facts = self.desk.facts(
            document, document.identity.name, text_of=lambda file: _text(self.project, file)
        )
        told = check(facts, self.house.severities, only_errors=True)
        left, exceptions = spared(told, self.house.exceptions, document.identity)
        files = dict.fromkeys(remark.place.spot.file for remark in left if remark.place.spot.line)
        in_files = [e for file in files for e in in_lines(file, _text(self.project, file))]
        let_be = [letting for letting in (*exceptions, *in_files) if letting.reason]
        return [r for r in left if not any(letting.covers(r) for letting in let_be)]


def _what(remark: Remark) -> tuple[str, str, str]:
    return remark.code, remark.place.quote, remark.message


def _told(remark: Remark, start: Origin, agreed: str, *, held_back: bool) -> Problem:
    """Return a remark as a problem; what is missing has no line of its own and stands at `start`.

    What the `agreed` edition has too is a warning, as in that one.
    """
    spot = remark.place.spot
    origin = Origin(spot.file, spot.line, spot.column or 1) if spot.line else start
    where = f" ({spot.place})" if remark.place.quote and not spot.line else ""
    so_it_is = f"; så är det också i {agreed}, där bara ersättningen är en annan" if agreed else ""
    severity = Severity.ERROR if held_back and not agreed else Severity.WARNING
    message = f"{remark.said}{where}{so_it_is}"
    return Problem(remark.code, message, severity, origin=origin, hint=remark.hint)


def _text(project: Project, file: str) -> str:
    try:
        return read_text(project.files, file)
    except AvtalsgenError:
        return ""
