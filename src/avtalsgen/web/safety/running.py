"""The server that already runs for a workspace: a file that only this user can read says where.

{"port": 51234, "secret": "…"}      0600, in the folder of this user's memory
"""

import json
import os
from contextlib import closing, suppress
from hashlib import sha256
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Final

from avtalsgen.pipeline.memory.store import folder
from avtalsgen.records import dataclass

_SECONDS: Final = 3
_LONGEST: Final = 200
"""Characters of a ticket; anything longer is another program's answer."""


@dataclass(frozen=True, slots=True)
class NotedServer:
    """Where a server listens, and what it wants to hear."""

    port: int
    secret: str


def note(root: Path, running: NotedServer) -> None:
    """Write down that `running` serves the workspace at `root`, for this user alone."""
    place = _place(root)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = place.with_suffix(f".{os.getpid()}.tmp")
    beside.unlink(missing_ok=True)
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump({"port": running.port, "secret": running.secret}, file)
    beside.replace(place)


def forget(root: Path, running: NotedServer) -> None:
    """Take the note away, if it is still that of `running`."""
    if noted(root) == running:
        _place(root).unlink(missing_ok=True)


def noted(root: Path) -> NotedServer | None:
    """Return the server that is noted for the workspace at `root`, whether it lives or not."""
    try:
        data = json.loads(_place(root).read_text(encoding="utf-8"))
        return NotedServer(int(data["port"]), str(data["secret"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def ask_for_ticket(running: NotedServer) -> str | None:
    """Return a new ticket from a server on this machine; none if it does not answer as ours."""
    connection = HTTPConnection("127.0.0.1", running.port, timeout=_SECONDS)
    said = {"authorization": f"Bearer {running.secret}"}
    with suppress(OSError, HTTPException, ValueError), closing(connection):
        connection.request("POST", "/biljett", headers=said)
        answer = connection.getresponse()
        ticket = answer.read(_LONGEST + 1).decode()
        if answer.status == HTTPStatus.OK and 0 < len(ticket) <= _LONGEST:
            return ticket
    return None


def _place(root: Path) -> Path:
    name = sha256(os.fsencode(root.resolve())).hexdigest()[:32]
    return folder() / f"{name}.server.json"
