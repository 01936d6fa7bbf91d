"""A dropped file: told by what is in it, bounded, and read in a process of its own."""

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from threading import Event
from zipfile import ZipFile

import pytest

from avtalsgen.problems import AvtalsgenError, Problem
from avtalsgen.source import Origin
from avtalsgen.web.jobs import CancelledError
from avtalsgen.web.remembered import Remembered
from avtalsgen.web.safety.guard import MOST_BYTES
from avtalsgen.web.uploads.apart import apart
from avtalsgen.web.uploads.held import MOST_HELD, HeldFiles
from avtalsgen.web.uploads.received import Received, only, received, with_files

PDF = b"%PDF-1.7\n%\xe2\xe3\n"


def _zipped(*names: str) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return packed.getvalue()


WORD = _zipped("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(
    ("name", "data", "kind", "shown"),
    [
        ("avtal.pdf", PDF, "pdf", "avtal.pdf"),
        ("avtal.docx", PDF, "pdf", "avtal.pdf"),
        ("avtal.docx", WORD, "docx", "avtal.docx"),
        ("avtal", WORD, "docx", "avtal.docx"),
        ("avtal.txt", "§ 1 Ord".encode(), "text", "avtal.txt"),
        ("avtal.md", "# Ord".encode("utf-16"), "text", "avtal.md"),
        ("../../etc/avtal.pdf", PDF, "pdf", "avtal.pdf"),
        ("C:\\Mina dokument\\avtal.pdf", PDF, "pdf", "avtal.pdf"),
        ("\x1b[31mavtal\u202e.pdf", PDF, "pdf", "[31mavtal.pdf"),
        ("..", PDF, "pdf", "fil.pdf"),
        ("a" * 500 + ".pdf", PDF, "pdf", "a" * 120 + ".pdf"),
    ],
)
def test_a_file_is_what_is_in_it(name: str, data: bytes, kind: str, shown: str) -> None:
    file = received(name, data)
    assert (file.kind, file.name) == (kind, shown)


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "FU02", "är tom"),
        (b"PK\x03\x04trasig", "FU02", "är skadad"),
        (_zipped("word/document.xml", "word/vbaProject.bin"), "FU02", "innehåller makron"),
        (_zipped("xl/workbook.xml"), "FU02", "är ingen Wordfil"),
        (_zipped("word/document.xml", *map(str, range(5000))), "FU02", "orimligt många delar"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "FU02", "äldre Wordfil"),
        (b"{\\rtf1", "FU02", "är en RTF"),
        (b"MZ\0\0\0", "FU02", "går inte att läsa som text"),
        (b"x" * 31_000_000, "FU01", "är större än 30 MB"),
    ],
)
def test_what_is_not_read_is_refused_in_words(data: bytes, code: str, words: str) -> None:
    with pytest.raises(AvtalsgenError) as refused:
        received("avtal.docx", data)
    (problem,) = refused.value.problems
    assert problem.code == code
    assert words in problem.message
    assert problem.hint


def test_a_page_takes_only_what_it_reads() -> None:
    file = received("avtal.txt", b"ord")
    assert only(("text",), file) is file
    with pytest.raises(AvtalsgenError, match="tar emot PDF och Wordfiler"):
        only(("pdf", "docx"), file)


def test_a_file_is_gone_when_the_work_is_done() -> None:
    files = (received("a.txt", b"ett"), received("a.txt", b"tva"))
    seen: list[Path] = []

    def work(paths: tuple[Path, ...]) -> list[bytes]:
        seen.extend(paths)
        return [path.read_bytes() for path in paths]

    assert with_files(files, work) == [b"ett", b"tva"]
    assert [path.name for path in seen] == ["a.txt", "a.txt"]
    assert not any(path.exists() or path.parents[1].exists() for path in seen)


def test_what_is_wrong_with_a_file_is_told_by_its_name_alone() -> None:
    def work(paths: tuple[Path, ...]) -> None:
        place = str(paths[0])
        raise AvtalsgenError(
            [Problem("DX01", f"{place} går inte", origin=Origin(place, 1), hint=place)]
        )

    with pytest.raises(AvtalsgenError) as refused:
        with_files([received("svar.txt", b"ord")], work)
    (problem,) = refused.value.problems
    told = (problem.message, str(problem.origin), problem.hint)
    assert told == ("svar.txt går inte", "svar.txt:1:1", "svar.txt")


def _told(words: str) -> str:
    return f"{words} ur process {os.getpid() != 0}"


def _refused() -> None:
    raise AvtalsgenError([Problem("FU02", "nej")])


def _dying() -> None:
    os._exit(1)


def _greedy() -> int:
    return len(bytearray(4_000_000_000))


def _turning() -> None:
    while True:
        pass


def _connecting() -> None:
    socket.create_connection(("127.0.0.1", 9))


def _starting() -> None:
    subprocess.run([sys.executable, "-c", ""], check=False)


def test_work_is_done_in_a_process_of_its_own() -> None:
    assert apart(_told, "ord") == "ord ur process True"
    assert apart(os.getpid) != os.getpid()


@pytest.mark.parametrize(
    ("work", "code"), [(_refused, "FU02"), (_dying, "FU03"), (_greedy, "FU03")]
)
def test_what_it_cannot_do_is_a_problem(work: Callable[[], object], code: str) -> None:
    with pytest.raises(AvtalsgenError, match=code):
        apart(work)


def test_what_takes_too_long_is_killed() -> None:
    with pytest.raises(AvtalsgenError, match="FU03"):
        apart(_turning, seconds=1)


def test_what_is_cancelled_is_killed() -> None:
    stopped = Event()
    stopped.set()
    with pytest.raises(CancelledError):
        apart(_turning, stopped=stopped)


def _looking_up() -> None:
    socket.getaddrinfo("exempel.se", 80)


def _within() -> str:
    return asyncio.run(asyncio.sleep(0, "ett"))


def _networks() -> tuple[int, int]:
    rows = Path("/proc/net/dev").read_text("ascii").splitlines()[2:]
    return len([row for row in rows if not row.strip().startswith("lo:")]), os.getuid()


@pytest.mark.skipif(sys.platform != "linux", reason="bara Linux ger en process ett eget nät")
def test_a_file_is_read_where_there_is_no_network() -> None:
    """Of the system, where it lets a user; whoever reads is the same user."""
    lets = subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode
    networks, user = apart(_networks)
    assert user == os.getuid()
    if lets == 0:
        assert networks == 0


def test_an_event_loop_may_wake_itself() -> None:
    """As the one that validates signatures does."""
    assert apart(_within) == "ett"


@pytest.mark.parametrize("work", [_connecting, _looking_up, _starting])
def test_a_file_reaches_no_network_and_no_program(work: Callable[[], object]) -> None:
    with pytest.raises(RuntimeError, match="inte tillåtet"):
        apart(work)


def test_no_more_is_held_than_two_forms_and_what_was_let_go_is_gone() -> None:
    assert MOST_HELD == 2 * MOST_BYTES
    held, half = HeldFiles(), Received("a.docx", "docx", bytes(MOST_HELD // 2))
    names = [held.hold((half,)) for _ in range(3)]
    assert held.get(names[2]) == held.get(names[1])
    held.let_go(names[2])
    for name in (names[0], names[2]):
        with pytest.raises(AvtalsgenError, match="finns inte kvar"):
            held.get(name)


def test_answers_are_kept_only_so_many(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path)
    made: list[int] = []
    for number in (*range(300), 299, 0):
        remembered.get(f"{number}", partial(made.append, number))
    assert made[299:] == [299, 0]
