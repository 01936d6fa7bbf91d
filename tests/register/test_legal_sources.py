"""How a source of law is named, and when it is in force."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from avtalsgen.pipeline.lore.lore import lore_of
from avtalsgen.register.legal_sources import Legal
from avtalsgen.source import Origin

START, END = date(2025, 7, 1), date(2026, 6, 30)


def source(name: str, number: str) -> Legal:
    origin = Origin("rattskallor.yaml", 1)
    return Legal("id", name, number, "", START, END, "", "SFS", "A", None, origin)


@pytest.mark.parametrize(
    ("name", "number", "in_full"),
    [
        ("socialtjänstlagen", "2025:400", "socialtjänstlagen (2025:400)"),
        ("lagen om skydd mot olyckor", "2003:778", "lagen (2003:778) om skydd mot olyckor"),
        ("lagen med bestämmelser", "2018:218", "lagen (2018:218) med bestämmelser"),
        ("förordningen om stöd", "2016:850", "förordningen (2016:850) om stöd"),
        ("dataskyddsförordningen", "(EU) 2016/679", "dataskyddsförordningen (EU) 2016/679"),
        ("EU:s förordning om stöd", "(EU) nr 9/2014", "EU:s förordning om stöd (EU) nr 9/2014"),
        ("rådets råd om tid", "SRVFS 2004:3", "rådets råd om tid (SRVFS 2004:3)"),
        ("lagen", "2003:778", "lagen (2003:778)"),
        ("barnkonventionen", "", "barnkonventionen"),
    ],
)
def test_the_number_stands_where_the_statute_book_has_it(
    name: str, number: str, in_full: str
) -> None:
    assert source(name, number).in_full() == in_full


def test_a_source_is_in_force_from_its_first_day_to_its_last() -> None:
    legal, day = source("lagen", "1:1"), timedelta(days=1)
    assert [legal.in_force(each) for each in (START - day, START, END, END + day)] == [
        *(False, True),
        *(True, False),
    ]


def test_of_laws_with_one_name_each_says_when_it_began() -> None:
    laws = lore_of(Path(__file__).parents[2]).laws.values()
    names = Counter(law.name.casefold() for law in laws)
    undated = [law.id for law in laws if names[law.name.casefold()] > 1 and not law.valid_from]
    assert undated == []
