"""Every kind of senseless day, each with several inputs: told with place and a hint to type."""

from collections.abc import Mapping

import pytest
from tests.assemble.letters import LETTERS, MEMO, MINUTES, NEW
from tests.assemble.tillagg import small
from tests.workspace import WHOLE, document_of, project

from avtalsgen.problems import AvtalsgenError, Problem

ROWS = {
    "clauses/parametrar.yaml": LETTERS["clauses/parametrar.yaml"].replace(
        "alias:\n",
        "  bestyrkande.datum: {typ: datum, fråga: När bestyrktes det?}\n"
        "  insatsbeslut.datum: {typ: datum, fråga: När beslutades insatserna?}\n"
        "  option.till: {typ: datum, fråga: Hur länge gäller optionen?}\n"
        "  tid.rättelse: {typ: varaktighet, fråga: Hur lång tid?}\n"
        "  tid.uppsägning_vid_brist: {typ: varaktighet, fråga: Hur lång tid?}\nalias:\n",
    ),
}


def told(file: str, more: str, without: str = "", beside: Mapping[str, str] = {}) -> list[Problem]:
    """Return what a document with more lines, and some taken away, is told of days."""
    written = {**WHOLE, **LETTERS, **ROWS}
    changed = {each: written[each] + said for each, said in {**beside, file: more}.items()}
    changed[file] = changed[file].replace(without, "")
    edition = file.rpartition("/")[2].removesuffix(".yaml")
    try:
        problems = document_of(project({**written, **changed}), "prov", edition)[1]
    except AvtalsgenError as error:
        problems = error.problems
    return [each for each in problems if each.code.startswith(("DA", "FA02", "LC03", "TI06"))]


def period(first: str, last: str, more: str = "") -> str:
    return f"tid: {{från: {first}, till: {last}{more}}}\n"


def money(lines: str) -> str:
    return f"ersättning: {{belopp: 700, {lines}}}\n"


PRICE = "ersättning: {belopp: 700}\n"
STATUS = "status: utkast\n"
DECIDED = "status: beslutad\nbeslutad: {organ: namnden, paragraf: § 1, datum: "
SIGNED = "status: undertecknad\nundertecknad: {fil: a.pdf, sha256: " + "0" * 64 + ", datum: "


