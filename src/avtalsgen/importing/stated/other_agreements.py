"""What a document says of another agreement than itself, by what kind that is."""

import re
from typing import Final

_COMPOUND: Final = re.compile(
    r"""
    \b (?! till | upp | sam ) (?P<first> \w{3,} )    # hyres-, anställnings-; not tillägg, samverkan
    (?: avtal | kontrakt | överenskommelse ) (?: et | en )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_STEM: Final = 3
"""Letters that a word has in common with its compounds: `hyra`, `hyresavtal`."""


def names_compound(text: str, title: str) -> bool:
    """Return whether a text is of a kind of agreement that the title does not name: `Hyresavtalet`.

    What the title is about makes no other: `Avtal om drift`, `driftavtalet`.
    """
    compounds = (each["first"].casefold() for each in _COMPOUND.finditer(text))
    return any(first[:_STEM] not in title.casefold() for first in compounds)
