"""What `avtalsgen serve` refuses before it listens."""

from pathlib import Path

from tests.cli.terminal import Terminal


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
