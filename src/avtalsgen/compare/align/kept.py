"""What an alignment keeps, and whether a redline that was drawn of it keeps it too.

    alignment   Pris = Pris      Priset är 10 kr. = Priset är 10 kr.
    redline     Pris, Priset är [-10 kr.-]{+10 kr.+}
                └ kept           └ marked although both have it: a lost line

What stays in order and says the same on both sides must stand unmarked in the redline, in that
order. The words of a line are looked for, whatever stands around them.
"""

import unicodedata
from collections.abc import Iterator

from avtalsgen.compare.align.alignment import Alignment


def lost_line(alignment: Alignment, unmarked: str, whole: str | None = None) -> str:
    """Return the first line that the alignment keeps and `unmarked` does not have; "" if none.

    `unmarked` is the text of a redline that is neither inserted, deleted nor moved. A line that is
    not in `whole`, the text of the newer file where a reader may have read more than stands in
    it, is not looked for.
    """
    unmarked, place = bare(unmarked), 0
    said = None if whole is None else bare(whole)
    for line in _kept_lines(alignment):
        letters = bare(line)
        start = unmarked.find(letters, place)
        if start >= 0:
            place = start + len(letters)
        elif said is None or letters in said:
            return line
    return ""


def bare(text: str) -> str:
    """Return a text without spaces, its letters composed."""
    return "".join(unicodedata.normalize("NFC", text).split())


def _kept_lines(alignment: Alignment) -> Iterator[str]:
    """Yield headings and paragraphs that stay, are alike in words and looks, in order.

    Items and rows go along with their list or table, which may have become another.
    """
    old, new = alignment.old, alignment.new
    stay = {i for i in alignment.sections if i not in alignment.moves.elsewhere}
    heads = ((old.sections[i].heading, new.sections[alignment.sections[i]].heading) for i in stay)
    lines = (
        (old.units[match.olds[0]], new.units[match.news[0]])
        for match in alignment.staying
        if len(match.olds) == len(match.news) == 1 and old.units[match.olds[0]].section in stay
    )
    for before, now in sorted((*heads, *lines), key=lambda pair: pair[0].place):
        if before.kind == now.kind in ("heading", "paragraph") and before.cells == now.cells:
            yield before.text
