"""Whom a certificate names, as it may be shown to people."""

import unicodedata

from asn1crypto.x509 import Certificate, Name

NAMELESS = "ett certifikat utan namn"
_LONGEST = 200
"""Characters of a name that are shown."""
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_UNSEEN = ("C", "Zl", "Zp")
"""Categories of Unicode: control, format (direction marks too), unassigned; ends of lines."""


def one_line(text: str) -> str:
    """Return `text` on one line: what nobody sees is U+FFFD, and a very long one is cut."""
    seen = "".join(
        _REPLACEMENT if unicodedata.category(character).startswith(_UNSEEN) else character
        for character in text
    )
    words = " ".join(seen.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def holder(certificate: Certificate) -> str:
    """Return whom a certificate names, as people call them, on one line."""
    return called(certificate.subject)


def called(name: Name) -> str:
    """Return the common name of `name`, else its organisation, else all of it, on one line."""
    parts = name.native
    if not parts:
        return NAMELESS
    common_name = parts.get("common_name") or parts.get("organization_name") or name.human_friendly
    return one_line(common_name if isinstance(common_name, str) else ", ".join(common_name))


def is_called(text: str, holder_name: str) -> bool:
    """Return whether somebody called `text` may be whom a certificate names `holder_name`.

    Every word of the one is a word of the other: a certificate often has more given names, and
    the family name first.
    """
    wanted = {word.casefold() for word in _words(text)}
    return bool(wanted) and wanted <= {word.casefold() for word in _words(holder_name)}


def _words(text: str) -> list[str]:
    composed = unicodedata.normalize("NFC", text)
    return "".join(c if c.isalpha() or c in "'’" else " " for c in composed).split()
