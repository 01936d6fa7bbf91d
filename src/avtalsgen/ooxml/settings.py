"""The settings of a Word file that decide how it opens."""

from avtalsgen.ooxml.elements import Element, w
from avtalsgen.ooxml.names import W

_BEFORE_FONTS = (
    *("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime"),
    *("doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText"),
    *("printFractionalCharacterWidth", "printFormsData"),
)
"""What CT_Settings has before `embedTrueTypeFonts` (ECMA-376 part 1, 17.15.1.78)."""


def carry_fonts(settings: Element) -> None:
    """Say in `settings` that the file carries its fonts, and keeps them when saved."""
    if settings.find(W + "embedTrueTypeFonts") is None:
        before = [own for own in settings if own.tag in {W + tag for tag in _BEFORE_FONTS}]
        settings.insert(len(before), w("embedTrueTypeFonts"))


def open_without_questions(settings: Element) -> None:
    """Take away what makes Word ask whether to update the fields when the file is opened."""
    for own in settings.findall(W + "updateFields"):
        settings.remove(own)
