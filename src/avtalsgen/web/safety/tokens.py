"""What differs from one start to the next: the clock, and what nobody may guess.

Nothing else in this room asks for the time or for chance, and neither ever reaches a document.

    ticket ── once, within 60 s ──► session ── while the process lives ──► pages
      ▲
      └── a second start asks for one, by the secret that the file of the first has
"""

import hmac
import secrets
from collections.abc import Callable
from datetime import date
from threading import Lock
from time import monotonic
from typing import Final

TICKET_SECONDS: Final = 60
"""How long a ticket opens the door."""
_MOST_TICKETS: Final = 100
"""Tickets that wait at the same time; more are somebody's mistake, and the oldest go."""
_MOST_SESSIONS: Final = 1000


def today() -> date:
    """Return the day on the clock of this machine."""
    return date.today()  # noqa: DTZ011 - the day of whoever sits here


def unguessable() -> str:
    """Return a name that nobody can guess."""
    return secrets.token_urlsafe(24)


class DoorKeys:
    """The tickets and sessions of a process; they die with it."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self.secret: Final = unguessable()
        """What a second start says to be given a ticket."""
        self._now = now
        self._tickets: dict[str, float] = {}
        self._sessions: dict[str, None] = {}
        self._lock = Lock()

    def ticket(self) -> str:
        """Return a new ticket, good for one session."""
        ticket = unguessable()
        with self._lock:
            self._tickets[ticket] = self._now() + TICKET_SECONDS
            _keep_last(self._tickets, _MOST_TICKETS)
        return ticket

    def redeem(self, ticket: str) -> str | None:
        """Return a new session for `ticket`, which is spent; none if it is not good."""
        with self._lock:
            until = self._tickets.pop(ticket, None)
            if until is None or self._now() > until:
                return None
            session = unguessable()
            self._sessions[session] = None
            _keep_last(self._sessions, _MOST_SESSIONS)
        return session

    def has(self, session: str) -> bool:
        """Return whether `session` is one of ours."""
        return session in self._sessions

    def is_secret(self, given: str) -> bool:
        """Return whether `given` is the secret, in a time that does not tell how near it is."""
        return alike(given, self.secret)


def alike(given: str, secret: str) -> bool:
    """Return whether two texts are the same, in a time that does not tell how near they are."""
    return hmac.compare_digest(given.encode(), secret.encode())


def _keep_last(kept: dict[str, float] | dict[str, None], most: int) -> None:
    while len(kept) > most:
        del kept[next(iter(kept))]
