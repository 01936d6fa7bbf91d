"""Text on a screen: colours, lines no wider than it is, and nothing that it would obey.

Without colour, what was deleted stands in `[-…-]` and what was inserted in `{+…+}`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from avtalsgen.model.comparison import Span
from avtalsgen.records import dataclass

Style = Literal["heading", "faint", "inserted", "deleted", "moved", "saklig"]

_CODES: Mapping[Style, str] = {
    "heading": "1",
    "faint": "2",
    "inserted": "4;32",
    "deleted": "9;31",
    "moved": "35",
    "saklig": "1;33",
}
"""Select Graphic Rendition (ECMA-48, 8.3.117): underlined and struck as well as coloured."""
_MARKS: Mapping[str, tuple[str, str]] = {
    "same": ("", ""),
    "inserted": ("{+", "+}"),
    "deleted": ("[-", "-]"),
}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
MARGIN = "  "
"""What stands before the lines of a section."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What the text is shown on."""

    colour: bool = False
    width: int = 100


def wrapped(
    spans: Iterable[Span], margin: str, screen: Screen, style: Style | None = None
) -> Iterator[str]:
    """Yield `spans` as lines no wider than the screen, each piece of a line styled by itself."""
    row, used = "", 0
    for text, mark in _pieces(spans, screen):
        if used and used + len(text.rstrip()) > screen.width - len(margin):
            yield margin + row.rstrip()
            row, used = "", 0
            text = text.lstrip()
        row += styled(text, style or _style_of(mark), screen)
        used += len(text)
    if row.strip():
        yield margin + row.rstrip()


def _pieces(spans: Iterable[Span], screen: Screen) -> Iterator[tuple[str, str]]:
    """Yield words with the spaces after them, marked where the screen has no colour."""
    for span in spans:
        opens, closes = ("", "") if screen.colour else _MARKS[span.mark]
        text = opens + _visible(clean(span.text), span.mark) + closes
        # Split at spaces only: a no-break space keeps a number with its unit.
        yield from ((word, span.mark) for word in re.findall("[^ ]+ ?| ", text))


def with_marks(spans: Iterable[Span]) -> str:
    """Return `spans` on one line, with the marks of a screen without colour."""
    marked = ((_MARKS[span.mark], _visible(clean(span.text), span.mark)) for span in spans)
    return "".join(f"{opens}{text}{closes}" for (opens, closes), text in marked)


def _visible(text: str, mark: str) -> str:
    """Return marked text with its no-break spaces shown, if it is nothing but white space."""
    if mark == "same" or text.strip():
        return text
    return text.replace("\u00a0", "⍽").replace(" ", "␣")


def _style_of(mark: str) -> Style | None:
    return "inserted" if mark == "inserted" else "deleted" if mark == "deleted" else None


def styled(text: str, style: Style | None, screen: Screen) -> str:
    """Return `text` in a style, as it is where the screen has no colour."""
    if not (screen.colour and style and text):
        return text
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m"


def clean(text: str) -> str:
    """Return `text` on one line, without what a terminal would obey."""
    return _CONTROL.sub(" ", text)


def cut(text: str, width: int) -> str:
    """Return `text` no wider than `width`."""
    cleaned = clean(text)
    return cleaned if len(cleaned) <= width else cleaned[: width - 1] + "…"