@pytest.mark.parametrize(
    ("file", "more", "without", "says"),
    [
        # indexation before the uppdrag begins, or when it is over
        (
            NEW,
            money("index: {från: 2026-12-31}") + period("2027-01-01", "tills vidare"),
            PRICE,
            "DA01 ersättningen räknas upp 2026-12-31",
        ),
        (
            NEW,
            money("index: {från: 2019-01-01}") + period("2027-01-01", "2029-12-31"),
            PRICE,
            "DA01 ersättningen räknas upp 2019-01-01",
        ),
        (
            NEW,
            money("index: {från: 2030-01-01}") + period("2027-01-01", "2029-12-31"),
            PRICE,
            "DA02 ersättningen räknas upp först 2030-01-01",
        ),
        (
            NEW,
            money("index: {från: 2028-01-01}")
            + period("2027-01-01", "'tills vidare, dock längst till och med den 30 juni 2027'"),
            PRICE,
            "DA02 ersättningen räknas upp först 2028-01-01",
        ),
        # a fixed price before the start, after the end, or raised while it is fixed
        (
            NEW,
            money("fast_till: 2026-06-30") + period("2027-01-01", "tills vidare"),
            PRICE,
            "DA01 ersättningen är fast till 2026-06-30",
        ),
        (
            NEW,
            money("fast_till: 2030-06-30") + period("2027-01-01", "2028-12-31"),
            PRICE,
            "DA02 ersättningen är fast till 2030-06-30",
        ),
        (
            NEW,
            money("fast_till: 2028-12-31, index: {från: 2028-01-01}"),
            PRICE,
            "DA01 ersättningen är fast till 2028-12-31, men räknas upp redan 2028-01-01",
        ),
        # an option that is over before the start, or that outlives the uppdrag
        (
            NEW,
            "option: {till: 2026-12-31}\n" + period("2027-01-01", "tills vidare"),
            "",
            "DA01 optionen får avropas till 2026-12-31, innan uppdraget börjar 2027-01-01",
        ),
        (
            NEW,
            "option: {till: 2029-01-01}\n" + period("2027-01-01", "2028-12-31"),
            "",
            "DA02 optionen får avropas till 2029-01-01, efter att uppdraget slutar 2028-12-31",
        ),
        # a price level of a year to come
        (
            NEW,
            money("prisnivå: 2028, index: {från: 2028-01-01}"),
            PRICE,
            "DA02 prisnivån är 2028, men ersättningen räknas upp redan 2028-01-01",
        ),
        (
            NEW,
            money("prisnivå: 2030") + period("2027-01-01", "tills vidare"),
            PRICE,
            "DA02 prisnivån är 2030, men uppdraget börjar 2027-01-01",
        ),
        (
            NEW,
            money("fast_till: 2028-01-01, index: {från: 2028-01-01}"),
            PRICE,
            "DA01 ersättningen är fast till 2028-01-01, men räknas upp redan 2028-01-01",
        ),
        # an end before the start, or no day at all, or of no year of ours
        (NEW, period("2027-01-01", "2026-12-31"), "", "DA01 tiden slutar 2026-12-31"),
        (NEW, period("2027-01-01", "till den 1 mars 2020"), "", "DA01 tiden slutar 2020-03-01"),
        (NEW, period("2027-01-01", "2027-02-29"), "", "FA02"),
        (NEW, period("2027-01-01", "2206-12-31"), "", "FA02 ”tid.till”: 2206-12-31 är ingen dag i"),
        (NEW, period("2027-01-01", "den 31 december 9999"), "", "FA02 ”tid.till”: 9999-12-31 är"),
        (NEW, period("1027-01-01", "tills vidare"), "", "FA02 ”tid.från”: 1027-01-01 är ingen dag"),
        # a notice, or a time to mend faults, that is longer than the uppdrag
        (
            NEW,
            period("2027-01-01", "2027-06-30", ", uppsägning: 12 månader"),
            "",
            "DA02 uppsägningstiden är tolv månader, längre än hela uppdraget",
        ),
        (
            NEW,
            period("2027-01-01", "2027-01-31", ", uppsägning: 5 veckor"),
            "",
            "DA02 uppsägningstiden är fem veckor",
        ),
        (
            NEW,
            period("2027-01-01", "2027-01-15", ", rättelse: 30 dagar"),
            "",
            "DA02 tiden för rättelse är 30\u00a0dagar",
        ),
        (
            NEW,
            period("2027-01-01", "2027-02-28", ", uppsägning_vid_brist: 1 år"),
            "",
            "DA02 uppsägningstiden vid brist är ett år",
        ),
        # a document dated after its decision, or after it was signed; signed before the decision
        (NEW, DECIDED + "2026-02-28}\n", STATUS, "DA02 handlingen är daterad 2026-03-01"),
        (NEW, DECIDED + "2025-12-31}\n", STATUS, "DA02 handlingen är daterad 2026-03-01"),
        (NEW, SIGNED + "2026-02-01}\n", STATUS, "DA02 handlingen är undertecknad 2026-02-01"),
        (
            NEW,
            SIGNED + "2026-04-01}\nbeslutad: {organ: namnden, paragraf: § 1, datum: 2026-04-02}\n",
            STATUS,
            "LC03 uppdraget är undertecknat 2026-04-01, före beslutet 2026-04-02",
        ),
        # decisions, minutes and notices about what has not happened
        (
            NEW,
            "insatsbeslut: {datum: 2026-03-02}\n",
            "",
            "DA02 beslutet om insatser är daterat 2026-03-02",
        ),
        (MEMO, "beslut: {start: 2026-03-01}\n", "", "DA02 uppdraget börjar gälla 2026-03-01"),
        (
            MEMO,
            "beslut: {start: 2026-04-01}\n",
            "",
            "DA04 uppdraget börjar 2026-04-01, men beslutet får laga kraft tidigast 2026-04-09",
        ),
        (
            MINUTES,
            "bestyrkande: {datum: 2026-03-19}\n",
            "",
            "DA02 utdraget är bestyrkt 2026-03-19, innan protokollet justerades 2026-03-20",
        ),
        (
            MEMO,
            "diarieföring: {öppnat: 2026-03-01, avslutat: 2026-02-01}\n",
            "",
            "DA01 ärendet är avslutat 2026-02-01, innan det öppnades 2026-03-01",
        ),
    ],
)
def test_days_that_cannot_be_are_told_with_place_and_hint(
    file: str, more: str, without: str, says: str
) -> None:
    assert without in LETTERS[file]
    (problem,) = told(file, more, without)
    assert f"{problem.code} {problem.message}".startswith(says)
    assert problem.origin is not None
    assert problem.origin.file == file
    assert problem.hint
    assert not problem.hint.startswith("rätta")


