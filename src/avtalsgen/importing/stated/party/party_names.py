"""The name of a party where a text has it."""

import re
from collections.abc import Sequence
from typing import Final

from avtalsgen.records import dataclass

Forms = Sequence[tuple[re.Pattern[str], str]]
MOST_WORDS: Final = 6
"""Of the name of a party: `Ledsagarna i Väst ekonomisk förening`."""
NAME: Final = re.compile(
    r"""
    [A-ZÅÄÖ][\w&-]*
    (?:
      [ ] (?:(?:i|och|&|av|för|på)[ ])?
      (?:
          kommuns?\b | regions?\b | \w*(?:nämnden|förvaltningen|styrelsen|kontoret)\b
        | [A-ZÅÄÖ][\w&-]*
      )
    )*
    """,
    re.VERBOSE,
)
"""A name somewhere in a sentence."""
_BEHIND_NAME: Final = re.compile(
    r"""
      , | \n | [(] | [ ]genom[ ] | [ ]?\b\d{6}-\d{4}
    | [ ](?:org(?:anisations)?\.?[ -]?n(?:r|ummer)) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What stands behind a name: its number, whom it acts through."""


@dataclass(frozen=True, slots=True)
class Party:
    """A party where a text names it."""

    role: str
    name: str
    place: str
    called: str = ""
    """By what word the rest of the text means it."""
    asks: bool = False
    """It is asked for, also if the register knows it."""


def whole_name(text: str, forms: Forms = ()) -> str:
    """Return all that stands between `mellan` or `och` and a comma, if that is a name.

    It may end with a form of organisation that is shortened: `Ljus och värme ek. för.`
    """
    name = " ".join(_BEHIND_NAME.split(text)[0].split())
    last = next((form[0] for short, _ in forms for form in short.finditer(name)), "")
    ended = name[-1:].isalnum() or (last and name.endswith(last))
    return name if name[:1].isupper() and len(name.split()) <= MOST_WORDS and ended else ""
