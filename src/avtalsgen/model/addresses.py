"""Addresses that words may lead to, alike in every format.

Word calls a file damaged if an address in it is not a URI, and a browser runs what follows
`javascript:`. What may not be a link is left as words.
"""

import re
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

_SAFE = "/:?@!$&'()*+,;=-._~%"
_NOT_ESCAPED = re.compile("%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?", re.IGNORECASE)
_MAILBOX = re.compile(r"[^@\s]+@[^@\s]+")


def safe_address(address: str) -> str | None:
    """Return `address` as an ASCII URI (RFC 3986), or None if it may not be a link.

    Web pages and e-mail may: `http`, `https` and `mailto` with somebody to reach.
    """
    try:
        parts = urlsplit(address)
        match parts.scheme:
            case "http" | "https":
                host = parts.netloc.encode("idna").decode()
                return _written(parts, host) if _HOST.fullmatch(host) else None
            case "mailto":
                return _written(parts, "") if _MAILBOX.fullmatch(parts.path) else None
            case _:
                return None
    except ValueError:
        return None


def _written(parts: SplitResult, host: str) -> str:
    path, query, fragment = (
        quote(_NOT_ESCAPED.sub("%25", part), safe=_SAFE)
        for part in (parts.path, parts.query, parts.fragment)
    )
    return urlunsplit((parts.scheme, host, path, query, fragment))
