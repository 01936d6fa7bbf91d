"""HTML that cannot be mistaken for text: elements, and text with its marks escaped.

`Markup` is a type of its own, so that mypy stops a text on its way into a page unescaped.
"""

import html
import re
from collections.abc import Iterable
from typing import NewType

Markup = NewType("Markup", str)

NOTHING = Markup("")
NEWLINE = Markup("\n")


def escape(text: str) -> Markup:
    """Return `text` as it stands in HTML, also between double quotes.

    A no-break space is written so that it is seen.
    """
    marks = html.escape(text, quote=False).replace('"', "&quot;")
    return Markup(marks.replace("\u00a0", "&nbsp;"))


def join(parts: Iterable[Markup], between: Markup = NOTHING) -> Markup:
    """Return `parts` one after the other."""
    return Markup(between.join(parts))


def element(name: str, /, *content: Markup, **attributes: str | None) -> Markup:
    """Return the element `name`; `data_path=` is written `data-path`, `class_=` as `class`.

    An attribute that is None is left out.
    """
    return Markup(f"{_start(name, attributes)}{join(content)}</{name}>")


def void(name: str, /, **attributes: str | None) -> Markup:
    """Return an element that has no content and no end tag (HTML, 13.1.2, void elements)."""
    return _start(name, attributes)


def lines(*parts: Markup) -> Markup:
    """Return `parts` each on a line of its own, empty ones left out; for use between blocks."""
    return join((part for part in parts if part), NEWLINE)


def block(name: str, /, *content: Markup, **attributes: str | None) -> Markup:
    """Return the element `name` with its content on lines of their own."""
    return lines(_start(name, attributes), *content, Markup(f"</{name}>"))


def css_string(text: str) -> str:
    """Return `text` as a string of CSS that may stand in a `style` element.

    All but letters, digits and spaces are escaped as code points (CSS Syntax 3, 4.3.7), so
    nothing in it can end the string or the element.
    """
    return '"' + re.sub(r"[^\w ]", lambda character: f"\\{ord(character[0]):06x}", text) + '"'


def _start(name: str, attributes: dict[str, str | None]) -> Markup:
    written = "".join(
        f' {key.strip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>")
