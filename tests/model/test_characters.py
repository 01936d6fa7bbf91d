"""Which characters no document can hold, held against what Unicode says of every one there is."""

import sys
import unicodedata

from avtalsgen.model.characters import unprintable


def _cannot_be_printed(character: str) -> bool:
    if character in "\n\t":
        return False
    never_a_character = ord(character) & 0xFFFE == 0xFFFE
    return never_a_character or unicodedata.category(character) in {"Cc", "Cs", "Co"}


def test_every_character_there_is() -> None:
    wrong = [
        point
        for point in range(sys.maxunicode + 1)
        if (unprintable(chr(point)) is not None) != _cannot_be_printed(chr(point))
    ]
    assert not wrong


def test_the_first_one_is_told() -> None:
    assert unprintable("å\n\ta\x00\x00") == 4
    assert unprintable("å\n\ta") is None
