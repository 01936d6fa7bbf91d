"""The tracked changes that a file has already, put aside while it is compared, and put back.

What nobody has decided on yet is not there for the comparison: it sees the file with every
earlier change rejected. What that hides leaves a placeholder, which prints nothing and goes along
with what it stands before, as a bookmark does.

    in the file                          while it is compared
    ins, moveTo  around runs             ⟨n⟩
    del, moveFrom  around runs           ⟨n …⟩ the runs, as they were ⟨… n⟩
    ¶ that was put in                    its words in the next paragraph, and ⟨¶ n⟩ after them
    ¶, row, cell that was taken away     an attribute n
    row that was put in                  ⟨n⟩
    …Change in properties                the properties as they were, with an attribute n

Afterwards ⟨n⟩ is again what it was. A run between ⟨n …⟩ and ⟨… n⟩ is in `del` again, inside an
`ins` of ours where we put it there.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import count

from lxml import etree

from avtalsgen.ooxml.elements import Element, put_in_place, w
from avtalsgen.ooxml.names import MATH, W
from avtalsgen.ooxml.package import Package
from avtalsgen.ooxml.revisions import (
    BLOCKS,
    CHANGES,
    MARKERS,
    OUTSIDE_CHANGE,
    PLACEHOLDER,
    RANGES,
    TRACKED,
    reject_properties,
)
from avtalsgen.ooxml.text import AS_DELETED, AS_STANDING, TEXTS, text_of
from avtalsgen.redline.package.parts import stories

NUMBER = f"{PLACEHOLDER}-number"
"""The attribute that leads from what is compared to what was put aside."""
_KIND = "kind"
_CAME = (W + "ins", W + "moveTo")
_LEFT = (W + "del", W + "moveFrom")
_WRAPPERS = (W + "hyperlink", W + "smartTag")
_MARKS = (*TRACKED, *CHANGES)
_CONTENT = (W + "r", W + "fldSimple", f"{MATH}oMath", f"{MATH}oMathPara")
_CONTAINERS = {
    W + name
    for name in ("body", "hdr", "ftr", "footnote", "endnote", "tc", "txbxContent", "sdtContent")
}
_CELL_MARKS = (W + "cellDel", W + "cellMerge")


class CannotKeepError(Exception):
    """Raised where earlier marks stand so that they cannot be put aside or back."""


class EarlierMarks:
    """What was put aside of one file, by number."""

    def __init__(self, package: Package) -> None:
        """Put aside every tracked change of `package`, in place.

        Raises:
            CannotKeepError: there is one that cannot be.
        """
        self._aside: dict[str, list[Element]] = {}
        self._numbers = count(1)
        for part in stories(package):
            root = package.tree(part)
            for change in list(root.iter(*CHANGES)):
                self._put_properties_aside(change)
            self._put_rows_aside(root)
            self._put_runs_aside(root)
            _into_paragraphs(root)
            self._put_ends_aside(root)
            package.refresh(part)

    def __bool__(self) -> bool:
        return bool(self._aside)

    def put_back(self, package: Package, free_ids: Iterator[int]) -> None:
        """Put everything back into `package`, in place; marks that were cut get `free_ids`.

        Raises:
            CannotKeepError: something has no place any more.
        """
        met: set[str] = set()
        for part in stories(package):
            root = package.tree(part)
            self._put_ranges_back(root, met)
            while placeholders := list(root.iter(PLACEHOLDER)):
                for placeholder in placeholders:
                    self._put_back(placeholder, met)
            for owner in [one for one in root.iter() if NUMBER in one.attrib]:
                self._put_attribute_back(owner, met)
            etree.cleanup_namespaces(root, keep_ns_prefixes=list(root.nsmap.keys() - {None}))
        if met != self._aside.keys():
            raise CannotKeepError
        known: set[str] = set()
        for mark in (one for part in stories(package) for one in package.tree(part).iter(*_MARKS)):
            if mark.get(W + "id") in known:
                mark.set(W + "id", str(next(free_ids)))
            known.add(mark.get(W + "id", ""))

    def _keep(self, *elements: Element) -> str:
        number = str(next(self._numbers))
        self._aside[number] = [deepcopy(element) for element in elements]
        for element in self._aside[number]:
            element.tail = None
        return number

    def _stand_in(self, element: Element, kind: str, *aside: Element) -> Element:
        """Put a placeholder where `element` is."""
        placeholder = _placeholder(kind, self._keep(*(aside or (element,))))
        element.getparent().replace(element, placeholder)
        return placeholder

    # ---- aside

    def _put_properties_aside(self, change: Element) -> None:
        properties = change.getparent()
        if change.tag == W + "numberingChange" or NUMBER in properties.attrib:
            properties.remove(change)
            return
        outside = OUTSIDE_CHANGE.get(properties.tag, frozenset())
        number = self._keep(*(one for one in properties if one.tag not in outside))
        reject_properties(change)
        properties.set(NUMBER, number)

    def _put_rows_aside(self, root: Element) -> None:
        for mark in list(root.iter(W + "trPr")):
            row = mark.getparent()
            came = [left_row for left_row in mark if left_row.tag in _CAME]
            left = [left_row for left_row in mark if left_row.tag in _LEFT]
            if came:
                self._stand_in(row, "block")
            elif left:
                row.set(NUMBER, self._keep(*left))
                for left_row in left:
                    mark.remove(left_row)
        for mark in list(root.iter(W + "cellIns")):
            self._stand_in(mark.getparent().getparent(), "block")
        for mark in list(root.iter(*_CELL_MARKS)):
            properties = mark.getparent()
            properties.getparent().set(NUMBER, self._keep(mark))
            properties.remove(mark)
        for table in reversed(list(root.iter(W + "tbl"))):
            if next(table.iter(W + "tr"), None) is None:
                self._stand_in(table, "block")

    def _put_runs_aside(self, root: Element) -> None:
        for wrapper in list(root.iter(*_WRAPPERS)):
            inside = [one.tag for one in wrapper]
            if any(tag in _CAME for tag in inside) and MARKERS.issuperset(
                tag for tag in inside if tag not in _CAME
            ):
                self._stand_in(wrapper, "inline")
        for node in list(root.iter(*TRACKED, *RANGES)):
            home = node.getparent()
            if not _is_in(node, root) or home.tag in (W + "rPr", W + "trPr"):
                continue
            if home.tag == W + "numPr":
                home.remove(node)
            elif node.tag in _CAME or node.tag in RANGES:
                self._stand_in(node, "inline")
            else:
                self._put_range_aside(node)

    def _put_range_aside(self, node: Element) -> None:
        shell = node.makeelement(node.tag, node.attrib)
        number = self._keep(shell)
        inside = list(node)
        for text in node.iter(*AS_STANDING):
            text.tag = AS_STANDING[text.tag]
        ends = _placeholder("from", number), _placeholder("to", number)
        put_in_place(node, (ends[0], *inside, ends[1]))

    def _put_ends_aside(self, root: Element) -> None:
        """Let paragraphs whose end was put in flow into the next, from the first to the last."""
        for paragraph in list(root.iter(W + "p")):
            mark = paragraph.find(f"{W}pPr/{W}rPr")
            marks = (
                [] if mark is None else [end_mark for end_mark in mark if end_mark.tag in TRACKED]
            )
            if any(end_mark.tag in _CAME for end_mark in marks):
                self._flow_on(paragraph)
            elif marks:
                paragraph.set(NUMBER, self._keep(*marks))
                for end_mark in marks:
                    mark.remove(end_mark)

    def _flow_on(self, paragraph: Element) -> None:
        properties = paragraph.find(W + "pPr")
        content = [one for one in paragraph if one is not properties]
        following = next(paragraph.itersiblings(*BLOCKS), None)
        if following is not None and following.tag == W + "p":
            shell = paragraph.makeelement(paragraph.tag, paragraph.attrib)
            shell.append(deepcopy(properties))
            end = _placeholder("end", self._keep(shell))
            between = list(reversed(_until(following)))
            first = following.find(W + "pPr")
            position = 0 if first is None else 1
            following[position:position] = [*content, end, *between]
            paragraph.getparent().remove(paragraph)
        elif all(one.tag in MARKERS for one in content):
            self._stand_in(paragraph, "block")
        else:
            raise CannotKeepError

    # ---- back

    def _put_ranges_back(self, root: Element, met: set[str]) -> None:
        around: Element | None = None
        for run, number in list(_within_ranges(root)):
            if around is None or run.getprevious() is not around or around.get(NUMBER) != number:
                around = deepcopy(self._aside[number][0])
                around.set(NUMBER, number)
                run.addprevious(around)
            around.append(run)
            if around.tag == W + "del":
                for text in run.iterchildren(*AS_DELETED):
                    text.tag = AS_DELETED[text.tag]
        for node in root.iter(*_LEFT):
            node.attrib.pop(NUMBER, None)
        for placeholder in list(root.iter(PLACEHOLDER)):
            if _is_range(placeholder):
                met.add(placeholder.get("number"))
                placeholder.getparent().remove(placeholder)

    def _put_back(self, placeholder: Element, met: set[str]) -> None:
        home, number = placeholder.getparent(), placeholder.get("number")
        met.add(number)
        aside = deepcopy(self._aside[number])
        if placeholder.get(_KIND) == "end":
            self._end_paragraph(home, placeholder, aside[0])
            return
        if placeholder.get(_KIND) == "inline" or home.tag != W + "p":
            put_in_place(placeholder, aside)
            return
        home.remove(placeholder)
        for element in aside:
            if placeholder.get(_KIND) == "block":
                home.addprevious(element)
            else:
                home.addnext(element)

    def _end_paragraph(self, home: Element, placeholder: Element, paragraph: Element) -> None:
        """End a paragraph at `placeholder`; what stands after it is another."""
        if home.tag != W + "p":
            raise CannotKeepError
        before = list(placeholder.itersiblings(preceding=True))
        paragraph.extend(one for one in reversed(before) if one.tag != W + "pPr")
        home.remove(placeholder)
        home.addprevious(paragraph)

    def _put_attribute_back(self, owner: Element, met: set[str]) -> None:
        number = owner.attrib.pop(NUMBER)
        met.add(number)
        aside = deepcopy(self._aside[number])
        if owner.tag == W + "p":
            _mark(_made(_made(owner, "pPr"), "rPr"), aside)
        elif owner.tag == W + "tr":
            _made(owner, "trPr").extend(aside)
        elif owner.tag == W + "tc":
            _made(owner, "tcPr").extend(aside)
        else:
            _restore(owner, aside)


def _within_ranges(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield the runs that were taken away, each with the number of the innermost range.

    What we take away ourselves is of the other file, and what stands in a run goes with it.
    """
    opened: list[str] = []
    met: set[Element] = set()
    for node in root.iter(PLACEHOLDER, *_CONTENT):
        if node.get(_KIND) == "from":
            opened.append(node.get("number"))
        elif node.get(_KIND) == "to":
            opened.remove(node.get("number"))
        elif node.tag != PLACEHOLDER and opened:
            if any(one in met or one.tag in _LEFT for one in node.iterancestors()):
                continue
            met.add(node)
            yield node, opened[-1]


