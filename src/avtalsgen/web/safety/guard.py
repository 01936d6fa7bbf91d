"""What every request passes, and what every answer has.

Host allowed? ► an act, and of our own page? ► who asks? ► the page
     400                  403                  401, 403
"""

import sys
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from avtalsgen.records import dataclass
from avtalsgen.web.safety.entrance import Entrance
from avtalsgen.web.safety.tokens import DoorKeys

POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""What a page may load: what this server has, and no style or script that stands in the page."""
OPEN: Final = ("/static/", "/in/", "/biljett")
"""What is answered without a session: style and script, and the doors themselves."""
_HEADERS: Final = (
    ("content-security-policy", POLICY),
    ("referrer-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
)
_KEPT: Final = "private, max-age=31536000, immutable"
_SAFE: Final = frozenset({"GET", "HEAD"})
MOST_BYTES: Final = 64_000_000
"""Bytes of a request; several old agreements at once are less."""


class TooLargeError(Exception):
    """Raised while a request is read that has more bytes than any of ours."""


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """Why a request is not answered: a page of that name in templates/refused/."""

    status: int
    page: str


Refused = Callable[[Scope, TurnedAway], Response]


class Guard:
    """Lets through what may be answered, and dresses what is answered."""

    def __init__(
        self, app: ASGIApp, entrance: Entrance, keys: DoorKeys, port: int, refused: Refused
    ) -> None:
        self._app = app
        self._entrance = entrance
        self._keys = keys
        self._hosts = entrance.hosts(port)
        self._cookie = f"avtalsgen-{port}"
        self._refused = refused

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        asked = Headers(scope=scope)
        answer = _dressed(scope, send)
        refusal = self._refusal(scope, asked)
        if refusal is not None:
            await self._refused(scope, refusal)(scope, receive, answer)
        elif scope["path"].startswith("/in/"):
            await self._let_in(scope, asked)(scope, receive, answer)
        elif scope["path"] == "/biljett":
            await self._ticket(scope, asked)(scope, receive, answer)
        else:
            await self._app(scope, _bounded(asked, receive), answer)

    def _refusal(self, scope: Scope, asked: Headers) -> TurnedAway | None:
        if asked.get("host") not in self._hosts:
            return TurnedAway(HTTPStatus.BAD_REQUEST, "host")
        if scope["path"] != "/biljett" and not self._is_own_act(scope, asked):
            return TurnedAway(HTTPStatus.FORBIDDEN, "foreign")
        if self._entrance.behind_proxy:
            user = self._entrance.user(asked)
            if user is None:
                return TurnedAway(HTTPStatus.FORBIDDEN, "unknown")
            scope["user"] = user
        elif not scope["path"].startswith(OPEN) and not self._keys.has(self._session(asked)):
            return TurnedAway(HTTPStatus.UNAUTHORIZED, "ended")
        return None

    def _is_own_act(self, scope: Scope, asked: Headers) -> bool:
        """Return whether a request changes nothing, or comes from one of our own pages."""
        if scope["method"] in _SAFE:
            return True
        site = asked.get("sec-fetch-site")
        if site is not None:
            return site in {"same-origin", "none"}
        _, _, origin = asked.get("origin", "").partition("://")
        return bool(origin) and origin == asked.get("host")

    def _session(self, asked: Headers) -> str:
        try:
            kept = SimpleCookie(asked.get("cookie", "")).get(self._cookie)
        except CookieError:
            return ""
        return kept.value if kept else ""

    def _let_in(self, scope: Scope, asked: Headers) -> Response:
        """Return the way to the first page, with a session for the ticket that was shown.

        Who opens a ticket for the second time in a browser that is in already is let through.
        """
        session = self._keys.redeem(scope["path"].removeprefix("/in/"))
        if session is None and not self._keys.has(self._session(asked)):
            return self._refused(scope, TurnedAway(HTTPStatus.UNAUTHORIZED, "ended"))
        response = RedirectResponse("/", HTTPStatus.SEE_OTHER)
        if session is not None:
            response.set_cookie(self._cookie, session, httponly=True, samesite="strict")
        return response

    def _ticket(self, scope: Scope, asked: Headers) -> Response:
        """Return a ticket to a second start, which says the secret of the first."""
        said = asked.get("authorization", "").removeprefix("Bearer ")
        if scope["method"] != "POST" or not self._keys.is_secret(said):
            return self._refused(scope, TurnedAway(HTTPStatus.FORBIDDEN, "foreign"))
        return Response(self._keys.ticket(), media_type="text/plain")


def _dressed(scope: Scope, send: Send) -> Send:
    """Return `send` with the headers that every answer has."""

    async def dressed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS:
                headers[name] = value
            headers["cache-control"] = _keeping(scope, message["status"])
        await send(message)

    return dressed


def _keeping(scope: Scope, status: int) -> str:
    """Return whether a browser may keep the answer: only a style, script or font of ours."""
    if not scope["path"].startswith("/static/") or status >= HTTPStatus.BAD_REQUEST:
        return "no-store"
    return _KEPT if scope["query_string"].startswith(b"v=") else "no-cache"


def _bounded(asked: Headers, receive: Receive) -> Receive:
    """Return `receive` that stops at the largest request there is."""
    length = asked.get("content-length", "0")
    left = MOST_BYTES if length.isdecimal() and int(length) <= MOST_BYTES else -1

    async def bounded() -> Message:
        nonlocal left
        if left < 0:
            raise TooLargeError
        message = await receive()
        left -= len(message.get("body", b""))
        if left < 0:
            raise TooLargeError
        return message

    return bounded


def logged(app: ASGIApp) -> ASGIApp:
    """Return `app` that writes a line a request on standard error, without what may be secret.

    The query has words that somebody searched for, and the door has a ticket.
    """

    async def logging(scope: Scope, receive: Receive, send: Send) -> None:
        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                path = "/in/…" if scope["path"].startswith("/in/") else scope["path"]
                sys.stderr.write(f"{message['status']} {scope['method']} {ascii(path)[1:-1]}\n")
            await send(message)

        passed: Callable[[Message], Awaitable[None]] = told if scope["type"] == "http" else send
        await app(scope, receive, passed)

    return logging
