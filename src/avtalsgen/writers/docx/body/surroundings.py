"""What the body of a Word file leans on outside itself."""

from collections.abc import Callable, Mapping

from avtalsgen.model.profile import Profile
from avtalsgen.ooxml.bookmarks import Bookmarks
from avtalsgen.records import dataclass
from avtalsgen.writers.docx.styling.numbering import Numberings


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Handed to everything that writes the body.

    `styles` gives the id of a style by its name, `link` the relationship of an address,
    `targets` the bookmark of every heading that a reference may lead to, by anchor.
    """

    styles: Mapping[str, str]
    link: Callable[[str], str]
    targets: Mapping[str, str]
    bookmarks: Bookmarks
    numbering: Numberings
    profile: Profile
    typed: frozenset[str]
    """The anchors of sections whose number has a letter, which Word cannot count."""
    text_width: int
    """How long a line is, in twips."""
