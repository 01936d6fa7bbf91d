"""What a paragraph says, as characters: the one table of elements that stand for a sign.

Who needs more of it than its words (looks, fields, links) goes through the runs by itself, and
takes the signs from here.
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from avtalsgen.ooxml.names import MC, NAMESPACES, W

TAB, LINE = "\t", "\n"
SIGNS: Mapping[object, str] = {
    f"{W}tab": TAB,
    f"{W}ptab": TAB,
    f"{W}br": LINE,
    f"{W}cr": LINE,
    f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}
"""Elements of a run that print a sign (ECMA-376 part 1, 17.3.3)."""
_GONE = {f"{W}del", f"{W}moveFrom"}
_SAID_TWICE = {f"{MC}Fallback", f"{W}txbxContent"}
"""An older form of what stands beside it, and a box, which has paragraphs of its own."""
_OFF = {"0", "false", "off", "none"}


def printed(element: etree._Element) -> str:
    """Return the characters that a paragraph prints, with its tracked changes accepted.

    Hidden text is left out, and so are the texts of boxes.
    """
    return "".join(_printed(element))


def _printed(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE or child.tag in _SAID_TWICE or _is_hidden(child):
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in SIGNS and element.tag == f"{W}r":
            yield SIGNS[child.tag]
        elif isinstance(child.tag, str):
            yield from _printed(child)


def _is_hidden(run: etree._Element) -> bool:
    hidden = run.find("w:rPr/w:vanish", NAMESPACES) if run.tag == f"{W}r" else None
    return hidden is not None and hidden.get(f"{W}val") not in _OFF
