"""Sums that are worked out of facts, in print and where they are missed."""

from decimal import Decimal

import pytest
from tests.assemble.small import CLAUSE, UPPDRAG
from tests.documents.every import ROOT, document, project
from tests.workspace import WHOLE, document_of
from tests.workspace import project as small

from avtalsgen.assemble.facts.computed import RULES, RuleChoice, written, written_first
from avtalsgen.model.nodes import Value
from avtalsgen.model.walk import leaves, runs, sections
from avtalsgen.uppdrag.facts import Known, Unknown

YEAR = "---\nrubrik: Tvist\nanvänder: [räknat.årssumma]\n---\nDet är {{ räknat.årssumma }}.\n"


def facts(money: str, more: str = "") -> str:
    return WHOLE[UPPDRAG].replace("{belopp: 605}", money) + more


def amounts(money: str, more: str = "") -> list[Decimal | None]:
    """Return the sum of a year, a month and the last month."""
    found = small({UPPDRAG: facts(money, more)})
    lookup = found.lookup(found.uppdrag("prov", "1"))
    told = [lookup.fact(f"räknat.{n}") for n in ("årssumma", "tolftedel", "sista_tolftedel")]
    return [each.value if isinstance(each, Known) else None for each in told]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("money", "more", "year"),
    [
        ("{modell: fast_per_år, belopp: 1827000}", "", 1827000),
        ("{modell: per_timme, belopp: 605}", "volym: {timmar: 2590}\n", 1566950),
        ("{modell: per_plats, belopp: 400000}", "volym: {platser: 8}\n", 3200000),
        ("{modell: per_årsarbetare, belopp: 730800}", "årsarbetare: 2,5\n", 1827000),
    ],
)
def test_the_sum_of_a_year_is_the_price_and_how_much_of_it(
    money: str, more: str, year: int
) -> None:
    whole, month, last = amounts(money, more)
    assert whole == year
    assert month is not None
    assert last is not None
    assert 11 * month + last == year


def test_the_ceiling_is_stated_in_the_agreement_and_traced_to_the_price() -> None:
    values = {
        leaf.path: leaf
        for section in sections(document("familjeradgivning@2026"))
        for block in section.blocks
        for run in runs(block)
        for leaf in leaves(run)
        if isinstance(leaf, Value)
    }
    ceiling, group = values["räknat.årssumma"], values["räknat.grupptimme"]
    assert ceiling.text.replace("\N{NO-BREAK SPACE}", " ") == "1 566 950 kronor"
    assert group.text.replace("\N{NO-BREAK SPACE}", " ") == "2 420 kronor"
    assert ceiling.origin is not None
    lines = (ROOT / ceiling.origin.file).read_text(encoding="utf-8").split("\n")
    assert lines[ceiling.origin.line - 1].strip() == "belopp: 605"


def told(money: str, more: str = "") -> list[tuple[str, str]]:
    changed = {UPPDRAG: facts(money, more), CLAUSE: YEAR}
    return [(each.code, each.message) for each in document_of(small(changed), "prov", "1")[1]]


def test_what_a_sum_lacks_is_asked_for_and_not_the_sum() -> None:
    problems = told("{modell: per_timme, belopp: 605}")
    assert [code for code, _ in problems] == ["FA04"]
    assert "faktumet volym.timmar saknas" in problems[0][1]


def test_without_a_choice_of_how_it_is_the_choice_that_lacks() -> None:
    assert ["ersättning.modell saknas" in text for _, text in told("{belopp: 605}")] == [True]


def test_a_way_that_has_no_sum_for_a_year_gives_none() -> None:
    assert amounts("{modell: fast, belopp: 605}") == [None, None, None]
    assert [code for code, _ in told("{modell: fast, belopp: 605}")] == ["FA04"]


def test_a_sum_of_something_unknown_is_unknown_and_says_why() -> None:
    found = small({UPPDRAG: facts("{modell: fast_per_år, belopp: {okänt: borta}}")})
    fact = found.lookup(found.uppdrag("prov", "1")).fact("räknat.tolftedel")
    assert isinstance(fact, Unknown)
    assert fact.reason.endswith("borta")


def test_a_sum_is_not_written_by_hand() -> None:
    text = facts("{belopp: 605}", "räknat: {årssumma: 3}\n")
    with pytest.raises(Exception, match="FA08"):
        small({UPPDRAG: text}).uppdrag("prov", "1")


def test_every_rule_rests_on_facts_that_may_be_written() -> None:
    parameters = project().parameters
    for path, rule in RULES.items():
        assert parameters.by_path[path].type == (
            "belopp" if isinstance(rule, RuleChoice) else rule.type
        )
        for need in (*written(path), *written_first(path)):
            assert need not in RULES
            assert parameters.find(need), need
        assert set(written_first(path)) <= set(written(path))
        if isinstance(rule, RuleChoice):
            assert set(rule.rules) <= set(parameters.by_path[rule.by].choices)
