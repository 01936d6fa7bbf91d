"""Notes and boxes whose mark alone somebody struck, tracked: what they say goes with it."""

from collections.abc import Callable, Sequence

from avtalsgen.readers.docx.returned.sheet import Hand, SheetLine, same_author
from avtalsgen.takeback.paper.folding import joined
from avtalsgen.takeback.telling import Telling, Where
from avtalsgen.takeback.undo import Undo


def struck_notes(
    lines: Sequence[SheetLine], telling: Telling, where: Callable[[int], Where]
) -> None:
    """Note each note that goes though its own words, and those that it hangs on, are let be.

    One that hangs on struck words goes with them, and is not told by itself.
    """
    for place, line in enumerate(lines):
        for note in line.notes:
            hand = note.deleted
            if hand is None or note.with_words:
                continue
            of_note = [at for at, each in enumerate(lines) if each.name == note.name]
            words = joined([_left(lines[at], hand) for at in of_note])
            if not words.strip():
                continue
            here, said = where(place), where(of_note[0])
            stands = Where(here.anchor, here.section, said.place, said.position)
            rank = telling.weighing.rank(words, "", least="saklig")
            undo = Undo(notes=frozenset({note.name}))
            telling.add("avvikelse", stands, words, "", rank, hand=hand, undo=undo)


def _left(line: SheetLine, hand: Hand) -> str:
    """Return what a line of a note says that nobody else struck and the hand did not write."""
    kept = (s.text for s in line.stretches if not s.deleted and not same_author(s.inserted, hand))
    return "".join(kept).strip()
