"""What a file of a format has beside the words that it prints: its properties, looks and marks."""

from typing import Literal

from avtalsgen.records import dataclass


@dataclass(frozen=True, slots=True)
class FileInside:
    """Plain facts of one file; what its format does not have is empty."""

    kind: Literal["word", "pdf"]
    title: str = ""
    author: str = ""
    saved_by: str = ""
    language: str = ""
    tracked: tuple[str, ...] = ()
    """The words of each change that nobody has settled."""
    hidden: tuple[str, ...] = ()
    white: tuple[str, ...] = ()
    """Words in the colour of the paper."""
    marked: tuple[str, ...] = ()
    """Words with a marking pen."""
    unheaded: tuple[str, ...] = ()
    """Paragraphs that look like headings and are none to the format."""
    typed_items: tuple[str, ...] = ()
    """Paragraphs that begin with a typed sign of a list."""
    headless_tables: tuple[str, ...] = ()
    """The first words of each table without a row of headings."""
    wordless_pictures: int = 0
    tagged: bool = True
    shows_title: bool = True
    jumps: tuple[str, ...] = ()
    """Headings that are more than one level below the heading before; of a PDF their tags."""
    faint: tuple[str, ...] = ()
    """Words whose colour is too near that of what is behind them."""
    contents: tuple[str, ...] = ()
    """The rows of the table of contents, as they are printed."""
    pages: tuple[str, ...] = ()
    """The letters and digits of each page, in the order of print, without anything between."""
