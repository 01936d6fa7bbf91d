"""Clauses held against the day of the uppdrag, against each other, and against their review."""

import hashlib

import pytest
from tests.assemble.small import CLAUSE, PARAMETERS, TYPE, UPPDRAG, built
from tests.workspace import WHOLE

from avtalsgen.clauses.review import in_words
from avtalsgen.problems import Problem, Severity

HEAD = "---\nrubrik: Tvist\nanvänder: []\n{}---\nTvister löses av parterna.\n"


def told(code: str, head: str, **changed: str) -> list[Problem]:
    facts = WHOLE[UPPDRAG] + changed.get("facts", "")
    if "status" in changed:
        facts = facts.replace("status: utkast", f"status: {changed['status']}")
    files = {CLAUSE: HEAD.format(head), UPPDRAG: facts}
    if "other" in changed:
        files["clauses/tvist/2.md"] = HEAD.format(changed["other"])
    return [problem for problem in built(files)[1] if problem.code == code]


OF_ITS_TIME = "status: gällande\ngäller: {från: 2026-01-01}\n"
OVER = "status: ersatt\ngäller: {från: 2019-01-01, till: 2020-12-31}\n"
LATER = "status: gällande\ngäller: {från: 2035-01-01}\n"


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (OVER, "gäller från 2019-01-01 till 2020-12-31 och har status ersatt"),
        (LATER, "gäller från 2035-01-01 och har status gällande"),
        (OF_ITS_TIME.replace("gällande", "utkast"), "har status utkast"),
        (OF_ITS_TIME.replace("gällande", "ersatt"), "har status ersatt"),
    ],
)
def test_a_clause_of_another_time_is_a_warning_where_it_was_chosen(head: str, said: str) -> None:
    (problem,) = told("KL08", head, facts="tid: {från: 2027-01-01}\n")
    assert said in problem.message
    assert "uppdraget börjar 2027-01-01" in problem.message
    assert problem.severity is Severity.WARNING
    assert problem.origin is not None
    assert problem.origin.file == UPPDRAG
    assert problem.origin.line == 10


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ("", "handlingen är daterad 2026-03-01"),
        ("tid: {från: {okänt: ej bestämt}}\n", "handlingen är daterad 2026-03-01"),
        ("tillägg: {från: 2026-07-01}\n", "tillägget börjar 2026-07-01"),
    ],
)
def test_it_is_said_which_day_a_clause_is_held_against(facts: str, said: str) -> None:
    (problem,) = told("KL08", OVER, facts=facts)
    assert problem.message.endswith(f"; {said}")


def test_the_edition_that_holds_on_the_day_is_named() -> None:
    (problem,) = told("KL08", OVER, other=OF_ITS_TIME)
    assert problem.hint == "skriv tvist@2"


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        (OF_ITS_TIME, "tid: {från: 2026-01-01}\n"),
        (OVER, "tid: {från: 2020-12-31}\n"),
        (OVER, "tid: {från: 2019-01-01}\n"),
        (OF_ITS_TIME, ""),  # the day of the document, 2026-03-01
    ],
)
def test_a_clause_of_the_days_own_time_is_never_told_of(head: str, facts: str) -> None:
    assert told("KL08", head, facts=facts) == []


def test_what_is_signed_keeps_its_clauses_and_an_unknown_day_says_nothing() -> None:
    assert told("KL08", OVER, status="undertecknad") == []
    files = {
        CLAUSE: HEAD.format(OVER),
        UPPDRAG: WHOLE[UPPDRAG].replace("datum: 2026-03-01", "datum: {okänt: inte daterad}"),
    }
    assert [p for p in built(files)[1] if p.code == "KL08"] == []


def test_a_clause_that_reckons_the_compensation_is_there_once() -> None:
    when = 'obligatorisk_när: ersättning.modell == "fast"'
    clause = f"---\nrubrik: Pris\nanvänder: []\n{when}\n---\nSå.\n"
    twice = WHOLE[UPPDRAG].replace(
        "[ersattning@1, tvist@1]", "[ersattning@1, {klausul: ersattning@1, ankare: b}, tvist@1]"
    )
    assert twice != WHOLE[UPPDRAG]
    _, problems = built({"clauses/ersattning/1.md": clause, UPPDRAG: twice})
    (problem,) = (each for each in problems if each.code == "DI08")
    assert problem.message == "”ersattning@1” säger en gång till hur ersättningen räknas"


def test_two_clauses_that_reckon_the_compensation_in_two_ways_are_named() -> None:
    def paid(model: str) -> str:
        when = f'obligatorisk_när: ersättning.modell == "{model}"'
        return f"---\nrubrik: Pris\nanvänder: []\n{when}\n---\nSå.\n"

    clauses = {CLAUSE: paid("fast"), "clauses/ersattning/1.md": paid("timme")}
    facts = WHOLE[UPPDRAG]
    (both,) = (p for p in built({**clauses, UPPDRAG: facts})[1] if p.code == "DI08")
    assert "”ersattning@1” och ”tvist@1” räknar ersättningen på två sätt" in both.message
    said = facts.replace("{belopp: 605}", "{belopp: 605, modell: timme}")
    (one,) = (p for p in built({**clauses, UPPDRAG: said})[1] if p.code == "DI08")
    assert "”tvist@1” räknar ersättningen fast, men ersättning.modell är timme" in one.message


