"""Amounts of money in Swedish kronor."""

import re
from decimal import Decimal
from typing import Final

from avtalsgen.swedish.numbers import digits, parse_number
from avtalsgen.swedish.typography import NO_BREAK_SPACE, SPACE

_KRONOR: Final = re.compile(rf"(.*?){SPACE}?(?:kronor|krona|kr)?")
POWERS: Final = {
    **dict.fromkeys(("", "kr", "kr.", "krona", "kronor", "sek", ":-", "%", "procent"), 0),
    **dict.fromkeys(("tkr", "tkr.", "ksek", "tusen"), 3),
    **dict.fromkeys(("mkr", "mkr.", "mnkr", "mnkr.", "msek", "miljon", "miljoner", "milj."), 6),
    **dict.fromkeys(("mdkr", "mdkr.", "mdr", "miljard", "miljarder"), 9),
}
"""What a number counts, as a power of ten; a word that is not here is no sum that we can read."""


def kronor(x: int | Decimal) -> str:
    """Return `4 093 284 kronor`, the unit in letters as in running text.

    Number and unit are kept together by a no-break space (Myndigheternas skrivregler, about
    amounts). `parse_kronor(kronor(x)) == x` for whole kronor and ören.
    """
    return amount(x) + NO_BREAK_SPACE + ("krona" if abs(x) == 1 else "kronor")


def amount(x: int | Decimal) -> str:
    """Return the amount without its unit: `605`, or `605,50` where it has ören.

    An amount finer than an öre, such as a price per unit, keeps its decimals.
    """
    written = digits(x)
    has_one_decimal = written[-2:-1] == ","
    return f"{written}0" if has_one_decimal else written


def parse_kronor(text: str) -> Decimal:
    """Return the amount that a person typed: `4093284`, `4 093 284 kronor`, `605,50 kr`.

    Raises:
        ValueError: `text` is not an amount, or has more than two decimals as it is typed:
            `250,000` is 250 kronor to us and 250 000 to a spreadsheet in English.
    """
    match = _KRONOR.fullmatch(text.strip())
    try:
        typed = parse_number(match[1] if match else text)
    except ValueError:
        typed = None
    if typed is None or -int(typed.as_tuple().exponent) > 2:
        raise ValueError(
            f"”{text.strip()[:40]}” är inte ett belopp; skriv tusental med mellanslag och "
            "högst två decimaler, till exempel 4 093 284 kronor"
        )
    return typed
