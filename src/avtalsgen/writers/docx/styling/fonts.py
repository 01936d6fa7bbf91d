"""The font files that the Word file carries."""

from functools import lru_cache
from pathlib import Path

import font_lato

from avtalsgen.model.profile import Face, Profile
from avtalsgen.ooxml import fonts

STAND_IN = "Calibri"
"""What to use where the font cannot be read; its letters are about as wide as Lato's."""
_ELEMENTS: dict[Face, fonts.Face] = {
    "regular": "embedRegular",
    "bold": "embedBold",
    "italic": "embedItalic",
    "bold-italic": "embedBoldItalic",
}
_LATO: dict[fonts.Face, str] = {
    "embedRegular": "Lato-Regular.ttf",
    "embedBold": "Lato-Bold.ttf",
    "embedItalic": "Lato-Italic.ttf",
    "embedBoldItalic": "Lato-BoldItalic.ttf",
}


def files(profile: Profile) -> dict[fonts.Face, bytes]:
    """Return the files of the font of `profile` by face; none of a font that we have none of."""
    if profile.font_files:
        own = {file.face: file.data for file in profile.font_files}
        return {element: own[face] for face, element in _ELEMENTS.items() if face in own}
    return _lato() if profile.font == "Lato" else {}


@lru_cache(maxsize=1)
def _lato() -> dict[fonts.Face, bytes]:
    folder = Path(font_lato.font_directory)
    return {face: (folder / name).read_bytes() for face, name in _LATO.items()}
