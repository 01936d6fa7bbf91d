"""Hyphens and dashes at which no line ends, as a Word file has them and as everybody reads them.

Word has an element for such a hyphen, shown by the letter of a hyphen (ECMA-376 part 1, 17.3.3.18),
and none for such a dash. The dash of an interval is that hyphen in a run of its own, drawn half as
wide again (17.3.2.43): so much wider is a dash in most typefaces.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Final

from lxml import etree

from avtalsgen.ooxml.elements import Element, put_in_place, run, t, w
from avtalsgen.ooxml.names import W
from avtalsgen.ooxml.text import DELETED_TEXT, HELD_HYPHEN, TEXT, TEXTS
from avtalsgen.swedish.together import unparted
from avtalsgen.swedish.typography import EN_DASH

HYPHEN: Final = "-"
IN_A_PART: Final = b"noBreakHyphen"
"""What the bytes of a part have that holds any."""
_RUN, _LOOK, _WIDTH = f"{W}r", f"{W}rPr", f"{W}w"
LINE: Final = 40
"""What is kept together in running text is of no more characters: half a line."""
_SIGNS: Final = (HYPHEN, EN_DASH)
_DASH_WIDTH: Final = "150"
"""How wide such a hyphen is that stands for a dash, in percent."""


def held(sign: str, properties: tuple[Element, ...] = ()) -> Element:
    """Return a run of a hyphen or an en dash at which no line ends, with its look."""
    width = (w("w", val=_DASH_WIDTH),) if sign == EN_DASH else ()
    return run(w("noBreakHyphen"), properties=(*properties, *width))


def places_of(characters: str, room: int = LINE) -> Iterator[int]:
    """Yield where the signs stand at which no line may end, in what `room` characters hold."""
    for word in unparted(characters):
        if len(word[0]) <= room:
            yield from (word.start() + at for at, sign in enumerate(word[0]) if sign in _SIGNS)


def parted(characters: str, places: Iterable[int]) -> list[str]:
    """Return the parts of characters; every other one is the sign at one of `places`."""
    parts, start = list[str](), 0
    for place in places:
        parts += (characters[start:place], characters[place])
        start = place + 1
    return [*parts, characters[start:]]


def hold(home: Element) -> None:
    """Part a run round each sign of its texts at which no line may end, in place."""
    texts = [child.text or "" for child in home.iterchildren(TEXT)]
    if not any(next(places_of(text), None) is not None for text in texts):
        return
    look = tuple(node for before in home.iterchildren(_LOOK) for node in before)
    runs = [run(properties=_copied(look))]
    for child in list(home):
        if child.tag == _LOOK:
            continue
        said = parted(child.text or "", places_of(child.text or "")) if child.tag == TEXT else []
        for place, piece in enumerate(said[:-1]):
            if place % 2:
                runs += (held(piece, _copied(look)), run(properties=_copied(look)))
            elif piece:
                runs[-1].append(t(piece))
        if len(said) > 1:
            child.text = said[-1]
        runs[-1].append(child)
    put_in_place(home, runs)


def _copied(look: tuple[Element, ...]) -> tuple[Element, ...]:
    return tuple(deepcopy(node) for node in look)


def fold(root: etree._Element) -> None:
    """Let a part say by letters what it says by such elements, in place.

    Law: of what `held` has made it makes the sign that was given.
    """
    for home in {node.getparent(): None for node in root.iter(HELD_HYPHEN)}:
        if home is not None and home.tag == _RUN:
            _fold_run(home)


def _fold_run(home: Element) -> None:
    is_gone = next(home.iterancestors(f"{W}del"), None) is not None
    sign = _sign(home)
    for element in list(home.iterchildren(HELD_HYPHEN)):
        letter = t(sign)
        letter.tag = DELETED_TEXT if is_gone else letter.tag
        put_in_place(element, (letter,))
        _join(letter)


def _sign(home: Element) -> str:
    """Return what the hyphens of a run stand for; a dash loses the width that told it."""
    look = next(home.iterchildren(_LOOK), None)
    width = None if look is None else next(look.iterchildren(_WIDTH), None)
    is_alone = all(child.tag in (_LOOK, HELD_HYPHEN) for child in home)
    if look is None or width is None or not is_alone or width.get(f"{W}val") != _DASH_WIDTH:
        return HYPHEN
    look.remove(width)
    if not len(look):
        home.remove(look)
    return EN_DASH


def _join(letter: Element) -> None:
    """Make one text of a letter and the texts beside it in its run."""
    before, after = letter.getprevious(), letter.getnext()
    if before is not None and before.tag in TEXTS:
        letter.text = (before.text or "") + (letter.text or "")
        put_in_place(before, ())
    if after is not None and after.tag in TEXTS:
        letter.text = (letter.text or "") + (after.text or "")
        put_in_place(after, ())
