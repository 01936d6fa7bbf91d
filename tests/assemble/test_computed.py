"""Facts that are worked out of others: money in decimals, days by the law."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.assemble import letters
from tests.assemble.letters import CLAUSE, LETTERS, MEMO, MINUTES, NEW, NOTICE, OLD, swapped
from tests.documents.every import project
from tests.workspace import WHOLE

from avtalsgen.assemble.facts.computed import RULES, Rule, share
from avtalsgen.source import Origin
from avtalsgen.swedish.holidays import is_free
from avtalsgen.uppdrag.facts import Known, Unknown

HERE = Origin("fil", 1)
AMOUNTS = st.decimals(Decimal("0.01"), Decimal(10) ** 9, places=2)


def _rule(path: str) -> Rule:
    rule = RULES[path]
    assert isinstance(rule, Rule)
    return rule


def _money(path: str, old: Decimal, new: Decimal) -> Decimal:
    facts = [Known("", "belopp", amount, HERE) for amount in (old, new)]
    found = _rule(path).fact(path, facts)
    assert isinstance(found, Known)
    assert isinstance(found.value, Decimal)
    return found.value


def _day(path: str, day: date) -> date:
    found = _rule(path).fact(path, [Known("", "datum", day, HERE)])
    assert isinstance(found, Known)
    assert isinstance(found.value, date)
    return found.value


@given(AMOUNTS, AMOUNTS)
def test_the_old_sum_and_the_change_are_the_new_sum(old: Decimal, new: Decimal) -> None:
    rise, fall = _money("räknat.höjning", old, new), _money("räknat.sänkning", old, new)
    assert old + rise - fall == new
    assert min(rise, fall) == 0


@given(AMOUNTS, AMOUNTS)
def test_the_share_is_of_the_old_sum_within_half_a_tenth(old: Decimal, new: Decimal) -> None:
    assert abs(share(old, new) * old / 100 - abs(new - old)) <= old * Decimal("0.0005")


@pytest.mark.parametrize(
    ("old", "new", "percent"),
    [
        (4093284, 4561220, "11.4"),  # 11,43
        (1000, 1000, "0.0"),
        (1000, 500, "50.0"),
        (2000, 2001, "0.1"),  # half a tenth goes upwards
        (0, 700, "0"),
    ],
)
def test_shares(old: int, new: int, percent: str) -> None:
    assert share(Decimal(old), Decimal(new)) == Decimal(percent)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_notice_stays_up_for_the_whole_time_of_appeal(up: date) -> None:
    last = _day("räknat.sista_dag_att_överklaga", up)
    assert (last - up).days >= 21
    assert not is_free(last)
    assert _day("räknat.tas_ned_tidigast", up) == _day("räknat.laga_kraft", up) > last


def test_what_rests_on_something_unknown_is_unknown_and_says_of_what() -> None:
    rule = _rule("räknat.höjning")
    found = rule.fact("räknat.höjning", [Unknown("a", "ej känt", HERE), None])
    assert isinstance(found, Unknown)
    assert "ersätter.ersättning.belopp: ej känt" in found.reason
    known = Known("", "belopp", Decimal(5), HERE)
    assert rule.fact("räknat.höjning", [known, None]) is None


def test_the_days_of_a_notice() -> None:
    """Decided on 18 March 2026; Good Friday is 3 April, and Easter Monday the 6th."""
    text = " ".join(letters.lines("2-anslag"))
    assert "Justeras senast 2026-04-01, anslås senast 2026-03-23." in text
    assert "Överklagas senast 2026-04-10, tas ned 2026-04-11. Laga kraft 2026-04-11." in text


def test_a_time_that_ends_on_good_friday_ends_after_easter() -> None:
    early = swapped(NOTICE, "anslag: {datum: 2026-03-20}", "anslag: {datum: 2026-03-13}")
    early |= {MINUTES: LETTERS[MINUTES].replace("2026-03-20", "2026-03-13")}
    early |= {MEMO: LETTERS[MEMO].replace("2026-03-18", "2026-03-12")}
    early |= {NOTICE: early[NOTICE].replace("datum: 2026-03-20", "datum: 2026-03-13")}
    assert "Överklagas senast 2026-04-07, tas ned 2026-04-08." in " ".join(
        letters.lines("2-anslag", early)
    )


def _printed(body: str, uses: str) -> str:
    clause = f"---\nrubrik: Förslag\nanvänder: [{uses}]\n---\n{body}\n"
    return " ".join(letters.lines("2-skrivelse", {CLAUSE: clause}))


def test_the_change_is_printed_as_money_and_percent() -> None:
    text = _printed("{{ räknat.höjning }}, {{ räknat.andel }}.", "räknat.höjning, räknat.andel")
    assert "95 kronor, 15,7 procent." in text


def test_a_rise_is_no_fall() -> None:
    body = "{% if räknat.sänkning %}\nLägre.\n{% elif räknat.höjning %}\nHögre.\n{% endif %}"
    assert "Högre." in _printed(body, "räknat.höjning, räknat.sänkning")


def test_the_own_texts_of_an_uppdrag_are_named_by_their_headings() -> None:
    outline = (
        "disposition: [ersattning@1, {rubrik: Målgrupp, text: 2/a.md, under: "
        "[{rubrik: Barn, text: 2/b.md}]}, {rubrik: Prov om prov, under: [tvist@1]}, "
        '{rubrik: "Om {{ titel }}", text: 2/c.md}]'
    )
    uppdrag = LETTERS[NEW].replace("disposition: [ersattning@1, tvist@1]", outline)
    assert uppdrag != LETTERS[NEW]
    body = "{% for del in avser.räknat.avsnitt %}\n- {{ del }}\n{% endfor %}"
    clause = f"---\nrubrik: Förslag\nanvänder: [avser.räknat.avsnitt]\n---\n{body}\n"
    lines = letters.lines("2-skrivelse", {NEW: uppdrag, CLAUSE: clause})
    assert lines[lines.index("Förslag") + 1 :] == ["Målgrupp", "Barn"]


def test_every_rule_has_a_parameter_of_its_type() -> None:
    for path, rule in RULES.items():
        parameter = project().parameters.by_path[path]
        assert parameter.type == getattr(rule, "type", parameter.type)


def test_the_uppdrag_of_the_small_workspace_differ() -> None:
    assert LETTERS[NEW] != WHOLE[OLD]
