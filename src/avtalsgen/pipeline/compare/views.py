"""A comparison as files: page, report, printed redline and Word redline."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from avtalsgen.compare.align.alignment import Alignment
from avtalsgen.model.comparison import Comparison, Weight
from avtalsgen.model.nodes import Document
from avtalsgen.pipeline.output.views import Content, View, chosen
from avtalsgen.pipeline.workspace.document_argument import Opened
from avtalsgen.pipeline.workspace.house import House
from avtalsgen.problems import Problem, Severity
from avtalsgen.records import dataclass

if TYPE_CHECKING:
    from avtalsgen.pipeline.build.inside import Inside

Earlier = Literal["keep", "accept", "reject", "marked"]
"""What becomes of changes that a Word file has already: as a reader has it, or kept in Word, where
they have a place, and else read as done."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The two documents as they were opened, and the one alignment that every view draws."""

    old: Opened
    new: Opened
    body: Alignment
    tracked: Earlier = "keep"
    """What becomes of changes that the files have tracked already."""


@dataclass(frozen=True, slots=True)
class ComparisonShown:
    """What the files show, and who is said to have made the changes, and when."""

    compared: Callable[[], Comparison]
    """What differs; a Word redline never asks, and so does not wait for it."""
    documents: Pair
    house: House
    author: str
    moment: str
    only: Weight | None = None
    duties: bool = False
    """Who must do what is shown too."""

    @property
    def comparison(self) -> Comparison:
        """What differs, worked out when first asked."""
        return self.compared()


def contents(shown: ComparisonShown, formats: Iterable[str]) -> Mapping[str, Content]:
    """Return each of `formats`, with what is to be told of it.

    Raises:
        AvtalsgenError: VY01 one of `formats` is none; a format cannot hold the documents, or no
            Word redline of them is proven.
    """
    pair = shown.documents
    shown = replace(shown, house=shown.house.of(pair.new.document, pair.old.document))
    return {name: chosen(VIEWS, name).write(shown) for name in formats}


# Each view loads what it is made with when it is asked for: a Word redline needs no writer.


def _html(shown: ComparisonShown) -> Content:
    from avtalsgen.writers.comparison.html import to_html

    return Content(to_html(shown.comparison, shown.house.profile, duties=shown.duties))


def _markdown(shown: ComparisonShown) -> Content:
    from avtalsgen.writers import WRITERS
    from avtalsgen.writers.comparison.report import report
    from avtalsgen.writers.render import Render

    document = report(shown.comparison, shown.only, duties=shown.duties)
    return Content(WRITERS["md"].write(document, Render(shown.house.profile)))


def _pdf(shown: ComparisonShown) -> Content:
    from avtalsgen.compare.marks.node_redline import redline
    from avtalsgen.writers.comparison.printed import printed
    from avtalsgen.writers.pdf import set_pages

    pair = shown.documents
    marked = redline(pair.old.document, pair.new.document, pair.body)
    pages = printed(marked, shown.comparison, duties=shown.duties)
    pdf, _ = set_pages(pages, shown.house.profile, to_sign=False)
    return Content(pdf, (_WHOLE_LINES,) if marked.coarser else ())


def _docx(shown: ComparisonShown) -> Content:
    """Return a Word redline: of the two files themselves if both are Word's, else as we write."""
    from avtalsgen.redline import Options, word_redline

    old, new = shown.documents.old, shown.documents.new
    files = (_word_file(old), _word_file(new))
    ours = (written_as(opened.document, "docx", shown.house) for opened in (old, new))
    before, after = files if all(files) else ours
    options = Options(
        shown.author, shown.moment, settled(shown.documents.tracked), shown.documents.body
    )
    made = word_redline(before, after, options)
    listed = tuple(Problem("JF21", each.message, severity=Severity.STYLE) for each in made.listed)
    coarser = () if made.by_sections else (_COARSER,)
    return Content(made.docx, (*made.problems, *coarser, *listed), made.changes, made.moves)


_WHOLE_LINES = Problem(
    "JF12",
    "ändringarna i PDF:en är märkta rad för rad, och kan vara fler än i de andra vyerna",
    severity=Severity.STYLE,
    hint="läs jämförelsen med --format html",
)
_COARSER = Problem(
    "JF11",
    "texten i en av filerna går inte att följa rad för rad; ändringarna i Wordfilen är märkta "
    "stycke för stycke, och kan vara andra än i de andra vyerna",
    severity=Severity.STYLE,
    hint="ge styckena rubrikformat i Word, eller läs jämförelsen med --format html",
)


def settled(tracked: Earlier) -> Literal["accept", "reject", "keep"]:
    """Return what becomes of changes in the files; those that are read as marks are kept so."""
    return "keep" if tracked == "marked" else tracked


def _word_file(opened: Opened) -> bytes:
    data = opened.data
    return data if data and data.startswith(b"PK") else b""


def written_as(document: Document, form: str, house: House, held: "Inside | None" = None) -> bytes:
    """Return a document as we write it in `form`; `held` is what its PDF holds too.

    Raises:
        AvtalsgenError: the form cannot hold the document.
    """
    from avtalsgen.pipeline.build.build import write
    from avtalsgen.pipeline.build.inside import NOTHING
    from avtalsgen.writers.render import Render

    render = Render(house.profile, house.shell() if form == "docx" else b"")
    return write(document, render, (form,), held or NOTHING)[form]


VIEWS: Mapping[str, View[ComparisonShown]] = MappingProxyType(
    {
        "html": View("webbsida", ".html", _html),
        "docx": View("Word", ".docx", _docx, readable=False),
        "pdf": View("PDF", ".pdf", _pdf, readable=False),
        "md": View("Markdown", ".md", _markdown),
    }
)
"""The forms of a comparison that are files, by the name they have on the command line."""
