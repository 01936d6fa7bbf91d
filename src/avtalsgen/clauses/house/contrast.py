"""How well a colour is seen on white paper, and the nearest that is seen well enough."""

from avtalsgen.readers import contrast as colours

_PAPER = "#FFFFFF"
_STEPS = 256


def contrast(colour: str) -> float:
    """Return the contrast of `#RRGGBB` against white, 1 to 21."""
    return colours.contrast(colour, _PAPER)


def nearest(colour: str, least: float) -> str:
    """Return the lightest shade of `colour`, of the same hue, that has the contrast `least`."""
    channels = colours.channels(colour)
    for step in range(_STEPS, -1, -1):
        red, green, blue = (round(channel * step / _STEPS) for channel in channels)
        shade = f"#{red:02X}{green:02X}{blue:02X}"
        if contrast(shade) >= least:
            return shade
    raise AssertionError("black has the contrast 21:1")
