"""Words that stand on the cover and are a heading too."""

from tests.takeback.taking import DOCUMENT, project
from tests.takeback.word_edits import WordFile

from avtalsgen.pipeline.takeback.takeback import TakebackOf, taken_back
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import read_project

_PATH = "uppdrag/prov/2026.yaml"


def test_a_heading_that_the_cover_has_too_is_renamed_and_the_cover_stays() -> None:
    yaml = (
        project()
        .files.read(_PATH)
        .replace(b"rubrik: M\xc3\xa5lgrupp", b"rubrik: Verksamhetsuppdrag")
    )
    both = read_project(Overlay(project().files, {_PATH: yaml}))
    base = TakebackOf.of(both, *DOCUMENT)
    file = WordFile(base.file)
    heading = file.section("verksamhetsuppdrag")[0]
    file.replace("Verksamhetsuppdrag", "Omfattning", heading)
    told = taken_back(both, file.written(), "prov.docx", base).taken.result.changes
    assert [(each.kind, each.old, each.new) for each in told] == [
        ("avvikelse", "Verksamhetsuppdrag", "Omfattning")
    ]
