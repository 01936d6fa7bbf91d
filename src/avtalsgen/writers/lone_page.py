"""A web page that needs nothing else: its head, in the colours and font of a house style."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from avtalsgen.model.profile import Profile
from avtalsgen.writers.markup import Markup, block, css_string, element, escape, void

_FALLBACK = '"Segoe UI", system-ui, sans-serif'
_HEX = "0123456789abcdefABCDEF"


def lone_page(title: str, sheet: str, profile: Profile, body: Markup) -> bytes:
    """Return a page with the style `sheet` in it; nothing is fetched, and no script runs."""
    style = Markup(f"\n{_house(profile)}\n{_shades()}\n{sheet}")
    page = block("html", _head(title, style), body, lang="sv")
    return f"<!DOCTYPE html>\n{page}\n".encode()


@cache
def _shades() -> str:
    return files(__package__).joinpath("lone_page.css").read_text(encoding="utf-8")


def _house(profile: Profile) -> str:
    accent = "".join(digit for digit in profile.colours.accent if digit in _HEX)
    return f":root {{ --house: #{accent}; --font: {css_string(profile.font)}, {_FALLBACK}; }}"


def _head(title: str, style: Markup) -> Markup:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return block(
        "head",
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=policy),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", escape(title)),
        element("style", style),
    )
