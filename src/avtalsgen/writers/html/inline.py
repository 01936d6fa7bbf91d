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
from avtalsgen.writers.html.markup import Markup, element, escape, join, void


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
        case Strong(content):
            return element("strong", running(content))
        case Emphasis(content):
            return element("em", running(content))
        case Link(content, address):
            return _link(running(content), safe_address(address))
        case Inserted(content):
            return element("ins", running(content))
        case Deleted(content):
            return element("del", running(content))
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


def _link(content: Markup, address: str | None) -> Markup:
    return content if address is None else element("a", content, href=address)
