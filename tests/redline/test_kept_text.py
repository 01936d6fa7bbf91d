"""Text that the alignment keeps is marked by no redline; one that is drawn so falls back, told."""

from dataclasses import replace

import pytest
from tests.read import read_docx
from tests.redline.judge import differences, marks
from tests.redline.wordfile import par, word

from avtalsgen.compare.align.alignment import Alignment, aligned
from avtalsgen.compare.align.kept import lost_line
from avtalsgen.compare.align.splits import Match
from avtalsgen.redline import Options, word_redline
from avtalsgen.redline.align.drawing import Drawing
from avtalsgen.redline.align.file_side import FileSide

FIRST = "Ersättningen betalas mot faktura inom trettio dagar från det att fakturan kom in."
SECOND = "Utföraren ska ha en ansvarsförsäkring under hela den tid som avtalet gäller."
LAST = "Avtalet får sägas upp skriftligen av vardera parten med tre månaders varsel."
OLD = word(par("Villkor", style="Heading1"), FIRST, SECOND, LAST, "Slut.")
NEW = word(par("Villkor", style="Heading1"), FIRST, SECOND, LAST.replace("tre", "sex"), "Slut.")


@pytest.fixture
def alignment() -> Alignment:
    old, new = (read_docx(data, "a.docx", "accept").document for data in (OLD, NEW))
    return aligned(old, new)


def _damaged(alignment: Alignment) -> Alignment:
    """Return the alignment with the answers of its first two lines exchanged."""
    first, second, *rest = sorted(alignment.staying, key=lambda match: match.olds)
    crossed = (Match(first.olds, second.news), Match(second.olds, first.news))
    return replace(alignment, matches=(*crossed, *rest), staying=frozenset((*crossed, *rest)))


def test_a_redline_by_sections_keeps_what_the_alignment_keeps(alignment: Alignment) -> None:
    made = word_redline(OLD, NEW, Options(alignment=alignment))
    assert made.by_sections
    assert marks(made.docx).inserted + marks(made.docx).deleted == len("tre" + "sex")


def test_lines_that_are_marked_though_they_are_kept_are_found_out(alignment: Alignment) -> None:
    assert lost_line(alignment, f"Villkor{FIRST}{SECOND}Slut.") == ""
    assert lost_line(alignment, f"Villkor{FIRST}Slut.") == SECOND
    assert lost_line(alignment, f"Villkor{SECOND}{FIRST}Slut.") == SECOND
    assert lost_line(alignment, f"{FIRST}{SECOND}Slut.") == "Villkor"
    assert lost_line(alignment, f"Villkor{FIRST}Slut.", whole=f"Villkor{FIRST}Slut.") == ""


def test_a_drawing_that_loses_a_line_falls_back_to_the_blocks(
    alignment: Alignment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The alignment is whole where it is measured, and drawn as it was damaged."""

    def drawing(body: Alignment, *sides: FileSide) -> Drawing:
        return Drawing(_damaged(body) if body is alignment else body, *sides)

    monkeypatch.setattr("avtalsgen.redline.align.by_sections.Drawing", drawing)
    made = word_redline(OLD, NEW, Options(alignment=alignment))
    assert not made.by_sections
    assert marks(made.docx).inserted + marks(made.docx).deleted == len("tre" + "sex")
    assert differences(made.docx, OLD, NEW) == []
