"""Every rule asked about every document; what they find as remarks in the order of the files."""

from collections.abc import Iterable, Mapping, Sequence

from avtalsgen.check.facts.facts import CheckFacts
from avtalsgen.check.facts.passage import Stretch
from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import AnyRule
from avtalsgen.check.rules import FIND_ERRORS, rules, rules_among, rules_of
from avtalsgen.problems import Place, Remark, Severity, Spot

OFF = "av"
Severities = Mapping[str, str]
"""What a house has decided of a rule, by its code: a severity, or `av`."""


def check(
    facts: CheckFacts, severities: Severities, *, only_errors: bool = False
) -> tuple[Remark, ...]:
    """Return what the rules find in one document, in its order.

    Of `only_errors` no rule is asked that never finds any.
    """
    order = {id(passage): place for place, passage in enumerate(facts.passages)}
    asked = rules_of(_that_err(severities)) if only_errors else rules()
    findings = [
        (rule, finding)
        for rule in asked
        if severities.get(rule.code) != OFF
        for finding in rule.find(facts)
        if not only_errors or _severity(rule, finding, severities) is Severity.ERROR
    ]
    findings.sort(key=lambda told: _order(told[0].code, told[1].stretch, order))
    return tuple(_remark(rule, finding, facts, severities) for rule, finding in findings)


def _that_err(severities: Severities) -> frozenset[str]:
    """Return the rules that may find errors, by what they say and by what the house has decided."""
    raised = {code for code, decided in severities.items() if decided == Severity.ERROR}
    return (FIND_ERRORS - severities.keys()) | raised


def check_among(documents: Sequence[CheckFacts], severities: Severities) -> tuple[Remark, ...]:
    """Return what does not agree between documents that belong together."""
    return tuple(
        _remark(rule, finding, finding.document or documents[0], severities)
        for rule in rules_among()
        if severities.get(rule.code) != OFF
        for finding in rule.find(documents)
    )


def _remark(rule: AnyRule, finding: Finding, facts: CheckFacts, severities: Severities) -> Remark:
    return Remark(
        rule.code,
        rule.name,
        _severity(rule, finding, severities),
        _place(finding.stretch, facts),
        finding.message,
        finding.hint,
        _distinct(finding.also),
        finding.fix,
    )


def _severity(rule: AnyRule, finding: Finding, severities: Severities) -> Severity:
    decided = severities.get(rule.code)
    return Severity(decided) if decided else finding.severity or rule.severity


def _place(stretch: Stretch | None, facts: CheckFacts) -> Place:
    if stretch is None:
        line = 1 if facts.written else None
        return Place(Spot(facts.file, line, line, "hela handlingen"), "")
    return Place(stretch.spot, stretch.quote, stretch.passage.text)


def _distinct(stretches: Iterable[Stretch]) -> tuple[Place, ...]:
    return tuple(
        dict.fromkeys(
            Place(stretch.spot, stretch.quote, stretch.passage.text) for stretch in stretches
        )
    )


def _order(
    code: str, stretch: Stretch | None, order: Mapping[int, int]
) -> tuple[str, int, int, int, str]:
    """Return where a finding comes: by the lines of its file, else as the document goes."""
    if stretch is None:
        return ("", 0, 0, 0, code)
    spot = stretch.spot
    place = order.get(id(stretch.passage), len(order))
    return (spot.file, spot.line or 0, spot.column or 0, place, code)
