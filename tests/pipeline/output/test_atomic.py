"""Writing to disk: the old file or the new one, and never half of either."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalsgen.pipeline.output.atomic import write, write_all
from avtalsgen.problems import AvtalsgenError, Exit, Problem


def _contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def _stopped(work: Callable[[], None]) -> Problem:
    with pytest.raises(AvtalsgenError) as caught:
        work()
    (problem,) = caught.value.problems
    return problem


@given(data=st.binary(), earlier=st.none() | st.binary())
def test_what_is_written_is_what_is_there_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, earlier: bytes | None
) -> None:
    folder = tmp_path_factory.mktemp("ut")
    if earlier is not None:
        (folder / "a.pdf").write_bytes(earlier)
    write(folder / "a.pdf", data)
    assert _contents(folder) == {"a.pdf": data}


def test_all_files_of_a_document_are_written_and_their_folder_made(tmp_path: Path) -> None:
    folder = tmp_path / "output" / "2026"
    write_all({folder / "å.docx": b"Word", folder / "å.pdf": b"PDF"})
    assert _contents(folder) == {"å.docx": b"Word", "å.pdf": b"PDF"}


def test_a_new_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "annan").write_bytes(b"")
    write(tmp_path / "ny.pdf", b"PDF")
    assert (tmp_path / "ny.pdf").stat().st_mode == (tmp_path / "annan").stat().st_mode


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"old")
    file.chmod(0o640)
    write(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def _fail(error: int, on_call: int) -> Callable[..., None]:
    """Return what raises `error` the time it is called as number `on_call`."""
    calls = iter(range(1, 100))

    def fail(*_: object) -> None:
        if next(calls) == on_call:
            raise OSError(error, os.strerror(error))

    return fail


@pytest.mark.parametrize("on_call", [1, 2])
@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (errno.ENOSPC, "SK01", "inte plats"),
        (errno.EDQUOT, "SK01", "inte plats"),
        (errno.EROFS, "SK02", "skrivskyddad"),
        (errno.EACCES, "SK03", "inte rätt att skriva"),
        (errno.EIO, "SK05", "EIO"),
    ],
)
def test_a_disk_that_fails_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on_call: int, error: int, code: str, says: str
) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", _fail(error, on_call))
    work = {tmp_path / "a.docx": b"new", tmp_path / "a.pdf": b"new"}
    problem = _stopped(lambda: write_all(work))
    assert (problem.code, problem.exit) == (code, Exit.CANNOT_WRITE)
    assert says in problem.message
    assert _contents(tmp_path) == {"a.docx": b"old"}


@pytest.mark.parametrize("on_call", [1, 17, 30])
def test_of_many_files_all_are_waited_for_or_none_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on_call: int
) -> None:
    work = {tmp_path / f"{number}.md": b"new" for number in range(30)}
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _fail(errno.ENOSPC, on_call))
        assert _stopped(lambda: write_all(work)).code == "SK01"
    assert _contents(tmp_path) == {}
    write_all(work)
    assert _contents(tmp_path) == {path.name: b"new" for path in work}


def test_a_disk_with_too_little_room_leaves_what_was_there(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="gränsen finns bara på Unix")
    (tmp_path / "a.docx").write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        problem = _stopped(
            lambda: write_all({tmp_path / "a.pdf": b"new", tmp_path / "a.docx": bytes(200_000)})
        )
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert (problem.code, problem.exit) == ("SK01", Exit.CANNOT_WRITE)
    assert _contents(tmp_path) == {"a.docx": b"old"}


def test_a_name_that_cannot_be_taken_puts_back_those_before_it(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")
    (tmp_path / "c.html").mkdir()
    names = ("a.docx", "b.pdf", "c.html")
    problem = _stopped(lambda: write_all({tmp_path / name: b"new" for name in names}))
    assert (problem.code, problem.exit) == ("SK05", Exit.CANNOT_WRITE)
    (tmp_path / "c.html").rmdir()
    assert _contents(tmp_path) == {"a.docx": b"old"}


def test_a_disk_without_hard_links_puts_back_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _fail(errno.EPERM, 1))
    test_a_name_that_cannot_be_taken_puts_back_those_before_it(tmp_path)


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_that_windows_says_is_open_is_a_conflict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")

    def denied(*_: object) -> None:
        error = PermissionError(errno.EACCES, "Permission denied")
        error.winerror = winerror  # type: ignore[attr-defined]  # only Windows sets it
        raise error

    monkeypatch.setattr(os, "replace", denied)
    problem = _stopped(lambda: write(tmp_path / "a.docx", b"new"))
    assert (problem.code, problem.exit) == ("SK04", Exit.CONFLICT)
    assert problem.hint == "stäng filen i Word och bygg igen"
    assert _contents(tmp_path) == {"a.docx": b"old"}


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("avtal.docx", "~$avtal.docx"),
        ("uppdrag.docx", "~$ppdrag.docx"),
        ("familjeradgivning-2026.docx", "~$miljeradgivning-2026.docx"),
        ("familjeradgivning-2026.docx", ".~lock.familjeradgivning-2026.docx#"),
    ],
)
def test_a_file_that_is_open_in_word_or_libreoffice_is_a_conflict(
    tmp_path: Path, name: str, owner: str
) -> None:
    (tmp_path / owner).write_bytes(b"Kim")
    problem = _stopped(lambda: write_all({tmp_path / "a.pdf": b"PDF", tmp_path / name: b"new"}))
    assert (problem.code, problem.exit) == ("SK04", Exit.CONFLICT)
    assert str(problem.hint).startswith("stäng filen i Word och bygg igen")
    assert owner in str(problem.hint)
    assert _contents(tmp_path) == {owner: b"Kim"}


def test_the_owner_file_of_another_document_is_no_conflict(tmp_path: Path) -> None:
    (tmp_path / "~$annat.docx").write_bytes(b"Kim")
    write(tmp_path / "avtal.docx", b"new")
    assert (tmp_path / "avtal.docx").read_bytes() == b"new"


def test_a_file_that_somebody_has_protected_is_not_replaced(tmp_path: Path) -> None:
    file = tmp_path / "undertecknad.pdf"
    file.write_bytes(b"old")
    file.chmod(0o444)
    problem = _stopped(lambda: write(file, b"new"))
    assert (problem.code, problem.exit) == ("SK03", Exit.CANNOT_WRITE)
    assert file.read_bytes() == b"old"


def test_a_folder_that_is_a_file_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "output").write_bytes(b"")
    problem = _stopped(lambda: write(tmp_path / "output" / "a.pdf", b"PDF"))
    assert (problem.code, problem.exit) == ("SK05", Exit.CANNOT_WRITE)


def test_an_interruption_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "a.pdf", b"new")
    assert _contents(tmp_path) == {}
