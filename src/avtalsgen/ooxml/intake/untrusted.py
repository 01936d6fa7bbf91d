"""A look inside a Word file from somebody else, before any other program gets to open it.

Refused is what makes a program use up memory (a small zip that unfolds into a large one,
entities that name entities, millions of elements), reach for the network (relationships to the
outside, such as a picture or a template at an address) or run something (macros, embedded
objects).
"""

import io
import re
import struct
import zipfile
import zlib
from collections import Counter
from typing import Literal

from lxml import etree

from avtalsgen.ooxml.intake.limits import TEMPLATE, PackageLimits
from avtalsgen.ooxml.intake.part_roles import called
from avtalsgen.ooxml.names import RELATIONS_NS
from avtalsgen.records import dataclass
from avtalsgen.swedish.numbers import digits

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a .doc begins, and a .docx that a password locks (MS-CFB, 2.2)."""
_PDF = b"%PDF"
_OPEN_DOCUMENT = {"mimetype", "content.xml"}
"""The parts that a text of LibreOffice's own has, and no Word file."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
XML = frozenset({"xml", "rels"})
_KINDS = XML | {"png", "jpg", "jpeg", "odttf"}
_COMPRESSIONS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_BROKEN = (
    *(zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError),
    *(zlib.error, struct.error, OverflowError, KeyError),
)
"""What zipfile raises for a file that is broken in one way or another."""
_RELATIONSHIP = f"{{{RELATIONS_NS}}}Relationship"
_ENCRYPTED = 0x1
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BEGINS = re.compile(rb"<[^/!?]")
_PROLOG = 400
"""Bytes in which an XML declaration stands whole."""
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")
_ENCODINGS = (b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-", b"windows-125")
_SAVE = "spara om filen i Word som .docx"

Fault = Literal["broken", "older", "locked", "large"]


class UnfitError(ValueError):
    """Raised when a file cannot be used; says in Swedish why, and what to do about it."""

    def __init__(self, reason: str, hint: str, fault: Fault = "broken", file: str = "") -> None:
        """`file` is what the file was called by whoever opened it."""
        super().__init__(reason)
        self.hint = hint
        self.fault = fault
        self.file = file


def kind(name: str) -> str:
    """Return what a name ends in, in small letters: `xml` of `word/document.xml`."""
    return name.casefold().rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside the zip."""

    name: str
    data: bytes

    @property
    def kind(self) -> str:
        """Return what the name ends in, in small letters."""
        return kind(self.name)


class Archive:
    """The zip of a package; its members are unfolded one by one, within limits.

    Law: no more than the limits is ever unfolded, whatever the zip says of itself.
    """

    def __init__(self, data: bytes, limits: PackageLimits) -> None:
        """Open `data`.

        Raises:
            UnfitError: it is not a zip file, is locked, or has more members than `limits`.
        """
        if data.startswith(_COMPOUND):
            raise _older(data)
        if data.startswith(_PDF):
            reason = "filen är en PDF, fast namnet säger något annat"
            raise UnfitError(reason, "byt namn på den så att den slutar på .pdf")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            listed = [info for info in self._zip.infolist() if not info.is_dir()]
        except _BROKEN:
            raise _unreadable() from None
        if len(listed) > limits.members:
            reason = f"filen har fler än {digits(limits.members)} delar"
            raise UnfitError(reason, "ta bort det som inte hör till texten", "large")
        names = Counter(info.filename.casefold() for info in listed)
        twice = next((name for name, times in names.items() if times > 1), None)
        if twice:
            raise UnfitError(f"filen har {called(twice)} två gånger", _SAVE)
        if names.keys() >= _OPEN_DOCUMENT:
            reason = "filen är en OpenDocument-fil (.odt)"
            raise UnfitError(reason, "öppna den i LibreOffice och spara som .docx", "older")
        climbing = next((name for name in names if _climbs(name)), None)
        if climbing:
            raise UnfitError(f"filen har en del som pekar ut ur filen (”{climbing}”)", _SAVE)
        self._members = {info.filename: info for info in listed}
        self._limits = limits
        self._left = limits.size
        self._xml_left = limits.xml

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all members."""
        return tuple(self._members)

    def check_size(self) -> None:
        """Refuse at once what says that it unfolds to more than the limit.

        Raises:
            UnfitError: it does.
        """
        if sum(info.file_size for info in self._members.values()) > self._left:
            raise _too_large(f"högst {self._limits.size // 1_000_000} MB går bra")

    def read(self, name: str) -> bytes:
        """Return what the member `name` holds.

        Raises:
            UnfitError: it is broken, encrypted, or larger than what is left of the limits.
        """
        info = self._members[name]
        is_xml = kind(name) in XML
        most = min(self._left, self._limits.part, self._xml_left) if is_xml else self._left
        if info.flag_bits & _ENCRYPTED or info.compress_type not in _COMPRESSIONS:
            raise _unreadable()
        try:
            with self._zip.open(info) as member:
                data = member.read(most + 1)
        except _BROKEN:
            raise _unreadable() from None
        if len(data) > most:
            limit = self._limits.part if is_xml else self._limits.size
            raise _too_large(f"av {called(name)} läses högst {limit // 1_000_000} MB")
        self._left -= len(data)
        self._xml_left -= len(data) if is_xml else 0
        return data


def members(data: bytes) -> tuple[Member, ...]:
    """Return what is in the zip file `data`, every XML part read once and found harmless.

    Raises:
        UnfitError: it is not a zip file, is too large, or holds what may harm.
    """
    archive = Archive(data, TEMPLATE)
    archive.check_size()
    members_read = tuple(Member(name, archive.read(name)) for name in archive.names)
    left = TEMPLATE.elements
    for member in members_read:
        left -= _check(member, left)
    return members_read


def _check(member: Member, elements: int) -> int:
    """Return how many elements a harmless member has."""
    if member.kind not in _KINDS:
        ending = f" (.{member.kind})" if "." in member.name else ""
        reason = f"det tas inte emot: {called(member.name)}{ending}"
        raise UnfitError(reason, "text, teckensnitt och bilder i PNG eller JPEG går bra")
    if member.kind not in XML:
        return 0
    for relationship in parsed(member, elements, TEMPLATE.depth).iter(_RELATIONSHIP):
        if relationship.get("TargetMode", "").casefold() == "external":
            reason = f"filen hämtar något utifrån: {relationship.get('Target')}"
            raise UnfitError(reason, "lägg in bilden i filen, och skriv webbadresser som text")
    return count_elements(member.data)


def count_elements(data: bytes) -> int:
    """Return at least how many elements the XML `data` has, without making anything of it.

    Every element begins with `<`, and so do ends, comments and instructions, which are taken off.
    What stands in a comment may be counted too; that is one reason more to refuse it.
    """
    return len(_BEGINS.findall(data))


def parsed(
    member: Member, elements: int = TEMPLATE.elements, depth: int = TEMPLATE.depth
) -> etree._Element:
    """Return the root of an XML part; nothing it names is fetched or put in its place.

    Raises:
        UnfitError: it has more than so many `elements`, or they stand deeper inside each other
            than `depth`; it is not well-formed XML, or has a document type of its own.
    """
    if not _can_be_counted(member.data):
        raise _broken(member)
    if member.data.count(b"<") > elements and count_elements(member.data) > elements:
        raise _too_large(f"{called(member.name)} har för många stycken, celler och annat i sig")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(member.data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error):
            raise _too_deep(member) from None
        raise _broken(member) from error
    if root.getroottree().docinfo.internalDTD is not None:
        reason = f"{called(member.name)} har en dokumenttyp (DTD), vilket ingen Wordfil ska ha"
        raise UnfitError(reason, _SAVE)
    if etree.XPath(f"boolean({'/*' * (depth + 1)})")(root):
        raise _too_deep(member)
    return root


def _can_be_counted(data: bytes) -> bool:
    """Return whether `<` is written as in ASCII, as in UTF-8 and UTF-16 (ECMA-376 part 2, 8.1.2).

    In EBCDIC or UTF-7 it is not, and elements would not be seen.
    """
    for mark in _BYTE_ORDER_MARKS:
        data = data.removeprefix(mark)
    start = data[:_PROLOG].replace(b"\0", b"").lstrip()
    encoding = _ENCODING.match(start)
    known = encoding is None or encoding[1].lower().startswith(_ENCODINGS)
    return start.startswith(b"<") and known


def _climbs(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/")


def _unreadable() -> UnfitError:
    return UnfitError("filen går inte att läsa som en Wordfil (.docx)", _SAVE)


def _broken(member: Member) -> UnfitError:
    return UnfitError(f"{called(member.name)} går inte att läsa", _SAVE)


def _too_deep(member: Member) -> UnfitError:
    reason = f"text i {called(member.name)} står så djupt inuti annan att den inte går att läsa"
    return UnfitError(reason, "spara om filen i Word, eller dela upp de inre tabellerna")


def _too_large(limit: str) -> UnfitError:
    hint = "dela upp dokumentet i flera filer, eller ta bort stora bilder"
    return UnfitError(f"filen är för stor uppackad; {limit}", hint, "large")


def _older(data: bytes) -> UnfitError:
    if _LOCKED in data:
        hint = "ta bort lösenordet i Word och spara om filen"
        return UnfitError("filen är låst med lösenord", hint, "locked")
    reason = "filen är en äldre Wordfil (.doc) eller annan fil från Office 97–2003"
    return UnfitError(reason, "öppna den i Word och spara om den som .docx", "older")
