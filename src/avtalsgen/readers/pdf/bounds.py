"""What a PDF would make a reader do, reckoned before it is done.

Content may draw other content, which may draw more. A reader that has no limits follows it as far
as it goes, and a file of a few lines may go for ever.
"""

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from avtalsgen.problems import AvtalsgenError, Problem

_UNFOLDED = 300_000_000
"""Bytes that all streams but pictures may become."""
_DRAWN = 16_000_000
"""Bytes of content that a page may draw, each as many times as it is drawn."""
_DEEPEST = 20
"""Content inside content."""
_STATES = 1000
"""Graphics states saved in each other; 28 are all that a reader need take (ISO 32000-1, C.2)."""
_STATE = re.compile(rb"(?<!\S)[qQ](?!\S)")
_DO = re.compile(rb"/([^\s/<>\[\]()%]+)\s+Do\b")


def require_bounded(file: Pdf) -> None:
    """Do nothing if `file` is a document that people have made.

    Raises:
        AvtalsgenError: PF05 it unfolds, or draws, without end.
    """
    try:
        _require_unfolds(file)
        drawing = _ContentSizes()
        for page in file.pages:
            if drawing.page(page) > _DRAWN:
                raise endless()
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError):
        raise endless() from None


def endless() -> AvtalsgenError:
    """Return what to say of a file that has more in it than a person has written."""
    message = "filen innehåller mer än ett dokument som människor har skrivit"
    hint = "be avsändaren om en annan kopia"
    return AvtalsgenError([Problem("PF05", message, hint=hint)])


def _require_unfolds(file: Pdf) -> None:
    unfolded = 0
    for object_ in file.objects:
        if isinstance(object_, Stream) and object_.get("/Subtype") != Name.Image:
            unfolded += len(object_.read_bytes())
            if unfolded > _UNFOLDED:
                raise endless()


class _ContentSizes:
    """How much content is drawn by each content, with all that it draws in its turn."""

    def __init__(self) -> None:
        self.known: dict[tuple[int, int], int] = {}

    def page(self, page: Page) -> int:
        """Return the bytes that a page draws."""
        content = b"\n".join(stream.read_bytes() for stream in _contents(page))
        return self._bytes(content, page.obj.get("/Resources"), 0)

    def _bytes(self, content: bytes, resources: Object | None, depth: int) -> int:
        drawn = resources.get("/XObject") if isinstance(resources, Dictionary) else None
        if depth > _DEEPEST:
            raise endless()
        _require_shallow(content)
        total = len(content)
        if isinstance(drawn, Dictionary):
            for match in _DO.finditer(content):
                form = drawn.get(f"/{match[1].decode('latin-1')}")
                if isinstance(form, Stream) and form.get("/Subtype") == Name.Form:
                    total += self._form(form, resources, depth)
                if total > _DRAWN:
                    raise endless()
        return total

    def _form(self, form: Stream, around: Object | None, depth: int) -> int:
        """Return the bytes that a form draws; one that draws itself is too deep in the end."""
        place = form.objgen
        if place not in self.known:
            resources = form.get("/Resources", around)
            self.known[place] = self._bytes(form.read_bytes(), resources, depth + 1)
        return self.known[place]


def _require_shallow(content: bytes) -> None:
    """Raise if `content` saves graphics states in each other without end."""
    saved = 0
    for match in _STATE.finditer(content):
        saved += 1 if match[0] == b"q" else -1
        if saved > _STATES:
            raise endless()


def _contents(page: Page) -> Iterator[Stream]:
    contents = page.obj.get("/Contents")
    for stream in contents.as_list() if isinstance(contents, Array) else [contents]:
        if isinstance(stream, Stream):
            yield stream
