"""Fields in a text: their code is not shown, their result is (ECMA-376 part 1, 17.16.18)."""

import re
from dataclasses import field

from avtalsgen.records import dataclass

_ADDRESS = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"?(?P<address>[^"\s\\]+)"?', re.IGNORECASE)
_DEPTH = re.compile(r'\\o\s+"?\d-(?P<depth>\d)"?')
PAGE, OF_PAGES = "\ue000", "\ue001"
"""What stands for the number of a page, and of all, while heads and feet are read. They are
private characters, and no text has any left."""
_PAGES = {"PAGE": PAGE, "NUMPAGES": OF_PAGES, "SECTIONPAGES": OF_PAGES}
_DEEPEST = 50


@dataclass(slots=True)
class _Field:
    code: list[str] = field(default_factory=list)
    shows: bool = False

    @property
    def name(self) -> str:
        words = "".join(self.code).split()
        return words[0].upper() if words else ""


class Fields:
    """The fields that are open where a text is read; one may go on over many paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._skipped = 0

    def begin(self) -> None:
        """Open a field; its code comes next."""
        if len(self._open) < _DEEPEST:
            self._open.append(_Field())
        else:
            self._skipped += 1

    def code(self, text: str) -> None:
        """Add to the code of the innermost field."""
        if self._open and not self._open[-1].shows:
            self._open[-1].code.append(text)

    def separate(self) -> None:
        """Begin the result of the innermost field."""
        if self._open and not self._skipped:
            self._open[-1].shows = True

    def silence(self) -> None:
        """Leave out the rest of the result of the innermost field."""
        if self._open:
            self._open[-1].shows = False

    def end(self) -> None:
        """Close the innermost field."""
        if self._skipped:
            self._skipped -= 1
        elif self._open:
            self._open.pop()

    @property
    def showing(self) -> bool:
        """Return whether what is read now is shown: text, or the result of every open field."""
        return not self._open or (not self._skipped and all(own.shows for own in self._open))

    @property
    def address(self) -> str:
        """Return where the innermost link leads that is a field."""
        for open_field in reversed(self._open):
            match_ = (
                _ADDRESS.search("".join(open_field.code))
                if open_field.name == "HYPERLINK"
                else None
            )
            if match_ and open_field.shows:
                return match_["address"]
        return ""

    @property
    def contents_depth(self) -> int:
        """Return how deep the contents go that are being read; 0 outside of any."""
        for open_field in self._open:
            if open_field.name == "TOC":
                match_ = _DEPTH.search("".join(open_field.code))
                return int(match_["depth"]) if match_ else _DEEPEST_CONTENTS
        return 0

    @property
    def page(self) -> str:
        """Return what stands for a number of pages that is being read; nothing for others."""
        return _PAGES.get(self._open[-1].name, "") if self._open else ""


_DEEPEST_CONTENTS = 3
"""What Word shows if the code does not say it."""
