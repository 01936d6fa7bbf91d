"""Two containers of blocks made one, in which every change is marked.

    older    A   B   C   T          newer    A   D   T'   B          T is a table, B has moved

    steps    A = A    B leaves    C -         - D        T ~ T'     B comes
    written  A        [B from]    [C del]     [D ins]    T' inside  [B to]

The newer container is changed in place; what only the older holds is moved into it, behind what was
written last (`_place`). Paragraphs that answer to each other become one stream of tokens, tables,
controls and boxes are containers of their own, and the steps at the end are for `closing`.
"""

from collections.abc import Callable, Iterable, Sequence

from avtalsgen.compare.align.alignment import Alignment
from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.names import W
from avtalsgen.records import dataclass
from avtalsgen.redline.align.block import Block, BlockFacts
from avtalsgen.redline.align.by_sections import by_blocks, by_sections
from avtalsgen.redline.align.groups import BlockMove, Group, MergeStep
from avtalsgen.redline.package.forms import Forms, blocks
from avtalsgen.redline.write.change_marks import Kind, Marker
from avtalsgen.redline.write.closing import closed
from avtalsgen.redline.write.properties import Properties
from avtalsgen.redline.write.stream import TokenMatch, matched, stream
from avtalsgen.redline.write.tables import TableMarks
from avtalsgen.redline.write.weave import Thread, Weaver, coming, leaving, threads

_BOX = W + "txbxContent"
_NOTES = (W + "footnoteReference", W + "endnoteReference")


@dataclass(frozen=True, slots=True)
class Coarseness:
    """What must be written coarser than it could be, as it was not proven else."""

    olds: frozenset[int] = frozenset()
    """Blocks of the older side that are kept as they are or taken away whole."""
    news: frozenset[int] = frozenset()
    whole: bool = False
    """Whether everything is taken away and put there."""


_AS_ASKED = Coarseness()


class Merger:
    """Merges the containers of one part."""

    def __init__(self, forms: Forms, marker: Marker, moves: Callable[[], str]) -> None:
        """`moves` gives each move a name of its own in the file."""
        self.sections: list[tuple[Element, Element]] = []
        """Sections of the older side, and what they are in the newer."""
        self.changed = False
        """Whether the blocks of any container differ."""
        self.notes: list[tuple[Element, Element]] = []
        """References to notes, of the older side and the newer, that are kept."""
        self.moved = 0
        self.by_sections = False
        """Whether the sections of a given alignment are drawn."""
        self.forms, self.marker, self.name = forms, marker, moves
        self._properties = Properties(forms, marker)
        self.weaver = Weaver(marker, self._properties)

    def container(
        self,
        old_home: Element,
        new_home: Element,
        *,
        moves: bool = False,
        coarse: Coarseness = _AS_ASKED,
        alignment: Alignment | None = None,
    ) -> None:
        """Mark in `new_home` how it came out of `old_home`."""
        said: dict[str, BlockFacts] = {}
        old, new = self._blocks(old_home, said), self._blocks(new_home, said)
        self.changed |= [one.form for one in old] != [one.form for one in new]
        _stiffen(old, new, coarse)
        steps = by_sections(old, new, alignment) if alignment else None
        self.by_sections |= steps is not None
        steps = by_blocks(old, new, moves=moves) if steps is None else steps
        ContainerWriter(self, old, new, new_home).write(steps)

    def _blocks(self, home: Element, said: dict[str, BlockFacts]) -> list[Block]:
        """Return the blocks of a home; what those of a form say is put into `said`."""
        made: list[Block] = []
        for element in blocks(home):
            form = self.forms.block(element)
            if form not in said:
                said[form] = BlockFacts(element, is_heading=self.forms.is_heading(element))
            made.append(Block(element, form, said[form]))
        return made

    def table(self, old: Element, new: Element) -> None:
        """Mark in the table `new` how it came out of `old`."""
        TableMarks(self.forms, self.marker, self._properties, self.container).merge(old, new)

    def whole(self, home: Element, kind: Kind) -> None:
        """Mark all of a header, a footer or a note; its last paragraph keeps its mark."""
        home_blocks = blocks(home)
        for child in home_blocks[:-1]:
            self.marker.block(child, kind)
        if home_blocks and home_blocks[-1].tag == W + "p":
            self.marker.content(home_blocks[-1], kind)
        elif home_blocks:
            self.marker.block(home_blocks[-1], kind)
        self.changed = True

    def section(self, old: Element | None, new: Element | None) -> None:
        """Mark how a section changed."""
        if old is not None and new is not None:
            self._properties.section(new, old)
            self.sections.append((old, new))

    def objects(self, matches: Iterable[TokenMatch]) -> None:
        """Mark the changes inside objects that are kept: boxes now, notes by their references."""
        for match in matches:
            if match.old is None or match.new is None:
                continue
            for old_piece, new_piece in zip(match.old.pieces, match.new.pieces, strict=False):
                for old_object, new_object in zip(
                    old_piece.objects, new_piece.objects, strict=False
                ):
                    if new_object.element.tag in _NOTES:
                        self.notes.append((old_object.element, new_object.element))
                    elif len(new_object.element):
                        self._boxes(old_object.element, new_object.element)

    def _boxes(self, old: Element, new: Element) -> None:
        for old_box, new_box in zip(list(old.iter(_BOX)), list(new.iter(_BOX)), strict=False):
            if not any(above.tag == _BOX for above in new_box.iterancestors()):
                self.container(old_box, new_box)


