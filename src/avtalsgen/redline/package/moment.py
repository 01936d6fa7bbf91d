"""When the changes of a redline are said to have been made, without a clock."""

import re
from typing import Final

from avtalsgen.ooxml.intake.untrusted import UnfitError
from avtalsgen.ooxml.package import Package

_CORE: Final = "docProps/core.xml"
_TERMS: Final = "{http://purl.org/dc/terms/}"
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_UNKNOWN: Final = "2000-01-01T00:00:00Z"
"""A file that does not say. The schema asks for a moment where something moved (CT_MoveBookmark,
ECMA-376 part 1, 17.13.5.24), and Word for the same moment in all of a move."""


def moment_of(package: Package) -> str:
    """Return when `package` says that it was saved last, or first, in UTC (ISO 8601)."""
    if _CORE not in package:
        return _UNKNOWN
    try:
        root = package.tree(_CORE)
    except UnfitError:
        return _UNKNOWN  # what a file says of itself may be broken where its text is not
    said = (root.findtext(f"{_TERMS}{name}", "").strip() for name in ("modified", "created"))
    return next((moment for moment in said if _MOMENT.fullmatch(moment)), _UNKNOWN)
