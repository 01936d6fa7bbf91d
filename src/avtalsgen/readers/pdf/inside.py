"""What a PDF has beside the words that it prints."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Final

import pikepdf
import pypdfium2

from avtalsgen.problems import AvtalsgenError
from avtalsgen.readers.inside import FileInside
from avtalsgen.readers.pdf.file import opened, plain_copy

_TAG: Final = re.compile(r"/H(?P<level>[1-6])")
_MOST_TAGS: Final = 200_000
_HEADS: Final = ("innehåll", "innehållsförteckning")
_PAGED: Final = re.compile(r"\w.*?[\s.…]+\d{1,3}$")
_LONGEST_ROW: Final = 160
_RUNNING: Final = 3
"""Pages that a page head stands on at least."""
_FIRST_PAGES: Final = 6
"""Among which the contents stand."""


def inside(data: bytes) -> FileInside:
    """Return what a PDF says of itself; nothing of one that cannot be opened."""
    try:
        with opened(data) as file:
            return _inside(file)
    except AvtalsgenError:
        return FileInside("pdf")


def _inside(file: pikepdf.Pdf) -> FileInside:
    try:
        with file.open_metadata() as metadata:
            title = str(metadata.get("dc:title", ""))
            author = metadata.get("dc:creator", "")
    except (pikepdf.PdfError, ValueError, NotImplementedError):
        title, author = "", ""
    told = author if isinstance(author, str) else ", ".join(map(str, author))
    preferences = file.Root.get("/ViewerPreferences")
    shows = isinstance(preferences, pikepdf.Dictionary) and bool(
        preferences.get("/DisplayDocTitle", False)
    )
    texts = tuple(_texts(file))
    return FileInside(
        "pdf",
        title or str(file.docinfo.get("/Title", "")),
        told or str(file.docinfo.get("/Author", "")),
        language=str(file.Root.get("/Lang", "")),
        tagged="/StructTreeRoot" in file.Root,
        shows_title=shows,
        jumps=tuple(_jumps(file)),
        contents=tuple(_contents(texts)),
        pages=tuple("".join(filter(str.isalnum, text)).casefold() for text in texts),
    )


def _jumps(file: pikepdf.Pdf) -> Iterator[str]:
    """Yield the tags of headings that skip a level: `H1, H3`."""
    root = file.Root.get("/StructTreeRoot")
    waiting, before, steps = [root] if isinstance(root, pikepdf.Dictionary) else [], 0, 0
    while waiting and steps < _MOST_TAGS:
        steps += 1
        node = waiting.pop()
        match = _TAG.fullmatch(str(node.get("/S", "")))
        if match:
            level = int(match["level"])
            if before and level > before + 1:
                yield f"H{before}, H{level}"
            before = level
        below = node.get("/K")
        inner = list(below.as_list()) if isinstance(below, pikepdf.Array) else [below]
        waiting.extend(node for node in reversed(inner) if isinstance(node, pikepdf.Dictionary))


def _contents(pages: Sequence[str]) -> Iterator[str]:
    """Yield the rows below the heading of the contents, each to its page number."""
    lines = [[line.strip() for line in text.splitlines()] for text in pages]
    counts = Counter(known for page in lines for known in {_plain(line) for line in page})
    below, row = False, ""
    for line in (line for page in lines[:_FIRST_PAGES] for line in page):
        if line.casefold() in _HEADS:
            below, row = True, ""
        elif below and line and counts[_plain(line)] < _RUNNING:
            row = f"{row} {line}".strip()
            if _PAGED.search(row):
                yield row
                row = ""
            elif len(row) > _LONGEST_ROW:
                return


def _plain(line: str) -> str:
    """Return a line without its numbers: a page head is the same on each page but for them."""
    return "".join(filter(str.isalpha, line)).casefold()


def _texts(file: pikepdf.Pdf) -> Iterator[str]:
    """Yield the text of each page; none of a page that pdfium does not read."""
    try:
        document = pypdfium2.PdfDocument(plain_copy(file))
    except pypdfium2.PdfiumError:
        return
    with closing(document):
        for number in range(len(document)):
            try:
                text = document[number].get_textpage().get_text_bounded()
            except pypdfium2.PdfiumError:
                text = ""
            yield text
