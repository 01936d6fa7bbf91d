"""A year's sum divided by its months."""

from decimal import Decimal

from avtalsgen.ersattning.rounding import EXACT, half_up

MONTHS = 12


def month(year: Decimal) -> Decimal:
    """Return what is paid each month but the last: a twelfth in whole kronor.

    Never so much that the last month has less than nothing left, as it would of a few kronor.
    """
    whole_twelfths = half_up(year, Decimal(MONTHS))
    most = EXACT.divide_int(year, Decimal(MONTHS - 1))
    return min(EXACT.divide(whole_twelfths, Decimal(MONTHS)), most)


def last_month(year: Decimal) -> Decimal:
    """Return what is left of the year for its last month.

    `11 * month(year) + last_month(year) == year`, to the öre.
    """
    return EXACT.subtract(year, EXACT.multiply(month(year), MONTHS - 1))
