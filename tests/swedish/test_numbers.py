"""Numbers: what is printed is read back, and typed mistakes are refused."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.swedish.numbers import (
    digits,
    in_words,
    parse_number,
    parse_percent,
    parse_whole,
    parse_words,
    percent_sign,
    percent_words,
    read_letters,
    read_letters_of_sum,
    typed,
)

numbers = st.decimals(
    min_value=-(10**12), max_value=10**12, places=4, allow_nan=False, allow_infinity=False
)


@given(numbers | st.integers(-(10**15), 10**15))
def test_a_printed_number_is_read_back(n: Decimal | int) -> None:
    assert parse_number(digits(n)) == n


@given(numbers | st.integers(-(10**15), 10**15))
def test_a_number_typed_into_a_file_is_read_back(n: Decimal | int) -> None:
    assert parse_number(typed(n)) == n
    assert " " not in typed(n)
    assert "." not in typed(n)  # 4.093 may be four thousand


@given(numbers)
def test_equal_numbers_are_printed_alike(n: Decimal) -> None:
    assert digits(n) == digits(n.normalize()) == digits(n * Decimal("1.00"))


@given(numbers)
def test_both_forms_of_a_percentage_are_read_back(x: Decimal) -> None:
    assert parse_percent(percent_words(x)) == x == parse_percent(percent_sign(x))


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_refused_with_a_hint(text: str) -> None:
    for parse in (parse_number, parse_whole, parse_percent):
        assert _read(parse, text)


def _read(parse: Callable[[str], Decimal | int], text: str) -> bool:
    try:
        return parse(text) == parse(text)
    except ValueError as error:
        return "skriv till exempel" in str(error)


@pytest.mark.parametrize(
    ("n", "printed"),
    [
        (0, "0"),
        (999, "999"),
        (2590, "2\xa0590"),
        (4093284, "4\xa0093\xa0284"),
        (-1500, "−1\xa0500"),
        (Decimal("12.5"), "12,5"),
        (Decimal("12.50"), "12,5"),
        (Decimal("1234.0625"), "1\xa0234,0625"),
        (Decimal("1E+3"), "1\xa0000"),
        (Decimal("-0.0"), "0"),
    ],
)
def test_a_number_is_printed_in_swedish(n: Decimal | int, printed: str) -> None:
    assert digits(n) == printed


@pytest.mark.parametrize("n", [Decimal("NaN"), Decimal("Infinity")])
def test_what_is_no_number_is_not_printed(n: Decimal) -> None:
    with pytest.raises(ValueError, match="inte ett tal"):
        digits(n)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4 093 284", "4093284"),
        ("4\xa0093\xa0284", "4093284"),
        ("4\u202f093\u202f284", "4093284"),
        ("4093284", "4093284"),
        (" 12 ", "12"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("0.125", "0.125"),
        ("1 234,50", "1234.5"),
        ("-3", "-3"),
        ("−3", "-3"),
        ("+3", "3"),
    ],
)
def test_a_typed_number_is_read(text: str, number: str) -> None:
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        *("4.093.284", "4,093,284", "4.093", "4 09", "4093 284", "4  093", "12,", ",5", "1e3"),
        *("12,500", "", "tolv", "NaN", "٣", "1_000", "12 st", "0x10", "4.093,50", "9" * 27),
    ],
)
def test_a_number_written_otherwise_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="inte ett tal; skriv till exempel"):
        parse_number(text)


def test_a_part_is_not_a_whole_number() -> None:
    assert parse_whole("1 200") == 1200
    with pytest.raises(ValueError, match="”12,5” är inte ett heltal"):
        parse_whole("12,5")


@pytest.mark.parametrize("text", ["80 %", "80%", "80\xa0%", "80 procent", "80"])
def test_a_typed_percentage_is_read(text: str) -> None:
    assert parse_percent(text) == 80


@pytest.mark.parametrize("text", ["", "%", "procent", "80 % %", "80 promille", "åttio procent"])
def test_a_percentage_written_otherwise_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="inte en procentsats"):
        parse_percent(text)


@pytest.mark.parametrize(
    ("n", "counted"),
    [
        (0, "noll"),
        (2, "två"),
        (8, "åtta"),
        (12, "tolv"),
        (13, "13"),
        (1500, "1\xa0500"),
        (-2, "−2"),
    ],
)
def test_running_text_counts_in_letters_up_to_twelve(n: int, counted: str) -> None:
    assert in_words(n) == counted


def test_one_has_the_gender_of_what_is_counted() -> None:
    assert (in_words(1), in_words(1, "ett")) == ("en", "ett")


@given(st.integers(0, 30))
def test_letters_are_read_back_and_digits_are_not_letters(n: int) -> None:
    assert parse_words(in_words(n)) == (n if n <= 12 else None)
    assert parse_words("ett") == 1


def test_a_percentage_has_a_letter_form_and_a_sign_form() -> None:
    assert percent_words(80) == "80\xa0procent"
    assert percent_sign(Decimal("3.5")) == "3,5\xa0%"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("noll", 0), ("ett", 1), ("tolv", 12), ("tretton", 13), ("nitton", 19), ("tjugo", 20)),
        *(("tjugoen", 21), ("trettiofem", 35), ("nittionio", 99), ("hundra", 100)),
        *(("tjugonoll", None), ("tjugotolv", None), ("trettiofemma", None), ("", None)),
    ],
)
def test_letters_beyond_twelve_are_read_too(text: str, number: int | None) -> None:
    assert read_letters(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("hundra", 100),
        ("tvåhundrafem", 205),
        ("tusen", 1_000),
        ("tolvtusen", 12_000),
        ("sjuhundrafyrtiotusen", 740_000),
        ("niohundranittioniotusenniohundranittionio", 999_999),
        ("nolltusen", None),
        ("tusentusen", None),
        ("hundrahundra", None),
        ("många", None),
    ],
)
def test_a_sum_is_read_in_letters(text: str, number: int | None) -> None:
    assert read_letters_of_sum(text) == number
