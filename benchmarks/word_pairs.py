"""Two Word files of a given length, where 5 % of the paragraphs are edited and two blocks moved.

    python -m benchmarks.word_pairs OLD NEW PAGES

The words are drawn from a vocabulary with a seed, some often and most seldom as in real text,
so that every run measures the same pair.
"""

import random
import sys
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

import docx

EDITED = 0.05
_PARAGRAPHS_A_PAGE = 9
_BETWEEN_HEADINGS = 6
_WORDS = (25, 65)
_SYLLABLES: tuple[str, ...] = (
    "av",
    "be",
    "dags",
    "fall",
    "giv",
    "hand",
    "in",
    "komst",
    "led",
    "lig",
    "mot",
    "nämn",
)
_SYLLABLES += ("om", "plats", "råd", "skrift", "stöd", "tal", "upp", "vård", "ning", "öppen", "sam")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph; a heading has a level."""

    text: str
    level: int = 0


def make(old: Path, new: Path, pages: int, variant: int = 0) -> None:
    """Write a pair of about `pages` pages; each variant has other words."""
    name = f"{pages} sidor, {variant}" if variant else f"{pages} sidor"
    rng = random.Random(name)  # the same pair every time
    words = _vocabulary(rng)
    weights = list(accumulate(1 / (place + 3) for place in range(len(words))))
    before = [
        _block(rng, words, weights, position) for position in range(pages * _PARAGRAPHS_A_PAGE)
    ]
    after = [_edited(rng, words, block) for block in before]
    _write(old, before)
    _write(new, _moved(_moved(after, 0.2, 0.7), 0.6, 0.1))


def _vocabulary(rng: random.Random) -> list[str]:
    vocabulary: dict[str, None] = {}
    while len(vocabulary) < 6000:
        vocabulary["".join(rng.choices(_SYLLABLES, k=rng.randint(1, 3)))] = None
    return list(vocabulary)


def _block(rng: random.Random, words: list[str], weights: list[float], position: int) -> Block:
    if position % _BETWEEN_HEADINGS == 0:
        chosen = rng.choices(words, k=rng.randint(2, 5))
        return Block(" ".join(chosen).capitalize(), 1 + (position // _BETWEEN_HEADINGS % 4 > 0))
    chosen = rng.choices(words, cum_weights=weights, k=rng.randint(*_WORDS))
    for place in range(11, len(chosen), 12):
        chosen[place] += "."
    return Block(" ".join(chosen).capitalize() + ".")


def _edited(rng: random.Random, words: list[str], block: Block) -> Block:
    """Return `block`, one in twenty with one to three words replaced, added or taken away."""
    if block.level or rng.random() >= EDITED:
        return block
    own = block.text.split(" ")
    for _ in range(rng.randint(1, 3)):
        position, action = rng.randrange(len(own)), rng.randrange(3)
        own[position : position + (action != 0)] = [] if action == 2 else [rng.choice(words)]
    return replace(block, text=" ".join(own))


def _moved(blocks: list[Block], source: float, target: float) -> list[Block]:
    """Return `blocks` with the headed part near `source` (a share of all) put near `target`."""
    start = _heading_near(blocks, source)
    part, rest = blocks[start : start + _BETWEEN_HEADINGS], blocks.copy()
    del rest[start : start + _BETWEEN_HEADINGS]
    position = _heading_near(rest, target)
    return [*rest[:position], *part, *rest[position:]]


def _heading_near(blocks: list[Block], share: float) -> int:
    """Return where the next heading stands from a share of all on, the end where there is none."""
    start = int(len(blocks) * share)
    headings = (position for position in range(start, len(blocks)) if blocks[position].level)
    return next(headings, len(blocks))


def _write(place: Path, blocks: list[Block]) -> None:
    document = docx.Document()
    styles = {0: "Normal", 1: "Heading 1", 2: "Heading 2"}
    named = {level: document.styles[name] for level, name in styles.items()}
    for block in blocks:
        document.add_paragraph(block.text, style=named[block.level])
    document.save(str(place))


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
