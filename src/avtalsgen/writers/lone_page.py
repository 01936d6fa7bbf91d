"""A web page that needs nothing else: its head, with its sheet and what may run in it."""

import base64
import hashlib

from avtalsgen.writers.markup import Markup, block, element, escape, void


def lone_page(title: str, sheet: str, *content: Markup, script: str = "") -> bytes:
    """Return a page of `content` in the style `sheet`; nothing is fetched, only `script` runs."""
    style, runs = Markup(f"\n{sheet}"), Markup(f"\n{script}")
    policy = f"default-src 'none'; style-src {_digest(style)}; "
    policy += f"script-src {_digest(runs)}; " if script else ""
    head = block(
        "head",
        void("meta", charset="utf-8"),
        void(
            "meta",
            http_equiv="Content-Security-Policy",
            content=f"{policy}base-uri 'none'; form-action 'none'",
        ),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", escape(title)),
        element("style", style),
    )
    last = (element("script", runs),) if script else ()
    body = block("body", *content, *last, class_="wrap")
    page = block("html", head, body, lang="sv")
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
