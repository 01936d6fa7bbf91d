"""How well two colours are told apart (WCAG 2.2, relative luminance and contrast ratio)."""

TEXT = 4.5
"""The least for text (1.4.3)."""
LARGE_TEXT = 3.0
"""The least for large text (1.4.3)."""
LINE = 3.0
"""The least for a line that means something (1.4.11)."""
_BLACK = 0.05
"""The luminance of black, with the light that a screen throws back."""
_LINEAR = 0.04045
"""The share of a channel up to which sRGB is a straight line (IEC 61966-2-1)."""


def contrast(colour: str, other: str) -> float:
    """Return the contrast of two colours, `RRGGBB` with or without `#` before it, 1 to 21."""
    lighter, darker = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (lighter + _BLACK) / (darker + _BLACK)


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of a colour, each to 255."""
    written = colour.removeprefix("#")
    return int(written[:2], 16), int(written[2:4], 16), int(written[4:6], 16)


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= _LINEAR else float(((share + 0.055) / 1.055) ** 2.4)
