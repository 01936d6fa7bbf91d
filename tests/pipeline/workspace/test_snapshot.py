"""A command reads each file once and lists each folder once, however many uppdrag there are."""

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
from tests.workspace import WHOLE, MemoryFiles

from avtalsgen.pipeline.survey.duties import in_force
from avtalsgen.pipeline.survey.listing import listing
from avtalsgen.pipeline.survey.portfolio import portfolio
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.project import Project, read_project
from avtalsgen.pipeline.workspace.snapshot import Snapshot
from avtalsgen.source import Files


class Counted:
    """Files that count what is asked of them."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.asked: Counter[str] = Counter()

    def read(self, path: str) -> bytes:
        self.asked[path] += 1
        return self.files.read(path)

    def names(self, folder: str) -> tuple[str, ...]:
        self.asked[f"{folder}/"] += 1
        return self.files.names(folder)


def many(count: int) -> Counted:
    """Return a workspace with `count` uppdrag beside the one that it has."""
    text = WHOLE["uppdrag/prov/1.yaml"]
    more = {f"uppdrag/prov-{number}/1.yaml": text for number in range(count)}
    return Counted(MemoryFiles({**WHOLE, **more}))


def days(project: Project) -> object:
    day = date(2026, 11, 29)
    return [in_force(project, f"prov-{number}", "1", day) for number in range(5)]


@pytest.mark.parametrize("work", [listing, portfolio, days])
def test_everything_is_asked_for_once(work: Callable[[Project], object]) -> None:
    files = many(20)
    work(read_project(Snapshot(files)))
    assert files.asked
    assert {path: times for path, times in files.asked.items() if times > 1} == {}


def test_it_tells_what_a_piece_of_work_was_made_of() -> None:
    files = Snapshot(MemoryFiles(WHOLE))
    project = read_project(files)
    with files.recording() as first:
        document_of(project, "prov", "1")
    with files.recording() as nothing:
        pass
    with files.recording() as again:
        document_of(project, "prov", "1")
    assert first == again
    assert {"uppdrag/prov/1.yaml", "clauses/parametrar.yaml", "uppdrag/prov/"} <= first.keys()
    assert not any(path.startswith("uppdrag/") for path in nothing)


def test_a_file_that_comes_or_goes_is_another_content() -> None:
    without, empty = Snapshot(MemoryFiles({})), Snapshot(MemoryFiles({"b/a": ""}))
    assert without.digest("b/a") == ""
    assert empty.digest("b/a") != ""
    assert without.digest("b/") != empty.digest("b/")


def test_what_was_read_stays_as_it_was() -> None:
    texts = dict(WHOLE)
    files = Snapshot(MemoryFiles(texts))
    before = files.read("uppdrag/prov/1.yaml")
    texts["uppdrag/prov/1.yaml"] = "typ: annan\n"
    assert files.read("uppdrag/prov/1.yaml") == before
