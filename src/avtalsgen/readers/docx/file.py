"""A Word file from anybody: the few parts that are read, each with a limit."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from lxml import etree

from avtalsgen.ooxml.names import PROPERTIES_NS, VARIANTS_NS
from avtalsgen.ooxml.untrusted import Member, UnfitError, parsed
from avtalsgen.problems import AvtalsgenError, Problem

BODY = "word/document.xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
_PROPERTIES = "docProps/custom.xml"
_UNFOLDED = 20_000_000
"""Bytes of one part; the body of a document of ours is a fiftieth of it."""
_BROKEN = (
    *(zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError),
    *(zlib.error, struct.error),
)


def part(data: bytes, name: str) -> etree._Element | None:
    """Return the root of a part of the Word file `data`; none if it has no such part.

    Nothing that the file names is fetched, and no entity is put in its place.

    Raises:
        AvtalsgenError: DX01 it is no Word file, or a broken one, or the part is too large.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            if name not in file.namelist():
                return None
            with file.open(name) as opened:
                content = opened.read(_UNFOLDED + 1)
    except _BROKEN:
        raise _unfit("filen går inte att läsa som en Wordfil (.docx)") from None
    if len(content) > _UNFOLDED:
        raise _unfit(f"delen {name} är större än {_UNFOLDED // 1_000_000} MB")
    try:
        return parsed(Member(name, content))
    except UnfitError as error:
        raise _unfit(str(error)) from None


def body(data: bytes) -> etree._Element:
    """Return the body of the Word file `data`; raises as `part`, and where there is none."""
    root = part(data, BODY)
    if root is None:
        raise _unfit("filen går inte att läsa som en Wordfil (.docx)")
    return root


def properties(data: bytes) -> Mapping[str, str]:
    """Return the custom properties of the Word file `data` (ECMA-376 part 1, 22.3)."""
    root = part(data, _PROPERTIES)
    if root is None:
        return {}
    return {
        own.get("name", ""): own.findtext(f"{{{VARIANTS_NS}}}lpwstr") or ""
        for own in root.iter(f"{{{PROPERTIES_NS}}}property")
    }


def _unfit(message: str) -> AvtalsgenError:
    return AvtalsgenError([Problem("DX01", message, hint="spara om filen i Word som .docx")])
