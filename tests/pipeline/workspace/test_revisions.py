"""Files as git has kept them: the right version, nothing outside, nothing run."""

from pathlib import Path

import pytest
from dulwich import porcelain
from dulwich.repo import Repo
from tests.pipeline.repositories import AUTHOR, commit, committed, repository_of

from avtalsgen.pipeline.workspace import revisions
from avtalsgen.problems import AvtalsgenError, Exit


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with three versions of a file, on 17, 19 and 21 March 2030."""
    committed(tmp_path, {"avtal.txt": "ett", "under/namn.txt": "å"}, 0)
    committed(tmp_path, {"avtal.txt": "två"}, 2)
    committed(tmp_path, {"avtal.txt": "tre"}, 4)
    (tmp_path / "avtal.txt").write_text("inte i git")
    return tmp_path


def _read(folder: Path, revision: str, name: str = "avtal.txt") -> str:
    with revisions.at(folder, revision) as files:
        return files.read(name).decode()


def _code(folder: Path, revision: str) -> str:
    with pytest.raises(AvtalsgenError) as raised:
        _read(folder, revision)
    (problem,) = raised.value.problems
    assert problem.exit is Exit.NOT_FOUND
    assert problem.hint
    return problem.code


@pytest.mark.parametrize(
    ("revision", "text"),
    [
        ("HEAD", "tre"),
        ("@", "tre"),
        ("master", "tre"),
        ("HEAD~1", "två"),
        ("@~2", "ett"),
        ("HEAD^", "två"),
        ("@^^", "ett"),
        ("~1", "två"),
        ("HEAD^0", "tre"),
        ("2030-03-21", "tre"),
        ("2030-03-20", "två"),
        ("2030-03-18", "ett"),
        ("2030-03-17", "ett"),
        ("2099-01-01~1", "två"),
    ],
)
def test_a_revision_is_what_git_says_or_the_last_of_a_day(
    folder: Path, revision: str, text: str
) -> None:
    assert _read(folder, revision) == text


def test_branches_tags_and_the_beginning_of_a_code_are_revisions(folder: Path) -> None:
    repository = repository_of(folder)
    porcelain.tag_create(
        repository, b"utkast-1", author=AUTHOR, objectish=b"HEAD~1", annotated=True
    )
    porcelain.branch_create(repository, b"forhandling/2030", objectish=b"HEAD~2")
    code = next(iter(repository.get_walker())).commit.id.decode()
    assert _read(folder, "utkast-1") == "två"
    assert _read(folder, "forhandling/2030") == "ett"
    assert _read(folder, code[:7]) == "tre"
    assert _read(folder, f"{code}~1") == "två"


def test_a_day_is_that_of_who_made_the_commit(tmp_path: Path) -> None:
    committed(tmp_path, {"avtal.txt": "ett"}, 0)
    committed(tmp_path, {"avtal.txt": "två"}, 1, zone=13 * 60 * 60)
    assert _read(tmp_path, "2030-03-18") == "ett"
    assert _read(tmp_path, "2030-03-19") == "två"


@pytest.mark.parametrize(
    "revision",
    ["", "HEAD~9", "HEAD^2", "okänd", "2030-03-16", "2030-13-45", "..", "a..b", "../../etc", "-x"],
)
def test_what_git_does_not_have_is_told_of(folder: Path, revision: str) -> None:
    assert _code(folder, revision) == "GI02"


def test_a_folder_without_history_is_told_of(tmp_path: Path) -> None:
    assert _code(tmp_path, "HEAD") == "GI01"


def test_the_history_of_a_folder_above_is_that_of_the_folders_in_it(folder: Path) -> None:
    assert _read(folder / "under", "HEAD~2", "namn.txt") == "å"


def test_a_folder_that_is_gone_has_a_history(folder: Path) -> None:
    file = folder / "under" / "namn.txt"
    file.unlink()
    file.parent.rmdir()
    commit(folder, [str(file)], 6)
    assert _read(folder / "under", "HEAD~1", "namn.txt") == "å"
    with revisions.at(folder / "under", "HEAD") as files, pytest.raises(FileNotFoundError):
        files.read("namn.txt")


def test_a_working_tree_beside_has_the_same_history(folder: Path, tmp_path: Path) -> None:
    beside = tmp_path.parent / f"{tmp_path.name}-beside"
    porcelain.worktree_add(str(folder), str(beside), branch=b"annan")
    assert (beside / ".git").is_file()
    assert _read(beside, "HEAD~1") == "två"


def test_names_are_composed_and_those_of_programs_left_out(tmp_path: Path) -> None:
    names = ("a\u030a.txt", ".gitignore", "~$avtal.docx", "b.txt")
    committed(tmp_path, {f"x/{name}": "1" for name in names})
    with revisions.at(tmp_path, "HEAD") as files:
        assert files.names("x") == ("b.txt", "å.txt")
        assert files.names("y") == files.names("../x") == files.names("x/b.txt") == ()
        assert files.read("x/å.txt") == b"1"


def test_nothing_outside_the_folder_is_read(folder: Path) -> None:
    with revisions.at(folder / "under", "HEAD") as files:
        for path in ("../avtal.txt", "/etc/passwd"):
            with pytest.raises(PermissionError):
                files.read(path)


def test_a_link_is_no_file(tmp_path: Path) -> None:
    committed(tmp_path, {"avtal.txt": "ett"})
    (tmp_path / "lank.txt").symlink_to("avtal.txt")
    commit(tmp_path, [str(tmp_path / "lank.txt")], 1)
    with revisions.at(tmp_path, "HEAD") as files:
        for path in ("lank.txt", "lank.txt/x", "saknas.txt"):
            with pytest.raises(FileNotFoundError):
                files.read(path)


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    committed(tmp_path, {"stor.yaml": b"x" * 2_000_001})
    with revisions.at(tmp_path, "HEAD") as files, pytest.raises(OverflowError):
        files.read("stor.yaml")


def test_what_a_repository_says_is_to_be_run_is_not(tmp_path: Path) -> None:
    committed(tmp_path, {"avtal.txt": "ett", ".gitattributes": "* filter=x\n"})
    with Repo(str(tmp_path)) as repository:
        config = repository.get_config()
        config.set((b"filter", b"x"), b"smudge", f"touch {tmp_path}/kord".encode())
        config.set((b"core",), b"fsmonitor", f"touch {tmp_path}/kord".encode())
        config.write_to_path()
    assert _read(tmp_path, "HEAD") == "ett"
    assert not (tmp_path / "kord").exists()
