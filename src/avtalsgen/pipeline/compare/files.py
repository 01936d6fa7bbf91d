"""A comparison as files: page, report, printed redline and Word redline."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from avtalsgen.compare.marks.node_redline import redline
from avtalsgen.model.comparison import Comparison, Weight
from avtalsgen.model.nodes import Document
from avtalsgen.model.profile import Profile
from avtalsgen.pipeline.build.build import write
from avtalsgen.pipeline.workspace.changes import bookmark_pairs
from avtalsgen.pipeline.workspace.document_argument import Opened
from avtalsgen.pipeline.workspace.house import House
from avtalsgen.problems import Problem, Severity
from avtalsgen.readers.reading import Tracked
from avtalsgen.writers import WRITERS
from avtalsgen.writers.comparison.html import to_html
from avtalsgen.writers.comparison.printed import printed
from avtalsgen.writers.comparison.report import report
from avtalsgen.writers.render import Render


@dataclass(frozen=True, slots=True)
class Pair:
    """The two documents as they were opened."""

    old: Opened
    new: Opened


@dataclass(frozen=True, slots=True)
class Shown:
    """What the files show, and who is said to have made the changes, and when."""

    comparison: Comparison
    documents: Pair
    author: str
    moment: str
    only: Weight | None = None
    tracked: Tracked = "accept"


def contents(
    shown: Shown, formats: Iterable[str], house: House
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Return each of `formats` as bytes, and what is to be told of them.

    Raises:
        AvtalsgenError: a format cannot hold the documents, or no Word redline of them is proven.
    """
    made: dict[str, bytes] = {}
    told: tuple[Problem, ...] = ()
    for name in formats:
        match name:
            case "html":
                made[name] = to_html(shown.comparison, house.profile)
            case "md":
                document = report(shown.comparison, shown.only)
                made[name] = WRITERS["md"].write(document, Render(house.profile))
            case "pdf":
                made[name] = _pdf(shown, house.profile)
            case _:
                made[name], told = _docx(shown, house)
    return made, told


def _pdf(shown: Shown, profile: Profile) -> bytes:
    from avtalsgen.writers.pdf import set_pages  # Typst takes time to load

    old, new = shown.documents.old.document, shown.documents.new.document
    pdf, _ = set_pages(printed(redline(old, new), shown.comparison), profile, to_sign=False)
    return pdf


def _docx(shown: Shown, house: House) -> tuple[bytes, tuple[Problem, ...]]:
    """Return a Word redline: of the two files themselves if both are Word's, else as we write."""
    from avtalsgen.redline import (  # only a Word redline waits for this room to load
        Options,
        word_redline,
    )

    old, new = shown.documents.old, shown.documents.new
    files = (_word_file(old), _word_file(new))
    before, after = files if all(files) else (_ours(old, house), _ours(new, house))
    pairs = {} if all(files) else bookmark_pairs(shown.comparison)
    options = Options(shown.author, shown.moment, _settled(shown.tracked), pairs)
    made = word_redline(before, after, options)
    listed = tuple(Problem("JF21", each.message, severity=Severity.STYLE) for each in made.listed)
    return made.docx, (*made.problems, *listed)


def _settled(tracked: Tracked) -> Literal["accept", "reject"]:
    """Return what becomes of changes in the files; a redline of marks would be marks in marks."""
    return "reject" if tracked == "reject" else "accept"


def _word_file(opened: Opened) -> bytes:
    data = opened.data
    return data if data and data.startswith(b"PK") else b""


def _ours(opened: Opened, house: House) -> bytes:
    document: Document = opened.document
    return write(document, Render(house.profile, house.shell()), ("docx",))["docx"]