def _restore(properties: Element, aside: Sequence[Element]) -> None:
    """Let properties be as they were put aside.

    They can say only once what they were, so they must not have changed without a mark too.
    """
    outside = OUTSIDE_CHANGE.get(properties.tag, frozenset())
    if any(one.tag in CHANGES for one in properties):
        raise CannotKeepError
    theirs = next(one for one in aside if one.tag in CHANGES)
    kept = [one for one in properties if one.tag in outside]
    now = [one for one in aside if one is not theirs]
    first = properties.tag != W + "pPr"
    properties[:] = [*kept, *now, theirs] if first else [*now, *kept, theirs]


def _mark(mark: Element, aside: Sequence[Element]) -> None:
    """Mark the end of a paragraph, after what we have marked it with."""
    tracked = sum(1 for child in mark if child.tag in TRACKED)
    mark[tracked:tracked] = aside


def _into_paragraphs(root: Element) -> None:
    """Let placeholders between blocks stand in the paragraph that they stand before, or else after.

    Blocks are written anew and put in their places, and what is between them would not follow.
    """
    for placeholder in list(root.iter(PLACEHOLDER)):
        if placeholder.getparent().tag not in _CONTAINERS:
            continue
        after = next(placeholder.itersiblings(*BLOCKS), None)
        before = next(placeholder.itersiblings(*BLOCKS, preceding=True), None)
        if after is not None and after.tag == W + "p":
            first = next((one for one in after if one.tag not in (W + "pPr", PLACEHOLDER)), None)
            after.insert(len(after) if first is None else after.index(first), placeholder)
        elif before is not None and before.tag == W + "p":
            before.append(placeholder)
            if placeholder.get(_KIND) == "block":
                placeholder.set(_KIND, "block after")


