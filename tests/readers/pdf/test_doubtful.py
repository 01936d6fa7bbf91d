"""Words of a PDF that do not hold, that nobody sees, or that lie across the text."""

import pytest
from tests.readers.pdf.drawing import HEIGHT, Drawn, drawn

from avtalsgen.readers.doubtful import ACROSS, DRAWN, STRUCK, UNSEEN
from avtalsgen.readers.pdf.drawn import doubtful as module
from avtalsgen.readers.pdf.drawn.doubtful import _LooksLeft, doubtful

WORDS = "Priset får inte höjas."
_BASE = HEIGHT - 100
BOX = f"60 {_BASE - 5} 300 20 re f"
SPIRAL = " ".join(f"{60 + 3 * step} {_BASE - 60 + step * 7 % 90} l" for step in range(30))
PLAIN = (Drawn("Avtal om städning", down=60), Drawn("Det gäller i tre år.", down=140))


def told(row: Drawn) -> dict[str, dict[str, int]]:
    """Return what is told of a row that stands between two that are as they should."""
    pdf = drawn([[PLAIN[0], row, PLAIN[1]]], tagged=False)
    return {kind: dict(words) for kind, words in doubtful(pdf).items()}


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        (STRUCK, Drawn(WORDS, down=100, over=f"70 {_BASE + 3} 250 0.6 re f")),
        (STRUCK, Drawn(WORDS, down=100, over=f"70 {_BASE + 3} m 320 {_BASE + 3} l S")),
        (UNSEEN, Drawn(WORDS, down=100, under="1 g")),
        (UNSEEN, Drawn(WORDS, down=100, under="0.97 0.95 0.96 rg")),
        (UNSEEN, Drawn(WORDS, down=100, under=f"0.2 g {BOX} 0.21 g")),
        (UNSEEN, Drawn(WORDS, down=100, under="3 Tr")),
        (UNSEEN, Drawn(WORDS, down=100, size=1.5)),
        (UNSEEN, Drawn(WORDS, down=100, over=f"1 g {BOX}")),
        (ACROSS, Drawn("OGILTIGT", down=100, degrees=45, size=60)),
    ],
)
def test_words_that_do_not_hold_or_are_not_seen_are_told(kind: str, row: Drawn) -> None:
    assert told(row) == {kind: {row.text: 1}}


@pytest.mark.parametrize(
    "row",
    [
        Drawn(WORDS, down=100),
        Drawn(WORDS, down=100, over=f"70 {_BASE - 2} 250 0.6 re f"),
        Drawn(WORDS, down=100, over=f"70 {_BASE + 12} m 320 {_BASE + 12} l S"),
        Drawn(WORDS, down=100, under=f"0 0 0.4 rg {BOX} 1 g"),
        Drawn(WORDS, down=100, under=f"0.9 g {BOX} 0 g"),
        Drawn(WORDS, down=100, size=6),
        Drawn(WORDS, down=100, over=BOX.replace(" f", " S")),
    ],
    ids=["plain", "underlined", "below a rule", "on dark", "on grey", "small", "boxed"],
)
def test_words_that_are_seen_are_told_as_nothing(row: Drawn) -> None:
    assert told(row) == {}


def test_a_drawing_across_the_text_may_be_words_and_is_told_once_a_document() -> None:
    pages = [[PLAIN[0], Drawn(WORDS, down=100, over=f"60 {_BASE} m {SPIRAL} S")]] * 3
    assert doubtful(drawn(pages, tagged=False)) == {DRAWN: {"": 1}}


def test_so_much_painted_that_nobody_can_look_is_told_and_takes_bounded_looks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looks: list[_LooksLeft] = []

    def few() -> _LooksLeft:
        looks.append(_LooksLeft(left=30_000))
        return looks[-1]

    monkeypatch.setattr(module, "_LooksLeft", few)
    boxes = "0.9 g " + " ".join(f"{step % 50} {step % 40} 500 800 re f" for step in range(2_000))
    rows = [Drawn(WORDS, down=100 + 20 * row) for row in range(20)]
    pdf = drawn([[Drawn(WORDS, down=80, under=f"{boxes} 0 g"), *rows]], tagged=False)
    assert UNSEEN in doubtful(pdf)
    assert -4_100 < looks[0].left < 0
    monkeypatch.undo()
    assert doubtful(pdf) == {}


def test_what_is_painted_after_all_that_is_looked_at_may_cover_any_word() -> None:
    dots = " ".join("5 5 1 1 re f" for _ in range(20_000))
    row = Drawn(WORDS, down=100, over=f"0.9 g {dots} 1 g {BOX}")
    assert UNSEEN in doubtful(drawn([[row]], tagged=False))
