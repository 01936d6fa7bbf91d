"""LibreOffice turning our Word file into a PDF of the same kind (PDF/A-2, PDF/UA).

Cold: `soffice --convert-to`, a process a file, with a profile that is already made.
Warm: one running office that is asked over UNO, file after file; its own processor time and
that of the asking program are counted, its start is not.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measure import Cost, child

_FILTER = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"}}'
)
_TICKS = os.sysconf("SC_CLK_TCK")


def cold(word: Path, out: Path, profile: Path) -> Cost:
    """Return what one conversion in a fresh process costs."""
    command = ["soffice", "--headless", "--norestore", _env(profile)]
    return child([*command, "--convert-to", _FILTER, "--outdir", out, word])


def python_with_uno() -> str | None:
    """Return a Python that can talk to LibreOffice; it is seldom the one of a venv."""
    for python in (sys.executable, "/usr/bin/python3"):
        if not Path(python).exists():
            continue
        if not subprocess.run([python, "-c", "import uno"], capture_output=True).returncode:
            return python
    return None


@contextmanager
def running(profile: Path, python: str) -> Iterator["Office"]:
    """Start an office and a program that asks it, and end both."""
    pipe = f"avtalsgen{os.getpid()}"
    accept = f"--accept=pipe,name={pipe};urp;"
    office = subprocess.Popen(
        [str(shutil.which("soffice")), "--headless", "--norestore", _env(profile), accept],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    asker = subprocess.Popen(
        [python, str(Path(__file__).with_name("uno_asker.py")), pipe],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Office(office, asker)
    finally:
        asker.terminate()
        asker.communicate()
        os.killpg(office.pid, signal.SIGTERM)
        office.wait(30)


class Office:
    """A running office."""

    def __init__(self, office: subprocess.Popen[bytes], asker: subprocess.Popen[str]) -> None:
        self._group, self._asker = office.pid, asker
        self._answer("redo")

    def convert(self, word: Path, pdf: Path) -> Cost:
        """Return what one conversion costs the office and who asks it."""
        started, cpu = time.perf_counter(), self._cpu()
        assert self._asker.stdin
        self._asker.stdin.write(f"{word.as_uri()} {pdf.as_uri()}\n")
        self._asker.stdin.flush()
        self._answer("klar")
        return Cost(time.perf_counter() - started, self._cpu() - cpu, self._peak())

    def _answer(self, wanted: str) -> None:
        assert self._asker.stdout
        said = self._asker.stdout.readline().strip()
        if said != wanted:
            raise RuntimeError(f"LibreOffice svarade {said!r}, inte {wanted!r}")

    def _processes(self) -> list[Path]:
        group = [place for place in Path("/proc").glob("[0-9]*") if _group_of(place) == self._group]
        return [*group, Path(f"/proc/{self._asker.pid}")]

    def _cpu(self) -> float:
        return sum(_seconds(place) for place in self._processes())

    def _peak(self) -> int:
        return max(_most_memory(place) for place in self._processes())


def _env(profile: Path) -> str:
    return f"-env:UserInstallation={profile.as_uri()}"


def _stat(process: Path) -> list[str]:
    """Return the fields of proc(5) stat after the name, which may hold spaces."""
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()
    except OSError:  # it has ended
        return []


def _group_of(process: Path) -> int:
    fields = _stat(process)
    return int(fields[2]) if fields else 0


def _seconds(process: Path) -> float:
    fields = _stat(process)
    return sum(map(int, fields[11:15])) / _TICKS if fields else 0.0


def _most_memory(process: Path) -> int:
    for line in (process / "status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return 0
