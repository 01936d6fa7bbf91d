"""The SHA-256 of a file."""

import re

from avtalsgen.clauses.fact_types.fact_type import FactType


def _parse(text: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        raise ValueError("en kontrollsumma har 64 tecken av 0–9 och a–f")
    return text


DIGEST = FactType(
    "sha256",
    "en kontrollsumma",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    _parse,
    str,
    {"type": "string", "pattern": "^[0-9a-f]{64}$"},
)
