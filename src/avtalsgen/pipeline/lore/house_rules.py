"""What a house has decided of rules, and let be: `clauses/register/kontroll.yaml`.

    regler:
      SP13: av                      a grade, or `av`
    undantag:
      - kod: OG01
        fil: x@2019                 the document, or a file that its words stand in
        ord: omsorgsnämnden         words that the problem shows; without them any
        skäl: ordet står i ett citat

A line is let be by a comment on it: `<!-- kontroll: SP01 skäl -->` in somebody else's text,
`{# kontroll: SP01 skäl #}` in a clause or a text of ours, `# kontroll: SP01 skäl` in YAML.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import field
from typing import Final

from avtalsgen.check.engine import OFF
from avtalsgen.check.rules import CODES
from avtalsgen.model.nodes import Identity
from avtalsgen.problems import AvtalsgenError, Place, Remark, Severity, Spot
from avtalsgen.readers.written import read_text
from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.readers.yaml.read import as_errors, read_yaml
from avtalsgen.records import dataclass
from avtalsgen.source import Files

FILE: Final = "clauses/register/kontroll.yaml"
_IN_LINE: Final = re.compile(
    r"""
    (?:<!--|\#)\s*kontroll:               # a comment of Markdown, a clause or YAML
    \s*(?P<code>[A-Z]{2}\d\d)\s*(?P<reason>[^>\n]*?)\s*(?:-->|\#\}|$)
    """,
    re.VERBOSE,
)
_CODE: Final = "KX04"
_GRADES: Final = (*map(str, Severity), OFF)


@dataclass(frozen=True, slots=True)
class LetBe:
    """One exception: a rule that is not to be told of somewhere, and why."""

    code: str
    file: str
    """Empty for any."""
    line: int | None
    words: str
    reason: str
    spot: Spot

    def covers(self, remark: Remark, document: Set[str] = frozenset()) -> bool:
        """Return whether a remark is what is let be; `document` are the names of what it is of."""
        spot = remark.place.spot
        return (
            remark.code == self.code
            and (self.file in ("", spot.file) or self.file in document)
            and self.line in (None, spot.line)
            and self.words in remark.place.quote
        )


@dataclass(frozen=True, slots=True)
class HouseRules:
    """Grades by code, and the exceptions."""

    severities: Mapping[str, str] = field(default_factory=dict)
    exceptions: tuple[LetBe, ...] = ()


def read_house_rules(files: Files) -> HouseRules:
    """Return what the house has decided; nothing where it has no such file.

    Raises:
        AvtalsgenError: KX03 for each entry that is not one.
    """
    if FILE.rpartition("/")[2] not in files.names(FILE.rpartition("/")[0]):
        return HouseRules()
    tree, warnings = read_yaml(read_text(files, FILE), FILE)
    problems = as_errors(warnings)
    top = Keys(tree, problems, "KX03")
    grades = top.below("regler")
    severities = {}
    for code in grades.branch.entries if grades else ():
        assert grades is not None
        if code not in CODES:
            grades.problem(f"regeln ”{code}” finns inte", grades.origin(code), "rätta koden")
        severities[code] = grades.choice(code, _GRADES, OFF)
    exceptions = tuple(_exception(keys) for keys in top.records("undantag"))
    top.done()
    if problems:
        raise AvtalsgenError(problems)
    return HouseRules(severities, exceptions)


def _exception(keys: Keys) -> LetBe:
    code = keys.text("kod", required=True)
    origin = keys.origin("kod")
    if code and code not in CODES:
        keys.problem(f"regeln ”{code}” finns inte", origin, "rätta koden")
    letting = LetBe(
        code,
        keys.text("fil"),
        None,
        keys.text("ord"),
        keys.text("skäl", required=True),
        Spot(origin.file, origin.line, origin.column, ""),
    )
    keys.done()
    return letting


def in_lines(file: str, text: str) -> Iterator[LetBe]:
    """Yield the exceptions that comments in the lines of a text make."""
    for number, line in enumerate(text.split("\n"), start=1):
        for match in _IN_LINE.finditer(line):
            spot = Spot(file, number, match.start() + 1, "")
            yield LetBe(match["code"], file, number, "", match["reason"], spot)


def spared(
    remarks: Iterable[Remark], exceptions: Sequence[LetBe], identity: Identity
) -> tuple[tuple[Remark, ...], tuple[LetBe, ...]]:
    """Return the remarks on a document that nothing naming it lets be, and the other exceptions.

    `familjeradgivning@2026` is also what stands in the clauses that it is made of.
    """
    slug, edition = identity.uppdrag, identity.edition
    names = {slug, f"{slug}@{edition}", f"uppdrag/{slug}/{edition}.yaml"} if slug else set()
    told = tuple(remarks)
    used = [
        letting
        for letting in exceptions
        if letting.reason and letting.file in names and any(letting.covers(r, names) for r in told)
    ]
    left = tuple(r for r in told if not any(letting.covers(r, names) for letting in used))
    return left, tuple(letting for letting in exceptions if letting not in used)


def without_let_be(
    remarks: Sequence[Remark], exceptions: Sequence[LetBe], files: Iterable[str]
) -> tuple[Remark, ...]:
    """Return `remarks` without those that are let be, and with what is wrong with exceptions.

    One that covers nothing is told where its file is among `files`; one without a reason always.
    """
    seen = set(files) | {remark.place.spot.file for remark in remarks}
    left = [r for r in remarks if not any(e.covers(r) and e.reason for e in exceptions)]
    for letting in exceptions:
        if not letting.reason:
            left.append(_remark(letting, "undantaget saknar skäl", "skriv varför"))
        elif letting.file in seen and not any(letting.covers(remark) for remark in remarks):
            left.append(_needless(letting))
    return tuple(left)


def needed(remarks: Iterable[Remark], exceptions: Sequence[LetBe]) -> frozenset[Spot]:
    """Return where the exceptions stand that some of `remarks` need."""
    told = tuple(remarks)
    return frozenset(
        e.spot for e in exceptions if e.reason and any(e.covers(remark) for remark in told)
    )


def without_needless(
    remarks: Iterable[Remark], exceptions: Sequence[LetBe], somewhere: Set[Spot]
) -> tuple[Remark, ...]:
    """Return what is told of many documents, each of the needless `exceptions` once.

    One that a document has no need of, another may need: `somewhere` has those.
    """
    left = [r for r in remarks if r.code != _CODE or r.place.spot not in somewhere]
    left += [_needless(letting) for letting in exceptions if letting.spot not in somewhere]
    return tuple(dict.fromkeys(left))


def _needless(letting: LetBe) -> Remark:
    return _remark(letting, "undantaget behövs inte", "ta bort det")


def _remark(letting: LetBe, message: str, hint: str) -> Remark:
    place = Place(letting.spot, letting.code)
    told = f"{letting.code}: {message}"
    return Remark(_CODE, "undantag", Severity.WARNING, place, told, hint)
