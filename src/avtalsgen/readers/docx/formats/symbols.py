"""Characters of symbol fonts, which stand in private places, as the characters that they show.

Word writes them as `w:sym` or as U+F000 and on in a text of such a font (ECMA-376 part 1,
17.3.3.30). What a place shows is said by the font; the tables are those of Symbol (Adobe) and
Wingdings (Microsoft), as far as people use them in texts.
"""

import re
import unicodedata

_SYMBOL = {
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **{0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBB: "≈"},
    **{0xAE: "→", 0xAC: "←", 0xA5: "∞", 0xB0: "°", 0xD6: "√", 0xE5: "∑", 0xBC: "…", 0xA0: "€"},
    **{0x2D: "−", 0xB8: "÷", 0xDE: "⇒", 0xDB: "⇔", 0xD2: "®", 0xD3: "©", 0xD4: "™"},
}
_WINGDINGS = {
    **{0xA7: "▪", 0x6E: "■", 0x6C: "●", 0xA8: "◻", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x76: "❖"},
    **{0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xF0: "⇨"},
    **{0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x4A: "☺", 0x4C: "☹", 0x9F: "•", 0x9E: "·", 0xA4: "◉"},
    **{0x77: "◆", 0x75: "◆", 0x73: "⬧", 0xAB: "★", 0xA1: "○", 0x78: "⌧", 0xE8: "➔"},
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_PRIVATE = 0xF000
UNKNOWN = "□"
_ODD = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]"
)
_SPACES = {"\t", "\n", "\r"}


def shown(place: int, font: str) -> str:
    """Return the character at a place of a symbol font; `UNKNOWN` if it is not in the tables.

    Places up to U+0020 and those of other fonts are those of Unicode, unless they are private.
    """
    low = place - _PRIVATE if _PRIVATE <= place < _PRIVATE + 0x100 else place
    table = _FONTS.get(font.casefold().strip())
    if table is not None:
        return table.get(low) or (chr(low) if 0x20 <= low < 0x3B else UNKNOWN)
    if place != low:
        return _SYMBOL.get(low) or _WINGDINGS.get(low) or UNKNOWN
    return chr(place) if place and not _ODD.match(chr(place)) else UNKNOWN


def printable(text: str, font: str = "") -> str:
    """Return `text` with its private characters as shown, and without those that print nothing.

    Those are controls and optional hyphens; a tab or line end in a text is a space (17.3.3.31).
    A letter that an editor wrote in two characters is one (NFC), as in all that we read.
    """
    text = unicodedata.normalize("NFC", text)
    if not _ODD.search(text):
        return text
    return _ODD.sub(lambda match_: _printable(match_[0], font), text)


def _printable(character: str, font: str) -> str:
    if character in _SPACES:
        return " "
    return shown(ord(character), font) if "\ue000" <= character <= "\uf8ff" else ""