class ContainerWriter:
    """The writing of one container."""

    def __init__(
        self, merger: Merger, old: Sequence[Block], new: Sequence[Block], home: Element
    ) -> None:
        self._merger, self._old, self._new, self._home = merger, old, new, home
        self._forms, self._marker = merger.forms, merger.marker
        self._weaver = merger.weaver
        self._last: Element | None = None
        self._matches: dict[int, list[TokenMatch]] = {}
        self._names: dict[int, str] = {}

    def write(self, steps: list[MergeStep]) -> None:
        """Write the steps of an alignment into the newer container.

        What moved to or from the end is matched first: its other end is marked in its place, and
        marked text is no more read.
        """
        ending = closed(self._old, self._new, steps)
        for step in ending.joined:
            move = step.leaves or step.comes
            for group in () if move is None else move.groups:
                self._matched(group)
        for step in ending.before:
            self._step(step)
        if ending.joined:
            self._joined(ending.joined)

    def _step(self, step: MergeStep) -> None:
        group = step.group
        if step.leaves is not None:
            self._leave(step.leaves)
        elif step.comes is not None:
            self._come(step.comes)
        elif not group.news:
            self._put(self._old[group.olds[0]].element, "del")
        elif not group.olds:
            self._mark(self._new[group.news[0]].element, "ins")
        else:
            self._pair(group)

    def _put(self, element: Element, kind: Kind) -> None:
        """Put a block of the older side here, marked."""
        self._place(element)
        self._marker.block(element, kind)

    def _mark(self, element: Element, kind: Kind) -> None:
        """Mark a block of the newer side where it stands."""
        self._last = element
        self._marker.block(element, kind)

    def _place(self, element: Element) -> None:
        """Put `element` after what was written last."""
        element.tail = None
        if self._last is not None:
            self._last.addnext(element)
        elif self._new:
            self._new[0].element.addprevious(element)
        else:
            section = self._home.find(W + "sectPr")
            position = len(self._home) if section is None else self._home.index(section)
            self._home.insert(position, element)
        self._last = element

    def _pair(self, group: Group) -> None:
        old, new = self._old[group.olds[0]], self._new[group.news[0]]
        if old.said.is_paragraph:
            self._sections(group)
        if old.form == new.form and len(group.olds) == len(group.news) == 1:
            self._last = new.element
        elif old.said.is_paragraph:
            self._paragraphs(group)
        else:
            self._last = new.element
            if old.said.tag == W + "tbl":
                self._merger.table(old.element, new.element)
            elif old.said.tag == W + "sdt":
                homes = (block.element.find(W + "sdtContent") for block in (old, new))
                self._merger.container(*homes)
            elif old.said.tag == W + "customXml":
                self._merger.container(old.element, new.element)

    def _sections(self, group: Group) -> None:
        for i, j in zip(group.olds, group.news, strict=False):
            ending = self._old[i], self._new[j]
            if all(block.said.ends_section for block in ending):
                before, now = (block.element.find(f"{W}pPr/{W}sectPr") for block in ending)
                self._merger.sections.append((before, now))

    def _paragraphs(self, group: Group) -> None:
        woven = threads(self._matched(group))
        del self._matches[id(group)]  # only what moved is asked for again
        self._weave(woven, group.news)

    def _matched(self, group: Group) -> list[TokenMatch]:
        """Return the stream of a group; its boxes and notes are marked the first time."""
        if id(group) not in self._matches:
            old = stream(self._forms, (self._old[i].element for i in group.olds))
            new = stream(self._forms, (self._new[j].element for j in group.news))
            if not old:
                matches = [TokenMatch(None, token) for token in new]
            elif not new:
                matches = [TokenMatch(token, None) for token in old]
            else:
                matches = matched(old, new)
                self._merger.objects(matches)
            self._matches[id(group)] = matches
        return self._matches[id(group)]

    def _weave(self, woven: list[Thread], news: Iterable[int]) -> list[Element]:
        """Write paragraphs here, in place of those of the newer side."""
        written = self._weaver.paragraphs(woven)
        for paragraph in written:
            self._place(paragraph)
        for j in news:
            self._home.remove(self._new[j].element)
        return written

    def _leave(self, move: BlockMove) -> None:
        written: list[Element] = []
        for group in move.groups:
            if self._is_same(group):
                for i in group.olds:
                    self._put(self._old[i].element, "moveFrom")
                    written.append(self._old[i].element)
            elif group.olds:
                written += self._weave(leaving(self._matched(group)), ())
        self._bound("moveFrom", move, written)

    def _come(self, move: BlockMove) -> None:
        written: list[Element] = []
        for group in move.groups:
            if self._is_same(group):
                for j in group.news:
                    self._mark(self._new[j].element, "moveTo")
                    written.append(self._new[j].element)
            elif group.news:
                written += self._weave(coming(self._matched(group)), group.news)
        self._bound("moveTo", move, written)

    def _is_same(self, group: Group) -> bool:
        return bool(
            len(group.olds) == len(group.news) == 1
            and self._old[group.olds[0]].form == self._new[group.news[0]].form
        )

    def _name_of(self, move: BlockMove) -> str:
        if move.number not in self._names:
            self._names[move.number] = self._merger.name()
            self._merger.moved += 1
        return self._names[move.number]

    def _bound(self, side: str, move: BlockMove, written: list[Element]) -> None:
        """Put the ends of the move around what was written."""
        start, end = self._marker.move_range(side, self._name_of(move))
        if written[0].tag == W + "p":
            written[0].insert(0 if written[0].find(W + "pPr") is None else 1, start)
        else:
            written[0].addprevious(start)
        if written[-1].tag == W + "p":
            written[-1].append(end)
        else:
            written[-1].addnext(end)
            self._last = end

    def _joined(self, steps: list[MergeStep]) -> None:
        """Write the last steps as one stream, whose last mark is kept.

        The first step and the last each end in a mark of which one must go on being the last of
        the page. Which two they are, and what becomes of the other:

            first        last        kept mark               the other mark
            both's B¶    older's C¶  C's place, B's now,     del, after B
                                     was C's
            both's B¶    newer's C¶  C's, was B's            ins, after B
            older's C¶   newer's D¶  D's, was C's            none: C flows on to D
        """
        parts = [self._threads(step) for step in steps]
        first, last = parts[0].pop(), parts[-1].pop()
        if first.kind is not None:
            kept = Thread(None, last.token, first.token)
            _hang(first, parts[1][0] if parts[1] else kept)
        elif steps[-1].group.olds:
            assert first.was is not None
            kept = Thread(None, first.token, last.token)
            parts[0].append(Thread("del", first.was))
        else:
            assert first.was is not None
            kept = Thread(None, last.token, first.was)
            parts[0].append(Thread("ins", first.token))
        _hang(last, kept)
        woven = [thread for part in parts for thread in part]
        self._weave([*woven, kept], [j for step in steps for j in step.group.news])

    def _threads(self, step: MergeStep) -> list[Thread]:
        move = step.leaves or step.comes
        if move is None:
            return threads(self._matched(step.group))
        side, take = ("moveFrom", leaving) if step.leaves else ("moveTo", coming)
        woven = [thread for group in move.groups for thread in take(self._matched(group))]
        start, end = self._marker.move_range(side, self._name_of(move))
        woven[0].before.append(start)
        woven[-1].after.append(end)
        return woven


def _hang(thread: Thread, on: Thread) -> None:
    """Let what stands around `thread`, which is not written, stand before `on`."""
    on.before[:0] = [*thread.before, *thread.after]


def _stiffen(old: Sequence[Block], new: Sequence[Block], coarse: Coarseness) -> None:
    """Let blocks that could not be proven pair with nothing but what says the same."""
    for side, blocks_of_side, rigid in (("o", old, coarse.olds), ("n", new, coarse.news)):
        for place, block in enumerate(blocks_of_side):
            if place in rigid or coarse.whole:
                block.rigid = True
            if coarse.whole:
                block.form = f"{side}{place}"
