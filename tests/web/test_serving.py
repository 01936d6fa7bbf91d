"""`avtalsgen serve` as somebody starts it: once, once more, and ended by Ctrl-C."""

import re
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tests.web.conftest import put_small

from avtalsgen.problems import AvtalsgenError
from avtalsgen.web.safety import running
from avtalsgen.web.safety.entrance import Entrance
from avtalsgen.web.serving import listen, serve

SERVE = [sys.executable, "-m", "avtalsgen", "serve", "--no-browser"]


def test_a_second_start_opens_the_first_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    root = put_small(tmp_path / "arbetsyta")
    first = subprocess.Popen(
        [*SERVE, "--log", "--workspace", str(root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert first.stdout is not None
    door = first.stdout.readline().strip()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/in/[\w-]{32}", door)
    note = running._place(root)
    if sys.platform != "win32":
        assert stat.S_IMODE(note.stat().st_mode) == 0o600
    told, opened = list[str](), list[str]()
    serve(root, Entrance(), told.append, opened.append)
    assert told == ["Avtalsgen är redan igång för den här arbetsytan. Webbläsaren öppnas."]
    assert opened[0].partition("/in/")[0] == door.partition("/in/")[0]
    assert opened[0] != door
    first.send_signal(signal.SIGINT)
    _, said = first.communicate(timeout=60)
    assert first.returncode == 0
    assert "Traceback" not in said
    assert "200 POST /biljett" in said
    assert door.rpartition("/")[2] not in said
    assert opened[0].rpartition("/")[2] not in said
    assert not note.exists()


def test_a_note_of_a_server_that_fell_is_nothing(tmp_path: Path) -> None:
    with listen(Entrance()) as taken:
        port = taken.getsockname()[1]
    running.note(tmp_path, running.NotedServer(port, "x"))
    noted = running.noted(tmp_path)
    assert noted == running.NotedServer(port, "x")
    assert running.ask_for_ticket(noted) is None
    running.forget(tmp_path, running.NotedServer(port, "another"))
    assert running.noted(tmp_path) == noted
    running.forget(tmp_path, noted)
    assert running.noted(tmp_path) is None
    running._place(tmp_path).write_text("{trasig")
    assert running.noted(tmp_path) is None
    running._place(tmp_path).unlink()


def test_a_port_that_is_taken_is_told() -> None:
    with (
        listen(Entrance()) as taken,
        pytest.raises(AvtalsgenError, match="WE03 det går inte att lyssna"),
    ):
        listen(Entrance(port=taken.getsockname()[1]))


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="systemet har inga Unix-socket")
def test_a_unix_socket_is_for_this_user_and_group(tmp_path: Path) -> None:
    path = tmp_path / "s"
    with listen(Entrance(socket=str(path))):
        assert stat.S_IMODE(path.stat().st_mode) == 0o660
