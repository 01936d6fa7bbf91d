"""Running text as HTML."""

from collections.abc import Iterable
from typing import assert_never

from avtalsgen.model.addresses import safe_address
from avtalsgen.model.nodes import (
    Deleted,
    Emphasis,
    Gap,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Reference,
    Strong,
    Text,
    Value,
)
from avtalsgen.source import Origin
from avtalsgen.writers.markup import Markup, element, escape, join, void

_NAMES: dict[type[Inline], str] = {
    Strong: "strong",
    Emphasis: "em",
    Inserted: "ins",
    Deleted: "del",
}
_HEARD: dict[type[Inline], tuple[str, str]] = {
    Inserted: (" tillagt: ", " slut på tillagt "),
    Deleted: (" borttaget: ", " slut på borttaget "),
}
"""Few screen readers say that words are in `ins` or `del`, so words that are not seen do."""


def running(content: Iterable[Inline]) -> Markup:
    """Return running text; a fact carries its path and the line it stands on."""
    return join(map(_inline, content))


def place(origin: Origin | None) -> str | None:
    """Return `file:line:column`, as an editor opens it."""
    return str(origin) if origin else None


def _inline(inline: Inline) -> Markup:
    match inline:
        case Text(text):
            return escape(text)
        case Strong(content) | Emphasis(content):
            return element(_NAMES[type(inline)], running(content))
        case Inserted(content) | Deleted(content):
            return _changed(type(inline), running(content))
        case Link(content, address):
            return _link(running(content), safe_address(address))
        case LineBreak():
            return void("br")
        case Value(text, path, origin):
            return element("span", escape(text), data_path=path, data_origin=place(origin))
        case Reference():
            return element("a", escape(inline.lead + inline.text), href=f"#{inline.anchor}")
        case Gap(text, path, reason, origin):
            return element(
                "span",
                escape(text),
                class_="gap",
                data_path=path,
                data_origin=place(origin),
                data_reason=reason,
            )
        case _ as unreachable:
            assert_never(unreachable)


def _changed(kind: type[Inline], content: Markup) -> Markup:
    before, after = (element("span", escape(words), class_="heard") for words in _HEARD[kind])
    return element(_NAMES[kind], before, content, after)


def _link(content: Markup, address: str | None) -> Markup:
    return content if address is None else element("a", content, href=address)
