"""How many words a file has, counted in the file itself, and which of them were kept."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final
from unicodedata import normalize

from avtalsgen.model import plain
from avtalsgen.model.nodes import Document
from avtalsgen.model.walk import runs, sections
from avtalsgen.pipeline.workspace.document_argument import Opened
from avtalsgen.readers.docx.every_letter import at_the_edges
from avtalsgen.readers.docx.every_letter import every_line as every_word_line
from avtalsgen.readers.encoded import text_of
from avtalsgen.readers.pdf.every_letter import every_line as every_pdf_line
from avtalsgen.readers.rows.running import is_page_number, page_at_end
from avtalsgen.records import dataclass

_BROKEN: Final = re.compile(r"(\w)[-\u00ad\ufffe\u0002]\n(?=[a-zåäö])(?!och\b|eller\b|samt\b)")
_ADDRESS: Final = re.compile(r"\]\([^)\s]*\)")
"""Where a link leads, as Markdown has it behind the words of the link."""
_NOTE: Final = re.compile(r"\[\w{1,4}\]")
"""The mark of a note, which may stand right behind a word or before one."""
_SIGN: Final = re.compile(r"(?<!\S)\(?(\d{1,3}|[a-zåäö])[).](?=[^\W\d])")
"""The number of a heading or an item, with no room behind it: `1)Tid`."""
_PAGE: Final = re.compile(r"(?<=[^\W\d])\d{1,4}$")
"""The page behind the last word of a line of the contents, where there is no room between."""
_COUNT: Final = re.compile(r"\d+|[a-z]")
"""The number of a page or an item: it counts and says nothing."""
_LONG: Final = 5
"""Letters of a word that is looked for inside others, as lines are joined in many ways."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The words of a file: all, those that the build has, and those that were left aside."""

    source: int
    kept: int
    furniture: int
    lost: tuple[str, ...]
    """Words that are neither kept nor furniture."""


def counted(opened: Opened, printed: Iterable[str]) -> Counted:
    """Return what became of the words of a file when its build says `printed`."""
    lines, edges = _lines(opened), _edges(opened)
    said, kept = _words(lines), _words(printed)
    left = Counter(said) - Counter(kept)
    aside, joined = _repeated(opened.document, lines), "".join(kept)
    halves = set(map("".join, pairwise(kept)))
    listed = Counter(_words(_listed(opened.document)))
    furniture, lost = 0, []
    for word in left.elements():
        name = next((each for each in (word, _PAGE.sub("", word)) if listed[each]), "")
        listed[name] -= 1
        if name or word in aside or _COUNT.fullmatch(word):
            furniture += 1
        elif word not in halves and (len(word) < _LONG or word not in joined):
            lost.append(word)
    left_aside = len(_words(edges))
    whole = len(said) + left_aside
    return Counted(whole, len(said) - furniture - len(lost), furniture + left_aside, tuple(lost))


def _lines(opened: Opened) -> list[str]:
    data = opened.data or b""
    if data.startswith(b"PK"):
        return list(every_word_line(data))
    if data.startswith(b"%PDF"):
        return list(every_pdf_line(data))
    return text_of(data, opened.source)[0].splitlines()


def _edges(opened: Opened) -> list[str]:
    """Return page heads and feet, where the format says which they are."""
    data = opened.data or b""
    return list(at_the_edges(data)) if data.startswith(b"PK") else []


def _words(lines: Iterable[str]) -> list[str]:
    """Return words by their letters and digits alone, in small letters."""
    text = normalize("NFC", "\n".join(line.rstrip() for line in lines))
    text = _ADDRESS.sub(" ", _BROKEN.sub(r"\1", text)).casefold()
    text = _NOTE.sub(" ", _SIGN.sub(r"\1 ", text))
    bare = ("".join(filter(str.isalnum, word)) for word in text.split())
    return [word for word in bare if word]


def _listed(document: Document) -> list[str]:
    """Return what the contents say, each line as often as it stands there."""
    contents = document.contents
    if contents is None:
        return []
    headings = [f"{s.number} {plain.text(s.heading)}" for s in sections(document)]
    return [contents.heading, *(contents.printed or headings)]


def _repeated(document: Document, lines: Sequence[str]) -> frozenset[str]:
    """Return the words that pages repeat: heads, feet and lines that stand more than once."""
    running = document.running
    texts = [running.left, running.right, running.foot]
    texts += [
        plain.text(content)
        for aside in document.asides
        if aside.part in ("header", "footer")
        for block in aside.blocks
        for content in runs(block)
    ]
    bare = Counter(re.sub(r"\d+", "0", " ".join(line.split())) for line in lines)
    texts += [line for line in lines if bare[re.sub(r"\d+", "0", " ".join(line.split()))] > 1]
    texts += [line for line in lines if is_page_number(line)]
    texts += map(page_at_end, lines[-1:])
    return frozenset(_words(texts))
