"""One file with exact versions and hashes is what everybody installs from."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
BOUNDED = [
    *PROJECT["project"]["dependencies"],
    *(line for extra in PROJECT["project"]["optional-dependencies"].values() for line in extra),
    *(line for group in PROJECT["dependency-groups"].values() for line in group),
    *PROJECT["build-system"]["requires"],
]
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
ENTRIES = re.findall(r"^(\S[^\n]*?) \\\n((?:    --hash=\S+(?: \\)?\n)+)", LOCK, re.MULTILINE)
LOCKED = {canonicalize_name(Requirement(entry).name): entry for entry, _ in ENTRIES}
INSTALLING = [
    (page.relative_to(ROOT).as_posix(), line)
    for page in (*ROOT.glob("**/*.md"), ROOT / ".ci/run")
    if ".venv" not in page.parts
    for line in page.read_text(encoding="utf-8").splitlines()
    if ".venv/bin/pip install" in line
]


def test_every_line_of_the_lock_is_one_version_with_its_hashes() -> None:
    lines = [line for line in LOCK.splitlines() if line[:1].strip() not in ("", "#")]
    assert len(lines) == len(ENTRIES) == len(LOCKED)
    assert all(re.match(r"[\w.-]+==[\w.]+( ; .+)?$", entry) for entry, _ in ENTRIES)


def test_the_lock_does_not_name_the_project() -> None:
    assert PROJECT["project"]["name"] not in LOCKED
    assert " -e" not in LOCK
    assert "file:" not in LOCK


@pytest.mark.parametrize("line", BOUNDED)
def test_a_dependency_is_locked_within_its_bounds(line: str) -> None:
    bounded = Requirement(line)
    (locked,) = Requirement(LOCKED[canonicalize_name(bounded.name)]).specifier
    assert bounded.specifier.contains(Version(locked.version))
    assert any(bound.operator in {">=", "=="} for bound in bounded.specifier)


def test_the_commands_of_the_readme_are_among_those_that_install() -> None:
    pages = [page for page, _ in INSTALLING]
    assert pages.count("README.md") >= 2
    assert {".ci/run", "benchmarks/README.md", "docs/handbok.md"} <= set(pages)


@pytest.mark.parametrize(("page", "line"), INSTALLING)
def test_whoever_installs_the_project_takes_what_is_locked(page: str, line: str) -> None:
    """First the lock, then the project alone; the other environments have other programs."""
    installs = [part.strip() for part in line.split("&&") if "pip install" in part]
    assert len(installs) == 2, page
    assert shlex.split(installs[0])[-2:] == ["-r", "requirements.txt"]
    assert {"--no-deps", "--no-build-isolation"} < set(shlex.split(installs[1]))


def test_the_readme_installs_in_no_other_way() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8") + (ROOT / ".ci/run").read_text("utf-8")
    lines = [line for line in text.splitlines() if "pip install" in line]
    assert lines == [line for line in lines if "-r requirements.txt" in line]


def test_the_pythons_of_the_lock_are_those_of_the_project() -> None:
    assert PROJECT["project"]["requires-python"] == ">=3.11"
    made_by = LOCK.splitlines()[1]
    assert "--python-version 3.11" in made_by
    assert "--universal" in made_by
    assert made_by.strip("# ") in (ROOT / "benchmarks/README.md").read_text(
        encoding="utf-8"
    ).replace("-q pyproject.toml", "pyproject.toml")
