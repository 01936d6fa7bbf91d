"""An edition that is compared with a file, printed in the form of that file.

Words alone do not say that a file is the edition: it may be struck, white, or have another
picture. So the edition is built as it would be, and the two files are held together.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from avtalsgen.pipeline.compare.views import Pair, written_as
from avtalsgen.pipeline.workspace.document_argument import Opened
from avtalsgen.pipeline.workspace.house import House

_MARKDOWN: Final = frozenset({".md", ".markdown"})


def as_files(pair: Pair, house: House) -> Iterator[Pair]:
    """Yield the pair with its edition printed as the other side is: as it is, and as a draft.

    Nothing if the file is a text, which has nothing but its words.

    Raises:
        AvtalsgenError: the edition cannot be written so.
    """
    file = pair.new if pair.old.data is None else pair.old
    form = _form(file)
    if not form:
        return
    house = house.of(pair.new.document, pair.old.document)
    for draft in (False, True):
        yield replace(
            pair,
            old=_printed(pair.old, file, form, house, draft=draft),
            new=_printed(pair.new, file, form, house, draft=draft),
        )


def _form(file: Opened) -> str:
    data = file.data or b""
    if data.startswith(b"%PDF"):
        return "pdf"
    if data.startswith(b"PK"):
        return "docx"
    return "md" if file.suffix in _MARKDOWN else ""


def _printed(opened: Opened, like: Opened, form: str, house: House, *, draft: bool) -> Opened:
    """Return an edition as a file, with its annexes after it; a file as it is."""
    if opened.data is not None:
        return opened
    from avtalsgen.pipeline.build.inside import inside  # only where the words are alike

    document = replace(opened.document, draft=draft)
    held = None
    if form == "pdf" and house.project is not None:
        held, _ = inside(house.project, document, draft=draft, attach_facts=False)
    return replace(opened, data=written_as(document, form, house, held), suffix=like.suffix)
