"""The server: it listens, opens the browser on a ticket, and ends on Ctrl-C."""

import getpass
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from errno import EADDRNOTAVAIL
from pathlib import Path
from threading import Thread
from typing import Final

import uvicorn

from avtalsgen.pipeline.workspace.house import house_of
from avtalsgen.pipeline.workspace.workspace import find
from avtalsgen.problems import AvtalsgenError, Exit, Problem
from avtalsgen.web.app import web_app
from avtalsgen.web.ask import Site
from avtalsgen.web.safety.entrance import Entrance
from avtalsgen.web.safety.guard import logged
from avtalsgen.web.safety.running import NotedServer, ask_for_ticket, forget, note, noted
from avtalsgen.web.safety.tokens import DoorKeys
from avtalsgen.web.uploads.apart import make_ready

Tell = Callable[[str], None]
"""Says a line to whoever started the program."""
Open = Callable[[str], None]
"""Opens an address in a browser."""
_PATIENCE: Final = 3
"""Seconds that an answer may still take when the server is told to end."""


def serve(here: Path, entrance: Entrance, tell: Tell, open_: Open, *, log: bool = False) -> None:
    """Serve the workspace that `here` is in, until somebody ends it.

    Where one of this user is served already, that one is opened in the browser instead.

    Raises:
        AvtalsgenError: AY01 there is no workspace, WE01 others could reach it, WE03 the port is
            taken.
    """
    root = find(here)
    entrance = entrance.checked()
    earlier = None if entrance.behind_proxy else noted(root)
    ticket = ask_for_ticket(earlier) if earlier else None
    if earlier and ticket:
        tell("Avtalsgen är redan igång för den här arbetsytan. Webbläsaren öppnas.")
        open_(address(earlier.port, ticket))
        return
    with listen(entrance) as listening:
        port = 0 if entrance.socket else int(listening.getsockname()[1])
        keys = DoorKeys()
        site = Site(root, user=_user(), organisation=_organisation(root))
        app = web_app(site, entrance, keys, port)
        running = NotedServer(port, keys.secret)
        try:
            if not entrance.behind_proxy:
                note(root, running)
                tell(f"Avtalsgen är igång på http://127.0.0.1:{port}/. Avsluta med Ctrl-C.")
                open_(address(port, keys.ticket()))
            else:
                tell(f"Avtalsgen är igång bakom proxyn, på {entrance.socket or port}.")
            Thread(target=make_ready, daemon=True).start()
            _run(logged(app) if log else app, listening)
        finally:
            site.close()
            forget(root, running)


def address(port: int, ticket: str) -> str:
    """Return what a browser is opened on: the door, with a ticket that it opens for once."""
    return f"http://127.0.0.1:{port}/in/{ticket}"


def _run(app: Callable[..., object], listening: socket.socket) -> None:
    config = uvicorn.Config(
        app,
        access_log=False,
        log_level="warning",
        proxy_headers=False,
        server_header=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=_PATIENCE,
    )
    with suppress(KeyboardInterrupt):  # uvicorn has ended well and says so again
        uvicorn.Server(config).run(sockets=[listening])


def listen(entrance: Entrance) -> socket.socket:
    """Return the socket that the server listens at.

    Raises:
        AvtalsgenError: WE03 it is taken, or may not be had.
    """
    try:
        if entrance.socket is None:
            family = socket.AF_INET6 if ":" in entrance.host else socket.AF_INET
            return socket.create_server((entrance.host, entrance.port), family=family)
        return _unix(entrance.socket)
    except (OSError, OverflowError) as error:
        where = entrance.socket or f"{entrance.host}:{entrance.port}"
        message = f"det går inte att lyssna på {where} ({error})"
        hint = _elsewhere(entrance, error)
        raise AvtalsgenError([Problem("WE03", message, hint=hint, exit=Exit.CONFLICT)]) from None


def _elsewhere(entrance: Entrance, error: OSError | OverflowError) -> str:
    """Return what to type where it is the socket, the address or the port that is refused."""
    if entrance.socket is not None:
        return "välj en annan fil med --socket, i en mapp som finns och som du får skriva i"
    if isinstance(error, socket.gaierror) or getattr(error, "errno", None) == EADDRNOTAVAIL:
        return "välj en adress som den här maskinen har: --host 127.0.0.1"
    return "välj en annan port med --port, eller utelämna den"


def _unix(path: str) -> socket.socket:
    """Return a Unix socket that only this user and its group may use."""
    family = getattr(socket, "AF_UNIX", None)
    if family is None:
        raise OSError("Unix-socket finns inte i det här systemet")
    listening = socket.socket(family, socket.SOCK_STREAM)
    before = os.umask(0o117)
    try:
        listening.bind(path)
    except OSError:
        listening.close()
        raise
    finally:
        os.umask(before)
    listening.listen()
    return listening


def _user() -> str:
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


def _organisation(root: Path) -> str:
    """Return whose workspace it is; nothing while its files cannot be read, which pages tell."""
    with suppress(AvtalsgenError):
        return house_of(root).profile.organisation
    return ""
