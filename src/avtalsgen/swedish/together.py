"""What may not be parted at the end of a line: a sum, a number and its unit, a law and its §."""

import re
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


def together(text: str) -> str:
    """Return `text` with spaces that do not break where a line may not end, as long as it was.

    Laws: it says the same; of its own answer it is the same.
    """
    return _APART.sub(lambda match: match[0].replace(" ", NO_BREAK_SPACE), text)
