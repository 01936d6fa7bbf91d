"""The properties of a paragraph, which the schema wants in one order."""

from avtalsgen.ooxml.elements import Element, w
from avtalsgen.ooxml.names import W

_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"),
    *("snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap"),
    *("jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl"),
)
"""ECMA-376 part 1, 17.3.1.26 (CT_PPr), as far as paragraphs are written here."""
_PLACES = {W + tag: place for place, tag in enumerate(_ORDER)}


def paragraph(style: str, *content: Element, properties: tuple[Element, ...] = ()) -> Element:
    """Return a paragraph with the style of id `style` and further properties in any order."""
    ordered = sorted(properties, key=lambda property_: _PLACES[property_.tag])
    return w("p", w("pPr", w("pStyle", val=style), *ordered), *content)


def put(owner: Element, tag: str, **attributes: object) -> Element:
    """Return the property `tag` of a paragraph or style, set; one that it has is changed."""
    properties = owner.find(W + "pPr")
    child = properties.find(W + tag)
    if child is None:
        child = w(tag)
        place = _PLACES[child.tag]
        later = (at for at, one in enumerate(properties) if _PLACES[one.tag] > place)
        properties.insert(next(later, len(properties)), child)
    for name, value in attributes.items():
        child.set(W + name, str(value))
    return child
