"""Numbers and percentages, in digits and in letters."""

import re
from decimal import Decimal
from typing import Final, Literal

from avtalsgen.swedish.typography import MINUS, NO_BREAK_SPACE, SPACE

Gender = Literal["en", "ett"]

_WORDS: Final = (
    *("noll", "en", "två", "tre", "fyra", "fem", "sex"),
    *("sju", "åtta", "nio", "tio", "elva", "tolv"),
)
_PLACES: Final = (
    *("första", "andra", "tredje", "fjärde", "femte", "sjätte"),
    *("sjunde", "åttonde", "nionde", "tionde", "elfte", "tolfte"),
)
_LATER_PLACES: Final = (
    *("trettonde", "fjortonde", "femtonde", "sextonde", "sjuttonde", "artonde", "nittonde"),
    "tjugonde",
    *(f"tjugo{place}" for place in _PLACES[:9]),
    "trettionde",
    "trettioförsta",
)
PLACES: Final = (*_PLACES, *_LATER_PLACES)
"""The places of the days of a month, in letters: `första` to `trettioförsta`."""
_TEENS: Final = ("tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton")
_TENS: Final = ("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")
NUMERALS: Final = ("noll", "en", "ett", *_WORDS[2:], *_TEENS, *_TENS, "hundra")
"""The numbers that are written in letters without another number in them."""
NUMBERED_PARTS: Final = (
    *("kapitel", "kap", "avsnitt", "punkt", "del"),
    *("artikel", "art", "nr", "paragraf", "bilaga"),
)
"""Words before the number of a part of a document."""

_THOUSAND_WORD: Final = "tusen"
_HUNDRED: Final = 100
_LONGEST: Final = 26
_NUMBER: Final = re.compile(
    rf"""
    ([-+{MINUS}]?)
    ([0-9]{{1,3}}(?:{SPACE}[0-9]{{3}})+|[0-9]+)   # 4 093 284 or 4093284
    (?:,([0-9]+)|(\.[0-9]+))?                     # a comma, or a point that is not ours
    """,
    re.VERBOSE,
)
_THOUSANDS_POINT: Final = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_PERCENT: Final = re.compile(rf"(.*?){SPACE}?(?:%|procent)?")


def digits(n: int | Decimal) -> str:
    """Return `n` in digits: `4 093 284`, `12,5`.

    Groups of three from the right with a no-break space, from four digits up, and a decimal
    comma (Myndigheternas skrivregler, about numbers). Equal numbers print alike, so zeros
    that end the decimals are left out. `parse_number(digits(n)) == n`.

    Raises:
        ValueError: `n` is infinite or not a number.
    """
    exact = Decimal(n)
    if not exact.is_finite():
        raise ValueError(f"”{n}” är inte ett tal")
    whole, _, decimals = f"{exact:f}".lstrip("-").partition(".")
    groups = f"{int(whole):,}".replace(",", NO_BREAK_SPACE)
    decimals = decimals.rstrip("0")
    return (MINUS if exact < 0 else "") + groups + (f",{decimals}" if decimals else "")


def typed(n: int | Decimal) -> str:
    """Return `n` as it is typed into a file: `4093284`, `12,5`.

    No spaces, and a decimal comma, since a point may be one that parts thousands.
    `parse_number(typed(n)) == n` for a number as long as people write.
    """
    whole, _, decimals = f"{Decimal(n):f}".partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole},{decimals}" if decimals else whole


def in_words(n: int, gender: Gender = "en") -> str:
    """Return `n` as running text counts it: letters up to twelve, then digits.

    Språkrådet advises letters for zero to twelve in prose. `gender` is that of the thing
    counted: `en dag`, `ett år`.
    """
    if n == 1:
        return gender
    return _WORDS[n] if 0 <= n < len(_WORDS) else digits(n)


def ordinal(n: int) -> str:
    """Return the place `n` in a row, in letters up to the twelfth: `första`, `13:e`."""
    tens_and_ones = n % 100 not in {11, 12} and n % 10 in {1, 2}
    return _PLACES[n - 1] if n <= len(_PLACES) else f"{n}:{'a' if tens_and_ones else 'e'}"


def parse_words(text: str) -> int | None:
    """Return the number that `in_words` writes as `text` in letters; none for anything else."""
    if text == "ett":
        return 1
    return _WORDS.index(text) if text in _WORDS else None


