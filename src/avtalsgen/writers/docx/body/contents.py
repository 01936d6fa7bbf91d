"""The table of contents, filled in: a field that Word can update and nobody has to."""

from collections.abc import Mapping
from itertools import pairwise

from avtalsgen.model import metrics
from avtalsgen.model.nodes import Contents, Document, Section
from avtalsgen.model.plain import text
from avtalsgen.model.walk import sections
from avtalsgen.ooxml.elements import Element, run, t, w
from avtalsgen.ooxml.fields import begin, end, field
from avtalsgen.ooxml.paragraphs import paragraph, put
from avtalsgen.ooxml.units import twips_of_mm
from avtalsgen.writers.docx.body.inline import letters
from avtalsgen.writers.docx.body.surroundings import Surroundings
from avtalsgen.writers.docx.styling import style_names as names

_UNKNOWN_PAGE = "–"
_FIRST_MARK = 100_000_001


def marks(document: Document) -> dict[str, str]:
    """Return the bookmark that the contents leads to for the anchor of every section shown.

    They are named as Word names them, since it makes new ones when it updates the field.
    """
    if not document.contents:
        return {}
    shown = (own.anchor for own in sections(document) if _shown(own, document.contents))
    return {anchor: f"_Toc{number}" for number, anchor in enumerate(shown, start=_FIRST_MARK)}


def contents(
    document: Document, marks: Mapping[str, str], pages: Mapping[str, int], around: Surroundings
) -> list[Element]:
    """Return the heading and entries of the contents; nothing where there is none to show.

    A page that is not known is written as a dash; a page that is made up would be believed.
    """
    if not document.contents or not marks:
        return []
    heading = run(t(document.contents.heading))
    shown = [section for section in sections(document) if section.anchor in marks]
    entries = [
        _entry(section, marks[section.anchor], pages.get(section.anchor), around)
        for section in shown
    ]
    for (section, after), entry in zip(pairwise(shown), entries, strict=False):
        if after.level > section.level:
            put(entry, "keepNext")
    depth = min(document.contents.depth, names.LEVELS)
    _surround(entries, rf'TOC \o "1-{depth}" \h \z \u')
    return [paragraph(around.styles[names.CONTENTS_HEADING], heading), *entries]


def _shown(section: Section, contents: Contents) -> bool:
    return bool(section.heading) and section.level <= contents.depth


def _entry(section: Section, mark: str, page: int | None, around: Surroundings) -> Element:
    number = (run(t(section.number)), run(w("tab"))) if section.number else ()
    words = letters(" ".join(text(section.heading).split("\n")))
    shown = field(rf"PAGEREF {mark} \h", str(page or _UNKNOWN_PAGE))
    link = w("hyperlink", *number, *words, run(w("tab")), *shown, anchor=mark, history=1)
    entry = paragraph(around.styles[names.contents(section.level)], link)
    if number:
        # The style has no place for a number: a short heading without one would stop there
        # instead of at the page. Word does the same when it updates the field.
        step = twips_of_mm(metrics.CONTENTS_INDENT_MM)
        put(entry, "ind", left=step * min(section.level, names.LEVELS), hanging=step)
    return entry


def _surround(entries: list[Element], instruction: str) -> None:
    """Make all entries the result of one field."""
    for place, element in enumerate(begin(instruction), start=1):
        entries[0].insert(place, element)
    entries[-1].append(end())
