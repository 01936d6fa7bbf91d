"""An edition of an uppdrag: `stodboende@2026`. All its facts are found below the fact."""

import re

from avtalsgen.clauses.fact_types.fact_type import FactType

_NAME = r"[a-z0-9][a-z0-9-]*@[a-z0-9][a-z0-9.-]*"


def _parse(text: str) -> str:
    if not re.fullmatch(_NAME, text):
        raise ValueError(f"”{text}” är ingen utgåva av ett uppdrag")
    return text


EDITION = FactType(
    "uppdrag",
    "en utgåva av ett uppdrag",
    "stodboende@2026",
    _parse,
    str,
    {"type": "string", "pattern": f"^{_NAME}$"},
)
