"""Words as they stand in a sentence."""

from avtalsgen.clauses.fact_types.fact_type import FactType

LONGEST = 2000
"""Characters; a fact is a part of a sentence, and what is longer is a text of its own."""


def _parse(text: str) -> str:
    if len(text) > LONGEST:
        raise ValueError(
            f"texten är {len(text)} tecken, och ett faktum är högst {LONGEST}"
            "; skriv den i en egen fil med text:"
        )
    return text


TEXT = FactType(
    "text", "en text", "text", _parse, str, {"type": ["string", "number"], "maxLength": LONGEST}
)
