"""Which parts of a Word file are others than those of another, when both are laid out alike.

What editors write without anybody seeing it is looked past: ids of editing sessions, bookmarks,
spaces that became ordinary, letters in another normal form.
"""

import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from avtalsgen.ooxml.intake.untrusted import XML, kind
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.text import text_of

_UNSEEN = (f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}proofErr", f"{W}lastRenderedPageBreak")
_SESSION = f"{W}rsid"
_WRITTEN_ANEW = ("styles", "settings", "fontTable", "numbering")
"""Roles of parts that a program writes anew, all of them, when it saves a file of another's."""
_FEWEST_ANEW = 3
_SHOWN = 40
_HARD = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Altered:
    """What of a file is not as in the other.

    `parts` has the name of each part, and the first words where it is another. `anew`: another
    program has written the file, so that its parts say nothing.
    """

    parts: tuple[tuple[str, str], ...]
    anew: bool
    spaces: bool
    """Whether hard spaces became ordinary ones."""


def altered(data: bytes, other: bytes) -> Altered:
    """Return in which parts `data` is not as `other`.

    Raises:
        UnfitError: one of the files cannot be read.
    """
    file, known = Package(data), Package(other)
    anew = sum(_is_anew(file, known, role) for role in _WRITTEN_ANEW) >= _FEWEST_ANEW
    spaces = _hard_spaces(file) < _hard_spaces(known)
    return Altered(() if anew else tuple(_parts(file, known)), anew, spaces)


def _hard_spaces(file: Package) -> int:
    return text_of(file.document()).count(_HARD)


def _is_anew(file: Package, known: Package, role: str) -> bool:
    ours, theirs = known.related(role), file.related(role)
    return bool(ours and theirs and _text(known, ours) != _text(file, theirs))


def _parts(file: Package, known: Package) -> Iterator[tuple[str, str]]:
    for name in sorted({*file.names, *known.names}):
        if name not in known:
            yield name, "den finns inte i filen som byggs"
        elif name not in file:
            yield name, "den saknas"
        elif file.blob(name) != known.blob(name) and _text(file, name) != _text(known, name):
            yield name, _where(file, known, name)


def _text(file: Package, name: str) -> bytes:
    """Return what a part says, without what nobody sees; its bytes where it is no XML."""
    root = file.part(name) if kind(name) in XML else None
    return file.blob(name) if root is None else _folded(root)


def _folded(root: etree._Element) -> bytes:
    copied = deepcopy(root)
    etree.strip_elements(copied, *_UNSEEN, with_tail=False)
    for node in copied.iter():
        if isinstance(node.tag, str):
            for name in [name for name in node.attrib if str(name).startswith(_SESSION)]:
                del node.attrib[name]
        if node.text:
            node.text = unicodedata.normalize("NFC", node.text).replace(_HARD, " ")
    etree.cleanup_namespaces(copied)
    said: bytes = etree.tostring(copied, method="c14n")
    return said


def _where(file: Package, known: Package, name: str) -> str:
    """Return the words of the first paragraph that is another, if the part has any."""
    told = {_folded(node) for node in _paragraphs(known, name)}
    for node in _paragraphs(file, name):
        words = " ".join(text_of(node).split())
        if words and _folded(node) not in told:
            return f"först vid ”{words[:_SHOWN]}”"
    return "den säger annat"


def _paragraphs(file: Package, name: str) -> Iterator[etree._Element]:
    root = file.part(name) if kind(name) in XML else None
    return iter(()) if root is None else root.iter(f"{W}p")