@pytest.mark.parametrize(("model", "told"), [("fast", 0), ("fast_per_år", 0), ("timme", 1)])
def test_a_clause_may_say_how_two_ways_are_reckoned(model: str, told: int) -> None:
    when = 'ersättning.modell == "fast_per_år" or ersättning.modell == "fast"'
    head = f"---\nrubrik: Pris\nanvänder: []\nobligatorisk_när: {when}\n---\nSå.\n"
    said = WHOLE[UPPDRAG].replace("{belopp: 605}", f"{{belopp: 605, modell: {model}}}")
    assert len([p for p in built({CLAUSE: head, UPPDRAG: said})[1] if p.code == "DI08"]) == told


def test_the_clause_of_the_way_of_paying_is_named_where_another_stands() -> None:
    def paid(model: str) -> str:
        when = f'obligatorisk_när: ersättning.modell == "{model}"'
        return f"---\nrubrik: Pris\nanvänder: []\n{OF_ITS_TIME}{when}\n---\nSå.\n"

    clauses = {CLAUSE: paid("fast"), "clauses/per-timme/1.md": paid("timme")}
    said = WHOLE[UPPDRAG].replace("{belopp: 605}", "{belopp: 605, modell: timme}")
    (one,) = (p for p in built({**clauses, UPPDRAG: said})[1] if p.code == "DI08")
    assert one.hint == "skriv per-timme@1"  # typed where it points, by tests/workspace.py
    of_no_clause = said.replace("modell: timme", "modell: per_dygn")
    (one,) = (p for p in built({**clauses, UPPDRAG: of_no_clause})[1] if p.code == "DI08")
    assert one.hint == "skriv ersättning.modell: fast, eller ta bort klausulen"


def test_the_clause_that_is_to_stand_in_the_place_of_another_is_not_missed_too() -> None:
    def paid(model: str) -> str:
        when = f'obligatorisk_när: ersättning.modell == "{model}"'
        return f"---\nrubrik: Pris\nanvänder: []\n{OF_ITS_TIME}{when}\n---\nSå.\n"

    asked = "{klausul: per-timme, när: ersättning.modell}"
    type_ = WHOLE[TYPE].replace("{klausul: tvist}", asked)
    assert type_ != WHOLE[TYPE]
    clauses = {CLAUSE: paid("fast"), "clauses/per-timme/1.md": paid("timme"), TYPE: type_}
    said = WHOLE[UPPDRAG].replace("{belopp: 605}", "{belopp: 605, modell: timme}")
    assert [p.code for p in built({**clauses, UPPDRAG: said})[1]] == ["DI08"]
    without = said.replace("[ersattning@1, tvist@1]", "[ersattning@1]")
    assert without != said
    assert [p.code for p in built({**clauses, UPPDRAG: without})[1]] == ["DI05"]


def test_a_title_that_no_page_has_room_for_is_refused() -> None:
    for length, codes in ((300, []), (301, ["FA09"]), (100_000, ["FA02"])):
        facts = WHOLE[UPPDRAG].replace("titel: Prov", f"titel: {'x' * length}")
        try:
            found = [p.code for p in built({UPPDRAG: facts})[1] if p.code.startswith("FA")]
        except Exception as error:
            found = [p.code for p in getattr(error, "problems", ())]
        assert found == codes


@pytest.mark.parametrize(("amount", "told"), [("0", ["FA10"]), ("0,00", ["FA10"]), ("0,01", [])])
def test_a_price_of_nothing_is_taken_and_told_with_what_to_write(
    amount: str, told: list[str]
) -> None:
    parameters = WHOLE[PARAMETERS].replace("belopp: {typ: belopp", "belopp: {typ: pris")
    assert parameters != WHOLE[PARAMETERS]
    facts = WHOLE[UPPDRAG].replace("{belopp: 605}", f'{{belopp: "{amount}"}}')
    problems = built({UPPDRAG: facts, PARAMETERS: parameters})[1]
    assert [each.code for each in problems if each.code.startswith("FA")] == told
    assert {each.severity for each in problems if each.code == "FA10"} <= {Severity.WARNING}


def digest(body: str = "Tvister löses av parterna.") -> str:
    return hashlib.sha256(f"Tvist\n\n{body}".encode()).hexdigest()


def test_a_review_is_of_the_words_that_were_read() -> None:
    named = "granskad_av: {{namn: Robin Exempel, den: 2026-11-01, text: {}}}\n"
    assert told("KL09", named.format(digest())) == []
    (changed,) = told("KL09", named.format(digest("Tvister avgörs av domstol.")))
    assert "ändrad sedan Robin Exempel granskade den 2026-11-01" in changed.message
    assert changed.hint is not None
    assert digest() in changed.hint
    line = changed.hint.removeprefix("skriv ") + "\n"
    assert told("KL09", line) == []


def test_a_name_alone_does_not_say_which_words_it_is_for() -> None:
    (problem,) = told("KL09", 'granskad_av: "Robin Exempel"\n')
    assert "det står inte i vilken lydelse" in problem.message
    (dated,) = told("KL09", "granskad_av: {namn: Robin Exempel, den: 2026-11-29}\n")
    assert dated.hint == (problem.hint or "").replace("2026-02-28", "2026-11-29")
    assert told("KL09", 'granskad_av: ""\n') == []


def test_a_list_says_in_which_words_a_text_was_reviewed() -> None:
    assert in_words(None, "a") == "ej granskad av jurist"
