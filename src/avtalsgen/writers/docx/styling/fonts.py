"""The font files that the Word file carries."""

from avtalsgen.model.profile import DEFAULT, Face, Profile
from avtalsgen.ooxml import fonts
from avtalsgen.writers import lato

STAND_IN = "Calibri"
"""What to use where the font cannot be read; its letters are about as wide as Lato's."""
_ELEMENTS: dict[Face, fonts.Face] = {
    "regular": "embedRegular",
    "bold": "embedBold",
    "italic": "embedItalic",
    "bold-italic": "embedBoldItalic",
}


def files(profile: Profile) -> dict[fonts.Face, fonts.FontToCarry]:
    """Return the files of the font of `profile` by face; none of a font that we have none of."""
    if profile.font_files:
        embedded = {file.face: fonts.FontToCarry(file.data) for file in profile.font_files}
        return {element: embedded[face] for face, element in _ELEMENTS.items() if face in embedded}
    if profile.font != DEFAULT.font:
        return {}
    return {
        element: fonts.FontToCarry(lato.data(face), lato.stream(face))
        for face, element in _ELEMENTS.items()
    }
