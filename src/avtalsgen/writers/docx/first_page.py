"""The number of the first page of a letter, at its foot as at the foot of the others."""

from collections.abc import Mapping
from copy import deepcopy

from docx.document import Document as WordFile

from avtalsgen.ooxml.elements import Element, run, w
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.paragraphs import put
from avtalsgen.ooxml.text import SIGNS, TAB
from avtalsgen.writers.docx.styling import style_names as names


def number_first_page(file: WordFile, styles: Mapping[str, str], text_width: int) -> None:
    """Put the page number of the running foot at the foot of the first page, if both are there.

    It ends the last line of the address, or stands alone where there is none.
    """
    section = file.sections[-1]
    numbered = _numbered(section.footer._element)
    first = section.first_page_footer._element
    if numbered is None:
        return
    lines = first.findall(W + "p")
    if not lines:
        lines = [w("p", w("pPr", w("pStyle", val=styles[names.FOOTER])))]
        first.append(lines[0])
    line = lines[-1]
    if line.find(W + "pPr") is None:
        line.insert(0, w("pPr"))
    put(line, "tabs").append(w("tab", val="right", pos=text_width))
    line.extend([run(w("tab")), *map(deepcopy, numbered)])


def _numbered(foot: Element) -> list[Element] | None:
    """Return the runs of the number of the page, after the tab that parts them from the foot."""
    for line in foot.iter(W + "p"):
        runs = line.findall(W + "r")
        tabs = [place for place, own in enumerate(runs) if _tabs(own)]
        if tabs and any(" PAGE " in (own.text or "") for own in line.iter(W + "instrText")):
            return list(runs[tabs[-1] + 1 :])
    return None


def _tabs(in_run: Element) -> bool:
    return any(SIGNS.get(str(node.tag)) == TAB for node in in_run)
