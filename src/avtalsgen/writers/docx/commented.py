"""A Word file with a comment at each place that something is to be said of.

The words of a comment are found by the paragraph that they stand in; a run is parted where they
begin and end, inside a link or a field too. What is said of no words is pinned to the first
paragraph.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from io import BytesIO
from typing import Final

import docx
from docx.document import Document as WordDocument
from docx.oxml.text.run import CT_R
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from avtalsgen.ooxml.text import TEXT
from avtalsgen.records import dataclass

_AUTHOR: Final = "avtalsgen"
_INITIALS: Final = "ag"
_NO_DAY: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}date"
_PARAGRAPH: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"

_GONE: Final = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}del",
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}moveFrom",
)
"""What holds words that are no longer there."""
_ALIKE: Final = str.maketrans("\u00a0–", " -")
"""A dash at which no line ends is a hyphen, drawn wider; who looks for words takes it for one."""


@dataclass(frozen=True, slots=True)
class WordComment:
    """What is said of some words in a paragraph; of the whole file where there are none."""

    words: str
    paragraph: str
    said: str


def with_comments(data: bytes, comments: Sequence[WordComment]) -> bytes:
    """Return the Word file `data` with `comments`, which carry no day: equal input, equal bytes."""
    file = docx.Document(BytesIO(data))
    paragraphs = [
        WordParagraph(element, file._body) for element in file.element.body.iter(_PARAGRAPH)
    ]
    texts = [" ".join(_text(paragraph).split()) for paragraph in paragraphs]
    for comment in comments:
        runs = _runs(comment, paragraphs, texts)
        if runs:
            _pin(file, runs, comment.said)
    written = BytesIO()
    file.save(written)
    return written.getvalue()


def _pin(file: WordDocument, runs: Sequence[Run], said: str) -> None:
    comment = file.add_comment(runs, said, _AUTHOR, _INITIALS)
    comment._comment_elm.attrib.pop(_NO_DAY, None)


def _runs(
    comment: WordComment, paragraphs: Sequence[WordParagraph], texts: Sequence[str]
) -> list[Run]:
    """Return the runs that hold the words; those of the first paragraph where none does."""
    wanted = " ".join(comment.paragraph.translate(_ALIKE).split())
    known = [place for place, text in enumerate(texts) if text and _is_of(text, wanted)]
    for place in known:
        runs = _parted(paragraphs[place], comment.words)
        if runs:
            return runs
    first = next((runs for runs in map(_all_runs, paragraphs) if runs), None)
    return first[:1] if first else []


def _is_of(text: str, wanted: str) -> bool:
    return bool(wanted) and (text == wanted or text in wanted or wanted in text)


def _all_runs(paragraph: WordParagraph) -> list[Run]:
    """Return the runs of a paragraph in its order, those of links, fields and insertions too."""
    return [Run(element, paragraph) for element in _run_elements(paragraph._p)]


def _run_elements(element: BaseOxmlElement) -> Iterator[CT_R]:
    for child in element:
        if isinstance(child, CT_R):
            yield child
        elif child.tag not in _GONE:
            yield from _run_elements(child)


def _text(paragraph: WordParagraph) -> str:
    return "".join(run.text for run in _all_runs(paragraph)).translate(_ALIKE)


def _parted(paragraph: WordParagraph, words: str) -> list[Run]:
    """Return the runs of `words` alone, cut out of those that have more; none if they stand not."""
    start = _text(paragraph).find(words.translate(_ALIKE))
    if not words or start < 0:
        return []
    end = start + len(words)
    _cut(paragraph, start)
    _cut(paragraph, end)
    runs, reached = [], 0
    for run in _all_runs(paragraph):
        if start <= reached and reached + len(run.text) <= end and run.text:
            runs.append(run)
        reached += len(run.text)
    return runs


def _cut(paragraph: WordParagraph, place: int) -> None:
    """Part the run in which `place` is, if it is plain text."""
    reached = 0
    for run in _all_runs(paragraph):
        length = len(run.text)
        if reached < place < reached + length and _is_plain(run):
            behind = deepcopy(run._r)
            run._r.addnext(behind)
            whole = run.text
            run.text = whole[: place - reached]
            Run(behind, paragraph).text = whole[place - reached :]
            return
        reached += length


def _is_plain(run: Run) -> bool:
    kinds: Iterable[str] = (child.tag for child in run._r if not str(child.tag).endswith("}rPr"))
    return all(kind == TEXT for kind in kinds)
