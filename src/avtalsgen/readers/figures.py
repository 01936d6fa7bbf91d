"""Digits that stand raised or lowered behind a digit are letters of their own: 10³ is not 103."""

from typing import Final

_DIGITS: Final = "0123456789"
_RAISED: Final = str.maketrans(_DIGITS, "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED: Final = str.maketrans(_DIGITS, "₀₁₂₃₄₅₆₇₈₉")
_BEHIND: Final = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉")


def raised(figure: str, before: str) -> str:
    """Return digits that are drawn raised, as such where the last of `before` is a digit."""
    return figure.translate(_RAISED) if _goes_on(figure, before) else figure


def lowered(figure: str, before: str) -> str:
    """Return digits that are drawn lowered, as such where the last of `before` is a digit."""
    return figure.translate(_LOWERED) if _goes_on(figure, before) else figure


def _goes_on(figure: str, before: str) -> bool:
    last = before[-1:]
    after_digit = last.isdecimal() or last in _BEHIND
    return bool(last) and after_digit and figure.isascii() and figure.isdecimal()
