"""The program as another program starts it: languages, character sets, closed pipes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.terminal import Terminal

import avtalsgen
from avtalsgen.cli import main
from avtalsgen.problems import Exit

SOURCE = Path(avtalsgen.__file__).parents[1]
ISOLATED = f"import sys; sys.path.insert(0, {str(SOURCE)!r}); import avtalsgen.cli as c; c.main()"


def _start(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *words],
        env={**os.environ, "PYTHONPATH": str(SOURCE), **environment},
        capture_output=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("language", [{}, {"LANG": "C", "LC_ALL": "C"}, {"LANGUAGE": "en:de"}])
@pytest.mark.parametrize("start", [["-m", "avtalsgen"], ["-I", "-c", ISOLATED]], ids=["m", "I"])
def test_the_program_speaks_swedish_in_every_environment(
    terminal: Terminal, start: list[str], language: dict[str, str]
) -> None:
    said = _start(*start, "bild", **language)
    assert said.returncode == 2
    assert "Fel: kommandot ”bild” finns inte; menade du build?" in said.stderr.decode()


def test_output_is_utf_8_whatever_the_console_is(terminal: Terminal) -> None:
    said = _start("-m", "avtalsgen", "list", PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    assert "ANVÄNDS I" in said.stdout.decode()


def test_a_reader_that_goes_away_is_no_error(terminal: Terminal) -> None:
    command = [sys.executable, "-m", "avtalsgen", "schema"]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read().decode() == ""


def test_a_document_is_built(terminal: Terminal) -> None:
    said = _start("-m", "avtalsgen", "build", "prov", "--format", "txt")
    assert (said.returncode, said.stderr) == (0, b"")
    assert (terminal.root / "output/prov/1/prov-1.txt").is_file()


def test_ctrl_c_outside_of_the_command_line_ends_as_inside_of_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also while the program is being loaded, or has just ended."""

    def interrupted() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("avtalsgen.cli.group.run", interrupted)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == Exit.INTERRUPTED
    assert capsys.readouterr().err == "\nAvbrutet.\n"


def test_flags_are_quoted_as_everything_else(terminal: Terminal) -> None:
    for line in (
        "takeback a.docx --acept 1",
        "build prov --formt txt",
        "build --format x",
        "trace",
    ):
        said = terminal.run(f"avtalsgen {line}").err
        assert "”" in said
        assert "'" not in said
    assert "”'a'”" in terminal.run("avtalsgen build --jobs \"'a'\"").err
