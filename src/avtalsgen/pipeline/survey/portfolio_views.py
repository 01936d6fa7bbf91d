"""A portfolio on a screen, and as files: a web page, and rows for a spreadsheet."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from avtalsgen.model.portfolio import Portfolio
from avtalsgen.model.profile import Profile
from avtalsgen.pipeline.output.delivery import Delivery, Refusal
from avtalsgen.pipeline.output.views import TERMINAL, Content, View
from avtalsgen.records import dataclass
from avtalsgen.writers.portfolio.html import to_html
from avtalsgen.writers.portfolio.portfolio_rows import rows
from avtalsgen.writers.portfolio.terminal import to_terminal
from avtalsgen.writers.spreadsheet import to_csv

_FOREIGN: Final = Refusal(
    "PO01",
    "finns redan och är inte en fil som vi har skrivit",
    "välj ett annat namn med --out, eller skriv över den med --force",
)


@dataclass(frozen=True, slots=True)
class PortfolioShown:
    """A portfolio, how its page looks, and how wide the screen is."""

    portfolio: Portfolio
    profile: Profile
    width: int = 100


def _terminal(shown: PortfolioShown) -> Content:
    return Content(to_terminal(shown.portfolio, shown.width).encode())


def _html(shown: PortfolioShown) -> Content:
    return Content(to_html(shown.portfolio, shown.profile))


def _csv(shown: PortfolioShown) -> Content:
    return Content(to_csv(rows(shown.portfolio)))


VIEWS: Mapping[str, View[PortfolioShown]] = MappingProxyType(
    {
        TERMINAL: View("skärm", "", _terminal),
        "html": View("webbsida", ".html", _html),
        "csv": View("kalkylblad", ".csv", _csv),
    }
)
"""The forms of a portfolio, by the name they have on the command line."""


def write(path: Path, data: bytes, *, force: bool) -> None:
    """Write a file of ours.

    Raises:
        AvtalsgenError: PO01 it is there and is not as we left it, and nobody forces it.
    """
    Delivery((path,), _FOREIGN, force).put({path: data})
