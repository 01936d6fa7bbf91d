"""The style sheet of a document: the one of every page, what avtal.css adds, and running heads."""

from functools import cache
from importlib.resources import files

from avtalsgen.model.nodes import Running
from avtalsgen.model.profile import Profile
from avtalsgen.writers.dressed import SheetPart, dressed
from avtalsgen.writers.markup import css_string


def style_sheet(profile: Profile, running: Running, *, redline: bool = False) -> str:
    """Return the whole style sheet; nothing in it can end the `style` element."""
    marks: tuple[SheetPart, ...] = ("marks",) if redline else ()
    house = dressed(profile, "tokens", "base", "folds", *marks)
    return f"{_sizes(profile)}\n{_page(running)}\n{house}\n{_own()}"


@cache
def _own() -> str:
    return files(__package__).joinpath("avtal.css").read_text(encoding="utf-8")


def _sizes(profile: Profile) -> str:
    height = profile.logo.height if profile.logo else 0
    return f":root {{ --print-size: {profile.size:g}pt; --logo-height: {height:g}mm; }}"


def _page(running: Running) -> str:
    """Return what stands on every printed page but the cover (CSS Paged Media 3, 5)."""
    return "\n".join(
        (
            "@page {",
            f"  @top-left {{ content: {css_string(running.left)}; }}",
            f"  @top-right {{ content: {css_string(running.right)}; }}",
            f"  @bottom-left {{ content: {css_string(running.foot)}; }}",
            '  @bottom-right { content: "Sida " counter(page) " (" counter(pages) ")"; }',
            "}",
        )
    )
