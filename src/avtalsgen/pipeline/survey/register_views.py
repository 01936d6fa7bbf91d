"""The register of agreements as text for a screen, and as files."""

from collections.abc import Mapping
from types import MappingProxyType

from avtalsgen.model.portfolio import Register
from avtalsgen.model.profile import Profile
from avtalsgen.pipeline.output.views import TERMINAL, Content, View
from avtalsgen.records import dataclass
from avtalsgen.writers.portfolio.register import (
    in_spreadsheet,
    register_lines,
    register_page,
    register_rows,
)
from avtalsgen.writers.spreadsheet import to_csv


@dataclass(frozen=True, slots=True)
class RegisterShown:
    """A register, and how its page looks."""

    register: Register
    profile: Profile


def _terminal(shown: RegisterShown) -> Content:
    return Content(register_lines(shown.register).encode())


def _csv(shown: RegisterShown) -> Content:
    return Content(to_csv(register_rows(shown.register, in_spreadsheet)))


def _html(shown: RegisterShown) -> Content:
    return Content(register_page(shown.register, shown.profile))


VIEWS: Mapping[str, View[RegisterShown]] = MappingProxyType(
    {
        TERMINAL: View("skärm", "", _terminal),
        "csv": View("kalkylblad", ".csv", _csv),
        "html": View("webbsida", ".html", _html),
    }
)
"""The forms of a register, by the name they have on the command line."""