def read_letters(text: str) -> int | None:
    """Return the number that anybody writes as `text`, to `hundra`; none for anything else.

    Others than we write letters beyond twelve too: `inom trettio dagar`.
    """
    if text == NUMERALS[-1]:
        return _HUNDRED
    tens = next((tens for tens in _TENS if text.startswith(tens)), "")
    if not tens:
        return _TEENS.index(text) + 13 if text in _TEENS else parse_words(text)
    ones = parse_words(text.removeprefix(tens)) if text != tens else 0
    if ones is None or ones > 9 or text.endswith("noll"):
        return None
    return 10 * (_TENS.index(tens) + 2) + ones


def read_letters_of_sum(text: str) -> int | None:
    """Return the number below a million that letters of a sum say; none for anything else.

    `sjuhundrafyrtiotusen (740 000) kronor`
    """
    thousands, tusen, rest = text.partition(_THOUSAND_WORD)
    if not tusen:
        return _below_thousand(text)
    whole = _below_thousand(thousands or "ett")
    part = _below_thousand(rest) if rest else 0
    return None if not whole or part is None else 1000 * whole + part


def _below_thousand(text: str) -> int | None:
    hundreds, hundra, rest = text.partition(NUMERALS[-1])
    if not hundra:
        return read_letters(text)
    whole = read_letters(hundreds or "ett")
    part = read_letters(rest) if rest else 0
    small = whole and whole <= 9 and part is not None and part < _HUNDRED
    return _HUNDRED * (whole or 0) + (part or 0) if small else None


def percent_words(x: int | Decimal) -> str:
    """Return `80 procent`, the form of running text (Språkrådet, Frågelådan)."""
    return f"{digits(x)}{NO_BREAK_SPACE}procent"


def percent_sign(x: int | Decimal) -> str:
    """Return `80 %`, the form of tables, with a no-break space (Språkrådet, Frågelådan)."""
    return f"{digits(x)}{NO_BREAK_SPACE}%"


def parse_number(text: str) -> Decimal:
    """Return the number that a person typed: `4 093 284`, `4093284`, `12,5`, `12.5`.

    A comma is a decimal comma. A point is one too, as YAML has it. Either may be meant to part
    thousands, as in `4.093` or `12,500`: that is refused rather than guessed.

    Raises:
        ValueError: `text` is not one number, or longer than a number people write.
    """
    typed = text.strip()
    match = _NUMBER.fullmatch(typed) if len(typed) <= _LONGEST else None
    if not match or _may_be_thousands(typed.lstrip(f"-+{MINUS}"), match[3] or ""):
        raise ValueError(
            f"”{_short(typed)}” är inte ett tal; skriv till exempel 4 093 284 eller 12,5"
        )
    minus, whole, decimals, point = match.groups()
    magnitude = Decimal(re.sub(SPACE, "", whole) + (point or f".{decimals or 0}"))
    return -magnitude if minus in ("-", MINUS) else magnitude


def _may_be_thousands(typed: str, decimals: str) -> bool:
    """Return whether a person may mean thousands by the point or comma of a number.

    Three decimals after a comma that end in nothing say no more than two would, so nobody
    types them as decimals; a spreadsheet in English has `12,500` for twelve thousand.
    """
    after_comma = len(decimals) == 3 and decimals.endswith("0")
    return after_comma or bool(_THOUSANDS_POINT.fullmatch(typed))


def parse_whole(text: str) -> int:
    """Return the whole number that a person typed.

    Raises:
        ValueError: `text` is not a number, or not a whole one.
    """
    number = parse_number(text)
    if number != int(number):
        raise ValueError(f"”{text.strip()}” är inte ett heltal; skriv till exempel 12")
    return int(number)


def parse_percent(text: str) -> Decimal:
    """Return the number of per cent that a person typed: `80 %`, `80 procent` or `80`.

    `parse_percent(percent_words(x)) == x == parse_percent(percent_sign(x))`.

    Raises:
        ValueError: `text` is not a percentage.
    """
    match = _PERCENT.fullmatch(text.strip())
    try:
        return parse_number(match[1] if match else text)
    except ValueError:
        message = f"”{_short(text.strip())}” är inte en procentsats; skriv till exempel 80 %"
        raise ValueError(message) from None


def _short(typed: str) -> str:
    return typed if len(typed) <= _LONGEST else f"{typed[:_LONGEST]}…"
