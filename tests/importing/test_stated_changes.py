"""Terms that a document changes, says after one another, or has in boxes to tick."""

from pathlib import Path

import pytest
from tests.importing.test_stated import HEAD, facts
from tests.importing.test_stated_terms import stated

CHANGE = "Tillägg nr 2 till avtal om stöd\n\n1 Tid och ersättning\n\n"


@pytest.mark.parametrize(
    ("head", "start", "end"),
    [
        (CHANGE, ("2017-01-01", True), ("till och med 2018-12-31", True)),
        (HEAD, ("2017-01-01", False), (None, False)),
    ],
    ids=["what changes another", "what does not"],
)
def test_how_long_a_document_is_prolonged_is_the_term_of_what_prolongs_it(
    head: str, start: tuple[str, bool], end: tuple[str | None, bool], tmp_path: Path
) -> None:
    said = "Avtalet förlängs från och med den 1 januari 2017 till och med den 31 december 2018."
    assert stated("tid.från", head + said, tmp_path) == start
    assert stated("tid.till", head + said, tmp_path) == end


@pytest.mark.parametrize(
    ("said", "end"),
    [
        ("Avtalet löper 2017-11-01–2019-10-31 med rätt till förlängning till 2021-10-31.",
         "till och med 2019-10-31"),
        ("Avtalet gäller till och med den 31 augusti 2024. Därefter gäller det tills vidare. "
         "Det kan sägas upp så att det upphör tidigast den 31 augusti 2024.", "tills vidare"),
        ("Avtalet gäller från den 1 juni 2019 och tills nämnden beslutar annat.", "tills vidare"),
    ],
)  # fmt: skip
def test_the_end_is_not_that_of_what_may_come_after_it(said: str, end: str, tmp_path: Path) -> None:
    assert stated("tid.till", HEAD + said, tmp_path) == (end, True)


def test_a_day_from_which_a_sum_is_raised_is_not_the_first(tmp_path: Path) -> None:
    said = "Avtalet gäller från den 1 juli 1998.\n\n2 Indexreglering\n\n"
    raised = "Första gången sker det för det driftår som börjar den 1 juli 1999."
    assert stated("tid.från", HEAD + said + raised, tmp_path) == ("1998-07-01", True)


@pytest.mark.parametrize(
    "said",
    [
        "Har det icke uppsagts senast arton månader före avtalstidens slut gäller det på nytt.",
        "Det förlängs om ingendera parten senast arton månader före dess utgång har sagt upp det.",
    ],
)
def test_a_notice_is_read_in_any_order_of_its_words(said: str, tmp_path: Path) -> None:
    assert stated("tid.uppsägning", HEAD + said, tmp_path) == ("18 månader", True)


def test_an_index_that_was_is_none(tmp_path: Path) -> None:
    said = "Priset justeras med arbetskostnadsindex (AKI). Tidigare lydelse: konsumentprisindex."
    assert stated("ersättning.index.serie", CHANGE + said, tmp_path) == ("AKI", True)


def test_leaving_a_document_some_calendar_months_after_a_notice_is_its_notice(
    tmp_path: Path,
) -> None:
    said = "Parterna kan frånträda avtalet tre kalendermånader efter skriftligt besked."
    assert stated("tid.uppsägning", HEAD + said, tmp_path) == ("3 månader", True)


@pytest.mark.parametrize("head", ["När börjar det?", "Hur länge?"])
def test_a_question_may_stand_above_how_long_a_document_holds(head: str, tmp_path: Path) -> None:
    text = f"Avtal om stöd\n\n1 {head}\n\nDet börjar den 1 juli 2024."
    assert stated("tid.från", text, tmp_path) == ("2024-07-01", True)


def test_the_day_of_minutes_is_not_the_first_day(tmp_path: Path) -> None:
    said = "Avtalet gäller från den 12 augusti 2019."
    minutes = "Avtalet blir gällande när protokollet från den 12 juni 2019 har vunnit laga kraft."
    assert stated("tid.från", f"{HEAD}{said} {minutes}", tmp_path) == ("2019-08-12", True)


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        ("☒ en månad\n\n☐ tre månader", ("1 månad", True)),
        ("☐ en månad\n\n☑ tre månader", ("3 månader", True)),
        ("☐ en månad ☒ tre månader", ("3 månader", True)),
        ("☐ en månad\n\n☐ tre månader", (None, False)),
    ],
)
def test_the_notice_is_the_one_that_is_ticked(
    boxes: str, expected: tuple[str | None, bool], tmp_path: Path
) -> None:
    said = f"Avtalet gäller tills vidare.\n\nUppsägning:\n\n{boxes}"
    assert stated("tid.uppsägning", HEAD + said, tmp_path) == expected


PRICES = "Avtal om stöd\n\n1 Priser\n\n"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ersättningen är 1 200 000 kr per år, med 100 000 kr per månad.", "1200000"),
        ("Ersättningen är 1 200 000 kr på ett helår och 300 000 kr för i höst.", "1200000"),
        ("Därtill betalas 950 kr per dygn. Ett årligt stöd lämnas om 1,1 milj. kr.", "1100000"),
        ("Årspriset är 900 000 kr. Den årliga hyran, 600 000 kr, betalas inte.", "900000"),
        ("Hittills har priset varit 800 000 kr. Nu betalas 900 000 kr per år.", "900000"),
        ("Priset i anbudet var 950 000 kr. Betalt blir 900 000 kr varje driftår.", "900000"),
        ("Priset är 9 mkr per år. Det delas: 6 mkr per år och 3 mkr per år betalas.", "9000000"),
        ("Priset är 900 000 kr per år. Priset är 700 000 kr per år.", None),
        ("Priset är 395 kr per timme. Avgiften är 4 000 kr per år.", None),
        ("Priset är 900 000 kr per år. Priset är 800 000 kr.", None),
        ("Jämförelsepriset, 612 kronor, användes bara när anbuden prövades.", None),
    ],
    ids=[
        *("each month", "a quarter", "a price of one", "a rent", "till now", "a tender"),
        *("together", "two for a year", "less than a year of hours", "no part of it", "to compare"),
    ],
)
def test_a_sum_for_a_year_is_the_price_if_what_else_is_paid_is_within_it(
    said: str, expected: str | None, tmp_path: Path
) -> None:
    value, sure = stated("ersättning.belopp", PRICES + said, tmp_path)
    assert (value if sure else None) == expected


def test_a_series_of_ours_is_told_by_its_letters_alone(tmp_path: Path) -> None:
    told = facts(tmp_path, f"{HEAD}Ersättningen räknas upp med omsorgsprisindex (OPI).")
    assert (told["ersättning.index.serie"].value, told["ersättning.index.serie"].sure) == (
        "OPI",
        True,
    )
    assert "ersättning.index.namn" not in told
