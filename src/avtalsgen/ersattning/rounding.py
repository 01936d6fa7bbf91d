"""How a sum that has grown with an index is rounded."""

from decimal import ROUND_HALF_UP, Context, Decimal, Inexact, InvalidOperation, Overflow
from enum import StrEnum
from typing import Final

EXACT: Final = Context(prec=2000, traps=[Inexact, InvalidOperation, Overflow])
"""Sums are multiplied without losing a digit; one that would be lost is an error, not a guess."""

_ROUNDED: Final = Context(prec=2000, rounding=ROUND_HALF_UP)
_ORE: Final = Decimal("0.01")
_HUNDREDTH: Final = 100
_SHOWN: Final = Decimal("0.000001")


class Rounding(StrEnum):
    """What `ersättning.index.avrundning` may be.

    No norm says how. What the parties have not agreed on is whole kronor each year.
    """

    YEARLY = "hel_krona"
    AT_INVOICE = "vid_fakturering"
    HUNDREDS = "hundratal"
    THOUSANDS = "tusental"

    @property
    def unit(self) -> Decimal:
        """What the price of a year is a whole number of; what is finer is kept beside it."""
        match self:
            case Rounding.HUNDREDS:
                return Decimal(100)
            case Rounding.THOUSANDS:
                return Decimal(1000)
            case Rounding.YEARLY:
                return Decimal(1)
            case Rounding.AT_INVOICE:
                return _ORE

    @property
    def words(self) -> str:
        """The rule as it is told beside the sums that it has made."""
        match self:
            case Rounding.YEARLY:
                return "avrundad till hela kronor varje år"
            case Rounding.AT_INVOICE:
                return "avrundad till hela kronor först när den betalas"
            case Rounding.HUNDREDS:
                return "avrundad till hela hundratal kronor varje år"
            case Rounding.THOUSANDS:
                return "avrundad till hela tusental kronor varje år"

    def price(self, amount: Decimal) -> Decimal:
        """Return the price of a year, half a unit upwards."""
        return half_up(amount, self.unit)

    def invoiced(self, amount: Decimal) -> Decimal:
        """Return what is paid of a sum that is reckoned by what was carried.

        A price by the hour is not what is paid: the invoice is, for all its hours.
        """
        return half_up(amount, Decimal(1)) if self is Rounding.AT_INVOICE else amount

    def is_coarse(self, amount: Decimal) -> bool:
        """Return whether the unit is more than a hundredth of `amount`.

        Then it is the rounding and not the index that says what is paid.
        """
        return self.unit * _HUNDREDTH > amount

    def carried(self, unrounded: Decimal) -> Decimal:
        """Return what the next year starts from."""
        return unrounded if self is Rounding.AT_INVOICE else self.price(unrounded)


def shown(amount: Decimal) -> Decimal:
    """Return `amount` with as many decimals as a letter shows.

    A sum rounded each year never has more; one that carries its ören may after some years.
    """
    return half_up(amount, _SHOWN)


def half_up(amount: Decimal, unit: Decimal) -> Decimal:
    """Return the whole number of `unit` nearest `amount`, the greater of two as near."""
    units = _ROUNDED.divide(amount, unit).quantize(Decimal(1), context=_ROUNDED)
    return EXACT.multiply(units, unit)
