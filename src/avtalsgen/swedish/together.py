"""What may not be parted at the end of a line: a sum, a number and its unit, an interval, a dnr."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from avtalsgen.swedish.dates import MONTHS
from avtalsgen.swedish.typography import EN_DASH, NO_BREAK_SPACE, SPACE

_UNITS: Final = (
    *("kronor", "krona", "kr", "öre", "mnkr", "mkr", "tkr", "miljoner", "miljarder"),
    *("procent", "%", "§§?", "kap[.]", "st[.]", "mom[.]", "km", "kvm", "m²", *MONTHS),
)
_LEADS: Final = ("kl", "nr", "dnr", "st", "mom")
_APART: Final = re.compile(
    rf"""
    (?<![\d,.]) \d{{1,3}} (?:{SPACE}\d{{3}})+ (?!\d)      # 20 000 000
    | (?<=\d)[ ](?=(?:{"|".join(_UNITS)})(?!\w))          # 3 procent, 11 kap., 5 §, 26 maj
    | (?<=§)[ ](?=\d)                                     # §§ 3–5
    | (?<=\d)[ ]{EN_DASH}[ ](?=\d)                        # 8 – 17
    | (?<!\w)(?:{"|".join(_LEADS)})[.]?[ ](?=[A-ZÅÄÖ]*{SPACE}?\d)      # kl. 8, dnr SON 2019-755
    | (?<!\w)[A-ZÅÄÖ]{{2,6}}(?:-[A-Z]{{2}})?[ ](?=\d{{4}}[-:/]\d)    # HSLF-FS 2017:79
    """,
    re.VERBOSE,
)

_END: Final = r"(?:[a-z](?!\w)|\d+(?:[.,:]\d+)*(?:\u00a0\d{3})*(?:[ \u00a0][a-z](?!\w))?)"
_PART: Final = r"[A-ZÅÄÖ\d]+(?:[:/][A-ZÅÄÖ\d]+)*"
_UNPARTED: Final = re.compile(
    rf"""
    (?<!\w) {_END} {EN_DASH} {_END} (?!\w)          # 2024–2026, 8.30–16, 1–3 §§, 24 a–24 f
    | (?<![\w-]) {_PART} (?: - {_PART})+ (?![\w-])   # SON-2019-755, 2026-11-30, 013-20, HSLF-FS
    """,
    re.VERBOSE,
)
_WHOLE: Final = re.compile(
    r"""
    \d{4}-\d\d-\d\d–?
    | \d+\u00a0 (?: kap\.\u00a0? | (?:[a-z]\u00a0)?§+\u00a0? )
    | \d+(?:\u00a0\d{3})*[^\u00a0]*\u00a0?
    | [^\u00a0]+\u00a0?
    | \u00a0
    """,
    re.VERBOSE,
)
"""A day, a chapter, a section, a sum in figures, its unit."""
_GROUP: Final = re.compile(r"[^ \n\u00a0]+(?:\u00a0[^ \n\u00a0]+)+")


def units_of(words: str) -> list[str]:
    """Return the parts of words that stand together, each kept whole, in a column without room.

    Law: put together they are `words`.
    """
    return _WHOLE.findall(words)


def unparted(text: str) -> Iterator[re.Match[str]]:
    """Yield what has a hyphen or a dash inside at which no line may end.

    Those are intervals, and numbers of matters, days, telephones and organisations.
    """
    if "-" in text or EN_DASH in text:
        yield from _UNPARTED.finditer(text)


def loosened(text: str, room: int) -> str:
    """Return `text` with breaks between the units of what is longer than `room` characters."""

    def parted(group: re.Match[str]) -> str:
        if len(group[0]) <= room:
            return group[0]
        *units, last = units_of(group[0])
        apart = (f"{unit[:-1]} " if unit.endswith(NO_BREAK_SPACE) else unit for unit in units)
        return "".join((*apart, last))

    return _GROUP.sub(parted, text)


@lru_cache(maxsize=4096)
def together(text: str) -> str:
    """Return `text` with spaces that do not break where a line may not end, as long as it was.

    Laws: it says the same; of its own answer it is the same.
    """
    return _APART.sub(lambda match: match[0].replace(" ", NO_BREAK_SPACE), text)
