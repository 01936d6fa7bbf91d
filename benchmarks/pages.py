"""Measures the pages that twenty people read while two uppdrag are built.

    python -m benchmarks.pages [--readers N] [--seconds S] [--pause P]

Prints a part of README.md as Markdown. `avtalsgen serve` runs in a process of its own on a copy of
the uppdrag of this repository. Each reader opens one page after another, and reads each for a
while; two builds go on all the time, started and followed by their pages. A page that is not
answered as it should be is an error. CPU is that of the server, which follows the builds too; what
builds runs in processes of its own.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from urllib.parse import quote

from benchmarks.measure import REPOSITORY

READ = (
    "/",
    "/?visa=kraver",
    f"/sok?q={quote('klagomål')}",
    "/kalender?uppdrag=familjeradgivning",
    "/matris",
    "/uppdrag/vald-i-nara-relation",
    "/uppdrag/vald-i-nara-relation/2026",
    "/uppdrag/familjeradgivning/2021",
    "/verifiera",
)
BUILT = ("vald-i-nara-relation/2026", "korttidsboende/2026")
FOUND = 200
SEE_OTHER = 303


@dataclass
class Browser:
    """Somebody who is in: an address, a cookie, and how long each page took."""

    port: int
    cookie: str = ""
    server: int = 0
    """The number of its process."""
    milliseconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def ask(self, method: str, path: str, body: str = "") -> tuple[int, str]:
        """Return the status of an answer, and where it leads or what it says."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=120)
        headers = {"cookie": self.cookie, "sec-fetch-site": "same-origin"}
        headers["content-type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode(errors="replace")
        self.cookie = self.cookie or (answer.getheader("set-cookie") or "").partition(";")[0]
        connection.close()
        return answer.status, answer.getheader("location") or text

    def read(self, path: str) -> None:
        """Open a page and note how long it took."""
        start = time.perf_counter()
        status, _ = self.ask("GET", path)
        self.milliseconds.append((time.perf_counter() - start) * 1000)
        if status != FOUND:
            self.errors.append(f"{path}: {status}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=2, help="seconds that a page is read")
    asked = parser.parse_args()
    print(f"Load before: {', '.join(f'{part:.2f}' for part in os.getloadavg())}.\n")
    with served() as first:
        for path in READ:  # once each, so that nothing is made for the first time
            first.read(path)
        assert first.errors == [], first.errors
        before, end = _cpu(first.server), time.perf_counter() + asked.seconds
        with ThreadPoolExecutor(asked.readers + len(BUILT)) as pool:
            builds = [pool.submit(_build, first, name, end) for name in BUILT]
            readers = [
                pool.submit(_read, first, number, end, asked.pause)
                for number in range(asked.readers)
            ]
            people = [reader.result() for reader in readers]
            made = sum(build.result() for build in builds)
        used = _cpu(first.server) - before
    times = [each for person in people for each in person.milliseconds]
    errors = [each for person in people for each in person.errors]
    slow = statistics.quantiles(times, n=20)[-1]
    print("| readers | pages | median ms | 95 % ms | CPU ms a page | errors | builds meanwhile |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    print(
        f"| {asked.readers} | {len(times)} | {statistics.median(times):.0f} | {slow:.0f} | "
        f"{used / len(times) * 1000:.0f} | {len(errors)} | {made} |"
    )
    if errors:
        print(errors[:10])


@contextmanager
def served() -> Iterator[Browser]:
    """Serve a copy of the uppdrag of this repository to somebody who is in."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("clauses", "uppdrag"):
            shutil.copytree(REPOSITORY / name, root / name)
        command = [sys.executable, "-m", "avtalsgen", "serve", "--no-browser"]
        environment = {**os.environ, "AVTALSGEN_CACHE": str(root / "minne")}
        server = subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE)
        try:
            assert server.stdout is not None
            door = re.search(r":(\d+)(/in/\S+)", server.stdout.readline().decode())
            assert door is not None
            browser = Browser(int(door[1]), server=server.pid)
            browser.ask("GET", door[2])
            yield browser
        finally:
            server.terminate()
            server.wait()


def _cpu(process: int) -> float:
    """Return the seconds of a processor that a process has used, without its children."""
    told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _read(first: Browser, number: int, end: float, pause: float) -> Browser:
    person, chance = Browser(first.port, first.cookie), Random(number)
    time.sleep(chance.random() * pause)
    while time.perf_counter() < end:
        person.read(chance.choice(READ))
        time.sleep(chance.uniform(0.5, 1.5) * pause)
    return person


def _build(first: Browser, name: str, end: float) -> int:
    """Build one uppdrag again and again and return how often it was done."""
    person, done = Browser(first.port, first.cookie), 0
    while time.perf_counter() < end:
        status, job = person.ask("POST", f"/uppdrag/{name}/bygg", "gor=utkast")
        assert status == SEE_OTHER, job
        while "Arbetet pågår" in (told := person.ask("GET", job)[1]) or "Väntar" in told:
            time.sleep(0.5)
        assert "Det gick inte" not in told, told
        done += 1
    return done


if __name__ == "__main__":
    main()
