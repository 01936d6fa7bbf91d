"""What a writer is given besides the document."""

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from avtalsgen.records import dataclass

if TYPE_CHECKING:
    from avtalsgen.model.nodes import Document
    from avtalsgen.model.profile import Profile


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things ended up when the document was set in pages: page by anchor, counted from 1."""

    pages: Mapping[str, int] = field(default_factory=dict)
    page_count: int = 0


@dataclass(frozen=True, slots=True)
class Render:
    """How a document is to be written: the house style, its Word shell, and the page layout.

    `shell` is mall.docx as bytes, empty where no Word file is written.
    """

    profile: "Profile"
    shell: bytes = b""
    layout: Layout = Layout()


@dataclass(frozen=True, slots=True)
class Writer:
    """A file format we can write. `write` has no clock: equal input gives equal bytes."""

    name: str
    suffix: str
    write: "Callable[[Document, Render], bytes]"
