"""The number of a company or an association: ten digits, of which the last checks the others."""

import re

from avtalsgen.clauses.fact_types.fact_type import FactType

_FORM = re.compile(r"(?:16)?(\d{6})-?(\d{4})")
_DOUBLED = (2, 1)
"""What each digit counts, from the first: Luhn's way (SS 14 03 90 has it too)."""


def _parse(text: str) -> str:
    match = _FORM.fullmatch(text)
    if match is None:
        raise ValueError("ett organisationsnummer har tio siffror, som 559999-0008")
    digits = match[1] + match[2]
    if _sum(digits) % 10:
        raise ValueError(f"”{text}” är inget organisationsnummer: kontrollsiffran stämmer inte")
    return f"{match[1]}-{match[2]}"


def _sum(digits: str) -> int:
    products = (int(digit) * _DOUBLED[place % 2] for place, digit in enumerate(digits))
    return sum(product // 10 + product % 10 for product in products)


ORGANISATION_NUMBER = FactType(
    "organisationsnummer",
    "ett organisationsnummer",
    "559999-0008",
    _parse,
    str,
    {"type": "string", "pattern": "^(16)?[0-9]{6}-?[0-9]{4}$"},
)
