"""Items of a list of facts in another order: the list is written so, with its comments."""

import pytest
from tests.takeback.taking import DOCUMENT, project
from tests.takeback.word_edits import ANNA, WordFile

from avtalsgen.pipeline.takeback.acceptance import AcceptOrder, accepted_files
from avtalsgen.pipeline.takeback.takeback import TakebackOf, taken_back
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import read_project

_PATH = "uppdrag/prov/2026.yaml"
_LINES = """    - minst en auktoriserad familjerådgivare eller legitimerad psykoterapeut
    - kunskap om barns utveckling och behov # från 2025
    - rutiner för att upptäcka våld i nära relationer
    - kunskap om sexologi, om hbtqi och om samtal vid funktionsnedsättning # till sist
"""


@pytest.mark.parametrize("tracked", [False, True], ids=["silent", "tracked"])
@pytest.mark.parametrize(
    ("item", "behind", "order"),
    [("barns utveckling", "upptäcka", "0213"), ("barns utveckling", "sexologi", "0231")],
    ids=["one down", "to the end"],
)
def test_a_moved_item_of_a_list_of_facts_comes_home(
    item: str, behind: str, order: str, *, tracked: bool
) -> None:
    plain = _LINES.replace(" # från 2025", "").replace(" # till sist", "")
    yaml = project().files.read(_PATH).decode()
    assert plain in yaml
    yaml = yaml.replace(plain, _LINES)
    with_notes = read_project(Overlay(project().files, {_PATH: yaml.encode()}))
    base = TakebackOf.of(with_notes, *DOCUMENT)
    file = WordFile(base.file)
    node, after = file.paragraph(item), file.paragraph(behind)
    if tracked:
        file.move_tracked([node], after, ANNA)
    else:
        after.addnext(node)
    back = taken_back(with_notes, file.written(), "prov.docx", base)
    assert [change.kind for change in back.taken.result.changes] == ["flyttad"]
    made = accepted_files(with_notes, back, AcceptOrder(frozenset({1}), frozenset()))
    lines = _LINES.splitlines(keepends=True)
    moved = "".join(lines[int(place)] for place in order)
    assert (made.notes, made.files[_PATH].decode()) == ((), yaml.replace(_LINES, moved))
