"""Days that cannot come in the order they are given."""

import pytest
from tests.assemble import letters
from tests.assemble.letters import LETTERS, MEMO, MINUTES, NEW, NOTICE, swapped, told
from tests.documents.test_mandatory_clauses import problems, written


def test_days_in_order_are_not_told_of() -> None:
    for edition in ("2-skrivelse", "2-protokoll", "2-anslag"):
        assert told(edition) == []


ERRORS = [
    (MEMO, "datum: 2026-03-02", "datum: 2026-03-19", "6:22: DA01 skrivelsen är daterad 2026-03-19"),
    (MINUTES, "datum: 2026-03-20\nskr", "datum: 2026-03-17\nskr", "3:8: DA01 utdraget är daterat"),
    (MINUTES, "{datum: 2026-03-20}", "{datum: 2026-03-17}", "5:20: DA01 protokollet är justerat"),
    (NOTICE, "{datum: 2026-03-20}", "{datum: 2026-03-19}", "5:17: DA01 anslaget är uppsatt"),
    (
        NOTICE,
        "{datum: 2026-03-20}",
        "{datum: 2026-03-20, nedtaget: 2026-04-10}",
        "DA01 anslaget är nedtaget 2026-04-10, men tiden för överklagande löper till 2026-04-11",
    ),
]
WARNINGS = [
    (MEMO, "datum: 2026-03-02", "datum: 2026-02-02", "3:8: DA02 uppdraget är daterat 2026-03-01"),
    (MEMO, "avser:", "mbl: {datum: 2026-03-19}\navser:", "DA02 förhandlingen hålls 2026-03-19"),
    (
        MINUTES,
        "{datum: 2026-03-20}",
        "{datum: 2026-04-02}",
        "skulle ha justerats senast 2026-04-01",
    ),
    (NOTICE, "{datum: 2026-03-20}", "{datum: 2026-03-24}", "skulle ha satts upp senast 2026-03-23"),
]


@pytest.mark.parametrize(("file", "old", "new", "says"), ERRORS)
def test_days_that_cannot_be_are_errors_at_their_line(
    file: str, old: str, new: str, says: str
) -> None:
    (said,) = told(_edition(file), swapped(file, old, new))
    assert says in said
    assert file in said
    assert "Tips:" in said


@pytest.mark.parametrize(("file", "old", "new", "says"), WARNINGS)
def test_days_that_should_not_be_are_warnings(file: str, old: str, new: str, says: str) -> None:
    _, problems = letters.assembled(_edition(file), swapped(file, old, new))
    (problem,) = problems
    assert says in str(problem)
    assert (problem.code, problem.severity) == ("DA02", "varning")


def _edition(file: str) -> str:
    return file.removeprefix("uppdrag/prov/").removesuffix(".yaml")


def test_an_uppdrag_that_begins_before_the_meeting_is_a_warning() -> None:
    early = {NEW: LETTERS[NEW] + "tid: {från: 2026-03-17}\n"}
    (said,) = told("2-skrivelse", early)
    assert "DA02 uppdraget börjar gälla 2026-03-17, före sammanträdet 2026-03-18" in said
    on_the_day = told("2-skrivelse", {NEW: LETTERS[NEW] + "tid: {från: 2026-03-18}\n"})
    assert [each for each in on_the_day if "DA02" in each] == []


def test_what_another_document_says_twice_is_told_there() -> None:
    """The minutes inherit the day of the meeting; the memo has told that it is too early."""
    early = swapped(MEMO, "datum: 2026-03-02", "datum: 2026-03-19")
    assert told("2-protokoll", early) == []


def test_a_time_that_ends_before_it_begins_is_an_error_at_its_end() -> None:
    changed = {
        NEW: f"{LETTERS[NEW]}\ntid: {{från: 2027-01-01, till: till och med den 1 januari 2026}}\n",
    }
    (said,) = told("2", changed)
    assert "DA01 tiden slutar 2026-01-01, innan den börjar 2027-01-01" in said


def test_a_sum_is_not_raised_before_the_uppdrag_begins() -> None:
    changed = {
        NEW: f"{LETTERS[NEW]}\ntid: {{från: 2027-01-01}}\n".replace(
            "{belopp: 700}", "{belopp: 700, index: {från: 2024-01-01}}"
        )
    }
    (said,) = told("2", changed)
    assert "DA01 ersättningen räknas upp 2024-01-01, innan uppdraget börjar 2027-01-01" in said
    assert "skriv ersättning.index.från: 2027-01-01" in said


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-03-21", "lördag"),
        ("2026-03-22", "söndag"),
        ("2026-04-06", "annandag påsk"),
        ("2026-06-19", "midsommarafton"),
        ("2026-03-20", ""),
    ],
)
def test_a_notice_on_a_free_day_is_a_note(day: str, name: str) -> None:
    problems = told("2-anslag", swapped(NOTICE, "{datum: 2026-03-20}", f"{{datum: {day}}}"))
    notes = [each for each in problems if "DA05" in each]
    assert len(notes) == bool(name)
    for note in notes:
        assert f"5:17: DA05 anslaget sätts upp {day}, som är {name}" in note
        assert "skriv anslag.datum: 2026-" in note


TILLAGG = "beroendemottagningen", "2021-tillagg"
OWN_DAYS = "tid:\n  från: 2021-04-01\n  till: tills vidare"


@pytest.mark.parametrize(
    ("days", "told_of"),
    [
        ("tid:\n  från: 2021-05-01\n  till: tills vidare", ["börjar 2021-04-01", "slutar"]),
        ("tid:\n  från: 2021-04-01\n  till: 2024-07-01", ["slutar 2024-06-30"]),
        ("tid:\n  från: 2021-04-01\n  till: 2024-06-30", []),
        ("tid:\n  från: 2021-04-01", []),
    ],
)
def test_a_day_of_a_tillagg_that_is_said_in_two_ways_is_told(days: str, told_of: list[str]) -> None:
    text = written(*TILLAGG).replace(OWN_DAYS, days)
    text = text.replace("  ersätter: {okänt", "  till_och_med: 2024-06-30\n  ersätter: {okänt", 1)
    said = [each for each in problems(*TILLAGG, text) if each.code == "DA02"]
    assert len(said) == len(told_of)
    for each, words in zip(said, told_of, strict=True):
        assert words in each.message
        assert (each.hint or "").startswith("skriv tid.")


def test_a_tillagg_may_repeat_the_days_of_its_uppdrag() -> None:
    name = "vald-i-nara-relation", "2027-tillagg"
    repeated = "tid: {från: 2027-01-01, till: tills vidare}\ntillägg:\n  till_och_med: 2029-01-01"
    text = written(*name).replace("tillägg:", repeated, 1)
    assert repeated in text
    assert [each for each in problems(*name, text) if each.code == "DA02"] == []
