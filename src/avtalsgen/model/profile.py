"""The house style: what makes a document look like it comes from this municipality."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as `#RRGGBB`. Text colours reach 4,5:1 against white (EN 301 549, 9.1.4.3)."""

    accent: str = "#1B4B72"
    text: str = "#1A1A1A"
    muted: str = "#4D5761"
    rule: str = "#9AA5B1"


@dataclass(frozen=True)
class Profile:
    """The house style of one municipality, for every format alike.

    `font` is the family that PDF and DOCX carry inside them. `size` is the body
    size in points. `footer` is a line at the foot of the cover.
    """

    organisation: str
    font: str = "Lato"
    size: float = 10.5
    colours: Colours = Colours()
    address: tuple[str, ...] = ()
    footer: str = ""
