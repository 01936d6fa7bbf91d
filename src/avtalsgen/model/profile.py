"""The house style: what makes a document look like it comes from this municipality."""

from dataclasses import field
from typing import Literal

from avtalsgen.records import dataclass

Face = Literal["regular", "bold", "italic", "bold-italic"]


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as `#RRGGBB`. Text colours reach 4,5:1 against white (EN 301 549, 9.1.4.3)."""

    accent: str = "#1B4B72"
    text: str = "#1A1A1A"
    muted: str = "#4D5761"
    rule: str = "#9AA5B1"


@dataclass(frozen=True, slots=True)
class FontFile:
    """A TrueType file, which may be carried inside a document."""

    face: Face
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that has been looked through. `ratio` is its width by its height."""

    kind: Literal["png", "svg"]
    ratio: float
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Logo:
    """The picture at the head of the cover, `height` millimetres high.

    `alt` says what it shows to somebody who does not see it. `for_word` is a PNG, which
    every Word can show.
    """

    alt: str
    height: float
    picture: Picture
    for_word: Picture

    @property
    def width(self) -> float:
        """The width in millimetres."""
        return self.height * self.picture.ratio


@dataclass(frozen=True, slots=True)
class Profile:
    """The house style of one municipality, for every format alike.

    `font` is the family that PDF and DOCX carry inside them; without `font_files` it is one
    that comes with the program. `size` is the body size in points. `address` and `footer`
    stand at the foot of the cover.
    """

    organisation: str
    font: str = "Lato"
    size: float = 10.5
    colours: Colours = Colours()
    address: tuple[str, ...] = ()
    footer: str = ""
    font_files: tuple[FontFile, ...] = ()
    logo: Logo | None = None

    @property
    def carried(self) -> tuple[bytes, ...]:
        """Every file that documents carry; `repr` of a profile leaves their bytes out."""
        pictures = (self.logo.picture, self.logo.for_word) if self.logo else ()
        return tuple(file.data for file in (*self.font_files, *pictures))


DEFAULT = Profile("")
"""What a profile is where its file says nothing."""
