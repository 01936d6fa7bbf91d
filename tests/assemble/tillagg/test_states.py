"""What a base has gone through is kept, and nobody can tell but by the time that it takes."""

from itertools import permutations

from tests.assemble.tillagg.small import FILES, FIRST, SECOND, tillagg
from tests.workspace import WHOLE, MemoryFiles

from avtalsgen.assemble.tillagg import states
from avtalsgen.pipeline.workspace.documents import Assembled, document_of
from avtalsgen.pipeline.workspace.project import Project, read_project
from avtalsgen.pipeline.workspace.snapshot import Snapshot

CONTENTS = {
    **WHOLE,
    **FILES,
    FIRST: tillagg("{ersätter: tva-ett, med: {rubrik: Nytt, text: 2/ny.md}}"),
    SECOND: tillagg("{fakta: {ersättning: {belopp: 700}}}", number=2, start="2021-06-01"),
}
TEXTS = ("1:2022-01-01", "1:2021-02-01", "2-tillagg", "3-tillagg")


def opened() -> tuple[Project, Snapshot]:
    files = Snapshot(MemoryFiles(CONTENTS))
    return read_project(files), files


def made(project: Project, files: Snapshot, text: str) -> tuple[Assembled, dict[str, str]]:
    """Return a document, and the files of uppdrag that it was made of."""
    with files.recording() as read:
        document = document_of(project, "prov", text)
    return document, {path: of for path, of in read.items() if path.startswith("uppdrag/")}


def test_texts_of_one_base_are_the_same_in_whatever_order_they_are_made() -> None:
    alone = {text: made(*opened(), text) for text in TEXTS}
    assert len({repr(document) for document, _ in alone.values()}) == len(TEXTS)
    for order in permutations(TEXTS):
        project, files = opened()
        assert {text: made(project, files, text) for text in order} == alone


def test_a_step_is_taken_once() -> None:
    project, files = opened()
    made(project, files, TEXTS[0])
    (base,) = project.materials.last_base
    assert isinstance(base, states.Base)
    (signed, first, second) = base._kept.values()
    made(project, files, "3-tillagg")
    assert [*base._kept.values()] == [signed, first, second]
    assert isinstance(signed[0], states.State)
