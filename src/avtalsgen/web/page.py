"""What a page is: an address or several, what answers there, and its word in the menu."""

from collections.abc import Callable

from starlette.responses import Response

from avtalsgen.records import dataclass
from avtalsgen.web.ask import Ask

Handler = Callable[[Ask], Response]
"""Answers a request; it runs in a thread of its own, so it may take its time on the disk."""


@dataclass(frozen=True, slots=True)
class Way:
    """An address, with `{part}` for what varies, and who answers there."""

    path: str
    show: Handler | None = None
    """Answers GET: it changes nothing."""
    act: Handler | None = None
    """Answers POST: it does something, and leads on by `see_other`."""


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page, or a few that belong together; `PAGE` in a module of `web/pages/`."""

    ways: tuple[Way, ...]
    """The first is where the menu leads."""
    word: str = ""
    """What it is called in the menu; without a word it is not there."""
    place: int = 0
    """Where in the menu: in the order of these numbers."""
