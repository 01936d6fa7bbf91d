"""A changed wording that is accepted as a proposed edition of its clause."""

import pytest
from tests.takeback.taking import DOCUMENT, base, project
from tests.takeback.word_edits import ANNA, WordFile

from avtalsgen.clauses.library import DRAFT
from avtalsgen.model import plain
from avtalsgen.pipeline.takeback.acceptance import Accepted, AcceptOrder, accepted_files
from avtalsgen.pipeline.takeback.proposed import with_paragraphs
from avtalsgen.pipeline.takeback.takeback import taken_back
from avtalsgen.pipeline.workspace.documents import document_of
from avtalsgen.pipeline.workspace.overlay import Overlay
from avtalsgen.pipeline.workspace.project import Project, read_project
from avtalsgen.source import Origin

TID = "clauses/tid/2026-forslag.md"


def _accepted(*edits: tuple[str, str, str]) -> tuple[Accepted, Project]:
    file = WordFile(base(*DOCUMENT).file)
    for paragraph, old, new in edits:
        file.track(old, new, ANNA, file.paragraph(paragraph))
    back = taken_back(project(), file.written(), "prov.docx", base(*DOCUMENT))
    numbers = frozenset(change.number for change in back.taken.result.changes)
    made = accepted_files(project(), back, AcceptOrder(numbers, frozenset(), as_clause=True))
    return made, read_project(Overlay(project().files, made.files))


def test_it_is_an_utkast_of_the_base_with_its_conditions_and_where_the_words_came_from() -> None:
    made, after = _accepted(("Uppsägningen ska vara", "skriftlig", "muntlig"))
    assert made.proposed == (TID,)
    old = project().files.read("clauses/tid/2026.md").decode()
    new = made.files[TID].decode()
    assert new.split("---\n")[2] == old.split("---\n")[2].replace(
        "ändras.\nUppsägningen ska vara skriftlig och", "ändras. Uppsägningen ska vara muntlig och"
    ).replace("får den.\nUppsägningstiden", "får den. Uppsägningstiden")
    edition = after.library.edition("tid", "2026-forslag", Origin("", 1))
    assert (edition.status, edition.review, edition.warnings) == (DRAFT, None, ())
    assert edition.descent[-1].document == "prov@2026, ändrat av Anna Alm i prov.docx"
    assert edition.descent[-1].section == "1.3 Tid och uppsägning"
    assert "tid@2026-forslag" in made.files["uppdrag/prov/2026.yaml"].decode()
    assert not any(path.startswith("uppdrag/prov/2026/") for path in made.files)


def test_the_document_says_what_came_back_and_the_other_clauses_stay() -> None:
    made, after = _accepted(("lösa en tvist", "första hand", "sista hand"))
    document, _ = document_of(after, *DOCUMENT)
    text = " ".join(plain.lines(document))
    assert "i sista hand lösa en tvist" in text
    assert {"{% if", "{% else"} <= {
        line[:5] if line.startswith("{% if") else line[:7]
        for line in made.files["clauses/tvist/2026-forslag.md"].decode().splitlines()
    }


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "A {{ x }}.\n\nB.",
            "A {{ x }} och {{ x }}.\n\nB.",
            "A {{ y }} och {{ y }}.\n\n{% if z %}\nB.\n{% endif %}\n\nC.",
        ),
        (
            "A {{ x }}.\n\nB.",
            "A {{ x }}.\n\nNy.\n\nB.",
            "A {{ y }}.\n\nNy.\n\n{% if z %}\nB.\n{% endif %}\n\nC.",
        ),
        ("A {{ x }}.\n\nB.", "B.", "\n{% if z %}\nB.\n{% endif %}\n\nC."),
        (
            "A {{ x }}.\n\nB.",
            "A {{ x }}.\n\nB eller D.\n\nE.",
            "A {{ y }}.\n\n{% if z %}\nB eller D.\n\nE.\n{% endif %}\n\nC.",
        ),
        ("A {{ x }}.\n\nBortom.", "A {{ x }}.\n\nHär.", None),
    ],
)
def test_paragraphs_are_changed_where_they_stand_in_the_clause(
    old: str, new: str, expected: str | None
) -> None:
    body = "A {{ y }}.\n\n{% if z %}\nB.\n{% endif %}\n\nC."
    assert with_paragraphs(body, old, new) == expected


def test_a_paragraph_that_stands_twice_is_not_guessed_at() -> None:
    assert with_paragraphs("A.\n\n{% if z %}\nA.\n{% endif %}", "A.", "B.") is None
