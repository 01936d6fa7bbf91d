"""The program beside a disk that is full or may not be written, another build, and Ctrl-C.

Everything here is met in earnest: small disks of memory in a name space of the test's own
(rights alone do not stop root), two processes, a signal to a group of them.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.library import copied
from tests.cli.terminal import Terminal
from tests.documents.every import NAMES

from avtalsgen.problems import Exit

PROGRAM = (sys.executable, "-m", "avtalsgen")
BUILD = (*PROGRAM, "build", "prov@1", "--jobs", "1", "--format")


def on_disk_of_its_own(root: Path, options: str, *build: str) -> tuple[int, str, list[str]]:
    """Build with `output` on a disk mounted with `options`: exit code, what is said, its names."""
    unshare = shutil.which("unshare")
    if not unshare or subprocess.run([unshare, "-rm", "true"], capture_output=True).returncode:
        pytest.skip("inga egna namnrymder på den här datorn")
    (root / "output").mkdir(exist_ok=True)
    script = f'mount -t tmpfs -o {options} tmpfs output && "$@"; code=$?; find output; exit $code'
    told = subprocess.run(
        [unshare, "-rm", "sh", "-c", script, "sh", *build], cwd=root, capture_output=True, text=True
    )
    names = [line for line in told.stdout.splitlines() if line.startswith("output")]
    return told.returncode, told.stderr, names


def test_a_full_disk_is_told_and_nothing_is_left_of_what_there_was_no_room_for(
    terminal: Terminal,
) -> None:
    code, said, names = on_disk_of_its_own(terminal.root, "size=16k", *BUILD, "txt,pdf")
    assert code == Exit.CANNOT_WRITE
    assert said.startswith("SK01 det finns inte plats för output/prov/1/prov-1.")
    assert not [name for name in names if "." in Path(name).name]


def test_a_disk_that_may_only_be_read_is_told(terminal: Terminal) -> None:
    code, said, names = on_disk_of_its_own(terminal.root, "ro", *BUILD, "txt")
    assert (code, names) == (Exit.CANNOT_WRITE, ["output"])
    assert said.startswith("SK02 disken med output/prov/1/prov-1.txt är skrivskyddad")


def test_a_file_that_is_open_in_word_stops_its_document_alone(terminal: Terminal) -> None:
    built = terminal.root / "output" / "prov" / "1"
    built.mkdir(parents=True)
    (built / "~$prov-1.html").write_bytes(b"Kim")
    said = terminal.run("avtalsgen build prov@1 --format html,txt")
    assert said.code == Exit.CONFLICT
    assert "SK04" in said.err
    assert sorted(file.name for file in built.iterdir()) == ["~$prov-1.html"]


def test_two_builds_at_once_keep_each_others_notes(terminal: Terminal) -> None:
    """Else the next build would take the files of one of them for somebody's own."""
    formats = ("txt,html", "md,json")
    both = [
        subprocess.Popen([*BUILD, each], cwd=terminal.root, stdout=subprocess.DEVNULL)
        for each in formats
    ]
    assert [each.wait() for each in both] == [both[0].returncode] * 2
    said = terminal.run(f"avtalsgen build prov@1 --format {','.join(formats)}")
    assert said.out.startswith("prov@1: oförändrad")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows har inga processgrupper att avbryta")
def test_ctrl_c_stops_every_process_and_says_so_once(tmp_path: Path) -> None:
    root, log = copied(tmp_path), tmp_path / "bygge.jsonl"
    build = subprocess.Popen(
        [*PROGRAM, "build", "--jobs", "2", "--log", str(log)],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while build.poll() is None and not (log.exists() and log.read_text().count("\n") > 1):
        time.sleep(0.02)
    os.killpg(build.pid, signal.SIGINT)
    _, said = build.communicate()
    assert build.returncode == Exit.INTERRUPTED
    assert re.fullmatch(
        rf"\d+ av {len(NAMES)} hann bli gjorda; kör om för resten\.\n\nAvbrutet\.\n", said
    )
    assert not [*root.glob("output/**/*.tmp")]
