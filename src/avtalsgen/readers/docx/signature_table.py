"""Where the parties sign in a Word file of this program's own, told by the styles."""

from collections.abc import Iterator, Sequence

from lxml import etree

from avtalsgen.model.nodes import Signatory, Signatures
from avtalsgen.ooxml.names import W
from avtalsgen.readers.docx.formats.styles import Styles
from avtalsgen.readers.docx.formats.values import value
from avtalsgen.readers.docx.own import ROLE, SIGN_LINE
from avtalsgen.readers.recognise.line import Line, content
from avtalsgen.readers.recognise.page_words import PageWords
from avtalsgen.readers.recognise.signatures import name_and_title

_LABELS = {ROLE, SIGN_LINE}
Styled = tuple[str, Line]
"""A line, and the name of its style."""


def is_signatures(table: etree._Element, styles: Styles) -> bool:
    """Return whether a table is where the parties sign: it begins with the role of one."""
    first = next(table.iter(f"{W}p"), None)
    return first is not None and styles.paragraph(value(first, "pPr/pStyle")).name == ROLE


def signatures(cells: Sequence[Sequence[Styled]], words: PageWords) -> Signatures:
    """Return the parties that sign, one for each cell; on paper if there is a line to sign on."""
    signatories = tuple(party for cell in cells for party in _parties(cell, words))
    on_paper = any(each.lines for each in signatories)
    return Signatures("papper" if on_paper else "e-signering", signatories)


def _parties(cell: Sequence[Styled], words: PageWords) -> Iterator[Signatory]:
    """Yield the party of a cell; nothing of one that only fills its row."""
    said = [(style, line) for style, line in cell if line.text.strip()]
    if not said:
        return
    role = " ".join(line.text for style, line in said if style == ROLE)
    lines = tuple(line.text for style, line in said if style == SIGN_LINE)
    signed = next((place for place, (style, _) in enumerate(said) if style == SIGN_LINE), len(said))
    above = [content(line) for style, line in said[:signed] if style not in _LABELS]
    below = [content(line) for style, line in said[signed:] if style not in _LABELS]
    organisation, *rest = [*above, *below] or [()]
    name, title = name_and_title(rest, words)
    yield Signatory(words.party_of(role), role, organisation, lines, name, title)
