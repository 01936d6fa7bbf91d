"""The whole page: what a browser needs to know, the cover, the text and the sender."""

import base64
import hashlib

from avtalsgen.model.marks import in_words, is_redline, settled
from avtalsgen.model.nodes import Cover, CoverRow, Document
from avtalsgen.model.profile import Logo, Profile
from avtalsgen.writers.html.inline import running
from avtalsgen.writers.html.sections import write_contents, write_section, write_signatures
from avtalsgen.writers.html.style import style_sheet
from avtalsgen.writers.markup import NOTHING, Markup, block, element, escape, join, lines, void
from avtalsgen.writers.render import Render

DRAFT = "UTKAST"


def write_html(document: Document, render: Render) -> bytes:
    """Return `document` as one page that needs nothing else: no script, no font; a logo is in it.

    An anchor of ours begins with `_`, which no anchor in a document does.
    """
    document = in_words(settled(document))
    page = block(
        "html", _head(document, render.profile), _body(document, render.profile), lang="sv"
    )
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _head(document: Document, profile: Profile) -> Markup:
    identity = document.identity
    sheet = style_sheet(profile, document.running, redline=is_redline(document))
    style = Markup(f"\n{sheet}")
    named = {
        "author": identity.author,
        "description": identity.subject,
        "keywords": ", ".join(identity.keywords),
        "dcterms.identifier": identity.dnr,
        "dcterms.date": identity.date,
    }
    title = f"{DRAFT} – {identity.title}" if document.draft else identity.title
    return block(
        "head",
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=_policy(style, profile)),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", escape(title)),
        *(void("meta", name=name, content=value) for name, value in named.items() if value),
        element("style", style),
    )


def _policy(style: str, profile: Profile) -> str:
    """Return the policy that lets in our style sheet and logo, nothing else (CSP level 3)."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    pictures = "img-src data:; " if profile.logo else ""
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; {pictures}"
        "base-uri 'none'; form-action 'none'"
    )


def _body(document: Document, profile: Profile) -> Markup:
    parts = [element("a", escape("Hoppa till texten"), class_="skip", href="#_text")]
    parts.append(_cover(document.cover, profile.logo, draft=document.draft))
    if document.contents:
        parts.append(write_contents(document, document.contents))
    parts.append(_main(document))
    parts.append(_sender(profile))
    return block("body", *parts)


def _cover(cover: Cover, logo: Logo | None, *, draft: bool) -> Markup:
    return block(
        "header",
        _logo(logo) if logo else NOTHING,
        element("p", escape(DRAFT), class_="draft") if draft else NOTHING,
        element("p", escape(cover.kicker), class_="kicker") if cover.kicker else NOTHING,
        element("h1", running(cover.title)),
        element("p", running(cover.subtitle), class_="subtitle") if cover.subtitle else NOTHING,
        block("dl", *map(_fact, cover.rows)) if cover.rows else NOTHING,
    )


def _logo(logo: Logo) -> Markup:
    """Return the picture inside the page, where a browser neither runs nor fetches anything."""
    kind = {"png": "image/png", "svg": "image/svg+xml"}[logo.picture.kind]
    data = base64.b64encode(logo.picture.data).decode()
    return void("img", class_="logo", src=f"data:{kind};base64,{data}", alt=logo.alt)


def _fact(row: CoverRow) -> Markup:
    return element(
        "div", join((element("dt", escape(row.label)), element("dd", running(row.content))))
    )


def _main(document: Document) -> Markup:
    sections = map(write_section, document.sections)
    signatures = [write_signatures(document.signatures)] if document.signatures else []
    return block("main", *sections, *signatures, id="_text", tabindex="-1")


def _sender(profile: Profile) -> Markup:
    said = (profile.organisation, *profile.address, profile.footer)
    return block("footer", lines(*(element("p", escape(line)) for line in said if line)))
