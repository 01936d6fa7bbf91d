"""Every rule asked about every document; what they find as remarks in the order of the files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import AnyRule, CheckRule
from avtalsgen.check.rules import AMONG, RULES
from avtalsgen.problems import Place, Remark, Severity, Spot

OFF = "av"
Severities = Mapping[str, str]
"""What a house has decided of a rule, by its code: a severity, or `av`."""


def check(facts: CheckFacts, severities: Severities) -> tuple[Remark, ...]:
    """Return what the rules find in one document, in its order."""
    remarks = (
        remark
        for rule in RULES
        if severities.get(rule.code) != OFF
        for remark in _asked(rule, facts, severities)
    )
    return tuple(sorted(remarks, key=_order))


def check_among(documents: Sequence[CheckFacts], severities: Severities) -> tuple[Remark, ...]:
    """Return what does not agree between documents that belong together."""
    remarks = (
        _remark(rule, finding, documents[0], severities)
        for rule in AMONG
        if severities.get(rule.code) != OFF
        for finding in rule.find(documents)
    )
    return tuple(sorted(remarks, key=_order))


def _asked(rule: CheckRule, facts: CheckFacts, severities: Severities) -> Iterator[Remark]:
    for finding in rule.find(facts):
        yield _remark(rule, finding, facts, severities)


def _remark(rule: AnyRule, finding: Finding, facts: CheckFacts, severities: Severities) -> Remark:
    decided = severities.get(rule.code)
    severity = Severity(decided) if decided else finding.severity or rule.severity
    return Remark(
        rule.code,
        rule.name,
        severity,
        _place(finding.stretch, facts),
        finding.message,
        finding.hint,
        _distinct(finding.also),
        finding.fix,
    )


def _place(stretch: Stretch | None, facts: CheckFacts) -> Place:
    if stretch is None:
        line = 1 if facts.written else None
        return Place(Spot(facts.file, line, line, "hela handlingen"), "")
    return Place(stretch.spot, stretch.quote)


def _distinct(stretches: Iterable[Stretch]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(Place(stretch.spot, stretch.quote) for stretch in stretches))


def _order(remark: Remark) -> tuple[str, int, int, str]:
    spot = remark.place.spot
    return (spot.file, spot.line or 0, spot.column or 0, remark.code)
