"""Pictures in a Word file, fixed to the page (ECMA-376 part 1, 20.4.2.3)."""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from avtalsgen.ooxml.elements import Element, w, writable
from avtalsgen.ooxml.names import R

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_EMU_PER_MM = 36_000
_NUMBER = 900_001
"""The id of the picture; those that a template has are counted from 1."""


def png(story: Part, data: bytes, alt: str, width: float, height: float, top: float) -> Element:
    """Return a run's picture, `top` millimetres below the edge of the page, at the left margin.

    The file is made a part of the package, and `story`, which holds the run, leads to it.
    """
    assert story.package is not None
    name = story.package.next_partname("/word/media/logotyp%d.png")
    part = Part(name, CONTENT_TYPE.PNG, data, story.package)
    key = story.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    size = {"cx": _emu(width), "cy": _emu(height)}
    named = {"id": _NUMBER, "name": "Logotyp", "descr": writable(alt)}
    anchor = _wp(
        "anchor",
        _wp("simplePos", x=0, y=0),
        _position("positionH", "margin", 0),
        _position("positionV", "page", top),
        _wp("extent", **size),
        _wp("effectExtent", l=0, t=0, r=0, b=0),
        _wp("wrapNone"),
        _wp("docPr", **named),
        _wp("cNvGraphicFramePr", _a("graphicFrameLocks", noChangeAspect=1)),
        _a("graphic", _a("graphicData", _picture(key, named, size), uri=_PIC)),
        **dict.fromkeys(("distT", "distB", "distL", "distR", "simplePos", "behindDoc"), 0),
        **{"relativeHeight": 1, "locked": 0, "layoutInCell": 1, "allowOverlap": 1},
    )
    return w("drawing", anchor)


def _picture(key: str, named: dict[str, object], size: dict[str, int]) -> Element:
    blip = _a("blip")
    blip.set(f"{R}embed", key)
    return _pic(
        "pic",
        _pic("nvPicPr", _pic("cNvPr", **named), _pic("cNvPicPr")),
        _pic("blipFill", blip, _a("stretch", _a("fillRect"))),
        _pic(
            "spPr",
            _a("xfrm", _a("off", x=0, y=0), _a("ext", **size)),
            _a("prstGeom", _a("avLst"), prst="rect"),
        ),
    )


def _position(tag: str, to: str, distance: float) -> Element:
    offset = _wp("posOffset")
    offset.text = str(_emu(distance))
    return _wp(tag, offset, relativeFrom=to)


def _emu(millimetres: float) -> int:
    return round(millimetres * _EMU_PER_MM)


def _wp(tag: str, *children: Element, **attributes: object) -> Element:
    return _element("wp", _WP, tag, children, attributes)


def _a(tag: str, *children: Element, **attributes: object) -> Element:
    return _element("a", _A, tag, children, attributes)


def _pic(tag: str, *children: Element, **attributes: object) -> Element:
    return _element("pic", _PIC, tag, children, attributes)


def _element(
    prefix: str, space: str, tag: str, children: tuple[Element, ...], attributes: dict[str, object]
) -> Element:
    element = etree.Element(f"{{{space}}}{tag}", nsmap={prefix: space})
    for name, value in attributes.items():
        element.set(name, str(value))
    element.extend(children)
    return element
