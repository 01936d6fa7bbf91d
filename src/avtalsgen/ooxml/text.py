"""What a paragraph says, as characters: the only place that knows which elements are text.

    printed(p)     what is printed when tracked changes are accepted: signs too, nothing hidden
    lines_of(p)    all that stands there, with signs, each paragraph on a line of its own
    text_of(p)     its letters alone, of the kinds of text that are asked for

Who needs more of it than its words (looks, fields, links) goes through the runs by itself, and
takes the elements and the signs from here.
"""

from collections.abc import Collection, Iterator, Mapping

from lxml import etree

from avtalsgen.ooxml.names import MATH, MC, NAMESPACES, W

TEXT, DELETED_TEXT, FORMULA_TEXT = f"{W}t", f"{W}delText", f"{MATH}t"
TEXTS = (TEXT, DELETED_TEXT)
"""Text as it stands in a run, and as it stands there when it is taken away."""
AS_DELETED: Mapping[object, str] = {TEXT: DELETED_TEXT, f"{W}instrText": f"{W}delInstrText"}
"""What an element of a run is called where the run is taken away (17.13.5.14)."""
AS_STANDING: Mapping[object, str] = {deleted: str(tag) for tag, deleted in AS_DELETED.items()}
TAB, LINE = "\t", "\n"
HELD_HYPHEN = f"{W}noBreakHyphen"
"""A hyphen at which no line ends (17.3.3.18)."""
SIGNS: Mapping[object, str] = {
    f"{W}tab": TAB,
    f"{W}ptab": TAB,
    f"{W}br": LINE,
    f"{W}cr": LINE,
    HELD_HYPHEN: "\N{NON-BREAKING HYPHEN}",
}
"""Elements of a run that print a sign (ECMA-376 part 1, 17.3.3)."""
_LETTERS = {TEXT, FORMULA_TEXT}
_SAID = (*_LETTERS, f"{W}p", *map(str, SIGNS))
_BREAK, _PAGE_PRINTED = f"{W}br", f"{W}lastRenderedPageBreak"
_TAB_STOP = f"{W}pos"
"""What a tab stop has, among the properties of a paragraph, and a tab in its text has not."""
_GONE = {f"{W}del", f"{W}moveFrom"}
_SAID_TWICE = {f"{MC}Fallback", f"{W}txbxContent"}
"""An older form of what stands beside it, and a box, which has paragraphs of its own."""
_OFF = {"0", "false", "off", "none"}


def printed(element: etree._Element) -> str:
    """Return the characters that a paragraph prints, with its tracked changes accepted.

    Hidden text is left out, and so are the texts of boxes.
    """
    return "".join(_printed(element))


def text_of(element: etree._Element, kinds: Collection[str] = (TEXT,)) -> str:
    """Return the letters of every text of `kinds` in `element`, whoever has marked it."""
    return "".join(node.text or "" for node in element.iter(*kinds))


def text_of_run(run: etree._Element) -> str:
    """Return the letters that stand in a run itself, not in a box of it."""
    return "".join(node.text or "" for node in run.iterchildren(TEXT))


def lines_of(element: etree._Element) -> str:
    """Return all text in `element`, formulas too, each paragraph on a line of its own."""
    said: list[str] = []
    for node in element.iter(*_SAID):
        tag = node.tag
        if tag in _LETTERS:
            said.append(node.text or "")
        elif node.get(_TAB_STOP) is None:
            said.append(SIGNS.get(tag, LINE))
    return "".join(said)


def begins_page(paragraph: etree._Element) -> bool:
    """Return whether a paragraph begins a page, as it was last printed or as it asks for."""
    first = next(paragraph.iter(TEXT, _PAGE_PRINTED, _BREAK), None)
    return first is not None and (first.tag == _PAGE_PRINTED or _breaks_page(first))


def ends_page(paragraph: etree._Element) -> bool:
    """Return whether a page or a section ends with a paragraph."""
    printed_nodes = [*paragraph.iter(TEXT, _BREAK)]
    last = printed_nodes[-1] if printed_nodes else None
    if last is not None and _breaks_page(last):
        return True
    properties = next(paragraph.iterchildren(f"{W}pPr"), None)
    return properties is not None and properties.find(f"{W}sectPr") is not None


def _breaks_page(node: etree._Element) -> bool:
    return bool(node.get(f"{W}type") == "page")


def _printed(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE or child.tag in _SAID_TWICE or _is_hidden(child):
            continue
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in SIGNS and element.tag == f"{W}r":
            yield SIGNS[child.tag]
        elif isinstance(child.tag, str):
            yield from _printed(child)


def _is_hidden(run: etree._Element) -> bool:
    hidden = run.find("w:rPr/w:vanish", NAMESPACES) if run.tag == f"{W}r" else None
    return hidden is not None and hidden.get(f"{W}val") not in _OFF
