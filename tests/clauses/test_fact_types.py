"""Laws of every type of fact, and what each refuses."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from avtalsgen.clauses.fact_types import FACT_TYPES, LIST
from avtalsgen.clauses.fact_types.fact_type import FactType
from avtalsgen.clauses.fact_types.words.text import LONGEST
from avtalsgen.clauses.parameters import Parameter
from avtalsgen.swedish.typography import NO_BREAK_SPACE
from avtalsgen.uppdrag.meant import hint as meant_hint
from avtalsgen.uppdrag.meant import listed as meant_listed

TYPED = [type_ for type_ in FACT_TYPES.values() if not type_.one_of]


@pytest.mark.parametrize("type_", TYPED, ids=lambda type_: type_.name)
def test_the_example_of_a_type_is_a_value_that_can_be_printed_and_that_editors_take(
    type_: FactType,
) -> None:
    assert type_.print(type_.parse(type_.example))
    Draft202012Validator(dict(type_.schema)).validate(type_.example)


@pytest.mark.parametrize("type_", TYPED, ids=lambda type_: type_.name)
def test_what_is_printed_is_read_as_the_same_value(type_: FactType) -> None:
    value = type_.parse(type_.example)
    if type_.name != "datum":  # a day is typed as 2026-02-28 alone
        assert type_.parse(type_.print(value)) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("belopp", "-5"),
        ("pris", "-5"),
        ("organisationsnummer", "559999-0000"),
        ("organisationsnummer", "559999-000"),
        ("organisationsnummer", "Tallbacken"),
        ("belopp", "−50 kronor"),
        ("belopp", "250,000"),
        ("belopp", "31 500 000 000 000 000"),
        ("pris", "1 000 000 000 000,01 kronor"),
        ("heltal", "-300"),
        ("heltal", "2,000"),
        ("antal", "0"),
        ("antal", "-2"),
        ("antal", "1,5"),
        ("mängd", "0"),
        ("mängd", "0,00"),
        ("mängd", "-1"),
        ("decimaltal", "-0,5"),
        ("decimaltal", "12,500"),
        ("andel", "185 %"),
        ("andel", "-1 %"),
        ("andel", "100,1"),
        ("text", "x" * (LONGEST + 1)),
        ("sluttid", "2028-02-30"),
        ("sluttid", "den 31 februari 2028"),
        ("sluttid", "till och med 2028-13-01"),
        ("sluttid", "2028-12-31 eller 2029-12-31"),
        ("sluttid", "2028"),
        ("sluttid", "9999-12-31"),
        ("sluttid", "tills vidare, längst till och med den 1 mars 2208"),
        ("månadsdag", "29 februari"),
        ("datum", "0202-01-01"),
        ("datum", "1899-12-31"),
        ("datum", "2100-01-01"),
        ("sluttid", "till 2028"),
        ("sluttid", "2028-12"),
        ("sluttid", "31/12 2028"),
        ("sluttid", "tillsvidare"),
        ("sluttid", "tills vidare, längst till 2029"),
        ("sha256", "E3B0"),
        ("ja_nej", "yes"),
        ("år", "1826"),
    ],
)
def test_what_no_agreement_has_is_refused(name: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        FACT_TYPES[name].parse(text)


@given(st.integers(0, 999_999_999))
def test_each_nine_digits_have_one_tenth_that_checks_them(nine: int) -> None:
    taken = []
    for check in range(10):
        text = f"{nine:09}{check}"
        try:
            taken.append(FACT_TYPES["organisationsnummer"].parse(text))
        except ValueError:
            continue
    assert len(taken) == 1


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("belopp", "0", 0),
        ("pris", "0,01", Decimal("0.01")),
        ("pris", "0 kronor", Decimal(0)),
        ("organisationsnummer", "5599990008", "559999-0008"),
        ("organisationsnummer", "16559999-0008", "559999-0008"),
        ("belopp", "478,50", Decimal("478.5")),
        ("heltal", "0", 0),
        ("antal", "1", 1),
        ("andel", "100 %", 100),
        ("andel", "0", 0),
        ("procent", "-1,2 %", Decimal("-1.2")),
        ("procent", "185 %", 185),
        ("sluttid", "tills vidare", "tills vidare"),
        ("sluttid", "2028-12-31", "till och med den 31 december 2028"),
        ("sluttid", "t.o.m. 2028-12-31", "till och med den 31 december 2028"),
        ("sluttid", "tom den 1 mars 2028", "till och med den 1 mars 2028"),
        ("sluttid", "till och med 2028-12-31", "till och med den 31 december 2028"),
        ("sluttid", "till och med den 1 mars 2028", "till och med den 1 mars 2028"),
        ("sluttid", "1 mars 2028", "till och med den 1 mars 2028"),
        ("sluttid", "den 1 mars 2028", "till och med den 1 mars 2028"),
        (
            "sluttid",
            "tills vidare, dock längst till 2030-12-31",
            "tills vidare, dock längst till och med den 31 december 2030",
        ),
        (
            "sluttid",
            "tills vidare, dock längst t.o.m. den 2030-03-01",
            "tills vidare, dock längst till och med den 1 mars 2030",
        ),
        (
            "sluttid",
            "så länge avtalet gäller, dock inte efter 2030-03-01",
            "så länge avtalet gäller, dock inte efter den 1 mars 2030",
        ),
        ("sluttid", "tills vidare, längst 5 år", "tills vidare, längst 5 år"),
    ],
)
def test_the_limits_themselves_are_taken(name: str, text: str, value: object) -> None:
    found = FACT_TYPES[name].parse(text)
    assert (found.replace(NO_BREAK_SPACE, " ") if isinstance(found, str) else found) == value


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        ("belopp", "3,000,000", ["3000000"]),
        ("belopp", "3.000,50", ["3000,50"]),
        ("belopp", "3,000.50", ["3000,50"]),
        ("belopp", "3.000.000,5 kr", ["3000000,50"]),
        ("belopp", "3 mnkr", ["3000000"]),
        ("belopp", "3,5 miljoner kronor", ["3500000"]),
        ("belopp", "250,000", ["250000", "250"]),
        ("belopp", "4.093", ["4093"]),
        ("belopp", "-5", []),
        ("belopp", "1.23.45", []),
        ("belopp", "3 hundra", []),
        ("mängd", "12,500", ["12500", "12,5"]),
        ("antal", "1,5", []),
        ("antal", "tolv", ["12"]),
        ("andel", "180 %", []),
        ("datum", "1/2 2027", ["2027-02-01"]),
        ("datum", "2/1/2027", ["2027-01-02", "2027-02-01"]),
        ("datum", "2027-2-1", ["2027-02-01"]),
        ("datum", "1 feb 2027", ["2027-02-01"]),
        ("datum", "31 februari 2027", []),
        ("datum", "1 februari 1027", []),
        ("sluttid", "31/12 2028", ["2028-12-31"]),
        ("månadsdag", "31 februari", []),
        ("månadsdag", "31/3", ["31 mars"]),
        ("månadsdag", "den 31 mars 2027", ["31 mars"]),
        ("år", "år 2027", ["2027"]),
        ("år", "snart", []),
        ("ja_nej", "true", ["ja"]),
        ("ja_nej", "kanske", ["ja", "nej"]),
    ],
)
def test_a_hint_proposes_what_a_text_means_and_nothing_else(
    name: str, text: str, meant: list[str]
) -> None:
    hint = meant_hint(Parameter("x.y", name, ""), "x.y", text, ())
    shown = f"skriv x.y så här: {FACT_TYPES[name].example}"
    proposed = ", eller ".join(f"x.y: {each}" for each in meant)
    assert hint == (f"skriv {proposed}" if meant else shown)


@given(st.decimals(0, 10**9, places=2))
def test_a_sum_as_an_american_writes_it_is_read_as_that_sum(number: Decimal) -> None:
    (meant,) = FACT_TYPES["belopp"].meant(f"{number:,.2f}")
    assert FACT_TYPES["belopp"].parse(meant) == number


def test_several_after_a_key_are_proposed_as_a_list() -> None:
    words, pieces = Parameter("", "text", ""), Parameter("", "antal", "")
    assert meant_listed(Parameter("x", LIST, "", item=words), "x", "a, b") == "skriv x: [a, b]"
    assert (
        meant_listed(Parameter("x", LIST, "", item=pieces), "x", "a, b") == "skriv x så här: [12]"
    )