@pytest.mark.parametrize(
    ("file", "more", "without"),
    [
        (
            NEW,
            money("fast_till: 2027-12-31, index: {från: 2028-01-01}")
            + period("2027-01-01", "2028-12-31", ", uppsägning: 12 månader, rättelse: 30 dagar"),
            PRICE,
        ),
        (NEW, period("2027-01-01", "2027-12-31", ", uppsägning: 1 år"), ""),
        (NEW, period("2027-01-01", "tills vidare", ", uppsägning: 10 år"), ""),
        (NEW, period("1999-12-31", "2099-12-31"), ""),
        (NEW, "option: {till: 2028-12-31}\n" + period("2027-01-01", "2028-12-31"), ""),
        (NEW, DECIDED + "2026-03-01}\n", STATUS),
        (NEW, "insatsbeslut: {datum: 2026-03-01}\n", ""),
        (MEMO, "beslut: {start: 2026-04-09}\n", ""),
        (MINUTES, "bestyrkande: {datum: 2026-03-20}\n", ""),
    ],
)
def test_days_that_can_be_are_not_told_of(file: str, more: str, without: str) -> None:
    assert told(file, more, without) == []


BASE_TIME = "{från: 2020-01-01, till: 2022-12-31}"


@pytest.mark.parametrize(
    ("change", "says", "hint"),
    [
        ("gäller_från: 2019-12-31", "från 2019-12-31, före tillägget", "skriv gäller_från: 2021-"),
        ("gäller_från: 2023-01-01", "från 2023-01-01, efter att", "skriv gäller_från: 2022-12-31,"),
        ("gäller_från: 2031-01-01", "från 2031-01-01, efter att", "skriv gäller_från: 2022-12-31,"),
        ("gäller_till: 2023-06-30", "till 2023-06-30, efter att", "skriv gäller_till: 2022-12-31"),
        (
            "gäller_till: 2020-12-31",
            "slutar 2020-12-31, innan den",
            "skriv gäller_till: 2021-01-01",
        ),
        ("gäller_till: 2022-12-31", "", ""),
    ],
)
def test_a_tillagg_holds_within_the_days_of_its_uppdrag(change: str, says: str, hint: str) -> None:
    base = str(small.FILES[small.BASE]).replace("{från: 2020-01-01, till: tills vidare}", BASE_TIME)
    found = {small.BASE: base, small.FIRST: small.tillagg(f"{{upphäver: tva-ett, {change}}}")}
    try:
        problems = small.built("1:2022-06-01", found)[1]
    except AvtalsgenError as error:
        problems = error.problems
    told_first = [each for each in problems if each.code == "TI06"][:1]
    assert [says in each.message for each in told_first] == ([True] if says else [])
    assert all(str(each.hint).startswith(hint) for each in told_first)
    assert all(each.origin and each.origin.file == small.FIRST for each in told_first)
