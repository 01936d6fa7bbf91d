"""The font files that the Word file carries.

Of the font that comes with the program all is known that a Word file tells of it, so that one is
made without the font: reading, mixing and summing it up takes longer than writing all the rest.
"""

from functools import lru_cache

from avtalsgen.model.profile import DEFAULT, Face, Profile
from avtalsgen.ooxml import fonts
from avtalsgen.ooxml.zipped import Deflated
from avtalsgen.writers import lato

STAND_IN = "Calibri"
"""What to use where the font cannot be read; its letters are about as wide as Lato's."""
_ELEMENTS: dict[Face, fonts.Face] = {
    "regular": "embedRegular",
    "bold": "embedBold",
    "italic": "embedItalic",
    "bold-italic": "embedBoldItalic",
}
_MIXED: dict[Face, tuple[str, int, int]] = {
    "regular": ("{0AD460BD-7564-44F8-8856-09747B25C564}", 661_592, 0x43BE_45F8),
    "bold": ("{E0B1C4DE-011D-48DD-877C-F21F97919FC3}", 683_116, 0x12E6_D318),
    "italic": ("{BBC138D6-9289-4560-8474-166E150D3999}", 693_228, 0x6A52_EF4B),
    "bold-italic": ("{7E5F7FB8-81FB-4C84-840D-6239666AFC5E}", 714_640, 0x4209_42B8),
}
"""The key that each face of Lato is mixed with, and the size and CRC-32 of what comes of it."""


def files(profile: Profile) -> dict[fonts.Face, fonts.FontToCarry]:
    """Return the files of the font of `profile` by face; none of a font that we have none of."""
    if profile.font_files:
        embedded = {
            file.face: fonts.FontToCarry(*fonts.obfuscated(file.data))
            for file in profile.font_files
        }
        return {element: embedded[face] for face, element in _ELEMENTS.items() if face in embedded}
    if profile.font != DEFAULT.font:
        return {}
    return {element: of_lato(face) for face, element in _ELEMENTS.items()}


@lru_cache(maxsize=len(_MIXED))
def of_lato(face: Face) -> fonts.FontToCarry:
    """Return a face of the font that comes with the program, as a Word file carries it."""
    key, size, check_sum = _MIXED[face]
    stream = lato.stream_file(face).read_bytes()
    return fonts.FontToCarry(key, Deflated(stream, size, check_sum))
