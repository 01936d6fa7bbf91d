"""What stands in the text of a Word file and no reader of ours takes for words.

Nothing is looked for by name. What is known to be read, or to show nothing, is listed; whatever
else stands in a body, a head, a foot or a note is a thing of its own, so that two files that
differ in it are not alike, whether we know what it prints or not.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from avtalsgen.ooxml.names import MATH, MC, W
from avtalsgen.ooxml.package import Package
from avtalsgen.readers.docx.seen.seen_words import stories

_OTHER: Final = "annat innehåll"
_CALLED: Final[Mapping[str, str]] = {
    **dict.fromkeys(("dayShort", "dayLong", "monthShort", "monthLong"), "datum som Word skriver"),
    **dict.fromkeys(("yearShort", "yearLong"), "datum som Word skriver"),
    "pgNum": "sidnumrering",
    "lnNumType": "radnumrering",
    **dict.fromkeys(("footnotePr", "endnotePr"), "noternas numrering"),
    **dict.fromkeys(("titlePg", "pgBorders", "vAlign", "textDirection"), "sidans utformning"),
    "cols": "spalter",
}
"""What a reader calls what a thing makes; what is not here is other content."""


def _w(*names: str) -> frozenset[str]:
    return frozenset(W + name for name in names)


_OPAQUE: Final = _w(
    *("rPr", "pPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "rubyPr"),
    *("customXmlPr", "smartTagPr", "ffData", "drawing", "pict", "object", "background"),
) | {f"{MATH}oMath", f"{MATH}oMathPara"}
"""Looks, and what is drawn: told by other rooms, which know what of it is seen."""
_BOX: Final = f"{W}txbxContent"
_READ: Final = _w(
    *("document", "body", "hdr", "ftr", "footnotes", "endnotes", "footnote", "endnote"),
    *("p", "r", "t", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym", "hyperlink", "ruby", "rt"),
    *("rubyBase", "tbl", "tr", "tc", "sdt", "sdtContent", "customXml", "smartTag", "bdo", "dir"),
    *("ins", "del", "moveFrom", "moveTo", "delText", "fldSimple", "fldChar", "instrText"),
    *("delInstrText", "footnoteReference", "endnoteReference", "txbxContent", "altChunk", "subDoc"),
) | {f"{MC}AlternateContent", f"{MC}Choice", f"{MC}Fallback"}
"""What the reader takes for words, or tells of by itself."""
_INERT: Final = _w(
    *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference"),
    *("proofErr", "lastRenderedPageBreak", "softHyphen", "annotationRef", "footnoteRef"),
    *("endnoteRef", "separator", "continuationSeparator", "permStart", "permEnd"),
    *(f"move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End")),
    *(f"customXml{kind}Range{end}" for kind in ("Ins", "Del") for end in ("Start", "End")),
    *(f"customXmlMove{way}Range{end}" for way in ("From", "To") for end in ("Start", "End")),
)
"""What shows nothing of its own: marks of places, of spelling, of the last print, of changes,
of what may be edited, which is told by itself."""
_OF_PAGES: Final = _w(
    *("sectPr", "sectPrChange", "headerReference", "footerReference", "pgSz", "pgMar", "pgNumType"),
    *("type", "paperSrc", "docGrid", "formProt", "noEndnote", "bidi", "rtlGutter"),
    "printerSettings",
)
"""What a section says that is told elsewhere, or that programs write as they like."""
_KNOWN: Final = _OPAQUE | _READ | _INERT | _OF_PAGES
_USUAL: Final = frozenset({"0", "false", "off", "none", "nil", "lrTb", "top"})
"""Values that say that nothing is special."""
_COLUMNS: Final = f"{W}cols"


def unread(package: Package) -> Iterator[tuple[str, str]]:
    """Yield the kind of each thing that is neither read nor known to show nothing, and all of it.

    Raises:
        UnfitError: a part of the file cannot be read.
    """
    for _, root in stories(package):
        for node in root.iter():
            if node.tag not in _KNOWN and isinstance(node.tag, str) and _is_topmost(node):
                said = _said(node)
                if said:
                    yield _CALLED.get(etree.QName(node).localname, _OTHER), said


def _is_topmost(node: etree._Element) -> bool:
    """Return whether everything above is known, and nothing of it is looks or drawn."""
    for above in node.iterancestors():
        if above.tag == _BOX:
            return True
        if above.tag in _OPAQUE:
            return False
        if above.tag not in _KNOWN:
            return False
    return True


def _said(node: etree._Element) -> str:
    """Return all that a thing says; nothing of one that says that nothing is special."""
    if node.get(f"{W}val", "") in _USUAL:
        return ""
    if node.tag == _COLUMNS:
        count = node.get(f"{W}num", "1")
        return "" if count == "1" else count
    return " ".join(
        " ".join((str(each.tag), *map("=".join, sorted(map(_pair, each.attrib.items())))))
        + (each.text or "")
        for each in node.iter()
    )


def _pair(attribute: tuple[object, object]) -> tuple[str, str]:
    name, value = attribute
    return str(name), str(value)
