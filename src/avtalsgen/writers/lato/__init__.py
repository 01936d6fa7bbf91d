"""The font that comes with the program: Lato 2.007, as its maker published it (SIL OFL 1.1).

The four faces that documents use, whole and unchanged, since the name is reserved. Version 2
has all Latin letters of Europe: Latin Extended-A, Romanian, Sami, Vietnamese.

Beside each stands the stream that a Word file has of it: mixed with its key, and deflated.
"""

from functools import lru_cache
from pathlib import Path

from avtalsgen.model.profile import Face

FOLDER = Path(__file__).parent
_FILES: dict[Face, str] = {
    "regular": "Lato-Regular.ttf",
    "bold": "Lato-Bold.ttf",
    "italic": "Lato-Italic.ttf",
    "bold-italic": "Lato-BoldItalic.ttf",
}


@lru_cache(maxsize=len(_FILES))
def data(face: Face) -> bytes:
    """Return the TrueType file of `face`."""
    return (FOLDER / _FILES[face]).read_bytes()


def stream_file(face: Face) -> Path:
    """Return where the deflated stream of `face` is."""
    return FOLDER / _FILES[face].replace(".ttf", ".odttf.deflated")
