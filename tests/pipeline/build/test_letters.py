"""Letters that the font of a house lacks, in all its faces or in some."""

from dataclasses import replace
from functools import cache

import pytest
from tests import sample
from tests.documents.every import ROOT

from avtalsgen.model.nodes import Text
from avtalsgen.model.profile import Profile
from avtalsgen.pipeline.build.letters import lacking
from avtalsgen.pipeline.workspace.project import open_project
from avtalsgen.problems import Severity


@cache
def house() -> Profile:
    """Return the house style of a municipality with a font of its own."""
    return open_project(ROOT).house_of(["korttidsboende@2026"]).profile


@pytest.mark.parametrize(
    ("letter", "said", "severity"),
    [
        ("Ŋ", "Source Sans Pro som kursiv och fet kursiv och får ett annat där", Severity.STYLE),
        ("Ж", "Source Sans Pro som kursiv och fet kursiv och får ett annat där", Severity.STYLE),
        ("א", "saknas i teckensnittet Source Sans Pro och får ett annat", Severity.WARNING),
    ],
)
def test_a_letter_that_only_some_faces_lack_is_a_note_that_names_them(
    letter: str, said: str, severity: Severity
) -> None:
    document = sample.document()
    cover = replace(document.cover, title=(Text(f"Kontakt: {letter}"),))
    told = lacking(replace(document, cover=cover), house())
    (problem,) = (each for each in told if f"”{letter}”" in each.message)
    assert problem.message.endswith(said)
    assert problem.severity is severity
