"""Two tables made one: rows and cells that stay, come and go, and controls around them."""

from collections.abc import Callable, Sequence

from avtalsgen.ooxml.elements import Element
from avtalsgen.ooxml.names import W
from avtalsgen.redline.align.block import Block
from avtalsgen.redline.align.by_sections import by_blocks
from avtalsgen.redline.align.groups import Group, MergeStep
from avtalsgen.redline.package.forms import Forms, cells, rows
from avtalsgen.redline.write.change_marks import Kind, Marker
from avtalsgen.redline.write.properties import Properties


class TableMarks:
    """Marks in tables how they came out of others."""

    def __init__(
        self,
        forms: Forms,
        marker: Marker,
        properties: Properties,
        container: Callable[[Element, Element], None],
    ) -> None:
        """`container` merges the blocks of two cells."""
        self._forms, self._marker, self._properties = forms, marker, properties
        self._container = container

    def merge(self, old: Element, new: Element) -> None:
        """Mark in the table `new` how it came out of `old`."""
        self._properties.part(new, old, "tblPr")
        before, now = old.find(W + "tblGrid"), new.find(W + "tblGrid")
        differ = self._forms.properties(now) != self._forms.properties(before)
        if differ and before is not None and now is not None:
            self._marker.grid_changed(now, before)
        self._rows(old, new)

    def _rows(self, old_home: Element, new_home: Element) -> None:
        old = [Block(one, self._forms.row(one)) for one in rows(old_home)]
        new = [Block(one, self._forms.row(one)) for one in rows(new_home)]
        steps = [
            part
            for step in by_blocks(old, new, moves=False)
            for part in self._parted(step, old, new)
        ]
        self._write(steps, old, new, new_home, self._marker.rows, self._row)

    def _parted(
        self, step: MergeStep, old: Sequence[Block], new: Sequence[Block]
    ) -> list[MergeStep]:
        """Return a step of rows that have no cell in common as two."""
        group = step.group
        if not (group.olds and group.news):
            return [step]
        old_block, new_block = old[group.olds[0]], new[group.news[0]]
        if old_block.form == new_block.form or old_block.said.tag != W + "tr":
            return [step]
        if len(cells(old_block.element)) == len(cells(new_block.element)):
            return [step]
        if any(
            part.group.olds and part.group.news
            for part in self._cell_steps(old_block, new_block)[0]
        ):
            return [step]
        return [MergeStep(Group(group.olds, [])), MergeStep(Group([], group.news))]

    def _write(
        self,
        steps: Sequence[MergeStep],
        old: Sequence[Block],
        new: Sequence[Block],
        home: Element,
        mark: Callable[[Element, Kind], None],
        pair: Callable[[Element, Element], None],
    ) -> None:
        """Write rows, or cells: what goes is put before what comes in its place."""
        last: Element | None = None
        for step in steps:
            olds, news = step.group.olds, step.group.news
            if not news:
                element = old[olds[0]].element
                element.tail = None
                if last is not None:
                    last.addnext(element)
                elif new:
                    new[0].element.addprevious(element)
                else:
                    home.append(element)
                mark(element, "del")
            else:
                element = new[news[0]].element
                if not olds:
                    mark(element, "ins")
                elif old[olds[0]].form != new[news[0]].form:
                    pair(old[olds[0]].element, element)
            last = element

    def _row(self, old: Element, new: Element) -> None:
        if new.tag != W + "tr":
            self._rows(_inside(old), _inside(new))
            return
        self._properties.part(new, old, "tblPrEx")
        self._properties.part(new, old, "trPr")
        self._cells(old, new)

    def _cells(self, old_home: Element, new_home: Element) -> None:
        old_cell, new_cell = (Block(home, "") for home in (old_home, new_home))
        steps, old, new = self._cell_steps(old_cell, new_cell)
        self._write(steps, old, new, new_home, self._marker.cells, self._cell)

    def _cell_steps(
        self, old_cell: Block, new_cell: Block
    ) -> tuple[list[MergeStep], Sequence[Block], Sequence[Block]]:
        """Return how the cells of a row became those of another: by place if as many."""
        old = [Block(cell, self._forms.cell(cell)) for cell in cells(old_cell.element)]
        new = [Block(cell, self._forms.cell(cell)) for cell in cells(new_cell.element)]
        if [cell.said.tag for cell in old] == [cell.said.tag for cell in new]:
            return [MergeStep(Group([at], [at])) for at in range(len(old))], old, new
        return by_blocks(old, new, moves=False), old, new

    def _cell(self, old: Element, new: Element) -> None:
        if new.tag != W + "tc":
            self._cells(_inside(old), _inside(new))
            return
        self._properties.part(new, old, "tcPr")
        self._container(old, new)


def _inside(control: Element) -> Element:
    """Return what stands in a control around rows or cells."""
    content = control.find(W + "sdtContent") if control.tag == W + "sdt" else control
    return control if content is None else content
