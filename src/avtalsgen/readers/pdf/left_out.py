"""What is told of the letters of a PDF that are not read: how many, where and why (PF09)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from avtalsgen.problems import Problem, Severity
from avtalsgen.readers.pdf.drawn.drawn_rows import rows
from avtalsgen.readers.pdf.drawn.glyph import PageGlyphs
from avtalsgen.readers.rows.row import Row
from avtalsgen.source import Origin

_HINT = "läs dem i filen; betyder de något, be om filen som Wordfil"


def undrawn(pages: Sequence[PageGlyphs], source: str) -> Iterator[Problem]:
    """Yield a problem for letters that lean, for those without a meaning, and for broken pages."""
    numbered = list(enumerate(pages, start=1))
    leaning = {page: content.leaning for page, content in numbered if content.leaning}
    unknown = {page: content.unknown for page, content in numbered if content.unknown}
    if leaning:
        yield _problem("som står snett, som en stämpel tvärs över sidan", leaning, source)
    if unknown:
        yield _problem("som filen inte säger vilka de är", unknown, source)
    for page, content in numbered:
        if content.broken:
            message = f"sidan {page} är trasig och är inte med"
            hint = "hämta filen på nytt, eller be om den som Wordfil"
            yield Problem("PF09", message, Severity.WARNING, Origin(source, page), hint)


def decorations(
    pages: Sequence[PageGlyphs], known: Sequence[Row], source: str
) -> Iterator[Problem]:
    """Yield a problem for letters marked as artifacts that stand in the text of a page.

    Those that are `known`, as running heads are, or are drawn on several pages, as the head of a
    table is, are no loss.
    """
    only = (
        replace(
            content,
            glyphs=tuple(each for each in content.glyphs if each.artifact and each.text.isalnum()),
        )
        for content in pages
    )
    drawn = rows(only)
    times = Counter(row.text for row in drawn)
    said: dict[int, str] = {}
    for row in known:
        said[row.page] = said.get(row.page, "") + _squeezed(row.text)
    lost = Counter[int]()
    for row in drawn:
        if times[row.text] == 1 and _squeezed(row.text) not in said.get(row.page, ""):
            lost[row.page] += len(_squeezed(row.text))
    if lost:
        yield _problem("som filen säger är utsmyckning", lost, source)


def _problem(why: str, lost: Mapping[int, int], source: str) -> Problem:
    where = ", ".join(_places(sorted(lost.items())))
    message = f"{sum(lost.values())} tecken {why} är inte med ({where})"
    return Problem("PF09", message, Severity.WARNING, Origin(source, min(lost)), _HINT)


def _places(lost: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield `sida 3: 6`, and for pages in a row with as many letters each `sida 3–9: 6 var`."""
    runs = groupby(enumerate(lost), lambda numbered: (numbered[1][0] - numbered[0], numbered[1][1]))
    for (_, count), run in runs:
        pages = [page for _, (page, _) in run]
        if len(pages) == 1:
            yield f"sidan {pages[0]}: {count}"
        else:
            yield f"sidorna {pages[0]}–{pages[-1]}: {count} var"


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text))
