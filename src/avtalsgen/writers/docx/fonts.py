"""The font files that the Word file carries."""

from functools import lru_cache
from pathlib import Path

import font_lato

from avtalsgen.ooxml.fonts import Face

STAND_IN = "Calibri"
"""What to use where the font cannot be read; its letters are about as wide as Lato's."""
_FILES: dict[Face, str] = {
    "embedRegular": "Lato-Regular.ttf",
    "embedBold": "Lato-Bold.ttf",
    "embedItalic": "Lato-Italic.ttf",
    "embedBoldItalic": "Lato-BoldItalic.ttf",
}


@lru_cache(maxsize=4)
def files(family: str) -> dict[Face, bytes]:
    """Return the files of `family` by face; none of a font that we have no files of."""
    if family != "Lato":
        return {}
    folder = Path(font_lato.font_directory)
    return {face: (folder / name).read_bytes() for face, name in _FILES.items()}
