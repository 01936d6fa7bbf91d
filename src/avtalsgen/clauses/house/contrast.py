"""How well a colour is seen on white paper (WCAG 2.2, relative luminance and contrast ratio)."""

TEXT = 4.5
"""The least for text (1.4.3)."""
LINE = 3.0
"""The least for a line that means something (1.4.11)."""

_STEPS = 256


def contrast(colour: str) -> float:
    """Return the contrast of `#RRGGBB` against white, 1 to 21."""
    return 1.05 / (_luminance(_channels(colour)) + 0.05)


def nearest(colour: str, least: float) -> str:
    """Return the lightest shade of `colour`, of the same hue, that has the contrast `least`."""
    channels = _channels(colour)
    for step in range(_STEPS, -1, -1):
        red, green, blue = (round(channel * step / _STEPS) for channel in channels)
        shade = f"#{red:02X}{green:02X}{blue:02X}"
        if contrast(shade) >= least:
            return shade
    raise AssertionError("black has the contrast 21:1")


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(channels: tuple[int, int, int]) -> float:
    red, green, blue = map(_linear, channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
