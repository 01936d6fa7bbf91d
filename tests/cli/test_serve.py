"""What `avtalsgen serve` refuses before it listens."""

from pathlib import Path
from shlex import quote, split

import pytest
from tests.cli.terminal import Terminal

from avtalsgen.problems import AvtalsgenError
from avtalsgen.web.safety.entrance import Entrance
from avtalsgen.web.serving import listen


def test_outside_a_workspace_it_says_so(terminal: Terminal, tmp_path: Path) -> None:
    said = terminal.run(f"avtalsgen serve --workspace {tmp_path}")
    assert said.code == 66
    assert "AY01" in said.err


def test_an_open_door_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    assert "WE01" in terminal.run("avtalsgen serve --host 0.0.0.0").err
    short = tmp_path / "kort"
    short.write_text("kort")
    said = terminal.run(f"avtalsgen serve --user-header X-User --proxy-secret {short} --name a")
    assert said.code == 2
    assert "WE04" in said.err


def test_a_secret_is_made_as_the_hint_says(terminal: Terminal) -> None:
    """Also in a file whose name has a space."""
    secret = terminal.root / "en hemlighet.txt"
    line = f"avtalsgen serve --user-header X-User --proxy-secret {quote(secret.name)}"
    told = terminal.run(line).err
    *command, into, file = split(told.partition("gör en: ")[2])
    assert (command[0], into, file) == ("openssl", ">", secret.name)
    secret.write_text("0123456789abcdef" * 4, "ascii")
    assert "WE04" not in terminal.run(line).err


@pytest.mark.parametrize(
    ("door", "flag"),
    [
        (Entrance(port=1, host="192.0.2.1"), "--host 127.0.0.1"),
        (Entrance(socket="/ingen/mapp/alls.sock"), "--socket"),
    ],
)
def test_what_cannot_be_listened_at_is_what_the_hint_changes(door: Entrance, flag: str) -> None:
    with pytest.raises(AvtalsgenError) as refused:
        listen(door)
    (problem,) = refused.value.problems
    assert problem.code == "WE03"
    assert flag in str(problem.hint)
    assert "--port" not in str(problem.hint)
