"""A web page as a strict reader sees it: every element closed where it should be.

A browser forgives, so a page is read here with the plain tokenizer of the standard library
and a stack: what is opened is closed, in that order, or the test fails.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tests.writers.looks import PLAIN, Look, Seen, Shape, characters

VOID = {"meta", "br", "img", "input"}
INLINE = {"span", "a", "strong", "em", "ins", "del", "b", "small", "code", "label", "text"}


@dataclass(slots=True)
class Element:
    """An element, its attributes, and the elements and text in it."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list["Element | str"] = field(default_factory=list)

    def all(self, *names: str) -> Iterator["Element"]:
        """Yield the elements below with one of `names`, or all, in reading order."""
        for child in self.elements():
            if not names or child.name in names:
                yield child
            yield from child.all(*names)

    def one(self, name: str) -> "Element":
        """Return the only element below called `name`."""
        (found,) = self.all(name)
        return found

    def elements(self) -> list["Element"]:
        """Return the elements right below."""
        return [child for child in self.content if isinstance(child, Element)]

    def text(self) -> str:
        """Return the text, with space where a block or a line begins and ends."""
        inside = "".join(part if isinstance(part, str) else part.text() for part in self.content)
        return inside if self.name in INLINE else f" {inside} "


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("page")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), f"{tag} has an attribute twice"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].content.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].content.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def parse(page: bytes) -> Element:
    """Return the root of a page."""
    text = page.decode()
    assert text.startswith("<!DOCTYPE html>\n<html")
    parser = _Parser()
    parser.feed(text)
    parser.close()
    (root,) = parser.open
    return root.one("html")


def words(page: Element) -> list[str]:
    """Return the words of cover and text, without what the page adds for itself."""
    cover, main = page.one("header"), page.one("main")
    said = [part for part in cover.elements() if part.attributes.get("class") != "draft"]
    return " ".join(part.text() for part in (*said, main)).split()


def seen(element: Element, look: Look = PLAIN) -> Iterator[Seen]:
    """Yield the characters of `element` with their looks."""
    match element.name:
        case "strong":
            look = look._replace(strong=True)
        case "em":
            look = look._replace(emphasis=True)
        case "a" if not element.attributes["href"].startswith("#"):
            look = look._replace(address=element.attributes["href"])
    for part in element.content:
        if isinstance(part, str):
            yield from characters(part, look)
        else:
            yield from seen(part, look)


def shape(element: Element) -> Shape:
    """Return what the block `element` is and what is in it, without words."""
    match element.name:
        case "p":
            return ("paragraph",)
        case "ul" | "ol":
            items = map(_item, element.elements())
            return ("numbered" if element.name == "ol" else "bullets", *items)
        case "div":
            rows = element.one("table").all("tr")
            return ("table", *(tuple(map(_side, row.elements())) for row in rows))
        case other:
            raise AssertionError(f"{other} is in no document")


def _item(item: Element) -> Shape:
    assert item.name == "li"
    blocks = [part for part in item.elements() if part.name in ("p", "ul", "ol", "div")]
    own = () if blocks and blocks[0].name == "p" else (("paragraph",),)
    return (*own, *map(shape, blocks))


def _side(cell: Element) -> str:
    assert cell.name in ("th", "td")
    return cell.attributes.get("class", "left")
