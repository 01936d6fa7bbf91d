"""The smallest pieces of a text that are ever marked as changed.

A number with its thousands, a date, a percentage, a reference to a statute and an address are
one piece each, so that no one reads `4 1̶0̶0̶ 093 284`. Every space and mark is a piece by itself.
"""

import re
from typing import Final

from avtalsgen.swedish.dates import MONTHS
from avtalsgen.swedish.typography import SPACE

_DASH: Final = "[-\N{NON-BREAKING HYPHEN}\N{EN DASH}]"
_SECTION: Final = rf"[0-9]{{1,4}}(?:{SPACE}?[a-z](?![\w]))?"
_SECTIONS: Final = rf"{_SECTION}(?:{_DASH}{_SECTION})?"
_LETTER: Final = r"[\w\u0300-\u036f\u00ad]"
_END_OF_NUMBER: Final = rf"(?!{_LETTER})"

_ADDRESSES: Final = (
    r"(?:[Hh][Tt][Tt][Pp][Ss]?://|[Ww][Ww][Ww]\.)[^\s<>\"”“’()\[\]{}|]*[^\s<>\"”“’()\[\]{}|.,:;!?]",
    r"[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}",
)
_FROM_A_DIGIT: Final = (
    rf"(?:[0-9]{{1,3}}(?:{SPACE}[a-z])?{SPACE}kap\.{SPACE})?{_SECTIONS}{SPACE}§§?",
    rf"[0-9]{{4}}{_DASH}[0-9]{{2}}{_DASH}[0-9]{{2}}{_END_OF_NUMBER}",
    rf"[0-9]{{1,2}}{SPACE}(?:{'|'.join(MONTHS)})(?:{SPACE}[0-9]{{4}})?{_END_OF_NUMBER}",
    rf"[0-9]{{1,3}}(?:{SPACE}[0-9]{{3}})+(?![0-9])(?:,[0-9]+)?(?:{SPACE}?%|{_END_OF_NUMBER})",
    rf"[0-9]+(?:[.,:/][0-9]+)*(?:{SPACE}?%|(?::[ae])?{_END_OF_NUMBER})",
)
_OTHERS: Final = (
    rf"§§?{SPACE}{_SECTIONS}{_END_OF_NUMBER}",
    # A statute (SOSFS 2011:9, HSLF-FS 2016:40) or a diarienummer (SON 2019-755).
    rf"[A-ZÅÄÖ]{{2,6}}(?:-FS)?{SPACE}[0-9]{{4}}[:-][0-9]{{1,6}}(?![-\w])",
    rf"{_LETTER}+(?:[-\N{{NON-BREAKING HYPHEN}}’']{_LETTER}+)*"
    rf"(?::[a-zåäö]{{1,3}}{_END_OF_NUMBER})?",
)
_TOKEN: Final = re.compile(
    "|".join((*_ADDRESSES, rf"(?=[0-9])(?:{'|'.join(_FROM_A_DIGIT)})", *_OTHERS, ".")), re.DOTALL
)


def tokens(text: str) -> tuple[str, ...]:
    """Return the pieces of `text`, in time that grows as its length.

    Law: joined, they are `text`. No token is empty; only numbers, dates and references hold
    a space, and never at an end.
    """
    return tuple(_TOKEN.findall(text))