def _made(owner: Element, tag: str) -> Element:
    """Return a child of properties, made in its place if it is not there."""
    child = owner.find(W + tag)
    if child is None:
        child = w(tag)
        later = (W + "sectPr", W + "pPrChange") if tag == "rPr" else None
        places = (at for at, one in enumerate(owner) if later and one.tag in later)
        before = len(owner) if later else int(owner.find(W + "tblPrEx") is not None)
        owner.insert(next(places, before), child)
    return child


def _placeholder(kind: str, number: str) -> Element:
    placeholder = etree.Element(PLACEHOLDER)
    placeholder.set(_KIND, kind)
    placeholder.set("number", number)
    return placeholder


def _until(stop: Element) -> list[Element]:
    """Return what stands between the block before `stop` and it, such as bookmarks."""
    between: list[Element] = []
    for sibling in stop.itersiblings(preceding=True):
        if sibling.tag in BLOCKS:
            break
        between.append(sibling)
    return between


def _is_in(node: Element, root: Element) -> bool:
    """Return whether `node` still stands in the tree of `root`."""
    while (above := node.getparent()) is not None:
        node = above
    return node is root


def ends_paragraph(mark: Element) -> bool:
    """Return whether `mark` stands for the end of a paragraph, or for whole blocks."""
    return mark.tag == PLACEHOLDER and mark.get(_KIND) != "inline" and not _is_range(mark)


def _is_range(placeholder: Element) -> bool:
    return placeholder.get(_KIND) in ("from", "to")


def marked_by(package: Package) -> Mapping[tuple[str, str, str], int]:
    """Return how many letters are marked, by kind, author and moment; ends of paragraphs are 1."""
    measured: Counter[tuple[str, str, str]] = Counter()
    for part in stories(package):
        for mark in package.tree(part).iter(*TRACKED):
            said = (mark.tag, mark.get(W + "author", ""), mark.get(W + "date", ""))
            is_end = mark.getparent().tag == W + "rPr"
            measured[said] += 1 if is_end else len(text_of(mark, TEXTS))
    return measured
