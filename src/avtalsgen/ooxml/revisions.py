"""Tracked changes of a Word file, all accepted or all rejected (ECMA-376 part 1, 17.13.5).

runs         `ins` and `moveTo` stay when accepted, `del` and `moveFrom` when rejected
marks        a paragraph that loses its mark flows into the one after it, whose properties
             then hold; its own go, and so does a section break that they carry
rows, cells  go whole
properties   `…Change` holds what they were
controls     a content control whose beginning lies in a `customXmlInsRange` was put around
             what was there, or, in a `customXmlDelRange`, was taken away from it
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from avtalsgen.ooxml.elements import Element, put_in_place
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.text import AS_STANDING

Way = Literal["accept", "reject"]


def _w(*names: str) -> frozenset[str]:
    return frozenset(W + name for name in names)


BLOCKS = _w("p", "tbl", "sdt", "customXml")
"""What stands under each other in a body, a cell, a note or a text box."""
PLACEHOLDER = "{urn:avtalsgen:earlier-marks}placeholder"
"""What stands for something that is put aside while a file is worked on; in no finished file."""
MARKERS = frozenset({PLACEHOLDER}) | _w(
    *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"),
    *("proofErr", "permStart", "permEnd"),
)
"""What prints nothing and may stand anywhere."""
TRACKED = _w("ins", "del", "moveFrom", "moveTo")
_STAYS = {"accept": _w("ins", "moveTo"), "reject": _w("del", "moveFrom")}
_MOVE_RANGES = _w("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
_CONTROL_RANGES = _w(
    *(f"customXml{kind}Range{end}" for kind in ("Ins", "Del") for end in ("Start", "End")),
    *(f"customXmlMove{kind}Range{end}" for kind in ("From", "To") for end in ("Start", "End")),
)
_CONTROL_GOES = {
    "accept": _w("customXmlDelRangeStart", "customXmlMoveFromRangeStart"),
    "reject": _w("customXmlInsRangeStart", "customXmlMoveToRangeStart"),
}
CHANGES = _w(
    *("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange"),
    *("tblPrExChange", "tblGridChange", "numberingChange"),
)
OUTSIDE_CHANGE = {
    W + "pPr": _w("rPr", "sectPr"),
    W + "rPr": TRACKED,
    W + "sectPr": _w("headerReference", "footerReference"),
    W + "trPr": _w("ins", "del"),
    W + "tcPr": _w("cellIns", "cellDel", "cellMerge"),
}
"""Children of properties that their `…Change` says nothing about."""
RANGES = _MOVE_RANGES | _CONTROL_RANGES
"""Where moves begin and end, and controls that were put around something or taken away."""
_CELLS = {"accept": _w("cellDel"), "reject": _w("cellIns")}
CELLS = _w("cellIns", "cellDel", "cellMerge")
_WRAPPERS = _w("sdt", "customXml")


_EVERY_MARK = (*TRACKED, *CHANGES, *CELLS, *RANGES)


def is_tracked(root: Element) -> bool:
    """Return whether there is any tracked change under `root`."""
    return next(root.iter(*_EVERY_MARK), None) is not None


def is_settled(root: Element) -> bool:
    """Return whether there is nothing under `root` that `resolve` changes."""
    return not is_tracked(root) and next(root.iter(*map(str, AS_STANDING)), None) is None


def settled_paragraphs(body: Element) -> Iterator[tuple[int, Element]]:
    """Yield the paragraphs of a body that are the same accepted and rejected, and their places.

    No mark is in them, and none in what stands before, which may flow into them.
    """
    marked = set[Element]()
    for mark in body.iter(*_EVERY_MARK, *map(str, AS_STANDING)):
        above = mark
        while above.getparent() is not body:
            above = above.getparent()
        marked.add(above)
    may_flow = False
    for place, block in enumerate(body):
        if block in marked:
            may_flow = True
        elif block.tag == W + "p":
            if not may_flow:
                yield place, block
            may_flow = False


def count_marks(root: Element, chosen: Callable[[Element], bool]) -> int:
    """Return how many tracked changes under `root` are `chosen`."""
    return sum(1 for one in root.iter(*TRACKED, *CHANGES, *CELLS) if chosen(one))


def _all(_: Element) -> bool:
    return True


def resolve(root: Element, way: Way, chosen: Callable[[Element], bool] = _all) -> None:
    """Accept or reject every tracked change under `root` that is `chosen`, in place.

    Law: afterwards nothing chosen is tracked, and resolving again changes nothing. Comments,
    bookmarks and whatever else is no tracked change stay where they are.
    """
    for change in filter(chosen, list(root.iter(*CHANGES))):
        _settle_properties(change, way)
    _unwrap_controls(root, way, chosen)
    for mark in filter(chosen, list(root.iter(*RANGES))):
        mark.getparent().remove(mark)
    lost, touched = _settle_content(root, _STAYS[way], chosen)
    for mark in filter(chosen, list(root.iter(*CELLS))):
        properties = mark.getparent()
        properties.remove(mark)
        if mark.tag in _CELLS[way]:
            _remove(properties.getparent())
    for text in list(root.iter(*AS_STANDING)):
        if next(text.iterancestors(W + "del"), None) is None:
            text.tag = AS_STANDING[text.tag]
    _remove_hollow(root, touched)
    for chain in _chains(lost):
        _flow_on(chain)


def reject_properties(change: Element) -> None:
    """Let the properties that `change` stands in be what they were."""
    _settle_properties(change, "reject")


def _settle_properties(change: Element, way: Way) -> None:
    properties = change.getparent()
    properties.remove(change)
    if way == "accept" or change.tag == W + "numberingChange":
        return
    outside = OUTSIDE_CHANGE.get(properties.tag, frozenset())
    kept = [own for own in properties if own.tag in outside]
    before = list(change[0]) if len(change) else []
    marks_first = properties.tag != W + "pPr"
    properties[:] = [*kept, *before] if marks_first else [*before, *kept]


def _unwrap_controls(root: Element, way: Way, chosen: Callable[[Element], bool]) -> None:
    """Take away the controls that begin inside a range that says that they go."""
    if next(root.iter(*_CONTROL_RANGES), None) is None:
        return
    opened: set[str] = set()
    going = []
    for node in root.iter(*_CONTROL_RANGES, *_WRAPPERS):
        if node.tag in _WRAPPERS:
            going += [node] if opened else []
        elif node.tag in _CONTROL_GOES[way] and chosen(node):
            opened.add(node.get(W + "id"))
        elif node.tag.endswith("End"):
            opened.discard(node.get(W + "id"))
    for control in going:
        content = control.find(W + "sdtContent") if control.tag == W + "sdt" else control
        inner = [] if content is None else [one for one in content if one.tag != W + "customXmlPr"]
        put_in_place(control, inner)


def _settle_content(
    root: Element, stays: frozenset[str], chosen: Callable[[Element], bool]
) -> tuple[list[Element], list[Element]]:
    """Settle runs, marks and rows; return the paragraphs that lose their mark, and old homes."""
    lost: list[Element] = []
    homes: list[Element] = []
    for node in filter(chosen, list(root.iter(*TRACKED))):
        home = node.getparent()
        if home.tag == W + "rPr":
            home.remove(node)
            properties = home.getparent()
            if node.tag not in stays and properties is not None and properties.tag == W + "pPr":
                lost.append(properties.getparent())
        elif home.tag == W + "trPr":
            home.remove(node)
            if node.tag not in stays:
                _remove(home.getparent())
        elif home.tag == W + "numPr" or node.tag not in stays:
            home.remove(node)
            homes.append(home)
        else:
            put_in_place(node, list(node))
    return lost, homes


def _remove_hollow(root: Element, homes: Iterable[Element]) -> None:
    """Take away links that have lost all they said, and tables that have lost all rows."""
    for home in homes:
        if home.tag == W + "hyperlink" and not len(home):
            _remove(home)
    for table in reversed(list(root.iter(W + "tbl"))):
        if next(table.iter(W + "tr"), None) is None:
            _remove(table)


def _chains(lost: Iterable[Element]) -> Iterator[list[Element]]:
    """Yield paragraphs without a mark that follow right upon each other, in reading order."""
    chain: list[Element] = []
    for paragraph in lost:
        if paragraph.getparent() is None:
            continue
        if chain and next(_blocks_after(chain[-1]), None) is not paragraph:
            yield chain
            chain = []
        chain.append(paragraph)
    if chain:
        yield chain


def _flow_on(chain: list[Element]) -> None:
    """Let paragraphs without a mark flow into the one after them; one that is empty goes.

    From the last to the first, so that no content is moved more than once.
    """
    *before, last = chain
    after = next(_blocks_after(last), None)
    flows = after is not None and after.tag == W + "p"
    target: Element = after if flows else last
    for paragraph in reversed([*before, last] if flows else before):
        first = next(iter(target), None)  # counting the children takes as long as there are any
        position = 1 if first is not None and first.tag == W + "pPr" else 0
        target[position:position] = [own for own in paragraph if own.tag != W + "pPr"]
        paragraph.getparent().remove(paragraph)
    content = [own for own in last if own.tag != W + "pPr"]
    if not flows and all(own.tag in MARKERS for own in content) and _may_go(last, after):
        put_in_place(last, content)


def _may_go(paragraph: Element, after: Element | None) -> bool:
    """Return whether a file without this empty paragraph is still a Word file.

    A cell ends with a paragraph (17.4.65), and so do notes and text boxes in practice.
    """
    before = next(
        (own for own in paragraph.itersiblings(preceding=True) if own.tag in BLOCKS), None
    )
    if after is not None:
        return True
    return before is not None and (before.tag == W + "p" or paragraph.getparent().tag == W + "body")


def _blocks_after(paragraph: Element) -> Iterator[Element]:
    return (own for own in paragraph.itersiblings() if own.tag in BLOCKS)


def _remove(node: Element) -> None:
    home = node.getparent()
    if home is not None:
        home.remove(node)
