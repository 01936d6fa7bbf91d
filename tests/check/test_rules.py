"""Every rule says what its cases show, says nothing of what looks alike, and its page is true."""

import re
import textwrap
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from tests.cases import check_golden
from tests.check.rule_cases import ROOT, RuleCase, as_read, cases, facts_of

from avtalsgen.check.finding import Finding
from avtalsgen.check.rule import AnyRule, RuleAmong
from avtalsgen.check.rules import CODES, FAMILIES, FIND_ERRORS, rules, rules_among
from avtalsgen.problems import Severity

FILES = sorted((Path(__file__).parent / "cases").rglob("*.md"))
EVERY_RULE: tuple[AnyRule, ...] = (*rules(), *rules_among())
BY_CODE = {rule.code: rule for rule in EVERY_RULE}
EVERY = [case for file in FILES for case in cases(file)]
FEWEST = 3
_EXAMPLE = re.compile(r"\*\*(Fel|Rätt)\*\*\n\n(.*?)(?=\n\*\*|\Z)", re.S)

RESTING_ON_LAW = (
    *("BE03", "HE01", "KS01", "OG03", "OG04", "OG06", "RS04", "SI13", "SI14", "SP02", "SP13"),
    *("RK01", "RK02", "RK05", "RK07", "RK08", "RK09", "RK10", "RK12", "RK13"),
    *(f"TG0{number}" for number in range(1, 10)),
)
"""The others rest on what the parties need, on how Swedish is written, or on arithmetic."""


@cache
def findings(rule: AnyRule, text: str) -> tuple[Finding, ...]:
    """Return what a rule says of a document, or of those that `====` parts."""
    documents = [facts_of(part.strip("\n") + "\n") for part in text.split("====\n")]
    if isinstance(rule, RuleAmong):
        return tuple(rule.find(documents))
    (document,) = documents
    told = tuple(rule.find(document))
    errors = any(finding.severity is Severity.ERROR for finding in told)
    assert not errors or Severity.ERROR in (rule.severity, rule.gravest), "no build asks it"
    return told


def shown(rule: AnyRule, text: str) -> list[str]:
    """Return the words that a rule shows in a document."""
    told = findings(rule, text)
    return [finding.stretch.words if finding.stretch else "" for finding in told]


@pytest.mark.parametrize("case", EVERY, ids=str)
def test_a_case(case: RuleCase) -> None:
    words = shown(BY_CODE[case.code], case.text)
    assert words == ([] if case.words is None else [as_read(case.words)])


def test_what_is_said_of_each_case(rewrite: bool) -> None:
    """The words of a rule, its hint and what it would mend, one line for each case."""
    told = [
        "\t".join((rule.code, *("" if field is None else repr(field)[1:-1] for field in said)))
        for rule in EVERY_RULE
        for said in dict.fromkeys(
            (*shown(rule, case.text), finding.message, finding.hint, finding.fix)
            for case in EVERY
            if case.code == rule.code
            for finding in findings(rule, case.text)
        )
    ]
    check_golden(FILES[0].parents[2] / "said.tsv", "\n".join(told) + "\n", rewrite=rewrite)


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.code)
def test_the_page_of_a_rule_is_true(rule: AnyRule) -> None:
    assert re.match(r"\S.*[.]\n\nVarför: ", rule.page), rule.code
    examples = {name: textwrap.dedent(text) for name, text in _EXAMPLE.findall(rule.page)}
    assert set(examples) == {"Fel", "Rätt"}
    assert shown(rule, examples["Fel"]), "the wrong one is not told"
    assert shown(rule, examples["Rätt"]) == []


def law_of(rule: AnyRule) -> str:
    """Return what the page of a rule says of the law that it rests on, as one line."""
    before = rule.page.partition("**Fel**")[0]
    return " ".join(before.partition("\n\nLag: ")[2].split())


def test_the_rules_that_rest_on_a_law_are_known() -> None:
    resting = {rule.code for rule in EVERY_RULE if law_of(rule)}
    assert resting == set(RESTING_ON_LAW)
    assert {code for code in BY_CODE if code.startswith("TG")} <= resting


@pytest.mark.parametrize("code", RESTING_ON_LAW)
def test_a_rule_that_rests_on_a_law_says_what_it_says_and_the_day_of_its_review(code: str) -> None:
    """The law, its section and the day are those of the register; what is unsure is said so."""
    laws = facts_of("Text.\n").lore.laws.values()
    said = law_of(BY_CODE[code])
    cited = [law for law in laws if law.number and re.search(rf"{re.escape(law.number)}\b", said)]
    day = re.findall(r"[Pp]er (\d{4}-\d\d-\d\d)(: kontrollera)?", said)
    assert cited
    assert day
    reviewed = [law for law in cited if str(law.checked) in dict(day)]
    assert {str(law.checked) for law in reviewed} == set(dict(day))
    for law in reviewed:
        assert bool(dict(day)[str(law.checked)]) == (law.confidence == "D")
    sections = [s for law in reviewed for s in (*law.sections, *(m.new for m in law.moved))]
    for section in re.findall(r"(?<!i )\b\d+ kap\. \d+(?:–\d+)? §§?(?! i)", said):
        assert any(section.rstrip("§ ") in known or known == section for known in sections), section


@pytest.mark.parametrize("code", BY_CODE)
def test_a_rule_has_cases_and_what_looks_alike(code: str) -> None:
    counts = Counter(case.words is None for case in EVERY if case.code == code)
    assert min(counts[False], counts[True]) >= FEWEST


def test_a_code_is_of_its_family_and_stands_in_the_name_of_its_file() -> None:
    for rule in BY_CODE.values():
        module = rule.find.__module__.rpartition(".")[2]
        folded = rule.name.replace("-", "_").translate(str.maketrans("åäö", "aao"))
        assert module == f"{rule.code.lower()}_{folded}"
        assert rule.code[:2] in FAMILIES
    assert len(BY_CODE) == len(EVERY_RULE)
    assert len({rule.name for rule in BY_CODE.values()}) == len(BY_CODE)


def test_no_rule_is_left_out_of_its_list() -> None:
    there = {
        f.stem.partition("_")[0].upper()
        for f in ROOT.glob("src/avtalsgen/check/rules/*/??[0-9]*.py")
    }
    assert there == set(BY_CODE) == CODES


def test_the_rules_that_a_build_asks_are_those_that_find_errors() -> None:
    """None is loaded to know it."""
    assert {
        rule.code for rule in rules() if Severity.ERROR in (rule.severity, rule.gravest)
    } == FIND_ERRORS


def test_every_rule_of_language_has_a_rule_or_a_reason() -> None:
    """`docs/beslut.md` lists them, each with its codes, as the pages name them."""
    written = (ROOT / "docs/beslut.md").read_text(encoding="utf-8")
    decision = written.partition("Each of the 46 rules of language")[2].partition("\n- **")[0]
    listed = {
        number: set(re.findall(r"[A-Z]{2}\d\d", codes))
        for number, codes in re.findall(r"\b(R\d\d)\s+((?:[A-Z]{2}\d\d,?\s*)+)", decision)
    }
    named: dict[str, set[str]] = {}
    for rule in EVERY_RULE:
        for number in re.findall(r"\bR\d\d\b", rule.page.partition("**Fel**")[0]):
            named.setdefault(number, set()).add(rule.code)
    assert listed == named
    reasons = set(re.findall(r"\b(R\d\d) \(", decision))
    assert {f"R{number:02d}" for number in range(1, 47)} == set(listed) | reasons
