"""How the server may be reached, and by whom."""

from collections.abc import Mapping
from typing import Final

from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.records import dataclass
from avtalsgen.web.safety.tokens import alike

LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
"""Names of this machine for itself: nobody else reaches it by them."""
PROXY_SECRET: Final = "x-avtalsgen-proxy"  # noqa: S105 - the name of the header, no secret
"""The header in which a reverse proxy says the secret that it shares with us."""


@dataclass(frozen=True, slots=True)
class Entrance:
    """Where the server listens; with a reverse proxy before it, how that says who asks."""

    host: str = "127.0.0.1"
    port: int = 0
    """0 is any that is free."""
    socket: str | None = None
    """The path of a Unix socket, instead of host and port."""
    user_header: str | None = None
    """The header in which the proxy says who has logged in."""
    proxy_secret: str | None = None
    names: frozenset[str] = frozenset()
    """The names that people reach the proxy by, as a browser writes them in Host."""

    @property
    def behind_proxy(self) -> bool:
        """Return whether a reverse proxy says who asks; else it is whoever has the session."""
        return self.user_header is not None

    def checked(self) -> "Entrance":
        """Return the entrance as it is.

        Raises:
            AvtalsgenError: others could reach it without having logged in anywhere (WE01).
        """
        hint = None
        if self.user_header is None:
            if self.socket or self.host not in LOOPBACK:
                hint = "skriv --user-header NAMN, som proxyn sätter när någon har loggat in"
        elif not (self.socket or self.proxy_secret):
            hint = "skriv --proxy-secret FIL med en hemlighet som bara proxyn har, eller --socket"
        elif not self.names:
            hint = "skriv --name NAMN: det namn som webbläsaren når proxyn med"
        if hint is None:
            return self
        message = "servern skulle kunna nås av andra utan att de har loggat in"
        raise AvtalsgenError([Problem("WE01", message, hint=hint, exit=Exit.USAGE)])

    def hosts(self, port: int) -> frozenset[str]:
        """Return what a request may have as Host when the server listens at `port`."""
        if self.behind_proxy:
            return self.names
        return frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))

    def user(self, headers: Mapping[str, str]) -> str | None:
        """Return whom the proxy says that a request is from; none if it does not say so rightly."""
        assert self.user_header is not None
        if self.proxy_secret and not alike(headers.get(PROXY_SECRET, ""), self.proxy_secret):
            return None
        return headers.get(self.user_header.lower(), "").strip() or None
