"""Counted numbers as Word writes them (ECMA-376 part 1, 17.18.59)."""

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LARGEST_ROMAN = 3999
_ALPHABET = 26
_MOST_LETTERS = 30
"""Of one number; Word goes on repeating the letter for ever."""


def written(value: int, form: str) -> str:
    """Return `value` in the format `form`; in digits where that has no words or signs for it."""
    match form:
        case "none":
            return ""
        case "upperRoman":
            return roman(value)
        case "lowerRoman":
            return roman(value).lower()
        case "upperLetter":
            return letters(value).upper()
        case "lowerLetter":
            return letters(value)
        case "decimalZero":
            return f"{value:02d}"
        case "ordinal":
            return f"{value}:{'a' if value % 10 in {1, 2} and value % 100 not in {11, 12} else 'e'}"
        case "numberInDash":
            return f"- {value} -"
        case _:
            return str(value)


def roman(value: int) -> str:
    """Return `value` in Roman capitals; in digits outside 1–3999."""
    if not 0 < value <= _LARGEST_ROMAN:
        return str(value)
    result = ""
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        result += sign * times
    return result


def letters(value: int) -> str:
    """Return `a` for 1, `z` for 26, `aa` for 27, `bb` for 28, as Word counts with letters."""
    times, place = divmod(value - 1, _ALPHABET)
    if value < 1 or times >= _MOST_LETTERS:
        return str(value)
    return chr(ord("a") + place) * (times + 1)
