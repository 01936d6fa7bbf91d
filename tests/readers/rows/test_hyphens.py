"""Parted words: mended where the document tells, left where it does not."""

import pytest

from avtalsgen.readers.rows.hyphens import hyphens, in_cell


@pytest.mark.parametrize(
    ("rows", "joined"),
    [
        (("en verk-", "samhet", "om verksamhet"), "en verksamhet"),
        (("via e-", "post", "skriv e-post"), "via e-post"),
        (("via e-", "post"), "via e-post"),
        (("social-", "och omsorgsnämnden"), "social- och omsorgsnämnden"),
        (("person-", "eller sakskada", "personeller"), "person- eller sakskada"),
        (("lex Sarah-", "anmälan"), "lex Sarah-anmälan"),
        (("en utveck-", "ling"), "en utveck-ling"),
        (("en utveck\u00ad", "ling"), "en utveckling"),
        (("SON 2019-", "755"), "SON 2019-755"),
        (("se www.exempel.se/kommun-", "och-politik"), "se www.exempel.se/kommun-och-politik"),
        (("se www.exempel.se/", "rutiner"), "se www.exempel.se/rutiner"),
        (("ett", "ord"), "ett ord"),
        (("2022 –", "2024"), "2022 – 2024"),
        (("läsåren 2027–", "2030 och"), "läsåren 2027–2030 och"),
        (("läsåren 2027", "–2030 och"), "läsåren 2027–2030 och"),
    ],
)
def test_two_rows_are_one(rows: tuple[str, ...], joined: str) -> None:
    assert hyphens(rows).joined(rows[0], rows[1]) == joined


def test_who_parts_some_words_surely_parts_the_others() -> None:
    rows = ("en verk-", "samhet", "ett upp-", "drag", "ny utveck-", "ling", "verksamhet uppdrag")
    assert hyphens(rows).joined("ny utveck-", "ling") == "ny utveckling"
    assert hyphens(rows).joined("via e-", "post") == "via e-post"


def test_a_number_that_a_cell_parts_is_whole_and_words_keep_their_hyphen() -> None:
    assert in_cell("org.nr 559034-", "2365") == "org.nr 559034-2365"
    assert in_cell("tecknat 2021-", "02-08") == "tecknat 2021-02-08"
    assert in_cell("vård-", "och omsorg") == "vård- och omsorg"
    assert in_cell("Ekby", "kommun") == "Ekby kommun"
