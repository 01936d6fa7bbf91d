"""Looks that were changed with track changes on."""

from collections.abc import Callable, Sequence

from avtalsgen.readers.docx.returned.sheet import Hand, SheetLine, SheetStretch
from avtalsgen.takeback.looks import look_change, place_change
from avtalsgen.takeback.telling import Telling, Where


def tracked_looks(
    lines: Sequence[SheetLine], telling: Telling, where: Callable[[int], Where]
) -> None:
    """Note looks that were changed with track changes on."""
    for place, line in enumerate(lines):
        if line.part == "contents":
            continue
        words, told, hand = "", "", None
        styled = line.styled
        for stretch in (*line.stretches, SheetStretch("")):
            change = ""
            if stretch.looked and stretch.before and not (stretch.inserted or stretch.deleted):
                change = look_change(stretch.before, stretch.look) or _unseen_change(stretch)
            if change != told or stretch.looked != hand:
                if told and words.strip():
                    _note(telling, where(place), words, told, hand)
                    styled = None
                words, told, hand = "", change, stretch.looked
            words += stretch.text
        if styled and line.text.strip():
            told = place_change(line.placed_before, line.placed) or "styckets format"
            _note(telling, where(place), line.text, told, styled)


def _note(telling: Telling, where: Where, words: str, told: str, hand: Hand | None) -> None:
    telling.add("format", where, words.strip(), told, "redaktionell", hand=hand)


def _unseen_change(stretch: SheetStretch) -> str:
    before = stretch.before.unseen if stretch.before else ""
    return stretch.look.unseen if stretch.look.unseen != before else ""
