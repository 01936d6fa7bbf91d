"""A look inside a Word file from somebody else, before any other program gets to open it.

Refused is what makes a program use up memory (a small zip that unfolds into a large one,
entities that name entities), reach for the network (relationships to the outside, such as
a picture or a template at an address) or run something (macros, embedded objects).
"""

import io
import struct
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass

from lxml import etree

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file begins that Word has locked with a password, or saved as .doc."""
_XML = {"xml", "rels"}
_KINDS = _XML | {"png", "jpg", "jpeg", "odttf"}
_COMPRESSIONS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_UNREADABLE = (
    *(zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError),
    *(zlib.error, struct.error, OverflowError),
)
"""What zipfile raises for a file that is broken in one way or another."""
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ENCRYPTED = 0x1


class UnfitError(ValueError):
    """Raised when a file cannot be used; says in Swedish why, and what to do about it."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may hold, unfolded."""

    members: int
    size: int


_TEMPLATE = Limits(members=500, size=20_000_000)


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside the zip."""

    name: str
    data: bytes

    @property
    def kind(self) -> str:
        """Return what the name ends in, in small letters: `xml` of `word/document.xml`."""
        return self.name.casefold().rpartition(".")[2]


def members(data: bytes) -> tuple[Member, ...]:
    """Return what is in the zip file `data`, every XML part read once and found harmless.

    Raises:
        UnfitError: it is not a zip file, is too large, or holds what may harm.
    """
    found = unfolded(data, _TEMPLATE)
    for member in found:
        _check(member)
    return found


def unfolded(data: bytes, limits: Limits) -> tuple[Member, ...]:
    """Return what is in the zip file `data`, unread: other than its size, nothing is checked.

    Raises:
        UnfitError: it is not a zip file, is locked, or is larger than `limits`.
    """
    if data.startswith(_OLE):
        reason = "filen är låst med lösenord, eller sparad i det äldre formatet .doc"
        raise UnfitError(reason, "öppna den i Word, ta bort lösenordet och spara som .docx")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return _unfolded(file, limits)
    except UnfitError:
        raise
    except _UNREADABLE as error:
        reason = "filen går inte att läsa som en Wordfil (.docx)"
        raise UnfitError(reason, "spara om filen i Word som .docx") from error


def _unfolded(file: zipfile.ZipFile, limits: Limits) -> tuple[Member, ...]:
    listed = [info for info in file.infolist() if not info.is_dir()]
    size = sum(info.file_size for info in listed)
    if len(listed) > limits.members or size > limits.size:
        limit = f"högst {limits.members} delar och {limits.size // 1_000_000} MB"
        raise UnfitError(f"filen är för stor uppackad; {limit} går bra", "ta bort stora bilder")
    names = Counter(info.filename.casefold() for info in listed)
    twice = next((name for name, times in names.items() if times > 1), None)
    if twice:
        raise UnfitError(f"filen har två delar med namnet {twice}", "spara om filen i Word")
    for info in listed:
        if info.flag_bits & _ENCRYPTED or info.compress_type not in _COMPRESSIONS:
            raise zipfile.BadZipFile(info.filename)
    return tuple(Member(info.filename, file.read(info)) for info in listed)


def _check(member: Member) -> None:
    if member.kind not in _KINDS:
        reason = f"filen har en del av ett slag som inte tas emot: {member.name}"
        raise UnfitError(reason, "text, teckensnitt och bilder i PNG eller JPEG går bra")
    if member.kind not in _XML:
        return
    for relationship in parsed(member).iter(_RELATIONSHIP):
        if relationship.get("TargetMode", "").casefold() == "external":
            reason = f"filen hämtar något utifrån: {relationship.get('Target')}"
            raise UnfitError(reason, "lägg in bilden i filen, och skriv webbadresser som text")


def parsed(member: Member) -> etree._Element:
    """Return the root of an XML part; nothing it names is fetched or put in its place.

    Raises:
        UnfitError: it is not well-formed XML, or has a document type of its own.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(member.data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnfitError(f"delen {member.name} är trasig", "spara om filen i Word") from error
    if root.getroottree().docinfo.internalDTD is not None:
        reason = f"delen {member.name} har en dokumenttyp (DTD), vilket ingen Wordfil ska ha"
        raise UnfitError(reason, "spara om filen i Word")
    return root
