"""A Word file from anybody: the parts that are read, each found and unfolded with a limit.

Parts are found as the format says, by what leads to them (ECMA-376 part 2, 9.3), since their
names are free: Word, LibreOffice and others name them alike, and not all do.
"""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote

from lxml import etree

from avtalsgen.ooxml.names import PROPERTIES_NS, R_NS, VARIANTS_NS, W_NS, W
from avtalsgen.ooxml.untrusted import Member, UnfitError, parsed
from avtalsgen.problems import AvtalsgenError, Problem

BODY = "word/document.xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
_PROPERTIES = "docProps/custom.xml"
_CORE = "docProps/core.xml"
_UNFOLDED = 40_000_000
"""Bytes of one part; the body of a document of ours is a hundredth of it."""
_TOGETHER = 80_000_000
"""Bytes of all parts that are read; pictures are not."""
_MEMBERS = 20_000
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a .doc begins, and a .docx that a password locks (MS-CFB, 2.2)."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (
    *(zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError),
    *(zlib.error, struct.error, OverflowError),
)
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "officeDocument"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W_NS.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R_NS.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
    b"http://purl.oclc.org/ooxml/officeDocument/math": _MATH.encode(),
}
"""The names of the strict form of the format (part 1), and of the transitional (part 4)."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part leads to: another part by its name in the package, or an address outside."""

    kind: str
    """The last word of its type: `header`, `hyperlink`, `footnotes`."""
    target: str
    external: bool


class WordFile:
    """The parts of a Word file, unfolded when they are asked for.

    Nothing that the file names is fetched, and no entity is put in its place.
    """

    def __init__(self, data: bytes) -> None:
        """Open `data`.

        Raises:
            AvtalsgenError: DX01 it is no Word file or a broken one, DX02 it is one of an older
                form or locked with a password.
        """
        if data.startswith(_COMPOUND):
            raise _older(data)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self._names = {info.filename: info for info in self._zip.infolist()}
        except _BROKEN:
            raise _unfit("filen går inte att läsa som en Wordfil (.docx)") from None
        if len(self._names) > _MEMBERS:
            raise _unfit(f"filen har fler än {_MEMBERS} delar")
        self._left = _TOGETHER
        self._relations: dict[str, Mapping[str, Relation]] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of everything in the zip."""
        return tuple(self._names)

    def part(self, name: str) -> etree._Element | None:
        """Return the root of a part; none if the file has no such part.

        Raises:
            AvtalsgenError: DX01 the part is broken, DX03 it is too large.
        """
        if name not in self._names:
            return None
        try:
            with self._zip.open(self._names[name]) as opened:
                content = opened.read(min(_UNFOLDED, self._left) + 1)
        except _BROKEN:
            raise _unfit("filen går inte att läsa som en Wordfil (.docx)") from None
        if len(content) > min(_UNFOLDED, self._left):
            raise _too_large(name)
        self._left -= len(content)
        for strict, known in _STRICT.items():
            content = content.replace(strict, known)
        try:
            return parsed(Member(name, content))
        except UnfitError as error:
            raise _unfit(str(error)) from None

    @property
    def main(self) -> str:
        """Return the name of the part that holds the text."""
        for relation in self.relations("").values():
            if relation.kind == _MAIN and not relation.external:
                return relation.target
        return BODY

    def relations(self, name: str) -> Mapping[str, Relation]:
        """Return what the part `name` leads to, by id; of the package itself for no name."""
        if name not in self._relations:
            folder, _, own = name.rpartition("/")
            root = self.part(posixpath.join(folder, "_rels", f"{own}.rels"))
            nodes = () if root is None else root.iter(_RELATIONSHIP)
            self._relations[name] = {node.get("Id", ""): _relation(node, folder) for node in nodes}
        return self._relations[name]

    def related(self, name: str, kind: str) -> str:
        """Return the name of the part of a kind that the part `name` leads to; empty if none."""
        found = (own for own in self.relations(name).values() if own.kind == kind)
        return next((own.target for own in found if not own.external), "")

    @property
    def has_macros(self) -> bool:
        """Return whether the file carries programs; none of them is run."""
        return any(name.casefold().endswith("vbaproject.bin") for name in self._names)


def part(data: bytes, name: str) -> etree._Element | None:
    """Return the root of a part of the Word file `data`; none if it has no such part.

    Raises:
        AvtalsgenError: as `WordFile` and its `part`.
    """
    return WordFile(data).part(name)


def body(data: bytes) -> etree._Element:
    """Return the body of the Word file `data`; raises as `part`, and where there is none."""
    file = WordFile(data)
    return main(file)


def main(file: WordFile) -> etree._Element:
    """Return the root of the part that holds the text.

    Raises:
        AvtalsgenError: DX01 there is none, as in a file that is no Word file.
    """
    root = file.part(file.main)
    if root is None or root.tag != f"{W}document":
        raise _unfit("filen går inte att läsa som en Wordfil (.docx)")
    return root


def properties(data: bytes) -> Mapping[str, str]:
    """Return the custom properties of the Word file `data` (ECMA-376 part 1, 22.3)."""
    return custom_properties(WordFile(data))


def custom_properties(file: WordFile) -> Mapping[str, str]:
    """Return the custom properties of a Word file by name."""
    root = file.part(file.related("", "custom-properties") or _PROPERTIES)
    if root is None:
        return {}
    return {
        own.get("name", ""): own.findtext(f"{{{VARIANTS_NS}}}lpwstr") or ""
        for own in root.iter(f"{{{PROPERTIES_NS}}}property")
    }


def core_properties(file: WordFile) -> Mapping[str, str]:
    """Return title, creator and the like by the last part of their names (part 2, 11.1)."""
    root = file.part(file.related("", "core-properties") or _CORE)
    if root is None:
        return {}
    own = (each for each in root if isinstance(each.tag, str))
    return {etree.QName(each).localname: each.text or "" for each in own}


def _relation(node: etree._Element, folder: str) -> Relation:
    """Return where a relationship leads; a name that climbs out of the package leads nowhere."""
    target = node.get("Target", "")
    kind = node.get("Type", "").rpartition("/")[2]
    if node.get("TargetMode", "").casefold() == "external":
        return Relation(kind, target, external=True)
    path = unquote(target)
    inside = path[1:] if path.startswith("/") else posixpath.join(folder, path)
    return Relation(kind, posixpath.normpath(inside), external=False)


def _older(data: bytes) -> AvtalsgenError:
    if _ENCRYPTED in data:
        message, hint = "filen är låst med lösenord", "ta bort lösenordet i Word och spara om filen"
    else:
        message = "filen är en äldre Wordfil (.doc) eller annan fil från Office 97–2003"
        hint = "öppna den i Word och spara om den som .docx"
    return AvtalsgenError([Problem("DX02", message, hint=hint)])


def _unfit(message: str) -> AvtalsgenError:
    return AvtalsgenError([Problem("DX01", message, hint="spara om filen i Word som .docx")])


def _too_large(name: str) -> AvtalsgenError:
    message = f"delen {name} är för stor uppackad (högst {_UNFOLDED // 1_000_000} MB läses)"
    return AvtalsgenError([Problem("DX03", message, hint="dela upp dokumentet i flera filer")])
