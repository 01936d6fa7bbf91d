"""What stands in a text without being text: pictures, charts, embedded objects, formulas."""

from collections.abc import Iterator

from lxml import etree

from avtalsgen.ooxml.names import MC, W
from avtalsgen.ooxml.text import FORMULA_TEXT, TEXT, text_of
from avtalsgen.readers.docx.faults import OBJECT, PICTURE, Fault

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_BOX = f"{W}txbxContent"
_UNDERSTOOD = ("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/")
"""How the names begin of what Word has added to the format over the years."""


def alternative(node: etree._Element) -> etree._Element | None:
    """Return the one branch of `mc:AlternateContent` to read (ECMA-376 part 3, 9.3).

    The first choice that asks for nothing but what a new Word knows is what it shows; the others
    say the same to an older one. What asks for more is shown by nobody.
    """
    choices = (choice for choice in node.iterfind(f"{MC}Choice") if _is_understood(choice))
    choice = next(choices, None)
    return node.find(f"{MC}Fallback") if choice is None or not len(choice) else choice


def _is_understood(choice: etree._Element) -> bool:
    asked = choice.get("Requires", "").split()
    return all(choice.nsmap.get(prefix, "").startswith(_UNDERSTOOD) for prefix in asked)


def boxes(node: etree._Element) -> Iterator[etree._Element]:
    """Yield the texts of the boxes in a drawing, none of them twice and none inside another."""
    for child in node:
        if child.tag == _BOX:
            yield child
        elif child.tag == f"{MC}AlternateContent":
            inner = alternative(child)
            if inner is not None:
                yield from boxes(inner)
        elif isinstance(child.tag, str):
            yield from boxes(child)


def described(node: etree._Element) -> str:
    """Return the words that stand for a drawing to somebody who does not see it."""
    named = next(node.iter(f"{_WP}docPr"), None)
    if named is None:
        named = next(node.iter(f"{_VML}shape", f"{_VML}rect"), None)
        told = "" if named is None else named.get("alt") or ""
    else:
        told = named.get("descr") or named.get("title") or ""
    return " ".join(told.split())


def fault_of(node: etree._Element) -> Fault | None:
    """Return what is lost with a drawing; None for lines and boxes, whose words are read."""
    graphics = [own.get("uri", "") for own in node.iter(f"{_A}graphicData")]
    if any(uri.endswith(("/chart", "/chartex", "/diagram")) for uri in graphics):
        return OBJECT
    if next(node.iter(f"{_OFFICE}OLEObject", f"{W}control"), None) is not None:
        return OBJECT
    if next(node.iter(f"{_A}blip", f"{_VML}imagedata"), None) is not None:
        return PICTURE
    return None


def formula(node: etree._Element) -> str:
    """Return the characters of a formula in reading order."""
    return text_of(node, (FORMULA_TEXT, TEXT))
