"""A new workspace is all there or not there, and one that was stopped can be made again."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from avtalsgen.pipeline.new import init as module
from avtalsgen.pipeline.new.init import STAGE, init
from avtalsgen.pipeline.output import atomic
from avtalsgen.pipeline.workspace.workspace import find
from avtalsgen.problems import AvtalsgenError

LEFT_OVER = ".avtalsgen-0123456789abcdef.tmp"


def everything(folder: Path) -> dict[str, bytes]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("hel") / "ny"
    init(folder)
    return everything(folder)


class Killed(BaseException):
    """What no handler of ours catches, as a signal 9."""


def stopped_at(folder: Path, step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop an init when it is about to put its file or folder number `step` in its place.

    Nothing is cleaned up after it, as nothing is after a kill.
    """
    left = iter(range(step))
    original, unlinked = Path.replace, Path.unlink

    def replace(self: Path, target: Path) -> Path:
        if next(left, None) is None:
            monkeypatch.setattr(Path, "unlink", lambda *_, **__: None)
            raise Killed
        return original(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", replace)
        patched.setattr(Path, "rename", replace)
        with pytest.raises(Killed):
            init(folder)
    monkeypatch.setattr(Path, "unlink", unlinked)


@pytest.mark.parametrize("step", [0, 1, 40, -3, -2, -1])
def test_what_a_stopped_init_leaves_is_no_workspace_and_the_next_one_makes_it(
    tmp_path: Path, undisturbed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    moves = len(undisturbed) + 3
    folder = tmp_path / "ny"
    stopped_at(folder, step % moves, monkeypatch)
    with pytest.raises(AvtalsgenError):
        find(folder)
    init(folder)
    assert everything(folder) == undisturbed
    assert find(folder) == folder


@pytest.mark.parametrize("seconds", [0.5, 0.9])
def test_an_init_that_is_really_killed_can_be_done_again(
    tmp_path: Path, undisturbed: dict[str, bytes], seconds: float
) -> None:
    """Whenever the kill comes: before, in the middle, or too late to matter."""
    folder = tmp_path / "ny"
    command = [sys.executable, "-m", "avtalsgen", "init", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
    if process.returncode != 0:
        init(folder)
    assert everything(folder) == undisturbed


def test_what_the_program_left_before_it_had_a_stage_is_taken_over(
    tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    """As many as it had written, at random, and its temporary files."""
    for name in list(undisturbed)[::3]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(undisturbed[name])
    (tmp_path / "clauses" / LEFT_OVER).write_bytes(b"half")
    (tmp_path / LEFT_OVER).write_bytes(b"")
    init(tmp_path)
    assert everything(tmp_path) == undisturbed


@pytest.mark.parametrize(
    "name",
    ["anteckning.txt", "clauses/egen.md", "uppdrag/mitt/2026.yaml", ".env", "a.tmp"],
)
def test_a_folder_with_anything_of_somebody_else_is_refused_and_left(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / STAGE / "clauses").mkdir(parents=True)
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(b"mitt")
    with pytest.raises(AvtalsgenError) as caught:
        init(tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["AY02"]
    assert everything(tmp_path) == {name: b"mitt"}


def test_a_file_that_somebody_has_changed_since_is_refused(
    tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    name = next(name for name in undisturbed if name.endswith(".md"))
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_bytes(undisturbed[name] + b"mer")
    with pytest.raises(AvtalsgenError):
        init(tmp_path)


def test_a_link_in_a_folder_is_somebody_elses(
    tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    (tmp_path / "utanfor").mkdir()
    (tmp_path / "utanfor" / "viktig").write_bytes(b"viktig")
    folder = tmp_path / "ny"
    folder.mkdir()
    (folder / "clauses").symlink_to(tmp_path / "utanfor", target_is_directory=True)
    with pytest.raises(AvtalsgenError):
        init(folder)
    assert (tmp_path / "utanfor" / "viktig").read_bytes() == b"viktig"


def test_a_whole_workspace_is_refused(tmp_path: Path) -> None:
    init(tmp_path / "ny")
    with pytest.raises(AvtalsgenError):
        init(tmp_path / "ny")


def test_a_disk_that_takes_nothing_leaves_no_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise AvtalsgenError([])

    monkeypatch.setattr(atomic, "write_all", full)
    with pytest.raises(AvtalsgenError):
        module.init(tmp_path / "ny")
    with pytest.raises(AvtalsgenError):
        find(tmp_path / "ny")
