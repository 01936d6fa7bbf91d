"""The style sheet of a page: avtal.css, with the colours, font and running heads put in."""

from functools import cache
from importlib.resources import files

from avtalsgen.model.nodes import Running
from avtalsgen.model.profile import Profile
from avtalsgen.writers.markup import css_string

FALLBACK = '"Segoe UI", system-ui, sans-serif'


def style_sheet(profile: Profile, running: Running, *, redline: bool = False) -> str:
    """Return the whole style sheet; nothing in it can end the `style` element."""
    marks = _sheet("redline.css") if redline else ""
    return f"{_house(profile)}\n{_page(running)}\n{_sheet('avtal.css')}{marks}"


@cache
def _sheet(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _house(profile: Profile) -> str:
    colours = profile.colours
    return "\n".join(
        (
            ":root {",
            f"  --house: {_colour(colours.accent)};",
            "  --accent: var(--house);",
            f"  --text: {_colour(colours.text)};",
            f"  --muted: {_colour(colours.muted)};",
            f"  --rule: {_colour(colours.rule)};",
            f"  --font: {css_string(profile.font)}, {FALLBACK};",
            f"  --print-size: {profile.size:g}pt;",
            f"  --logo-height: {profile.logo.height if profile.logo else 0:g}mm;",
            "}",
        )
    )


def _colour(colour: str) -> str:
    """Return `#RRGGBB` with anything else that may stand in it made harmless."""
    return "#" + "".join(digit for digit in colour if digit in "0123456789abcdefABCDEF")


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
