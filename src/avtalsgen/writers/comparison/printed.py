"""The document with every difference marked, as it is printed: a summary first, then the whole.

Set by the PDF writer, which knows how the marks look; the summary says it in words.
"""

from collections.abc import Iterator
from dataclasses import replace

from avtalsgen.model.comparison import Comparison
from avtalsgen.model.nodes import (
    Aside,
    Block,
    Deleted,
    Document,
    Inserted,
    Paragraph,
    Running,
    Section,
    Table,
    Text,
)
from avtalsgen.model.redline import Redline
from avtalsgen.writers.comparison.report import KICKER, first_page

_ASIDES = {
    "header": "Sidhuvud",
    "footer": "Sidfot",
    "footnote": "Fotnot",
    "endnote": "Slutnot",
    "textbox": "Textruta",
    "comment": "Kommentar",
}
_ANCHOR = "jamforelse"
"""How the anchors of what is added begin."""
_MOST_ROWS = 12
"""How many rows of the table of changes go on one page with the rest of the summary."""


def printed(redline: Redline, comparison: Comparison, *, duties: bool = False) -> Document:
    """Return the document of `redline` with a summary before it and a head that says what it is.

    What stands beside the body of a file (page heads, notes) comes last, under headings of its
    own, as pages of ours have no place for that of another document. Nobody signs it, and it is
    no draft. It has no table of contents, so that what matters most is on the page below the cover;
    a PDF has its outline beside the pages.
    """
    document = redline.document
    *first, numbers = first_page(comparison, duties=duties, brief=True)
    blocks = tuple(_kept_short(block) for block in numbers.blocks)
    before = (
        *(replace(section, anchor=f"{_ANCHOR}-{section.anchor}") for section in first),
        replace(numbers, anchor=f"{_ANCHOR}-sammanfattning", blocks=(*blocks, _legend())),
    )
    return replace(
        document,
        identity=replace(document.identity, title=f"{KICKER}: {document.identity.title}"),
        cover=replace(
            document.cover, kicker=" – ".join(filter(None, (KICKER, document.cover.kicker)))
        ),
        sections=(*before, *document.sections, *_asides(document)),
        running=Running(
            KICKER,
            document.running.right,
            f"Förut {comparison.old.source}, nu {comparison.new.source}",
        ),
        contents=None,
        draft=False,
        asides=(),
    )


def _kept_short(block: Block) -> Block:
    """Return `block`; a table that would take more than the page is told of instead."""
    if not isinstance(block, Table) or len(block.rows) <= _MOST_ROWS:
        return block
    words = (
        f"Sakinnehållet ändras på {len(block.rows)} ställen. De är markerade i texten, och "
        "räknas upp med förklaringar i jämförelsen som webbsida eller Markdown."
    )
    return Paragraph((Text(words),))


def _legend() -> Block:
    return Paragraph(
        (
            Text("Så läses det: "),
            Inserted((Text("tillagd text är understruken"),)),
            Text(", "),
            Deleted((Text("borttagen text är genomstruken"),)),
            Text(
                " och flyttad text är genomstruken där den stod och dubbelt understruken där den "
                "står. Ett streck i marginalen visar var något är ändrat, och orden bredvid vart "
                "text har flyttats."
            ),
        )
    )


def _asides(document: Document) -> Iterator[Section]:
    if not document.asides:
        return
    below = tuple(
        _aside(aside, f"{_ANCHOR}-{place}") for place, aside in enumerate(document.asides, start=1)
    )
    yield Section(f"{_ANCHOR}-bredvid", (Text("Vid sidan av texten"),), 1, sections=below)


def _aside(aside: Aside, anchor: str) -> Section:
    name = f"{_ASIDES[aside.part]} {aside.name}".rstrip()
    return Section(anchor, (Text(name),), 2, blocks=aside.blocks, revision=aside.revision)
