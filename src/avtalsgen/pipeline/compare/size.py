"""How much two documents may say to be compared: what takes a minute or half a gigabyte is refused.

Lines are weighed against lines and words against words, so both are counted, and how long one
line is. Of what anybody has agreed on in writing, three hundred pages is much; this is 1 000 of
long paragraphs, and 560 with eighteen a page, as a cell of a table is a line too.
"""

from typing import Final

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.swedish.numbers import digits

MOST_LINES: Final = 10_000
MOST_LETTERS: Final = 3_500_000
LONGEST_LINE: Final = 100_000
_HINT: Final = "dela upp det, och jämför delarna var för sig"


def refuse_too_large(document: Document, source: str) -> None:
    """Refuse a document that says too much to be compared.

    Raises:
        AvtalsgenError: JF25 it does.
    """
    lines = letters = longest = 0
    for line in plain.lines(document):
        lines, letters, longest = lines + 1, letters + len(line), max(longest, len(line))
    counted = (
        (lines, MOST_LINES, "stycken"),
        (letters, MOST_LETTERS, "tecken"),
        (longest, LONGEST_LINE, "tecken i ett stycke"),
    )
    for number, most, what in counted:
        if number > most:
            said = f"{digits(number)} {what}, och högst {digits(most)} jämförs"
            raise AvtalsgenError([Problem("JF25", f"{source} har {said}", hint=_HINT)])
